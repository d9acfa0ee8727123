/** The wager: a neuron's bias is pushed up. Does its coast turn, or move, and which way? */
import { html, type TemplateResult } from 'lit';
import { guessMark } from '../../parts/predict';
import { significant } from '../../plot/format';
import { coastOf } from './hands';
import { straight } from './inputs';
import { isPushed, nameOf, PUSH, pushedNeuron, trainedNow, updateNow } from './now';
import type { Settings } from './choices';
import type { Seen } from './seen';

const LABELS: Readonly<Record<Settings['guess'], string>> = {
  none: 'choose',
  turns: 'turns',
  sea: 'moves into the water',
  land: 'moves into the land',
};

/** Only a straight coast can be asked about. */
const possible = (v: Seen): boolean => straight(v.settings.inputs) && v.model.examples.kinds === 2;

/** How far the coast goes for that push: the longer the arrow, the less. */
export function travelled(v: Seen): number {
  const { a, b } = coastOf(v, trainedNow(v), pushedNeuron(v));
  return PUSH / Math.hypot(a, b);
}

export function asked(v: Seen): TemplateResult {
  const { panel, guess, revealed } = v.settings;
  if (panel !== 'neuron' || !possible(v) || v.model.training.reason === 'diverged') return html``;
  const neuron = pushedNeuron(v);
  const narrow = v.width < 480;
  const name = nameOf(v, neuron);
  if (!revealed)
    return html`<div class="predict choices-guessed kept" part="predict">
      <p class="question">
        ${guessMark}<label for=${`${v.id}-guess`}
          >${narrow ? 'Its bias goes up: its coast' : `The bias of ${name} goes up. Its coast`}</label
        >
        <select
          id=${`${v.id}-guess`}
          @change=${(e: Event) => v.set({ guess: (e.target as HTMLSelectElement).value as Settings['guess'] }, { keepTime: true })}
        >
          ${(Object.keys(LABELS) as Settings['guess'][]).map((value) => html`<option value=${value} .selected=${value === guess}>${LABELS[value]}</option>`)}
        </select>
        <button
          type="button"
          class="pill told-beside"
          @click=${() => v.set({ pushed: updateNow(v), revealed: true, neuron: neuron + 1 }, { keepTime: true })}
        >
          push it
        </button>
      </p>
    </div>`;
  if (!isPushed(v)) return html``;
  const said =
    guess === 'none' ? '' : html`<b class="idea-guess">${LABELS[guess]}</b>: ${guess === 'sea' ? 'right.' : 'no.'}`;
  return html`<div class="predict choices-guessed kept" part="predict">
    <p class="question">
      ${guessMark}<span
        >${said} ${narrow ? 'It' : 'Its coast'} moved ${significant(travelled(v), 2)} into the
        water${narrow ? '' : ' and did not turn'}.</span
      >
      <button
        type="button"
        class="link"
        @click=${() => v.set({ pushed: null, revealed: false, guess: 'none' }, { keepTime: true })}
      >
        again
      </button>
    </p>
  </div>`;
}
