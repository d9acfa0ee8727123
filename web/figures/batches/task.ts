/** The task: with small batches, come to rest at the bottom. */
import { fixed, significant } from '../../plot/format';
import { FEW, type Batched, type Seen } from './seen';

/** Above the lowest loss, over all of the last epoch. */
export const CALM = 0.006;
/** Above the lowest, at the start: who begins at the bottom has nothing to find. */
const HIGH = 1;

/** Updates that count as the last epoch of a run. */
export const lastOf = (steps: number, perEpoch: number): number => Math.min(perEpoch, steps);

/** Mean loss above the lowest over the last epoch of the present run. */
export function meanAbove(m: Batched): number {
  const { run, survey, perEpoch } = m;
  const all = m.lossesOf(run);
  const last = all.subarray(all.length - Math.max(1, lastOf(run.steps, perEpoch)));
  return last.reduce((sum, loss) => sum + loss - survey.least, 0) / last.length;
}

const tooMany = (v: Seen): boolean => v.settings.batch > FEW;
const tooNear = (v: Seen): boolean => (v.model.lossesOf(v.model.run)[0] ?? 0) - v.model.survey.least < HIGH;
const arrived = (v: Seen): boolean => v.step >= v.model.steps;

export const rested = (v: Seen): boolean =>
  !tooMany(v) && !tooNear(v) && arrived(v) && v.settings.order === 'shuffled' && v.model.strays() < CALM;

export function restedStatus(v: Seen): string {
  if (tooMany(v)) return `${v.settings.batch} asked; with ${FEW} or fewer`;
  if (tooNear(v)) return 'the start is too near the bottom; drag the ball up the slope';
  if (v.settings.order === 'sorted') return 'not shuffled: the batches of one epoch pull in turn, not at random';
  const strays = significant(v.model.strays(), 2);
  if (!rested(v))
    return v.model.strays() < CALM
      ? 'play it to its end'
      : `over ${v.model.shuffles} shuffles it strays up to ${strays} above the lowest in the last epoch; below ${CALM} is rest`;
  const { rate, schedule } = v.settings;
  const last = v.model.run.trace.rate[v.model.steps] ?? rate;
  const why =
    schedule === 'falling'
      ? `every step is noise times the rate, and the rate fell from ${fixed(rate, 2)} to ${significant(last, 2)}: long strides first, then hardly any`
      : `the rate is so small that its noise hardly moves the ball`;
  return `strays at most ${strays} on average over ${v.model.shuffles} shuffles: ${why}`;
}
