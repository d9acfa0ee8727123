/** Every weight and bias, a neuron at a time, the answer's too: by hand and by key. */
import { html, type TemplateResult } from 'lit';
import { slider } from '../../parts/slider';
import { fixed } from '../../plot/format';
import { choose, setWeights } from './hands';
import { chosen, nameOf, weightsNow } from './now';
import { sourceName } from './tables';
import type { Seen } from './seen';

/** A slider goes so far either way, or as far as the weight it shows. */
const REACH = 6;

export function dials(v: Seen): TemplateResult {
  const { net } = v.model;
  const neuron = chosen(v);
  const weights = weightsNow(v);
  const go = (by: number): void => choose(v, (neuron + by + net.neurons) % net.neurons);
  const dial = (label: string, index: number): TemplateResult => {
    const value = weights[index] ?? 0;
    const reach = Math.max(REACH, Math.ceil(Math.abs(value)));
    return slider({
      id: `${v.id}-dial-${index}`,
      label,
      value,
      min: -reach,
      max: reach,
      step: 0.01,
      idea: 'parameter',
      text: (w) => fixed(w, 2),
      input: (w) => setWeights(v, { [index]: w }),
    });
  };
  return html`<div class="dials" data-spot="dials">
    <div class="follow">
      <button type="button" class="round small" aria-label="Neuron before" @click=${() => go(-1)}>‹</button>
      <span class="which" aria-live="polite"
        ><b>${nameOf(v, neuron)}</b><span class="quiet">, ${neuron + 1} of ${net.neurons}</span></span
      >
      <button type="button" class="round small" aria-label="Next neuron" @click=${() => go(1)}>›</button>
      <button type="button" class="link onward" @click=${() => v.set({ weights: [], pushed: null })}>
        draw all anew
      </button>
    </div>
    <div class="dial-list">
      ${Array.from({ length: net.fan(neuron) }, (_, k) => dial(`× ${sourceName(v, neuron, k)}`, net.weight(neuron, k)))}
      ${dial('bias', net.bias(neuron))}
    </div>
  </div>`;
}
