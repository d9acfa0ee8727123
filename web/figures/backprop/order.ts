/** What came of an order of questions: who was asked too early, and what that cost. */
import type { CircuitState } from '../../engine/engine';
import { lossOf } from './graphs';
import { usesOf } from './wires';
import type { Seen } from './seen';

/** Two sums of the same shares may differ in their last bits. */
const SAME = 1e-9;
export const differs = (one: number, other: number): boolean =>
  Math.abs(one - other) > SAME * Math.max(1, Math.abs(one), Math.abs(other));

/** Whether a node was asked and has handed on something else than all it is to blame for. */
export const isShort = ({ model }: Pick<Seen, 'model'>, state: CircuitState, node: number): boolean =>
  (state.asked[node] ?? 0) > 0 && differs(state.passed[node] ?? 0, model.whole.passed[node] ?? 0);

/** Nodes that can be asked: the boxes and the loss. */
export const askable = ({ model: { graph } }: Pick<Seen, 'model'>): readonly number[] =>
  Array.from({ length: graph.boxes.length + 1 }, (_, i) => graph.inputs.length + i);

export interface Outcome {
  /** Everybody was asked at least once. */
  readonly complete: boolean;
  /** Nobody was asked twice. */
  readonly once: boolean;
  /** Dials whose slope is not what it should be. */
  readonly wrong: readonly number[];
  /** The first in the order that was asked before all it feeds had reported, and what number it was; then others. */
  readonly early: readonly { readonly node: number; readonly turn: number }[];
}

export function outcomeOf(v: Seen, questions = v.model.order.length): Outcome {
  const { order, after, whole, graph } = v.model;
  const state = after(questions);
  const asked = askable(v).map((node) => state.asked[node] ?? 0);
  const early = order.slice(0, questions).flatMap((node, i) => {
    const then = after(i + 1);
    const first = order.indexOf(node) === i;
    return first && (node === lossOf(graph) ? false : wasEarlyThen(v, then, node)) ? [{ node, turn: i + 1 }] : [];
  });
  return {
    complete: asked.every((times) => times > 0),
    once: asked.every((times) => times < 2),
    wrong: graph.dials.flatMap((_, dial) =>
      differs(state.gradient[dial] ?? 0, whole.gradient[dial] ?? 0) ? [dial] : [],
    ),
    early,
  };
}

/** At its own turn: a box that it feeds had not been asked, or was itself short. */
const wasEarlyThen = (v: Seen, then: CircuitState, node: number): boolean =>
  usesOf(v, node).some((wire) => then.arrived[wire] !== 1) || isShort(v, then, node);
