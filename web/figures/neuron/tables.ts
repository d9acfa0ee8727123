/** The numbers behind the maps: every weight, the chosen neuron's sum, the losses, and the points. */
import type { NumberTable } from '../../parts/number-table';
import { loss, parameter, plain, rowsOf, table } from '../numbers';
import { inputLabels } from './inputs';
import { lossesOf } from './sampled';
import { chosen, judgedNow, nameOf, passingNow, weightsNow } from './now';
import { termsOf } from './sum';
import type { Seen } from './seen';

/** `x₁`, or the neuron of the layer before. */
export function sourceName(v: Seen, neuron: number, from: number): string {
  const { net } = v.model;
  const { layer } = net.place(neuron);
  return layer === 0 ? inputLabels[v.settings.inputs[from]!] : nameOf(v, net.first(layer - 1) + from);
}

function weights(v: Seen): NumberTable {
  const { net } = v.model;
  const now = weightsNow(v);
  const rows = rowsOf(net.neurons, (neuron) => {
    const name = nameOf(v, neuron);
    const own = rowsOf(net.fan(neuron), (k) => [name, sourceName(v, neuron, k), now[net.weight(neuron, k)] ?? 0]);
    return [...own, [name, 'bias', now[net.bias(neuron)] ?? 0]];
  }).flat();
  return table('Weights and biases', [plain('neuron'), plain('of'), parameter('weight')], rows);
}

function sum(v: Seen): NumberTable {
  const neuron = chosen(v);
  const { sums, answers } = passingNow(v);
  return table(
    `What ${nameOf(v, neuron)} adds up at the crosshair`,
    [plain('of'), plain('given'), parameter('weight'), plain('product')],
    [
      ...termsOf(v, neuron).map((t) => [t.name, t.given ?? '', t.weight, t.product]),
      ['together', '', '', sums[neuron] ?? 0],
      ['squashed', '', '', answers[neuron] ?? 0],
    ],
  );
}

function losses(v: Seen): NumberTable {
  const { at, seen, unseen } = lossesOf(v.model);
  return table(
    'Loss against updates',
    [plain('update'), loss('loss'), ...(unseen.length ? [loss('of the unseen')] : [])],
    rowsOf(at.length, (k) => [at[k]!, seen[k]!, ...(unseen.length ? [unseen[k]!] : [])]),
  );
}

/** Every update there is, with the loss of the batch that the next one looks at. */
function steps({ model: { training } }: Seen): NumberTable {
  while (training.reached < training.steps && training.reason === 'running') training.reach(training.steps);
  const all = training.run.trace().loss;
  return table(
    'Every update',
    [plain('step'), loss('loss of its batch')],
    rowsOf(all.length, (k) => [k, all[k]!]),
  );
}

function points(v: Seen): NumberTable {
  const { places, classes, seen, count } = v.model.examples;
  const { wrong } = judgedNow(v);
  return table(
    'Points',
    [plain('x₁'), plain('x₂'), plain('class'), plain('seen'), plain('shore')],
    rowsOf(count, (i) => [
      places[2 * i]!,
      places[2 * i + 1]!,
      classes[i]!,
      i < seen ? 'yes' : 'no',
      wrong[i] ? 'wrong' : 'right',
    ]),
  );
}

export const neuronTables = (v: Seen): NumberTable[] => [weights(v), sum(v), losses(v), steps(v), points(v)];
