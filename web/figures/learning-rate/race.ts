/** Four descents from one start that differ in nothing but the rate, and what every other rate would do. */
import type { Engine, Sweep, SweepOptions } from '../../engine/engine';
import { logspace } from '../../plot/curve';
import { clamp } from '../../plot/scales';
import { span } from '../ball-on-curve';
import { descend, type Descent } from '../descent';
import type { Model } from '../figure';
import { profile, type Bottom, type CurveName, type Profile } from '../profile';

export const STEPS = 40;
export const RATES = { min: 1e-4, max: 10 } as const;
const SWEPT = 240;
/** What counts as having climbed out: a loss this many times the highest on the map. */
const OUT = 10;
/** So close above the bottom, a loss is at the bottom: the run ends there. */
export const FOOT = 1e-12;
/** What counts as having come down, slowly or not: this share of the start's height above the bottom. */
const ARRIVED = 0.01;
/** A run that has not settled by then is taken to converge never: at first glance, and close to the edge. */
const PATIENCE = { glance: 2_000, close: 50_000 } as const;
/** Halvings between two swept rates, 5 % apart: to a few millionths. */
const HALVINGS = 14;

/** What a run does, in one word. */
export type Manner = 'rests' | 'crawls' | 'glides' | 'swings' | 'diverges';

export interface Ball {
  readonly rate: number;
  readonly run: Descent;
  readonly manner: Manner;
  /** Loss after the race; NaN where it diverged. */
  readonly finalLoss: number;
  /** Steps it takes up on the time line: one more than were recorded where the last one led out. */
  readonly steps: number;
  readonly diverged: boolean;
}

export interface Band {
  readonly from: number;
  readonly to: number;
  readonly manner: Manner;
}

/** Every rate's race. */
export interface Swept {
  readonly rates: Float64Array;
  /** Loss above the lowest bottom after the race; NaN where it diverged. */
  readonly excess: Float64Array;
  /** Neighbouring rates that do the same, in rising order and without gaps. */
  readonly bands: readonly Band[];
  /** The bottom in which the largest rate that arrived has arrived: its curvature sets the threshold. */
  readonly last: Bottom | undefined;
}

export interface Race extends Model {
  readonly ground: Profile;
  readonly start: number;
  readonly balls: readonly Ball[];
  /** Loss at the lowest bottom. */
  readonly floor: number;
  /** Loss beyond which a run has diverged. */
  readonly out: number;
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
}

type Conditions = Omit<SweepOptions, 'rates'>;

/** From the engine's own verdict; only slow and done are told apart here, by how far down it got. */
function mannerOf(sweep: Sweep, i: number, first: number, bottom: number): Manner {
  const behaviour = sweep.behaviours[i];
  if (behaviour === 'divergent') return 'diverges';
  if (sweep.steps[i] === 0) return 'rests';
  if (behaviour === 'swinging') return 'swings';
  return (sweep.finalLoss[i] ?? NaN) - bottom <= ARRIVED * (first - bottom) ? 'glides' : 'crawls';
}

/** Joins neighbours that do the same; a border lies halfway between two rates, on the logarithmic scale. */
function bandsOf(rates: Float64Array, manners: readonly Manner[]): Band[] {
  const bands: Band[] = [];
  manners.forEach((manner, i) => {
    const rate = rates[i] ?? 0;
    const last = bands[bands.length - 1];
    const border = i === 0 ? rate : Math.sqrt(rate * (rates[i - 1] ?? rate));
    if (last?.manner === manner) bands[bands.length - 1] = { ...last, to: rate };
    else {
      if (last) bands[bands.length - 1] = { ...last, to: border };
      bands.push({ from: border, to: rate, manner });
    }
  });
  return bands;
}

interface Ground {
  readonly ground: Profile;
  readonly floor: number;
  readonly bottom: Bottom | undefined;
  readonly conditions: Conditions;
}

function sweepAll(engine: Engine, { ground, floor, bottom, conditions }: Ground): Swept {
  const rates = logspace(RATES.min, RATES.max, SWEPT);
  const sweep = engine.sweepRates({ ...conditions, rates });
  const first = ground.value(conditions.start?.[0] ?? 0);
  const manners = Array.from(rates, (_, i) => mannerOf(sweep, i, first, bottom?.y ?? floor));
  const arrived = sweep.finalLoss[sweep.reasons.lastIndexOf('converged')];
  const last = ground.minima.find((m) => arrived !== undefined && Math.abs(m.y - arrived) < 1e-6) ?? bottom;
  return { rates, excess: sweep.finalLoss.map((loss) => loss - floor), bands: bandsOf(rates, manners), last };
}

/** Long runs above the best of the swept rates; then halving between the last that converges and the next. */
function findEdge(engine: Engine, conditions: Conditions, swept: Swept): number {
  const converged = (rates: readonly number[], stepLimit: number): number =>
    engine.sweepRates({ ...conditions, stepLimit, rates }).reasons.lastIndexOf('converged');
  const best = swept.excess.reduce((b, e, i) => (e <= (swept.excess[b] ?? Infinity) ? i : b), 0);
  const rates = Array.from(swept.rates.slice(best));
  const i = converged(rates, PATIENCE.glance);
  let low = rates[i] ?? 0;
  let high = rates[i + 1] ?? low;
  for (let k = 0; k < HALVINGS && i >= 0; k++) {
    const middle = (low + high) / 2;
    if (converged([middle], PATIENCE.close) === 0) low = middle;
    else high = middle;
  }
  return low;
}

/** A rate in plain decimals, three significant digits: 0.0001. */
export const rateText = (rate: number): string => String(Number(rate.toPrecision(3)));

interface Kept {
  readonly key: string;
  readonly swept: Swept;
  edge: number | undefined;
}

/** The sweep does not depend on the four rates, so it is kept while only they are being dragged. */
const kept = new WeakMap<Engine, Kept>();

function keep(engine: Engine, key: string, make: () => Swept): Kept {
  const before = kept.get(engine);
  if (before?.key === key) return before;
  const now: Kept = { key, swept: make(), edge: undefined };
  kept.set(engine, now);
  return now;
}

function survey(engine: Engine, o: RaceOptions): Ground {
  const shape = o.function === 'parabola' ? { curvature: o.curvature } : {};
  const objective = { name: o.function, ...shape };
  const ground = profile(engine, objective, o.function === 'parabola' ? 0.97 : 0.85);
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
  return { ground, floor: Math.min(...ground.minima.map((m) => m.y)), bottom, conditions };
}

function ballsOf(engine: Engine, o: RaceOptions, g: Ground): Ball[] {
  const told = engine.sweepRates({ ...g.conditions, rates: o.rates });
  return o.rates.map((rate, i) => {
    const run = descend(engine, { ...g.conditions, optimizer: { name: 'gradient_descent', learningRate: rate } });
    return {
      rate,
      run,
      manner: mannerOf(told, i, run.loss(0), g.bottom?.y ?? g.floor),
      finalLoss: told.finalLoss[i] ?? NaN,
      steps: span(run),
      diverged: run.reason === 'diverged',
    };
  });
}

export function race(engine: Engine, o: RaceOptions): Race {
  const g = survey(engine, o);
  const { ground, floor, conditions } = g;
  const start = conditions.start?.[0] ?? 0;
  const balls = ballsOf(engine, o, g);
  const all = keep(engine, `${o.function} ${o.curvature} ${start}`, () => sweepAll(engine, g));
  return {
    ground,
    start,
    balls,
    floor,
    out: OUT * ground.highest,
    swept: all.swept,
    edge: () => (all.edge ??= findEdge(engine, conditions, all.swept)),
    steps: Math.max(...balls.map((b) => b.steps)),
    dispose: () => {
      for (const b of balls) b.run.dispose();
      ground.dispose();
    },
  };
}
