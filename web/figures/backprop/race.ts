/** One sweep backwards against one pass forwards per dial, on a network of 13,002 dials and one handwritten digit. */
import type { Answer, Engine, Objective } from '../../engine/engine';
import { inSlices } from '../../engine/pause';

export const LAYERS = [784, 16, 16, 10] as const;
export const SIDE = 28;
const DIGIT = 4;
/** Passes of one step of the time line. */
export const PER_STEP = 100;
/** Dials nudged at one go: well below a millisecond's worth on a fast machine, a few on a slow one. */
const AT_ONCE = 64;
/** Between two pictures of what has been nudged, ms. */
const APART = 80;

export interface Race {
  /** 784, 0 to 1, row by row. */
  readonly pixels: Float64Array;
  readonly dials: number;
  /** By one sweep. */
  readonly gradient: Float64Array;
  /** By nudging, as far as {@link nudgedSoFar}. */
  readonly nudged: Float64Array;
  readonly nudgedSoFar: () => number;
  /** Multiplications of one pass, and of one sweep. */
  readonly forwards: number;
  readonly backwards: number;
  readonly steps: number;
  /** Nudges in slices, until all is done or it is disposed of; `told` now and then. */
  readonly begin: (told: () => void) => void;
  readonly dispose: () => void;
}

/** One for where nothing is nudged. */
export const passesOf = (dials: number): number => dials + 1;

function accepted<T extends Answer>(answer: T): T {
  if (answer.error) throw new Error(`${answer.error.message} ${answer.error.remedy}`);
  return answer;
}

function digit(engine: Engine): Float64Array {
  const data = engine.createData({ digits: { count: 10 } });
  const { values } = data.inputs(DIGIT, 1);
  data.dispose();
  return values;
}

const networkOf = (inputs: Float64Array) => ({
  network: { layers: LAYERS, loss: 'cross_entropy', inputs, targets: [DIGIT], seed: 1 } as const,
});

/** The weights that the network begins with. */
function startOf(engine: Engine, objective: ReturnType<typeof networkOf>): Float64Array {
  const run = engine.createRun({ objective, optimizer: { name: 'gradient_descent', learningRate: 1 }, stepLimit: 1 });
  const { parameters } = run.at(0);
  run.dispose();
  return parameters;
}

const costs = new WeakMap<Engine, { readonly forwards: number; readonly backwards: number; readonly dials: number }>();

/** Multiplications of a pass and a sweep, counted by the engine's graph while it makes them. */
export function costOf(engine: Engine) {
  const known = costs.get(engine);
  if (known) return known;
  const graph = engine.createGraph(networkOf(digit(engine)));
  const cost = { forwards: 0, backwards: 0, dials: 0 };
  for (let s = 0; s < graph.stepCount; s += 1) {
    const { forward, multiplications } = graph.step();
    cost[forward ? 'forwards' : 'backwards'] += multiplications;
  }
  for (const { kind, value } of graph.nodes().nodes)
    if (kind === 'weights' || kind === 'bias') cost.dials += value.length;
  graph.dispose();
  costs.set(engine, cost);
  return cost;
}

interface Nudging {
  readonly objective: Objective;
  readonly at: Float64Array;
  readonly nudged: Float64Array;
  so: number;
  over: boolean;
}

function* nudges(n: Nudging, told: () => void): Generator<void, void> {
  let last = performance.now();
  while (n.so < n.nudged.length && !n.over) {
    const count = Math.min(AT_ONCE, n.nudged.length - n.so);
    n.nudged.set(n.objective.nudge({ at: n.at, first: n.so, count }).values, n.so);
    n.so += count;
    if (performance.now() - last > APART) {
      last = performance.now();
      told();
    }
    yield;
  }
}

export function raceOf(engine: Engine): Race {
  const pixels = digit(engine);
  const options = networkOf(pixels);
  const at = startOf(engine, options);
  const objective = engine.createObjective(options);
  const { gradient } = accepted(objective.evaluate(at));
  const nudging: Nudging = { objective, at, nudged: new Float64Array(at.length), so: 0, over: false };
  let begun = false;
  return {
    pixels,
    ...costOf(engine),
    gradient,
    nudged: nudging.nudged,
    nudgedSoFar: () => nudging.so,
    steps: Math.ceil(passesOf(at.length) / PER_STEP),
    begin: (told) => {
      if (begun) return;
      begun = true;
      void inSlices(nudges(nudging, told)).then(() => {
        if (!nudging.over) told();
      });
    },
    dispose: () => {
      nudging.over = true;
      objective.dispose();
    },
  };
}
