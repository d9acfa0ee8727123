/** The chapter's task: momentum, tuned for its ravine. */
import { brief, fixed } from '../../plot/format';
import { MOMENTUM, STEPS } from './race';
import { theoryOf } from './rolls';
import { USUAL, type Seen } from './seen';

/**
 * Stay below the line within so many steps, on ground at least this long. Polyak's pair does, with the usual rate alone
 * nobody does; and it counts from the ravine's own start, since from some other place any dials can be lucky.
 */
export const TASK = { steps: 25, condition: 50 } as const;

interface Dials {
  readonly momentum: number;
  readonly rate: number;
}

const onGround = ({ settings: s }: Seen): boolean => s.landscape === 'ravine' && s.condition >= TASK.condition;

export function dialsOf({ model, settings }: Seen): Dials {
  const { tuned, ground } = model;
  return {
    momentum: tuned[MOMENTUM] ?? settings.momentum ?? USUAL,
    rate: tuned['momentum.learningRate'] ?? Number((1 / ground.curvature).toPrecision(3)),
  };
}

export function tunedWell(v: Seen): boolean {
  if (!onGround(v)) return false;
  const { step } = v.model.home().at(dialsOf(v).momentum);
  return step !== undefined && step <= TASK.steps;
}

/** What these dials do to walls and floor, by the curvatures there. */
function why(v: Seen, done: boolean): string {
  const { momentum, rate } = dialsOf(v);
  const theory = theoryOf(v.model.ground, rate);
  if (!theory) return 'its rate is beyond the edge of the walls';
  if (momentum < theory.floor - 0.02 && momentum < theory.walls - 0.02)
    return 'it crawls along the floor and bounces off the walls';
  if (momentum < theory.walls - 0.02) return 'its rate makes it bounce off the walls longer than it need';
  const keeps = fixed(Math.sqrt(momentum), 2);
  if (done) return `wall and floor shrink nearly alike, to about ${keeps} of their size with every step`;
  if (momentum < theory.floor - 0.02) return 'its momentum is too small for the floor, where it crawls';
  return momentum > theory.best + 0.02
    ? `its momentum is more than wall and floor need, and every swing keeps ${keeps} of its size`
    : 'at this rate no momentum is much better: the rate is the other dial';
}

export function tunedStatus(v: Seen): string {
  if (!onGround(v)) return `go to the ravine, condition number ${TASK.condition} or more`;
  const { momentum, rate } = dialsOf(v);
  const { step, diverged } = v.model.home().at(momentum);
  const dials = `rate ${brief(rate)}, momentum ${brief(momentum)}`;
  if (diverged) return `${dials}: it diverges, the rate is beyond the edge of the walls`;
  const when = step === undefined ? `not there after ${STEPS} steps` : `stays below from step ${step}`;
  return `${dials}: ${when}; ${why(v, tunedWell(v))}`;
}
