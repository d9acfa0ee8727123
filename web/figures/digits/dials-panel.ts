/** The network: its dials counted layer by layer, its shape, and how it learns. */
import { html, svg, type TemplateResult } from 'lit';
import { slider } from '../../parts/slider';
import { round } from '../../plot/curve';
import { count } from '../../plot/format';
import { MOST_EPOCHS, OPTIMIZERS, RATES, SQUASHES, type Settings } from './choices';
import { countOf, dialsOf, layersSetting } from './layers';
import type { Seen } from './seen';
import { Problem } from '../settings';

const HEIGHT = 42;
/** Blocks are at least so wide that a number can be told from nothing. */
const LEAST = 3;

function blocks(v: Seen): TemplateResult {
  const dials = dialsOf(v.model.sizes);
  const all = countOf(v.model.sizes);
  const room = v.width - 2 - 4 * (dials.length - 1);
  const widths = dials.map((d) => Math.max(LEAST, (room * d.all) / all));
  const scale = room / widths.reduce((sum, w) => sum + w, 0);
  let x = 1;
  return html`<svg
      width=${v.width}
      height=${HEIGHT - 24}
      viewBox=${`0 0 ${v.width} ${HEIGHT - 24}`}
      role="img"
      aria-label=${dials.map((d) => `${d.all} between ${d.from} and ${d.to}`).join(', ')}
    >
      ${dials.map((d, i) => {
        const left = x;
        const width = widths[i]! * scale;
        x += width + 4;
        const part = (width * d.biases) / d.all;
        return svg`<rect class="gd-bar-more" x=${round(left)} y="2" width=${round(width - part)} height="14"></rect><rect class="gd-bar-less" x=${round(left + width - part)} y="2" width=${round(Math.max(0, part))} height="14"></rect>`;
      })}
    </svg>
    <p class="count">
      ${dials.map((d, i) => html`${i ? ' + ' : ''}<span class="no-break">${count(d.from)} × ${d.to} + ${d.to}</span>`)}
      = ${dials.length > 1 ? html`${dials.map(({ all: n }) => count(n)).join(' + ')} = ` : ''}<b class="idea-parameter"
        >${count(all)}</b
      >
      <span class="quiet">weights solid, biases hollow</span>
    </p>`;
}

const still = { keepTime: true } as const;

const LABELS: Readonly<Record<string, string>> = {
  gradient_descent: 'plain descent',
  momentum: 'momentum',
  nesterov: 'Nesterov',
  rmsprop: 'RMSProp',
  adam: 'Adam',
  cross_entropy: 'cross-entropy',
  squared_error: 'squared error',
  relu: 'ReLU',
  leaky_relu: 'leaky ReLU',
  gelu: 'GELU',
};

function select<K extends 'activation' | 'loss' | 'optimizer'>(
  v: Seen,
  key: K,
  label: string,
  options: readonly Settings[K][],
): TemplateResult {
  return html`<label class="select"
    >${label}
    <select @change=${(e: Event) => v.set({ [key]: (e.target as HTMLSelectElement).value }, still)}>
      ${options.map((value) => html`<option value=${value} .selected=${value === v.settings[key]}>${LABELS[value] ?? value}</option>`)}
    </select></label
  >`;
}

const SHAPES = [[16, 16], [128], [8], [64, 32]] as const;

function shape(v: Seen): TemplateResult {
  const trouble = v.local['shape'] as string | undefined;
  const take = (text: string): void => {
    const read = layersSetting.read(text);
    if (read instanceof Problem) v.setLocal({ shape: `${read.message}. Allowed: ${layersSetting.accepts}.` });
    else {
      v.setLocal({ shape: undefined });
      v.set({ layers: read, neuron: 1 }, still);
    }
  };
  return html`<span class="shape">
    <label class="select"
      >784 –
      <input
        type="text"
        class="field"
        size="8"
        autocomplete="off"
        spellcheck="false"
        aria-label="Neurons of each hidden layer"
        aria-invalid=${trouble ? 'true' : 'false'}
        .value=${layersSetting.write(v.settings.layers)}
        @change=${(e: Event) => take((e.target as HTMLInputElement).value)}
      />
      – 10</label
    >
    ${SHAPES.map(
      (hidden) =>
        html`<button type="button" class="link" @click=${() => take(hidden.join())}>${hidden.join('–')}</button>`,
    )}
    ${trouble ? html`<span class="problem" role="alert">${trouble}</span>` : ''}
  </span>`;
}

export function dials(v: Seen): TemplateResult {
  const { settings: s } = v;
  return html`<div class="network" data-spot="dials">
    ${blocks(v)}
    <div class="selects">
      ${shape(v)} ${select(v, 'activation', 'squash', SQUASHES)}
      ${select(v, 'loss', 'loss', ['cross_entropy', 'squared_error'])} ${select(v, 'optimizer', 'steps by', OPTIMIZERS)}
    </div>
    <div class="sliders">
      ${slider({ id: `${v.id}-rate`, label: 'learning rate', value: s.rate, ...RATES, scale: 'log', input: (rate) => v.set({ rate }, still) })}
      ${slider({ id: `${v.id}-batch`, label: 'batch', value: Math.min(s.batch, 256), min: 1, max: 256, step: 1, text: String, input: (n) => v.set({ batch: Math.round(n) }, still) })}
      ${slider({ id: `${v.id}-epochs`, label: 'epochs', value: s.epochs, min: 1, max: MOST_EPOCHS, step: 1, text: String, input: (n) => v.set({ epochs: Math.round(n) }, still) })}
    </div>
  </div>`;
}
