/** The chapter's task: a rate that leads the ball into the lower valley. */
import { brief, significant } from '../../plot/format';
import { ASKED } from './grounds';
import type { Rest, Terrain } from './model';
import type { Seen } from './seen';

/** Where the run and the gentle descent from the same start come to rest, if both do. */
function both({ run, gently: gentlyTo }: Terrain): { readonly here: Rest; readonly gentle: Rest } | undefined {
  const gentle = gentlyTo();
  if (run.reason !== 'converged' || !gentle) return undefined;
  return { here: { x: run.parameter(run.steps, 0), loss: run.loss(run.steps) }, gentle };
}

/** On the figure's own landscape, the rate has led the ball into the lower valley instead of the higher one. */
export function isRescued({ settings, model }: Seen): boolean {
  const found = settings.ground === ASKED ? both(model) : undefined;
  return found !== undefined && found.here.loss < found.gentle.loss - 0.1;
}

export function rescueStatus({ settings, model }: Seen): string {
  if (settings.ground !== ASKED) return 'choose “two valleys” first';
  const rate = brief(settings.rate, 2);
  const found = both(model);
  if (!found) return `at rate ${rate} this ball does not come to rest`;
  const { here, gentle } = found;
  const end = `at rate ${rate} the ball ends with a loss of ${significant(here.loss)}`;
  return Math.abs(here.loss - gentle.loss) > 0.1
    ? `${end}, gently with ${significant(gentle.loss)}`
    : `${end}, and gently with the same`;
}
