/** Where a network's numbers stand: neurons counted through all layers, and the place of each weight in the engine's list. */

export interface Place {
  /** 0 for the first layer with weights. */
  readonly layer: number;
  /** Within its layer. */
  readonly index: number;
}

export interface Net {
  /** Inputs, hidden layers, outputs. */
  readonly sizes: readonly number[];
  /** Neurons with weights, outputs included. */
  readonly neurons: number;
  /** Without the outputs. */
  readonly hidden: number;
  readonly parameters: number;
  place(neuron: number): Place;
  /** Number of a layer's first neuron. */
  first(layer: number): number;
  /** How many numbers a neuron weighs. */
  fan(neuron: number): number;
  /** Index of the weight from input or neuron `from` of the layer before. */
  weight(neuron: number, from: number): number;
  bias(neuron: number): number;
}

export function netOf(sizes: readonly number[]): Net {
  const layers = sizes.slice(1);
  const firsts = layers.map((_, l) => layers.slice(0, l).reduce((sum, n) => sum + n, 0));
  const part = (l: number): number => (sizes[l + 1] ?? 0) * ((sizes[l] ?? 0) + 1);
  const offsets = layers.map((_, l) => layers.slice(0, l).reduce((sum, _n, k) => sum + part(k), 0));
  const neurons = layers.reduce((sum, n) => sum + n, 0);
  const place = (neuron: number): Place => {
    let layer = 0;
    while (layer + 1 < layers.length && neuron >= (firsts[layer + 1] ?? 0)) layer++;
    return { layer, index: neuron - (firsts[layer] ?? 0) };
  };
  return {
    sizes,
    neurons,
    hidden: neurons - (sizes[sizes.length - 1] ?? 0),
    parameters: layers.reduce((sum, _, l) => sum + part(l), 0),
    place,
    first: (layer) => firsts[layer] ?? 0,
    fan: (neuron) => sizes[place(neuron).layer] ?? 0,
    weight: (neuron, from) => {
      const { layer, index } = place(neuron);
      return (offsets[layer] ?? 0) + from * (sizes[layer + 1] ?? 0) + index;
    },
    bias: (neuron) => {
      const { layer, index } = place(neuron);
      return (offsets[layer] ?? 0) + (sizes[layer] ?? 0) * (sizes[layer + 1] ?? 0) + index;
    },
  };
}
