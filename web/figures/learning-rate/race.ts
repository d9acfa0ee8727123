/** Four descents from one start that differ in nothing but the rate, on ground that keeps its frame. */
import type { Engine, Explanation } from '../../engine/engine';
import { linspace, type Series } from '../../plot/curve';
import { clamp } from '../../plot/scales';
import { span } from '../ball-on-curve';
import { descend, type Descent } from '../descent';
import type { Model } from '../figure';
import { profile, type CurveName, type Profile } from '../profile';
import { mannerOf, STEPS, sweeps, type Conditions, type Ground, type Manner, type Swept, type Sweeps } from './sweep';

export { RATES, STEPS, type Manner } from './sweep';
/** What counts as having climbed out: a loss this many times the highest on the map. */
const OUT = 10;
/** So close above the bottom, a loss is at the bottom: the run ends there. */
export const FOOT = 1e-12;
/** Of w² + 5, whose frame every parabola is drawn in. */
const PLAIN = 2;
const SIDE = 4.6;
const POINTS = 401;

/** The step that led out of bounds, which the run itself has no row for. */
export interface Leap {
  readonly weight: number;
  readonly explanation: Explanation;
}

export interface Ball {
  readonly rate: number;
  readonly run: Descent;
  readonly manner: Manner;
  /** Loss after the race; NaN where it diverged. */
  readonly finalLoss: number;
  /** Steps it takes up on the time line: one more than were recorded where the last one led out. */
  readonly steps: number;
  readonly diverged: boolean;
  readonly leap: Leap | undefined;
}

/** What the picture of the ground shows, however steep the ground is. */
export interface Frame {
  readonly x: readonly [number, number];
  readonly top: number;
}

export interface Race extends Model {
  readonly ground: Profile;
  readonly frame: Frame;
  /** The ground over its frame; and where that is another parabola than w² + 5, that one. */
  readonly curve: Series;
  readonly before: Series | undefined;
  /** Of the parabola: the curvature of every place, and that of w² + 5; undefined on other curves. */
  readonly bend: { readonly now: number; readonly before: number } | undefined;
  readonly start: number;
  readonly balls: readonly Ball[];
  /** Loss at the lowest bottom. */
  readonly floor: number;
  /** Loss beyond which a run has diverged. */
  readonly out: number;
  readonly sweeps: Sweeps;
  readonly swept: Swept;
  /** The largest rate at which a long run still converges; 0 if none does. Takes some milliseconds once. */
  edge(): number;
}

export interface RaceOptions {
  readonly function: CurveName;
  /** Of the parabola. */
  readonly curvature: number;
  readonly start: number;
  readonly rates: readonly number[];
  /** Whether the frame follows the curvature. */
  readonly fitted?: boolean;
}

/** A rate in plain decimals, three significant digits: 0.0001. */
export const rateText = (rate: number): string => String(Number(rate.toPrecision(3)));

const objectiveOf = (o: RaceOptions): Conditions['objective'] => ({
  name: o.function,
  ...(o.function === 'parabola' ? { curvature: o.curvature } : {}),
});

function survey(engine: Engine, o: RaceOptions): Ground {
  const objective = objectiveOf(o);
  const ground = profile(engine, { ...objective, name: o.function }, o.function === 'parabola' ? 0.97 : 0.85);
  const start = clamp(o.start, ground.domain[0], ground.domain[1]);
  const bottom = ground.downhill(start);
  const conditions: Conditions = {
    objective,
    start: [start],
    stepLimit: STEPS,
    // On a bowl of curvature L the slope where the loss is e above the bottom is sqrt(2 L e).
    tolerance: Math.sqrt(2 * (bottom?.curvature ?? 1) * FOOT),
    divergenceLimit: OUT * ground.highest,
  };
  const floor = Math.min(...ground.minima.map((m) => m.y));
  return { ground, floor, bottom, conditions, first: ground.value(start) };
}

/** Where the step that led out of bounds would have landed: made once more, without bounds. */
function leapOf(engine: Engine, run: Descent): Leap | undefined {
  const once = descend(engine, {
    ...run.options,
    start: [run.parameter(run.steps, 0)],
    stepLimit: 1,
    tolerance: 0,
    divergenceLimit: 1e308,
  });
  // Undefined where not even that has a loss.
  const leap = once.steps < 1 ? undefined : { weight: once.parameter(1, 0), explanation: once.explain(1, 0) };
  once.dispose();
  return leap;
}

function ballsOf(engine: Engine, o: RaceOptions, g: Ground): Ball[] {
  const told = engine.sweepRates({ ...g.conditions, rates: o.rates });
  return o.rates.map((rate, i) => {
    const run = descend(engine, { ...g.conditions, optimizer: { name: 'gradient_descent', learningRate: rate } });
    const diverged = run.reason === 'diverged';
    return {
      rate,
      run,
      manner: mannerOf(told, i, g),
      finalLoss: told.finalLoss[i] ?? NaN,
      steps: span(run),
      diverged,
      leap: diverged ? leapOf(engine, run) : undefined,
    };
  });
}

type Drawn = Pick<Race, 'frame' | 'curve' | 'before' | 'bend'>;

/** A parabola is drawn in the frame of w² + 5, so that one a hundred times steeper looks it. */
function drawnParabola(engine: Engine, o: RaceOptions): Drawn {
  const x = linspace(-SIDE, SIDE, POINTS);
  const over = (curvature: number): { series: Series; bend: number } => {
    const objective = engine.createObjective({ name: 'parabola', curvature });
    const answer = { series: { x, y: objective.values(x).values }, bend: objective.curvature([0]).largest };
    objective.dispose();
    return answer;
  };
  const now = over(o.curvature);
  const before = o.curvature === PLAIN ? now : over(PLAIN);
  return {
    frame: { x: [-SIDE, SIDE], top: (o.fitted ? now : before).series.y[0] ?? 1 },
    curve: now.series,
    before: before === now ? undefined : before.series,
    bend: { now: now.bend, before: before.bend },
  };
}

const drawn = (engine: Engine, o: RaceOptions, ground: Profile): Drawn =>
  o.function === 'parabola'
    ? drawnParabola(engine, o)
    : { frame: { x: ground.domain, top: ground.top }, curve: ground.curve, before: undefined, bend: undefined };

/** The sweep does not depend on the four rates, so it is kept while only they are being dragged. */
const kept = new WeakMap<Engine, { readonly key: string; readonly sweeps: Sweeps }>();

/** What it needs of the ground is asked for at once: the ground is freed with the race that made it. */
function sweepsOf(engine: Engine, key: string, g: Ground): Sweeps {
  const before = kept.get(engine);
  if (before?.key === key) return before.sweeps;
  const now = { key, sweeps: sweeps(engine, g) };
  kept.set(engine, now);
  return now.sweeps;
}

export function race(engine: Engine, o: RaceOptions): Race {
  const g = survey(engine, o);
  const { ground, floor, conditions } = g;
  const start = conditions.start?.[0] ?? 0;
  const balls = ballsOf(engine, o, g);
  const all = sweepsOf(engine, `${o.function} ${o.curvature} ${start}`, g);
  return {
    ...drawn(engine, o, ground),
    ground,
    start,
    balls,
    floor,
    out: OUT * ground.highest,
    sweeps: all,
    get swept() {
      return all.whole;
    },
    edge: () => all.edge,
    // The time line is as long for a race that is over at once: what every rate does goes on.
    steps: balls.every((b) => b.manner === 'rests') ? 0 : STEPS,
    dispose: () => {
      for (const b of balls) b.run.dispose();
      ground.dispose();
    },
  };
}
