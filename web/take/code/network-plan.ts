/** A network and its examples, as every language writes them. */
import type { Activation, NetworkLoss } from '../../engine/engine';

export interface NetworkPlan {
  readonly kind: 'network';
  /** Inputs, hidden layers, outputs. */
  readonly sizes: readonly number[];
  readonly hidden: Activation;
  readonly output: Activation;
  readonly loss: NetworkLoss;
  /** One row an example. */
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
}

/** Which examples an update asks; orders are the engine's own, so that the same digits come out. */
export interface BatchPlan {
  /** Fewer than there are. */
  readonly size: number;
  readonly shuffle: boolean;
  readonly seed: number;
  readonly examples: number;
}

/** More would be data with a program attached. */
export const MOST_EXAMPLES = 1000;
/** A row of the trace holds them all. */
const MOST_WEIGHTS = 300;

type Given = Readonly<Record<string, unknown>>;

const listed = (given: unknown): readonly number[] => Array.from((given ?? []) as ArrayLike<number>);

export const weightsOf = (sizes: readonly number[]): number =>
  sizes.slice(1).reduce((sum, out, l) => sum + out * ((sizes[l] ?? 0) + 1), 0);

/** How many examples a network is given outright; `undefined` where it has them from elsewhere. */
function own(given: Given): number | undefined {
  const inputs = given['inputs'] as ArrayLike<number> | undefined;
  const [first] = listed(given['layers']);
  return inputs && first ? inputs.length / first : undefined;
}

/** Whether there is a program for it; one that is drawn needs its start beside it. */
export function isWritableNetwork(given: Given, started: boolean): boolean {
  const count = own(given);
  return (
    count !== undefined &&
    count <= MOST_EXAMPLES &&
    weightsOf(listed(given['layers'])) <= MOST_WEIGHTS &&
    (started || given['parameters'] !== undefined)
  );
}

const rowsOf = (flat: readonly number[], width: number): number[][] =>
  Array.from({ length: flat.length / width }, (_, i) => flat.slice(i * width, (i + 1) * width));

export function networkPlan(given: Given): NetworkPlan {
  const sizes = listed(given['layers']);
  const [features, outputs] = [sizes[0]!, sizes[sizes.length - 1]!];
  const inputs = rowsOf(listed(given['inputs']), features);
  const flat = listed(given['targets']);
  const loss = (given['loss'] ?? 'mse') as NetworkLoss;
  const hidden = (given['activation'] ?? 'sigmoid') as Activation;
  const logits = loss === 'cross_entropy' || loss === 'binary_cross_entropy';
  const classes = loss === 'cross_entropy' && flat.length === inputs.length && outputs > 1;
  return {
    kind: 'network',
    sizes,
    hidden,
    output: logits ? 'linear' : ((given['outputActivation'] ?? hidden) as Activation),
    loss,
    inputs,
    targets: classes ? flat.map((c) => sizes.slice(-1).flatMap((n) => oneOf(n, c))) : rowsOf(flat, outputs),
  };
}

const oneOf = (count: number, which: number): number[] => Array.from({ length: count }, (_, i) => Number(i === which));

export function batchPlan(given: Given | undefined, examples: number | undefined): BatchPlan | undefined {
  const size = Number(given?.['size'] ?? 0);
  if (!size || examples === undefined || size >= examples) return undefined;
  return { size, examples, shuffle: given?.['shuffle'] !== false, seed: Number(given?.['seed'] ?? 1) };
}
