/** The chapter's task: a rate that leads the ball into the lower valley. */
import { brief, significant } from '../../plot/format';
import { ASKED } from './grounds';
import { restOf, type Rest, type Terrain } from './model';
import type { Seen } from './seen';

/** Losses that differ by more are of different bottoms. */
const DEEPER = 0.1;

/** Where the run and the gentle descent from the same start come to rest, if both do. */
function both({ run, gently: gentle }: Terrain): { readonly here: Rest; readonly gentle: Rest } | undefined {
  const here = restOf(run);
  return here && gentle && { here, gentle };
}

/** On the figure's own landscape, the rate has led the ball into the lower valley instead of the higher one. */
export function isRescued({ settings, model }: Seen): boolean {
  const found = settings.ground === ASKED ? both(model) : undefined;
  return found !== undefined && found.here.loss < found.gentle.loss - DEEPER;
}

export function rescueStatus({ settings, model }: Seen): string {
  if (settings.ground !== ASKED) return 'choose “two valleys” first';
  const rate = brief(settings.rate, 3);
  const found = both(model);
  if (!found) return `at rate ${rate} this ball does not come to rest`;
  const { here, gentle } = found;
  const ends = `at rate ${rate} the ball ends with a loss of ${significant(here.loss)}`;
  const gently = `gently with ${significant(gentle.loss)}`;
  if (here.loss < gentle.loss - DEEPER)
    return `${ends}, ${gently}: its long steps leap over the border that short ones follow`;
  if (here.loss > gentle.loss + DEEPER) return `${ends}, ${gently}: the wrong way round`;
  const same = `${ends}, and gently with the same`;
  const lowest = model.survey.scouted.bottoms[0]?.loss ?? -Infinity;
  return here.loss < lowest + DEEPER
    ? `${same}: the lower one needs no leap from here`
    : `${same}: no step has leapt over the border yet`;
}
