/** What one update moved in the first row. */
import { netOf } from '../neuron/net';

export interface Moved {
  readonly neuron: number;
  readonly by: number;
}

/** How far each first-row neuron's bias moved, the farthest first: its weights moved by that times the ink. */
export function movedMost(sizes: readonly number[], before: Float64Array, after: Float64Array): Moved[] {
  const net = netOf(sizes);
  return Array.from({ length: sizes[1] ?? 0 }, (_, neuron) => ({
    neuron,
    by: (after[net.bias(neuron)] ?? 0) - (before[net.bias(neuron)] ?? 0),
  })).sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
}
