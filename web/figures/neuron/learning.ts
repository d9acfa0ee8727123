/** How it learns: the loss so far, and everything that decides the steps. */
import { html, type TemplateResult } from 'lit';
import { slider } from '../../parts/slider';
import { lossPanel } from './losses';
import { WIDE } from './room';
import { LIMITS, OPTIMIZERS, RATES, type Settings } from './choices';
import type { Seen } from './seen';

const OPTIMIZER_LABELS: Readonly<Record<Settings['optimizer'], string>> = {
  gradient_descent: 'plain descent',
  momentum: 'momentum',
  nesterov: 'Nesterov',
  rmsprop: 'RMSProp',
  adam: 'Adam',
};

const still = { keepTime: true } as const;

function select<N extends string>(o: {
  readonly id: string;
  readonly label: string;
  readonly value: N;
  readonly options: readonly N[];
  readonly text: (value: N) => string;
  readonly input: (value: N) => void;
}): TemplateResult {
  return html`<label class="select" for=${o.id}
    >${o.label}
    <select id=${o.id} @change=${(e: Event) => o.input((e.target as HTMLSelectElement).value as N)}>
      ${o.options.map((value) => html`<option value=${value} .selected=${value === o.value}>${o.text(value)}</option>`)}
    </select></label
  >`;
}

export function learningPanel(v: Seen): TemplateResult {
  const { settings: s, model } = v;
  const width = v.width > WIDE ? v.width * 0.56 : v.width;
  const most = model.examples.seen;
  return html`<div class="learning">
    ${lossPanel(v, width, v.width > WIDE ? 228 : 176)}
    <div class="steps">
      ${slider({ id: `${v.id}-rate`, label: 'learning rate', value: s.rate, ...RATES, scale: 'log', input: (rate) => v.set({ rate }, still) })}
      ${slider({
        id: `${v.id}-batch`,
        label: 'batch',
        value: s.batch === 0 || s.batch >= most ? most : s.batch,
        min: 1,
        max: most,
        step: 1,
        text: (n) => (n >= most ? `all ${most}` : String(n)),
        input: (n) => v.set({ batch: n >= most ? 0 : Math.round(n) }, still),
      })}
      ${slider({
        id: `${v.id}-decay`,
        label: 'weight decay',
        value: Math.cbrt(s.decay),
        min: 0,
        max: 0.6,
        step: 0.01,
        text: (root) => (root === 0 ? 'none' : String(Number((root ** 3).toPrecision(2)))),
        input: (root) => v.set({ decay: Number((root ** 3).toPrecision(2)) }, still),
      })}
      <div class="selects">
        ${select({ id: `${v.id}-optimizer`, label: 'steps by', value: s.optimizer, options: OPTIMIZERS, text: (o) => OPTIMIZER_LABELS[o], input: (optimizer) => v.set({ optimizer }, still) })}
        ${select({ id: `${v.id}-updates`, label: 'updates', value: s.updates, options: LIMITS, text: (n) => n, input: (updates) => v.set({ updates }, still) })}
      </div>
    </div>
  </div>`;
}
