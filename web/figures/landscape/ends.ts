/** Where many runs of chapter 8's network end: forty starts for each of several widths, looked at on their way. */
import type { Engine } from '../../engine/engine';
import { WIDTHS } from './choices';
import { Growth } from './growth';
import { moons, type Lesson } from './lesson';
import type { Coast, Ends, Trial, Trials } from './seen';

export const RUNS = 40;
export const LAST = 3000;
/** Updates between two looks at a run. */
export const EVERY = 100;
export const CHECKS: readonly number[] = Array.from({ length: LAST / EVERY + 1 }, (_, k) => k * EVERY);
/** Points scattered as in chapter 8: a bent coast parts them all. */
const NOISE = 0.1;
const RATE = 0.2;
export const BATCH = 10;

/** What the maps of an answer cover, and their places. */
export const GROUND = { x: [-1.5, 2.5], y: [-1.18, 1.68] } as const;
export const GRID = { columns: 43, rows: 31 } as const;

const netOf = ({ inputs, targets }: Pick<Lesson, 'inputs' | 'targets'>, width: string, seed: number) => ({
  network: {
    layers: [2, Number(width), 1],
    activation: 'tanh' as const,
    loss: 'mse' as const,
    seed,
    inputs,
    targets,
  },
});

function* trial(engine: Engine, lesson: Lesson, width: string, seed: number): Generator<void, Trial> {
  const run = engine.createRun({
    objective: netOf(lesson, width, seed),
    optimizer: { name: 'gradient_descent', learningRate: RATE },
    batch: { size: BATCH, seed },
    stepLimit: LAST,
  });
  try {
    const losses = new Float64Array(CHECKS.length);
    const parameters: Float64Array[] = [];
    for (const [k, check] of CHECKS.entries()) {
      run.advance(check - run.progress().step);
      const { step } = run.progress();
      losses[k] = run.assess({ step }).loss;
      parameters.push(run.at(step).parameters);
      if (k % 4 === 3) yield;
    }
    return { losses, parameters };
  } finally {
    run.dispose();
  }
}

/** By width, none yet. */
export const none = (): Map<string, Trial[]> => new Map(WIDTHS.map((width) => [width, []]));

/** One run of each width, then the next of each: every row fills alike. Goes on from those that are `over`. */
export function* trials(engine: Engine, over = none(), runs = RUNS): Generator<Trials, void> {
  const lesson = moons(engine, NOISE);
  yield over;
  for (let seed = 1; seed <= runs; seed++)
    for (const width of WIDTHS) {
      const row = over.get(width)!;
      if (row.length >= seed) continue;
      const work = trial(engine, lesson, width, seed);
      try {
        let next = work.next();
        for (; !next.done; next = work.next()) yield over;
        // Another figure of the page may have made it meanwhile.
        if (row.length < seed) row.push(next.value);
      } finally {
        work.return(undefined as never);
      }
      yield over;
    }
}

/** The loss of a run at a time: between two looks at it as the logarithm goes. */
export function lossAt({ losses }: Trial, time: number): number {
  const k = Math.min(losses.length - 1, Math.floor(time / EVERY));
  const here = losses[k] ?? NaN;
  const next = losses[Math.min(losses.length - 1, k + 1)] ?? here;
  const part = time / EVERY - k;
  return part > 0 && here > 0 && next > 0 ? here * (next / here) ** Math.min(1, part) : here;
}

/** A run's numbers at the last look before a time. */
export const parametersAt = ({ parameters }: Trial, time: number): Float64Array =>
  parameters[Math.min(parameters.length - 1, Math.floor(time / EVERY))]!;

function grid(): Float64Array {
  const { columns, rows } = GRID;
  const { x, y } = GROUND;
  return Float64Array.from({ length: 2 * columns * rows }, (_, i) => {
    const [c, r] = [Math.floor(i / 2) % columns, Math.floor(i / 2 / columns)];
    return i % 2 ? y[0] + ((y[1] - y[0]) * r) / (rows - 1) : x[0] + ((x[1] - x[0]) * c) / (columns - 1);
  });
}

/** Runs that are over: nothing a reader sets changes them, so they are made once. */
const made = new WeakMap<Engine, Map<string, Trial[]>>();
const coasts = new WeakMap<Float64Array, Coast>();

export function endsOf(engine: Engine): Ends {
  const lesson = moons(engine, NOISE);
  const places = grid();
  const over = made.get(engine) ?? none();
  made.set(engine, over);
  return {
    runs: new Growth(trials(engine, over)).first(),
    coast: (width, parameters) => {
      const found = coasts.get(parameters);
      if (found) return found;
      const objective = engine.createObjective(netOf(lesson, width, 1));
      const { sums, count, neurons } = objective.activations(parameters, places);
      objective.dispose();
      const coast = { columns: GRID.columns, rows: GRID.rows, values: sums.slice((neurons - 1) * count) };
      coasts.set(parameters, coast);
      return coast;
    },
    points: { places: lesson.inputs, targets: lesson.targets },
  };
}
