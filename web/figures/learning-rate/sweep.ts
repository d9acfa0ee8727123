/** What every other rate would do: asked of the engine when it is first looked at, and kept while only the four rates change. */
import type { Engine, Sweep, SweepOptions } from '../../engine/engine';
import { linspace, logspace } from '../../plot/curve';
import type { Bottom, Profile } from '../profile';

export const RATES = { min: 1e-4, max: 10 } as const;
export const STEPS = 40;
/** What counts as having come down, slowly or not: this share of the start's height above the bottom. */
const ARRIVED = 0.01;
/** Rates of a whole sweep, and of one that is drawn over an axis of even steps. */
const SWEPT = 240;
const ACROSS = 480;
/** A run that has not settled by then is taken to converge never: at first glance, and close to the edge. */
const PATIENCE = { glance: 2_000, close: 50_000 } as const;
/** Halvings between two swept rates: to a few millionths for the edge, to less than a pixel for a band. */
const HALVINGS = { edge: 14, band: 6 } as const;
/** A loss that no axis reaches, for rates whose loss is none any more. */
const NOWHERE = 1e300;

/** What a run does, in one word. */
export type Manner = 'rests' | 'crawls' | 'glides' | 'swings' | 'diverges';

export interface Band {
  readonly from: number;
  readonly to: number;
  readonly manner: Manner;
}

/** Rates from one end of an axis to the other; a logarithmic one always holds all of them. */
export interface Span {
  readonly kind: 'linear' | 'log';
  readonly to: number;
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

export type Conditions = Omit<SweepOptions, 'rates'>;

/** Where all of them run. */
export interface Ground {
  readonly ground: Profile;
  readonly floor: number;
  readonly bottom: Bottom | undefined;
  readonly conditions: Conditions;
  /** Loss at the start. */
  readonly first: number;
}

export interface Sweeps {
  readonly whole: Swept;
  /** The largest rate at which a long run still converges; 0 if none does. Takes some milliseconds once. */
  readonly edge: number;
  /** The bands that lie on an axis. */
  bands(span: Span): readonly Band[];
  /** Loss above the lowest bottom after so many steps, for every rate of an axis; far beyond any axis where there is none. */
  after(steps: number, span: Span): { readonly x: Float64Array; readonly y: Float64Array };
}

/** From the engine's own verdict; only slow and done are told apart here, by how far down it got. */
export function mannerOf(sweep: Sweep, i: number, { first, bottom, floor }: Ground): Manner {
  const behaviour = sweep.behaviours[i];
  if (behaviour === 'divergent') return 'diverges';
  if (sweep.steps[i] === 0) return 'rests';
  if (behaviour === 'swinging') return 'swings';
  const foot = bottom?.y ?? floor;
  return (sweep.finalLoss[i] ?? NaN) - foot <= ARRIVED * (first - foot) ? 'glides' : 'crawls';
}

function mannersOf(engine: Engine, g: Ground, rates: Float64Array): Manner[] {
  const sweep = engine.sweepRates({ ...g.conditions, rates });
  return Array.from(rates, (_, i) => mannerOf(sweep, i, g));
}

/** Joins neighbours that do the same; a border is halved down to where one turns into the other. */
function bandsOf(engine: Engine, g: Ground, rates: Float64Array, manners: readonly Manner[], middle: Mean): Band[] {
  const turns = manners.flatMap((manner, i) => (i > 0 && manner !== manners[i - 1] ? [i] : []));
  const low = turns.map((i) => rates[i - 1] ?? 0);
  const high = turns.map((i) => rates[i] ?? 0);
  for (let k = 0; k < HALVINGS.band && turns.length > 0; k++) {
    const tried = Float64Array.from(turns, (_, b) => middle(low[b] ?? 0, high[b] ?? 0));
    mannersOf(engine, g, tried).forEach((manner, b) => {
      const side = manner === manners[(turns[b] ?? 1) - 1] ? low : high;
      side[b] = tried[b] ?? 0;
    });
  }
  const borders = [rates[0] ?? 0, ...turns.map((_, b) => middle(low[b] ?? 0, high[b] ?? 0)), rates.at(-1) ?? 0];
  return [0, ...turns].map((i, b) => ({
    from: borders[b] ?? 0,
    to: borders[b + 1] ?? 0,
    manner: manners[i] ?? 'rests',
  }));
}

type Mean = (a: number, b: number) => number;
const means: Readonly<Record<Span['kind'], Mean>> = {
  linear: (a, b) => (a + b) / 2,
  log: (a, b) => Math.sqrt(a * b),
};

const ratesOn = ({ kind, to }: Span): Float64Array =>
  kind === 'log' ? logspace(RATES.min, RATES.max, SWEPT) : linspace(to / ACROSS, to, ACROSS);

const ALL: Span = { kind: 'log', to: RATES.max };

function sweepAll(engine: Engine, g: Ground): Swept {
  const rates = ratesOn(ALL);
  const sweep = engine.sweepRates({ ...g.conditions, rates });
  const manners = Array.from(rates, (_, i) => mannerOf(sweep, i, g));
  const arrived = sweep.finalLoss[sweep.reasons.lastIndexOf('converged')];
  const last = g.ground.minima.find((m) => arrived !== undefined && Math.abs(m.y - arrived) < 1e-6) ?? g.bottom;
  return {
    rates,
    excess: sweep.finalLoss.map((loss) => loss - g.floor),
    bands: bandsOf(engine, g, rates, manners, means.log),
    last,
  };
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
  for (let k = 0; k < HALVINGS.edge && i >= 0; k++) {
    const middle = (low + high) / 2;
    if (converged([middle], PATIENCE.close) === 0) low = middle;
    else high = middle;
  }
  return low;
}

/** Computed once for each key, however often it is asked. */
function once<K, V>(make: (key: K) => V, name: (key: K) => string): (key: K) => V {
  const made = new Map<string, V>();
  return (key) => {
    const text = name(key);
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(text, value);
    return value;
  };
}

function after(engine: Engine, g: Ground, steps: number, span: Span): ReturnType<Sweeps['after']> {
  const x = ratesOn(span);
  if (steps < 1) return { x, y: x.map(() => g.first - g.floor) };
  const { finalLoss } = engine.sweepRates({
    ...g.conditions,
    stepLimit: steps,
    tolerance: 0,
    divergenceLimit: NOWHERE,
    rates: x,
  });
  return { x, y: finalLoss.map((loss) => (Number.isFinite(loss) ? loss - g.floor : NOWHERE)) };
}

export function sweeps(engine: Engine, g: Ground): Sweeps {
  let whole: Swept | undefined;
  let edge: number | undefined;
  const axis = ({ kind, to }: Span): string => (kind === 'log' ? kind : String(to));
  const bands = once(
    (span: Span) => bandsOf(engine, g, ratesOn(span), mannersOf(engine, g, ratesOn(span)), means.linear),
    axis,
  );
  const losses = once(
    ({ steps, span }: { readonly steps: number; readonly span: Span }) => after(engine, g, steps, span),
    ({ steps, span }) => `${steps} ${axis(span)}`,
  );
  const all = (): Swept => (whole ??= sweepAll(engine, g));
  return {
    get whole() {
      return all();
    },
    get edge() {
      return (edge ??= findEdge(engine, g.conditions, all()));
    },
    bands: (span) => (span.kind === 'log' ? all().bands : bands(span)),
    after: (steps, span) => losses({ steps, span }),
  };
}
