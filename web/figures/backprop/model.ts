/** What the engine computes for a graph as it is set. */
import type { CircuitState, Engine } from '../../engine/engine';
import type { Values } from '../settings';
import { boxAt, graphs, lossOf, wiringOf, type GraphSpec } from './graphs';
import { raceOf } from './race';
import { FORKS, type Backprop, type settings } from './seen';

type Settings = Values<typeof settings>;

function accepted(state: CircuitState): CircuitState {
  if (state.error) throw new Error(`${state.error.message} ${state.error.remedy}`);
  return state;
}

/** The numbers given, where there are as many as there should be. */
const fitting = (given: readonly number[], own: readonly number[]): readonly number[] =>
  given.length === own.length ? given : own;

/** A graph with its numbers, as far as an order of questions goes; without one all is asked in the right order. */
export function asker(engine: Engine, graph: GraphSpec, s: Pick<Settings, 'inputs' | 'dials' | 'wanted'>) {
  const inputs = fitting(s.inputs, graph.own.inputs);
  const dials = fitting(s.dials, graph.own.dials);
  const wanted = s.wanted ?? graph.own.wanted;
  const ask = (order?: readonly number[]): CircuitState =>
    accepted(engine.circuit({ ...wiringOf(graph), inputs, dials, target: wanted, ...(order ? { order } : {}) }));
  return { inputs, dials, wanted, ask };
}

const counted = new WeakMap<Engine, readonly number[]>();

/** `forks` values in a row that are each used twice and joined again: box 3k is the fork, the two after it its users. */
export function forksInARow(forks: number): Parameters<Engine['circuit']>[0] {
  const rows = Array.from({ length: forks }, (_, k) => 3 * k);
  const wires = rows.flatMap((box) => [
    ...(box === 0
      ? [[0, 0, -1]]
      : [
          [box, box - 1, -1],
          [box, box, -1],
        ]),
    [box + 1, box + 1, 0],
    [box + 2, box + 1, 0],
  ]);
  const last = 3 * forks;
  wires.push([last, last - 1, -1], [last, last, -1]);
  return {
    inputs: [0.5],
    dials: [0.5],
    functions: Array.from({ length: last + 1 }, () => 'tanh').join(' '),
    wires: wires.flat(),
    biases: Array.from({ length: last + 1 }, () => -1),
  };
}

/** How often the first box works if everyone hands on every share at once, with 1 to {@link FORKS} forks in a row. */
export function waysOf(engine: Engine): readonly number[] {
  const known = counted.get(engine);
  if (known) return known;
  const ways = Array.from({ length: FORKS }, (_, k) => accepted(engine.circuit(forksInARow(k + 1))).ways[1] ?? 0);
  counted.set(engine, ways);
  return ways;
}

export function modelOf(engine: Engine, s: Settings): Backprop {
  const graph = graphs[s.graph];
  const { ask, ...numbers } = asker(engine, graph, s);
  const whole = ask();
  const yours = s.panel === 'order';
  const loss = lossOf(graph);
  const order = yours ? s.order.filter((node) => node === loss || boxAt(graph, node)) : Array.from(whole.order);
  const known = new Map<number, CircuitState>();
  const after = (questions: number): CircuitState => {
    const count = Math.max(0, Math.min(order.length, questions));
    const state = known.get(count) ?? ask(order.slice(0, count));
    known.set(count, state);
    return state;
  };
  const forwards = yours ? 0 : graph.boxes.length + 1;
  const race = s.panel === 'race' ? raceOf(engine) : undefined;
  return {
    graph,
    ...numbers,
    yours,
    forwards,
    order,
    after,
    whole,
    ways: waysOf(engine),
    race,
    steps: race ? race.steps : forwards + order.length,
    dispose: () => race?.dispose(),
  };
}
