/** What the reader's hands do to the network: set weights, and with them begin anew from there. */
import { clamp } from '../../plot/scales';
import { inputOf } from './inputs';
import { HEAVIEST } from './lists';
import { chosen, weightsNow } from './now';
import type { Seen } from './seen';

/** Fine enough for any hand, and short in a link. */
const tidy = (weight: number): number => Math.round(clamp(weight, -HEAVIEST, HEAVIEST) * 1000) / 1000;

/** Sets some of the weights as they stand now; training then begins from there. */
export function setWeights(v: Seen, change: Readonly<Record<number, number>>): void {
  const weights = Array.from(weightsNow(v), (w) => Number(w.toPrecision(6)));
  for (const [index, weight] of Object.entries(change)) weights[Number(index)] = tidy(weight);
  v.set({ weights, pushed: null });
  if (v.local['touched'] !== true) v.setLocal({ touched: true });
}

/** Chooses a neuron, and goes to its numbers. */
export const choose = (v: Seen, neuron: number): void => v.set({ neuron: neuron + 1, beat: 3 }, { keepTime: true });

/** The straight line on which a first neuron hesitates: where a x + b y + c = 0. */
export interface Coast {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export function coastOf(v: Seen, weights: Float64Array, neuron: number): Coast {
  const { net } = v.model;
  return {
    a: weights[net.weight(neuron, 0)] ?? 0,
    b: weights[net.weight(neuron, 1)] ?? 0,
    c: weights[net.bias(neuron)] ?? 0,
  };
}

/** Slides the chosen neuron's coast until it runs through a place: that is its bias. */
export function slide(v: Seen, x: number, y: number): void {
  const neuron = chosen(v);
  const { a, b } = coastOf(v, weightsNow(v), neuron);
  setWeights(v, { [v.model.net.bias(neuron)]: -(a * x + b * y) });
}

/** Turns and stretches the chosen neuron's arrow about a place that its coast runs through: those are its weights. */
export function swing(v: Seen, a: number, b: number, about: readonly [number, number]): void {
  const neuron = chosen(v);
  const { net } = v.model;
  // A coast needs a direction.
  if (Math.hypot(a, b) < 0.02) return;
  setWeights(v, {
    [net.weight(neuron, 0)]: a,
    [net.weight(neuron, 1)]: b,
    [net.bias(neuron)]: -(tidy(a) * about[0] + tidy(b) * about[1]),
  });
}

/** What the chosen neuron is given at the crosshair: inputs, or the answers of the layer before. */
export function givenTo(v: Seen, neuron: number, answers: Float64Array): number[] {
  const { net } = v.model;
  const { layer } = net.place(neuron);
  const { inputs, x, y } = v.settings;
  if (layer === 0) return inputs.map((name) => inputOf(name, x, y));
  const first = net.first(layer - 1);
  return Array.from({ length: net.fan(neuron) }, (_, k) => answers[first + k] ?? 0);
}
