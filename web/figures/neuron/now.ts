/** Where the picture stands: the last update there is by now, its weights, and what follows from them. */
import { fixed } from '../../plot/format';
import type { Judged, Maps, Passing, Seen } from './seen';

/** The update that is shown: the one asked for, or while the run is on its way there, the last one made. */
export function updateNow(v: Seen): number {
  const { training } = v.model;
  let at = training.reach(v.step);
  // A still picture has nobody to wait for.
  while (v.local['still'] === true && at < v.step && training.reason === 'running') at = training.reach(v.step);
  if (at < v.step && training.reason === 'running' && typeof requestAnimationFrame === 'function')
    requestAnimationFrame(() => v.setLocal({}));
  return at;
}

/** How far the wager pushes a bias. */
export const PUSH = 0.6;

/** The neuron whose bias is pushed, counted from 0. */
export const pushedNeuron = ({ model: { net } }: Pick<Seen, 'model'>): number =>
  net.hidden ? Math.min(2, (net.sizes[1] ?? 1) - 1) : 0;

export const isPushed = (v: Seen): boolean => v.settings.pushed !== null && v.settings.pushed === updateNow(v);

/** As training has left them. */
export const trainedNow = (v: Seen): Float64Array => v.model.training.parameters(updateNow(v));

/** As they stand in the picture. */
export function weightsNow(v: Seen): Float64Array {
  const weights = trainedNow(v);
  if (!isPushed(v)) return weights;
  const bias = v.model.net.bias(pushedNeuron(v));
  return weights.map((w, i) => (i === bias ? w + PUSH : w));
}

export const mapsNow = (v: Seen): Maps => v.model.maps(weightsNow(v));
export const passingNow = (v: Seen): Passing => v.model.passing(weightsNow(v), v.settings.x, v.settings.y);
export const judgedNow = (v: Seen): Judged => v.model.judge(weightsNow(v));

/** The chosen neuron, counted from 0; the answer where there is none of that number. */
export const chosen = ({ settings, model }: Pick<Seen, 'settings' | 'model'>): number =>
  Math.min(settings.neuron - 1, model.net.neurons - 1);

/** `neuron 3`, or `the answer`. */
export function nameOf({ model: { net } }: Pick<Seen, 'model'>, neuron: number): string {
  if (neuron < net.hidden) return `neuron ${neuron + 1}`;
  return net.neurons - net.hidden === 1 ? 'the answer' : `answer ${neuron - net.hidden + 1}`;
}

/** What three answers stand for. */
export const SHORES = ['sea', 'land', 'ice'] as const;

/** The answer in a word: its number, or of several the shore that it says. */
export const answerWord = (_v: Pick<Seen, 'model'>, answers: Float64Array): string =>
  answers.length === 1 ? fixed(answers[0] ?? 0, 2) : (SHORES[answers.indexOf(Math.max(...answers))] ?? '');
