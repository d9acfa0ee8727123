/** A training that asks all points, and its sharpness along the way: the largest curvature of the loss where it stands. */
import type { Engine } from '../../engine/engine';
import { recent } from '../recent';
import type { Settings } from './choices';
import { Growth } from './growth';
import { descentOf, moons } from './lesson';
import type { Course, Edge } from './seen';

export const UPDATES = 2400;
/** Updates between two sharpnesses. */
export const EVERY = 8;
/** How well a sharpness is to be known, relative to itself. */
const TOLERANCE = 1e-4;
/** Units of work at one go: a millisecond or two. */
const AT_ONCE = 200;

function* measuring(engine: Engine, s: Settings): Generator<Course, void> {
  const task = engine.createEdge({
    ...descentOf(moons(engine), s.seed, s.rate, UPDATES),
    every: EVERY,
    sharpnessTolerance: TOLERANCE,
  });
  const soFar = (): Course => {
    const { error, loss, steps, sharpness, reason } = task.result();
    if (error) throw new Error(`${error.field}: ${error.message} ${error.remedy}`);
    // A run that leaves the numbers has places where nothing can be measured.
    const measured = (_: number, k: number): boolean => Number.isFinite(sharpness[k]);
    return {
      losses: loss,
      at: steps.filter(measured),
      sharpness: sharpness.filter(measured),
      diverged: reason === 'diverged',
    };
  };
  try {
    for (let { done, total } = task.progress(); done < total; { done, total } = task.advance(AT_ONCE))
      if (done) yield soFar();
    yield soFar();
  } finally {
    task.dispose();
  }
}

/** Whole courses, the last ones asked for, by start and rate. */
const known = recent<Course>(8);
/** What stood in the picture last. */
const latest = new WeakMap<Engine, Growth<Course>>();

function* remembered(engine: Engine, s: Settings): Generator<Course, void> {
  const all = known(engine);
  const key = `${s.seed} ${s.rate}`;
  const before = all.get(key);
  if (before) {
    yield before;
    return;
  }
  let last: Course | undefined;
  for (const course of measuring(engine, s)) yield (last = course);
  if (last) all.keep(key, last);
}

export function edgeOf(engine: Engine, s: Settings): Edge & { readonly dispose: () => void } {
  const course = new Growth(remembered(engine, s)).first();
  const past = latest.get(engine)?.now;
  latest.set(engine, course);
  return { rate: s.rate, course, before: past, dispose: () => course.end() };
}

/** Where the sharpness stays: the middle of its values over the second half of the run; undefined where it did not get so far. */
export function stays({ at, sharpness, diverged }: Course): number | undefined {
  if (diverged || (at[at.length - 1] ?? 0) < UPDATES) return undefined;
  const late = Array.from(sharpness).slice(Math.floor(sharpness.length / 2));
  late.sort((a, b) => a - b);
  return late[Math.floor(late.length / 2)];
}

/** The sharpness at an update, between two that were measured on the line through them. */
export function sharpnessAt({ at, sharpness }: Course, time: number): number | undefined {
  const last = at.length - 1;
  if (last < 0) return undefined;
  let k = Math.min(last, Math.max(0, Math.floor(time / EVERY)));
  while (k < last && (at[k + 1] ?? Infinity) <= time) k++;
  const [from, to] = [at[k] ?? 0, at[k + 1] ?? Infinity];
  const here = sharpness[k] ?? 0;
  return to === Infinity ? here : here + ((sharpness[k + 1] ?? here) - here) * ((time - from) / (to - from));
}
