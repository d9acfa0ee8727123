/** What the network is made of: layers, squash, inputs, the last neuron and what is asked of it. */
import { html, type TemplateResult } from 'lit';
import { segmented, toggle } from '../../parts/slider';
import { inputLabels, INPUTS, type InputName } from './inputs';
import { MOST_LAYERS, MOST_NEURONS } from './lists';
import { SQUASHES, type Settings } from './choices';
import type { Seen } from './seen';
import { FACE, squashFace } from './thumbs';

const still = { keepTime: true } as const;

export const SQUASH_LABELS: Readonly<Record<Settings['activation'], string>> = {
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  relu: 'ReLU',
  leaky_relu: 'leaky ReLU',
  gelu: 'GELU',
  linear: 'linear',
};

/** Another shape has other weights: they are drawn anew. */
const reshape = (v: Seen, change: Partial<Settings>): void => v.set({ ...change, weights: [], pushed: null }, still);

function layers(v: Seen): TemplateResult {
  const { layers: sizes } = v.settings;
  const button = (label: string, sign: string, press: () => void, able: boolean): TemplateResult =>
    html`<button
      type="button"
      class="round small"
      aria-label=${label}
      aria-disabled=${able ? 'false' : 'true'}
      @click=${() => able && press()}
    >
      ${sign}
    </button>`;
  const sized = (layer: number, by: number): void =>
    reshape(v, { layers: sizes.map((n, i) => (i === layer ? n + by : n)) });
  return html`<div class="layers" role="group" aria-label="Hidden layers">
    ${sizes.map(
      (n, i) =>
        html`<span class="layer"
          >${button(`One neuron fewer in layer ${i + 1}`, '−', () => sized(i, -1), n > 1)}<b>${n}</b>${button(`One neuron more in layer ${i + 1}`, '+', () => sized(i, 1), n < MOST_NEURONS)}</span
        >`,
    )}
    <button
      type="button"
      class="link"
      aria-disabled=${sizes.length < MOST_LAYERS ? 'false' : 'true'}
      @click=${() => sizes.length < MOST_LAYERS && reshape(v, { layers: [...sizes, 4] })}
    >
      ${sizes.length ? 'one more layer' : 'a hidden layer'}
    </button>
    <button
      type="button"
      class="link"
      aria-disabled=${sizes.length ? 'false' : 'true'}
      @click=${() => sizes.length && reshape(v, { layers: sizes.slice(0, -1) })}
    >
      one fewer
    </button>
  </div>`;
}

function squashes(v: Seen): TemplateResult {
  return html`<fieldset class="shelf" part="choice" data-spot="squash">
    <legend class="unseen">squash of the hidden neurons</legend>
    ${SQUASHES.map(
      (name) =>
        html`<label>
          <input
            type="radio"
            name=${`${v.id}-squash`}
            .checked=${name === v.settings.activation}
            @change=${() => v.set({ activation: name }, still)}
          />
          <svg
            width=${FACE.width}
            height=${FACE.height}
            viewBox=${`0 0 ${FACE.width} ${FACE.height}`}
            aria-hidden="true"
          >
            ${squashFace(v, name)}
          </svg>
          <span>${SQUASH_LABELS[name]}</span>
        </label>`,
    )}
  </fieldset>`;
}

function inputs(v: Seen): TemplateResult {
  const { inputs: chosen } = v.settings;
  const flip = (name: InputName, on: boolean): void => {
    const next = INPUTS.filter((each) => (each === name ? on : chosen.includes(each)));
    if (next.length) reshape(v, { inputs: next });
  };
  return html`<div class="inputs" role="group" aria-label="Inputs">
    <span class="quiet">inputs</span>
    ${INPUTS.map((name) => toggle({ label: inputLabels[name], value: chosen.includes(name), input: (on) => flip(name, on) }))}
  </div>`;
}

function target(v: Seen): TemplateResult {
  const { settings: s } = v;
  if (s.data === 'three')
    return html`<p class="quiet">Three classes: an answer each, and cross-entropy between them.</p>`;
  return html`<div class="selects">
    ${segmented({
      id: `${v.id}-loss-kind`,
      label: 'loss',
      value: s.loss,
      options: [
        { value: 'squared_error', label: 'squared error' },
        { value: 'cross_entropy', label: 'cross-entropy' },
      ],
      input: (loss) => v.set({ loss }, still),
    })}
    ${
      s.loss === 'squared_error'
        ? segmented({
            id: `${v.id}-last`,
            label: 'last neuron',
            value: s.last,
            options: [
              { value: 'tanh', label: 'tanh' },
              { value: 'linear', label: 'linear' },
            ],
            input: (last) => v.set({ last }, still),
          })
        : ''
    }
  </div>`;
}

export const network = (v: Seen): TemplateResult =>
  html`<div class="network-settings">${layers(v)} ${squashes(v)} ${inputs(v)} ${target(v)}</div>`;
