/** The chapter's task: momentum, tuned for its ravine. */
import { STEPS } from './race';
import type { Seen } from './seen';

/** Arrive within so many steps, on ground at least this long, from at least this far. */
export const TASK = { steps: 24, condition: 50, far: 2 } as const;

function entry(v: Seen) {
  return v.model.entries.find((e) => e.racer.name === 'momentum');
}

function onGround({ settings: s, model }: Seen): boolean {
  const far = Math.hypot(...model.start) >= TASK.far;
  return s.landscape === 'ravine' && s.condition >= TASK.condition && far;
}

export function tunedWell(v: Seen): boolean {
  const step = entry(v)?.finish?.step;
  return onGround(v) && step !== undefined && step <= TASK.steps;
}

export function tunedStatus(v: Seen): string {
  const momentum = entry(v);
  if (!onGround(v)) return `go to the ravine, condition number ${TASK.condition} or more, away from its bottom`;
  if (!momentum) return 'send momentum onto the field';
  if (momentum.diverged) return 'momentum diverges';
  const step = momentum.finish?.step;
  return step === undefined ? `momentum is not there after ${STEPS} steps` : `momentum arrives at step ${step}`;
}
