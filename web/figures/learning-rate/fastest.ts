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

/** Twice as steep or as gentle as w² + 5, and the rate is another one. */
const RESCALED = 2;

/** Whether it is another parabola than w² + 5, whose best rate the text gives away. */
export const isRescaled = ({ bend }: Race): boolean =>
  bend !== undefined && Math.max(bend.now / bend.before, bend.before / bend.now) >= RESCALED * (1 - 1e-9);

/** What made it so fast: on a parabola the share that every step keeps, elsewhere the bottom's own best rate. */
function why(ball: Ball, arrivedAt: number, { bend, ground }: Race): string {
  if (bend) {
    const kept = Math.abs(1 - ball.rate * bend.now);
    const best = `1 / curvature = ${brief(1 / bend.now)}`;
    if (kept < 1e-9) return `it is ${best}, and its step is as long as the way`;
    return `so near to ${best}, each step keeps only ${brief(kept, 2)} of the distance`;
  }
  const curvature = ground.nearest(ball.run.parameter(arrivedAt, 0))?.curvature ?? 0;
  return curvature > 0 ? `at that bottom 1 / curvature = ${brief(1 / curvature)}` : '';
}

export function fastestStatus(race: Race): string {
  if (!isFar(race)) return `start at least ${TASK.far} away from every bottom`;
  const first = race.balls.map((ball) => ({ ball, k: arrival(ball, race) })).find(({ k }) => k !== undefined);
  if (first?.k !== undefined) {
    const steps = first.k === 1 ? 'one step' : `${first.k} steps`;
    return `rate ${rateText(first.ball.rate)} arrives in ${steps}: ${why(first.ball, first.k, race)}`;
  }
  const left = race.balls.filter((b) => !b.diverged || b.run.steps >= TASK.steps);
  if (left.length === 0) return 'all four have left';
  const best = Math.min(...left.map((b) => distance(b.run.parameter(TASK.steps, 0), race)));
  return `after ${brief(TASK.steps)} steps the best of the four is ${significant(best, 2)} away`;
}

export const rescaledStatus = (race: Race): string =>
  isRescaled(race) ? fastestStatus(race) : 'make the parabola at least twice as steep or as gentle first';
