/** A network at an update, for prose: what the figure itself shows with those attributes. */
import type { Engine } from '../../engine/engine';
import { initialValues, readSettings } from '../settings';
import { modelOf } from './model';
import { settings, type Settings } from './choices';

/** @throws Error naming an attribute that is wrong */
export function neuronFacts(
  engine: Engine,
  attributes: Readonly<Record<string, unknown>>,
  update: number,
): Readonly<Record<string, number | readonly number[]>> {
  const texts = Object.entries(attributes).map(([name, value]) => [name, String(value)] as const);
  const { values, problems } = readSettings(settings, texts);
  if (problems.length) throw new Error(problems.join(' '));
  const s: Settings = { ...initialValues(settings), ...values };
  const model = modelOf(engine, s);
  const { training, net, examples } = model;
  while (training.reached < update && training.reason === 'running') training.reach(update);
  const at = Math.min(update, training.reached);
  const weights = training.parameters(at);
  const neuron = Math.min(s.neuron - 1, net.neurons - 1);
  const seen = model.assess(at, 'seen');
  const unseen = examples.kept ? model.assess(at, 'unseen') : { loss: 0, right: 0 };
  const passing = model.passing(weights, s.x, s.y);
  const facts = {
    update: at,
    steps: training.steps,
    dials: net.parameters,
    perEpoch: Math.ceil(examples.seen / (s.batch || examples.seen)),
    count: examples.seen,
    right: seen.right,
    wrong: examples.seen - seen.right,
    loss: seen.loss,
    unseenCount: examples.count - examples.seen,
    unseenRight: unseen.right,
    unseenWrong: examples.count - examples.seen - unseen.right,
    unseenLoss: unseen.loss,
    weights: Array.from({ length: net.fan(neuron) }, (_, k) => weights[net.weight(neuron, k)] ?? 0),
    bias: weights[net.bias(neuron)] ?? 0,
    sum: passing.sums[neuron] ?? 0,
    answer: passing.answers[neuron] ?? 0,
    straightBest: s.data === 'three' ? 0 : model.straightBest(),
    batchLoss: [at - 2, at - 1, at].filter((k) => k >= 0).map((k) => training.loss(k)),
  };
  model.dispose();
  return facts;
}
