/** A training that asks all points, and its sharpness along the way: the largest curvature of the loss where it stands. */
import type { EdgeOptions, Engine, Edge as Measured } from '../../engine/engine';
import { pursueSoon } from '../../engine/soon';
import { recent } from '../recent';
import type { Settings } from './choices';
import { Growth, type Aside } from './growth';
import { descentOf, moons } from './lesson';
import type { Course, Edge } from './seen';

export const UPDATES = 2400;
/** Updates between two sharpnesses. */
export const EVERY = 8;
/** How well a sharpness is to be known, relative to itself. */
const TOLERANCE = 1e-4;
/** Units of work at one go: a millisecond or two. */
const AT_ONCE = 200;

const asked = (engine: Engine, s: Settings): EdgeOptions => ({
  ...descentOf(moons(engine), s.seed, s.rate, UPDATES),
  every: EVERY,
  sharpnessTolerance: TOLERANCE,
});

function courseOf({ error, loss, steps, sharpness, reason }: Measured): Course {
  if (error) throw new Error(`${error.field}: ${error.message} ${error.remedy}`);
  // A run that leaves the numbers has places where nothing can be measured.
  const measured = (_: number, k: number): boolean => Number.isFinite(sharpness[k]);
  return {
    losses: loss,
    at: steps.filter(measured),
    sharpness: sharpness.filter(measured),
    diverged: reason === 'diverged',
  };
}

function* measuring(engine: Engine, s: Settings, keep: (whole: Course) => unknown): Generator<Course, void> {
  const task = engine.createEdge(asked(engine, s));
  try {
    for (let { done, total } = task.progress(); done < total; { done, total } = task.advance(AT_ONCE))
      if (done) yield courseOf(task.result());
    const whole = courseOf(task.result());
    keep(whole);
    yield whole;
  } finally {
    task.dispose();
  }
}

const measuringAside =
  (engine: Engine, s: Settings, keep: (whole: Course) => unknown): Aside<Course> =>
  ({ told, over, failed }) =>
    pursueSoon(
      {
        call: 'createEdge',
        options: asked(engine, s),
        engine,
        told: (result, { done, total }) => {
          const course = courseOf(result);
          told(course);
          if (done < total) return;
          keep(course);
          over();
        },
      },
      failed,
    );

/** Whole courses, by start and rate. */
const known = recent<Course>(8);
/** What stood in the picture last. */
const latest = new WeakMap<Engine, Growth<Course>>();

function measured(engine: Engine, s: Settings): Growth<Course> {
  const key = `${s.seed} ${s.rate}`;
  const all = known(engine);
  const before = all.get(key);
  if (before) return new Growth([before].values());
  const keep = (course: Course): unknown => all.keep(key, course);
  return new Growth(measuring(engine, s, keep), measuringAside(engine, s, keep)).first();
}

export function edgeOf(engine: Engine, s: Settings): Edge & { readonly dispose: () => void } {
  const course = measured(engine, s);
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
