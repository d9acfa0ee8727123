/** The chapter's task: a rate with which a ball finds the bottom at once. */
import { brief, significant } from '../../plot/format';
import { rateText, type Ball, type Race } from './race';

/** What counts as having found the bottom, from how far away, and how fast. */
const TASK = { near: 0.001, far: 1, steps: 3 } as const;

const distance = (w: number, { ground }: Race): number => Math.abs(w - (ground.nearest(w)?.x ?? Infinity));

const isFar = (race: Race): boolean => race.ground.minima.every((m) => Math.abs(m.x - race.start) >= TASK.far);

/** The first step, of those allowed, at which a ball lies next to a bottom. */
function arrival(ball: Ball, race: Race): number | undefined {
  for (let k = 0; k <= Math.min(TASK.steps, ball.run.steps); k++)
    if (distance(ball.run.parameter(k, 0), race) <= TASK.near) return k;
  return undefined;
}

/** Whether the reader has seen it arrive. */
export const arrivedFast = (race: Race, step: number): boolean =>
  isFar(race) && race.balls.some((ball) => (arrival(ball, race) ?? Infinity) <= step);

export function fastestStatus(race: Race): string {
  if (!isFar(race)) return `start at least ${TASK.far} away from every bottom`;
  const first = race.balls.map((ball) => ({ ball, k: arrival(ball, race) })).find(({ k }) => k !== undefined);
  if (first) return `rate ${rateText(first.ball.rate)} arrives in ${first.k === 1 ? 'one step' : `${first.k} steps`}`;
  const left = race.balls.filter((b) => !b.diverged || b.run.steps >= TASK.steps);
  if (left.length === 0) return 'all four have left';
  const best = Math.min(...left.map((b) => distance(b.run.parameter(TASK.steps, 0), race)));
  return `after ${brief(TASK.steps)} steps the best of the four is ${significant(best, 2)} away`;
}
