/** The examples in the order in which an epoch asks them, and the batch that is asked next. */
import type { Objective } from '../../engine/engine';
import type { Drawn } from './cloud';

export interface Deck {
  /** Counted from 1. */
  readonly epoch: number;
  /** Numbers of all examples in this epoch's order. */
  readonly order: Float64Array;
  /** Where the batch begins and ends in it. */
  readonly from: number;
  readonly to: number;
  /** The examples it holds. */
  readonly batch: Float64Array;
}

/** Keeps the epoch it was last asked for. */
export function decks(objective: Objective, drawn: Drawn): { perEpoch: number; at: (step: number) => Deck } {
  const ask = (epoch: number, count: number) => objective.batches({ ...drawn, first: epoch * count, count });
  const { perEpoch } = objective.batches(drawn);
  let kept: { epoch: number; order: Float64Array; ends: Float64Array } = {
    epoch: -1,
    order: new Float64Array(0),
    ends: new Float64Array(0),
  };
  return {
    perEpoch,
    at: (step) => {
      const epoch = Math.floor(step / perEpoch);
      if (epoch !== kept.epoch) {
        const { examples, ends } = ask(epoch, perEpoch);
        kept = { epoch, order: examples, ends };
      }
      const k = step - epoch * perEpoch;
      const [from, to] = [k ? (kept.ends[k - 1] ?? 0) : 0, kept.ends[k] ?? 0];
      return { epoch: epoch + 1, order: kept.order, from, to, batch: kept.order.slice(from, to) };
    },
  };
}
