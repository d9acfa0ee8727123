/** Points, network and training for one choice of settings, and what can be asked of them at any update. */
import type { Activation, Engine } from '../../engine/engine';
import { examplesOf, lossName, type Examples } from './examples';
import { GRID, gridOf } from './ground';
import { told } from './inputs';
import { MOST_POINTS } from './lists';
import { CHECKS, FIRST_STEP, type Settings } from './choices';
import type { Judged, Maps, Neurons, Passing } from './seen';
import { samples } from './thumbs';
import { netFor, runOptions, train } from './training';

/** The larger of two, the first of equals. */
const largest = (values: readonly number[]): number =>
  values.reduce((best, value, i) => (value > (values[best] ?? -Infinity) ? i : best), 0);

/** What was asked for last is asked for again many times while one picture is drawn. */
function remembering<T>(make: (parameters: Float64Array, key: string) => T): (p: Float64Array, key?: string) => T {
  let last: { readonly p: Float64Array; readonly key: string; readonly made: T } | undefined;
  return (p, key = '') => {
    const same = last && last.key === key && last.p.length === p.length && last.p.every((w, i) => w === p[i]);
    if (!same) last = { p, key, made: make(p, key) };
    return last!.made;
  };
}

/** Descent's own straight coast on the same points, with every point in each update and time enough to settle. */
function straightBest(engine: Engine, s: Settings, { learned }: Examples): number {
  const run = engine.createRun({
    objective: { network: { layers: [s.inputs.length, 1], activation: 'tanh', loss: 'mse', ...learned } },
    optimizer: { name: 'momentum', learningRate: 0.1 },
    stepLimit: 600,
  });
  run.advance(600);
  const { correct } = run.assess({ step: run.progress().step });
  run.dispose();
  return correct;
}

function* trial(
  engine: Engine,
  s: Settings,
  examples: Examples,
  width: number,
  seed: number,
): Generator<void, readonly number[]> {
  const asked: Settings = { ...s, layers: [width], seed, weights: [], updates: '24000' };
  const run = engine.createRun(runOptions(asked, netFor(asked), examples));
  const wrong: number[] = [];
  try {
    for (const check of CHECKS) {
      for (
        let { step } = run.progress();
        step < check && run.progress().reason === 'running';
        step = run.progress().step
      ) {
        run.advance(Math.min(1000, check - step));
        yield;
      }
      const { correct, count, error } = run.assess({ step: Math.min(check, run.progress().step) });
      wrong.push(error ? examples.seen : count - correct);
    }
    return wrong;
  } finally {
    run.dispose();
  }
}

export function modelOf(engine: Engine, s: Settings): Neurons {
  const model = untrained(engine, s);
  if (foreseen(s)) model.training.reach(model.training.atOnce);
  return model;
}

/** In so many pieces what a frame has time for once the engine is warm. */
const PIECES = 8;

/** The same in pieces, and what the picture of its first moment asks. */
export function* ahead(engine: Engine, s: Settings): Generator<void, Neurons> {
  const model = untrained(engine, s);
  const { training } = model;
  yield;
  for (let k = 1; foreseen(s) && k <= PIECES; k++) {
    training.reach(Math.floor((training.atOnce * k) / PIECES));
    yield;
  }
  const first = Math.min(FIRST_STEP, training.reached);
  const weights = training.parameters(first);
  for (const ask of [
    () => model.maps(weights),
    () => model.passing(weights, s.x, s.y),
    () => model.assess(first, 'seen'),
  ]) {
    ask();
    yield;
  }
  return model;
}

/** Drawn weights have a future that may be seen; those of a hand are still being set. */
const foreseen = (s: Settings): boolean => s.weights.length === 0;

function untrained(engine: Engine, s: Settings): Neurons {
  const net = netFor(s);
  const examples = examplesOf(engine, s);
  const training = train(engine, s, net, examples);
  const { run } = training;
  const grid = told(s.inputs, gridOf(examples.ground));
  const points = told(s.inputs, examples.places);
  const outputs = examples.kinds === 2 ? 1 : examples.kinds;

  const maps = remembering((parameters): Maps => {
    const { sums, count, neurons } = run.activations({ at: parameters }, grid);
    return { ...GRID, sums: Array.from({ length: neurons }, (_, i) => sums.subarray(i * count, (i + 1) * count)) };
  });
  const passing = remembering((parameters, key): Passing => {
    const { sums, activations } = run.activations({ at: parameters }, told(s.inputs, key.split(',').map(Number)));
    return { sums, answers: activations };
  });
  const judge = remembering((parameters): Judged => {
    const { sums, count } = run.activations({ at: parameters }, points);
    const said = (i: number): number =>
      outputs === 1
        ? Number((sums[net.hidden * count + i] ?? 0) > 0)
        : largest(Array.from({ length: outputs }, (_, k) => sums[(net.hidden + k) * count + i] ?? 0));
    const wrong = examples.classes.map((kind, i) => said(i) !== kind);
    const right = (from: number, to: number): number => wrong.slice(from, to).filter((w) => !w).length;
    return { wrong, right: right(0, examples.seen), unseenRight: right(examples.seen, examples.count) };
  });

  const curve = remembering((reach, squash) => {
    const x = Float64Array.from({ length: 81 }, (_, i) => ((i - 40) / 40) * (reach[0] ?? 1));
    const one = engine.createObjective({
      network: { layers: [1, 1], activation: squash as Activation, loss: 'mse', inputs: [0], targets: [0] },
    });
    const y = one.activations([1, 0], x).activations;
    one.dispose();
    return { x, y };
  });
  let best: number | undefined;

  return {
    net,
    ground: examples.ground,
    examples,
    training,
    get steps() {
      return training.steps;
    },
    get end() {
      const { reason, steps } = training;
      if (reason === 'diverged') return { step: steps, text: `update ${steps + 1} has no numbers any more` };
      if (reason === 'stalled' || reason === 'converged')
        return { step: steps, text: `at rest after ${steps} updates` };
      return undefined;
    },
    squash: (neuron): Activation => {
      if (neuron < net.hidden) return s.activation;
      return lossName(s) === 'mse' ? s.last : 'sigmoid';
    },
    maps: (parameters) => maps(parameters),
    passing: (parameters, x, y) => passing(parameters, `${x},${y}`),
    judge: (parameters) => judge(parameters),
    curve: (squash, reach) => curve(Float64Array.of(reach), squash),
    collapsed: (parameters) => {
      const inputs = s.inputs.length;
      // The sum at nothing is the bias; what an input of one adds to it is its weight.
      const rows = Array.from({ length: inputs + 1 }, (_, row) =>
        Array.from({ length: inputs }, (_v, k) => Number(k === row)),
      );
      const { sums, count } = run.activations({ at: parameters }, rows.flat());
      const said = sums.subarray(net.hidden * count, (net.hidden + 1) * count);
      const bias = said[inputs] ?? 0;
      return [...Array.from(said.subarray(0, inputs), (z) => z - bias), bias];
    },
    assess: (update, which) => {
      const found = which === 'seen' ? run.assess({ step: update }) : run.assess({ step: update }, examples.kept);
      const { right, unseenRight } = judge(training.parameters(update));
      return { loss: found.loss, right: which === 'seen' ? right : unseenRight };
    },
    samples: () => samples(engine),
    readCsv: (text) => engine.readCsv(text, { columns: 3, maxRows: MOST_POINTS }),
    trial: (width, seed) => trial(engine, s, examples, width, seed),
    straightBest: () => (best ??= straightBest(engine, s, examples)),
    dispose: () => {
      training.dispose();
    },
  };
}
