/** Where the time line stands in the graph: what is known, who had a turn last, and who is next. */
import type { CircuitState } from '../../engine/engine';
import { lossOf } from './graphs';
import type { Seen } from './seen';

export interface Now {
  /** Forward steps and questions made. */
  readonly done: number;
  readonly asked: number;
  readonly state: CircuitState;
  /** Who had a turn last; undefined where nobody had one. */
  readonly node: number | undefined;
  readonly backwards: boolean;
  /** Who is asked next, backwards; undefined at the end, and while values are still on their way. */
  readonly next: number | undefined;
  /** How much of the next question has been made, from 0 to 1. */
  readonly share: number;
  /** Whether a node's value is known. */
  readonly known: (node: number) => boolean;
}

export function nowOf({ model, step, time }: Pick<Seen, 'model' | 'step' | 'time'>): Now {
  const { graph, forwards, order, yours } = model;
  const first = graph.inputs.length;
  const done = yours ? lossOf(graph) - first + 1 : Math.min(step, forwards);
  const asked = Math.max(0, step - forwards);
  const backwards = asked > 0;
  const node = backwards ? order[asked - 1] : done > 0 && !yours ? first + done - 1 : undefined;
  return {
    done,
    asked,
    state: model.after(asked),
    node,
    backwards,
    next: step >= forwards ? order[asked] : undefined,
    share: step >= forwards ? time - step : 0,
    known: (n) => n < first + done,
  };
}
