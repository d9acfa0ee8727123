/** What the chapter's text says of a graph, and of the race. */
import type { Engine } from '../../engine/engine';
import { graphs, GRAPHS, lossOf, type GraphName } from './graphs';
import { asker, waysOf } from './model';
import { costOf, passesOf } from './race';
import { byThen, sweepOf } from './race-wager';

export interface CircuitQuestion {
  readonly graph: GraphName;
  /** The graph's own where they are left out. */
  readonly dials?: readonly number[];
  readonly order?: readonly number[];
}

const sum = (list: ArrayLike<number>): number => Array.from(list).reduce((a, b) => a + b, 0);

export const isGraph = (name: unknown): name is GraphName => GRAPHS.some((graph) => graph === name);

export function circuitFacts(engine: Engine, { graph: name, dials = [], order }: CircuitQuestion) {
  const graph = graphs[name];
  const { ask } = asker(engine, graph, { dials, inputs: [], wanted: null });
  const whole = ask();
  const state = ask(order);
  const error = (list: Float64Array): number =>
    Math.max(...Array.from(list, (x, i) => Math.abs(x - (whole.gradient[i] ?? 0))));
  return {
    values: Array.from(state.values),
    slopes: Array.from(state.slopes),
    loss: state.values[lossOf(graph)] ?? 0,
    delivered: Array.from(state.delivered),
    passed: Array.from(state.passed),
    gradient: Array.from(state.gradient),
    right: Array.from(whole.gradient),
    dials: graph.dials.length,
    forwards: sum(whole.forwards),
    backwards: sum(whole.backwards),
    asked: sum(state.asked),
    // How far nudging is off, at worst.
    errorDouble: error(whole.nudged),
    errorSingle: error(whole.nudgedInSingle),
    ways: [...waysOf(engine)],
  };
}

export function raceFacts(engine: Engine) {
  const cost = costOf(engine);
  return { ...cost, passes: passesOf(cost.dials), sweep: sweepOf(cost), byThen: byThen(cost) };
}
