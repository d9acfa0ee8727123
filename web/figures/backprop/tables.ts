/** The numbers behind the picture, as far as it has come. */
import type { NumberTable } from '../../parts/number-table';
import { parameter, plain, slope, table, type Cell } from '../numbers';
import { nameOf, wiresOf } from './graphs';
import { nowOf } from './now';
import { askable } from './order';
import type { Race } from './race';
import { passesAt, pricedBy } from './sheets';
import type { Seen } from './seen';

const SIDE = 784;

/** Of 13,002 slopes those of the first neuron's dials under ink: enough to compare. */
function raced(v: Seen, race: Race): NumberTable {
  const priced = Math.min(pricedBy(passesAt(race, v.step)), race.nudgedSoFar());
  const rows: Cell[][] = [];
  for (let pixel = 0; pixel < SIDE; pixel += 1)
    if ((race.pixels[pixel] ?? 0) > 0.5 && v.step > 0)
      rows.push([pixel, race.gradient[16 * pixel] ?? 0, 16 * pixel < priced ? (race.nudged[16 * pixel] ?? 0) : '']);
  return table(
    'Slopes of the first neuron’s dials under ink',
    [plain('pixel'), slope('by one sweep'), slope('nudged')],
    rows,
  );
}

/** Whose turn it is at every step, and what came of it as far as the time line has come. */
function turns(v: Seen): NumberTable {
  const { graph, forwards, order, steps } = v.model;
  const { state } = nowOf(v);
  const rows = Array.from({ length: steps + 1 }, (_, step): Cell[] => {
    if (step === 0) return [0, forwards ? 'the inputs' : 'nobody', '', '', ''];
    const back = step > forwards;
    const node = back ? (order[step - forwards - 1] ?? 0) : graph.inputs.length + step - 1;
    const made = step <= v.step;
    return [
      step,
      nameOf(graph, node),
      back ? 'backwards' : 'forwards',
      made && !back ? (state.values[node] ?? 0) : '',
      made && back ? (state.passed[node] ?? 0) : '',
    ];
  });
  return table('Every turn', [plain('step'), plain('box'), plain('way'), plain('gives'), slope('was sent')], rows);
}

export function tables(v: Seen): NumberTable[] {
  const { graph, dials, whole, race } = v.model;
  if (race) return [raced(v, race)];
  const { state, known } = nowOf(v);
  const nodes = [...graph.inputs.map((_, i) => i), ...askable(v)];
  const asked = (node: number): boolean => (state.asked[node] ?? 0) > 0;
  const handed = wiresOf(graph).flatMap(({ from, to }, wire) =>
    state.arrived[wire] === 1 ? [[nameOf(graph, to), nameOf(graph, from), state.delivered[wire] ?? 0]] : [],
  );
  return [
    turns(v),
    table(
      'Boxes, as far as the sweep has come',
      [plain('box'), plain('gives'), slope('was sent')],
      nodes.map((node) => [
        nameOf(graph, node),
        known(node) ? (state.values[node] ?? 0) : '',
        asked(node) ? (state.passed[node] ?? 0) : '',
      ]),
    ),
    ...(handed.length ? [table('Blame handed on', [plain('from'), plain('to'), slope('blame')], handed)] : []),
    table(
      'Slopes of the dials',
      [plain('dial'), parameter('is at'), slope('by the sweep'), slope('nudged'), slope('nudged in single precision')],
      graph.dials.map((name, i) => {
        const there = state.reached[i] === 1;
        const cell = (list: Float64Array): Cell => (there ? (list[i] ?? 0) : '');
        return [name.join(''), dials[i] ?? 0, cell(state.gradient), cell(whole.nudged), cell(whole.nudgedInSingle)];
      }),
    ),
  ];
}
