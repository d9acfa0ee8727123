/** Where many runs of chapter 8's network end: forty starts for each of several widths, looked at on their way. */
import type { Engine, StartsOptions, StartsSurvey } from '../../engine/engine';
import { pursueSoon } from '../../engine/soon';
import { WIDTHS } from './choices';
import { Growth, type Aside } from './growth';
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

/** Runs of one width, so many at one go: each width gets on alike. */
const BLOCK = 4;
/** Updates at one go: a millisecond or two. */
const AT_ONCE = 300;

/** Some of a width's runs: from the starts that belong to the numbers from `first` on. */
interface Block {
  readonly width: string;
  readonly first: number;
}

const asked = (lesson: Lesson, { width, first }: Block): StartsOptions => ({
  objective: netOf(lesson, width, 1),
  optimizer: { name: 'gradient_descent', learningRate: RATE },
  batch: { size: BATCH, seed: 1 },
  stepLimit: LAST,
  count: BLOCK,
  seed: first,
  every: EVERY,
});

/** Adds the runs that are over and were not there yet. */
function add(
  row: Trial[],
  { first }: Block,
  { error, finalLoss, dimension, lookLosses, lookPlaces }: StartsSurvey,
): void {
  if (error) throw new Error(`${error.field}: ${error.message} ${error.remedy}`);
  const looks = CHECKS.length;
  for (let k = row.length + 1 - first; k < finalLoss.length; k++) {
    const place = (look: number): Float64Array =>
      lookPlaces.slice((k * looks + look) * dimension, (k * looks + look + 1) * dimension);
    row.push({
      losses: lookLosses.slice(k * looks, (k + 1) * looks),
      parameters: CHECKS.map((_, look) => place(look)),
    });
  }
}

type Over = Map<string, Trial[]>;

/** By width, none yet. */
export const none = (): Over => new Map(WIDTHS.map((width) => [width, []]));

/** What is to be made next: some runs of each width, then more of each. Undefined once there are all. */
function nextOf(over: Over, runs: number): Block | undefined {
  for (let first = 1; first <= runs; first += BLOCK)
    for (const width of WIDTHS) if (over.get(width)!.length + 1 < first + BLOCK) return { width, first };
  return undefined;
}

/** Goes on from those that are `over`. */
export function* trials(engine: Engine, over = none(), runs = RUNS): Generator<Trials, void> {
  const lesson = moons(engine, NOISE);
  yield over;
  for (let block = nextOf(over, runs); block; block = nextOf(over, runs)) {
    const task = engine.createStarts(asked(lesson, block));
    try {
      for (let { done, total } = task.progress(); done < total; { done, total } = task.advance(AT_ONCE)) yield over;
      add(over.get(block.width)!, block, task.result());
    } finally {
      task.dispose();
    }
    yield over;
  }
}

const trialsAside =
  (engine: Engine, over: Over): Aside<Trials> =>
  (listener) => {
    const lesson = moons(engine, NOISE);
    let stop: () => void = () => undefined;
    const go = (): void => {
      const block = nextOf(over, RUNS);
      if (!block) return listener.over();
      stop = pursueSoon(
        {
          call: 'createStarts',
          options: asked(lesson, block),
          engine,
          told: (survey, { done, total }) => {
            add(over.get(block.width)!, block, survey);
            listener.told(over);
            if (done >= total) go();
          },
        },
        listener.failed,
      );
    };
    go();
    return () => stop();
  };

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
const made = new WeakMap<Engine, Over>();
const coasts = new WeakMap<Float64Array, Coast>();

export function endsOf(engine: Engine): Ends {
  const lesson = moons(engine, NOISE);
  const places = grid();
  const over = made.get(engine) ?? none();
  made.set(engine, over);
  return {
    runs: new Growth(trials(engine, over), nextOf(over, RUNS) && trialsAside(engine, over)).first(),
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
