/** The chosen neuron at the crosshair, in three beats: it weighs its inputs, adds, and squashes the sum. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { linePath, round } from '../../plot/curve';
import { clamp, linearAxis } from '../../plot/scales';
import { chainPicture } from './chain';
import { choose, givenTo } from './hands';
import { inputLabels } from './inputs';
import { chosen, nameOf, passingNow, weightsNow } from './now';
import { chainIn, WIDE } from './room';
import type { Seen } from './seen';
import { hundredths } from './hundredths';

const HEIGHT = 134;
const TOP = 26;
const FLOOR = 110;

interface Term {
  readonly name: string;
  /** Undefined for the bias, which weighs nothing. */
  readonly given: number | undefined;
  readonly weight: number;
  readonly product: number;
}

/** What a neuron adds up, its bias last. */
export function termsOf(v: Seen, neuron: number): readonly Term[] {
  const { net } = v.model;
  const weights = weightsNow(v);
  const { layer } = net.place(neuron);
  const given = givenTo(v, neuron, passingNow(v).answers);
  const first = layer ? net.first(layer - 1) : 0;
  const terms = given.map((value, k): Term => {
    const weight = weights[net.weight(neuron, k)] ?? 0;
    const name = layer === 0 ? inputLabels[v.settings.inputs[k]!] : String(first + k + 1);
    return { name, given: value, weight, product: value * weight };
  });
  const bias = weights[net.bias(neuron)] ?? 0;
  return [...terms, { name: 'bias', given: undefined, weight: bias, product: bias }];
}

interface Columns {
  readonly weigh: readonly [number, number];
  readonly add: readonly [number, number];
  readonly squash: readonly [number, number];
}

const columnsOf = (width: number): Columns =>
  width > WIDE
    ? { weigh: [0, width * 0.345], add: [width * 0.4, width * 0.67], squash: [width * 0.74, width * 0.92] }
    : { weigh: [0, width * 0.38], add: [width * 0.45, width * 0.66], squash: [width * 0.735, width * 0.89] };

const heading = (x: number, text: string, now: boolean): SVGTemplateResult =>
  svg`<text class=${now ? 'gd-label' : 'gd-axis-name'} x=${round(x)} y="13">${text}</text>`;

/** Height of a row's middle. */
const rowAt = (k: number, rows: number): number => TOP + 6 + (k + 0.5) * Math.min(26, (FLOOR - TOP) / rows);

function weighed([left, right]: Columns['weigh'], terms: readonly Term[], wide: boolean): SVGTemplateResult {
  const w = right - left;
  const size = terms.length > 6 ? 'tiny' : '';
  const at = (share: number): number => round(left + w * share);
  return svg`${terms.map((t, k) => {
    const y = round(rowAt(k, terms.length) + 4);
    const product = svg`<text class=${`gd-note-strong ${size}`} x=${at(1)} y=${y} text-anchor="end">${hundredths(t.product)}</text>`;
    if (t.given === undefined)
      return svg`<text class=${`gd-axis-name ${size}`} x=${at(0)} y=${y}>bias</text><text class=${`gd-parameter-text ${size}`} x=${at(1)} y=${y} text-anchor="end">${hundredths(t.weight)}</text>`;
    return wide
      ? svg`<text class=${`gd-axis-name ${size}`} x=${at(0)} y=${y}>${t.name}</text><text class=${`gd-note-strong ${size}`} x=${at(0.32)} y=${y} text-anchor="end">${hundredths(t.given)}</text>
        <text class=${`gd-axis-name ${size}`} x=${at(0.42)} y=${y} text-anchor="middle">×</text><text class=${`gd-parameter-text ${size}`} x=${at(0.66)} y=${y} text-anchor="end">${hundredths(t.weight)}</text>
        <text class=${`gd-axis-name ${size}`} x=${at(0.74)} y=${y} text-anchor="middle">=</text>${product}`
      : svg`<text class=${`gd-axis-name ${size}`} x=${at(0)} y=${y}>${hundredths(t.given)} × <tspan class="gd-parameter-text">${hundredths(t.weight)}</tspan></text>${product}`;
  })}`;
}

/** A bar from where the one before ended: solid where it adds, hollow where it takes away. */
function added([left, right]: Columns['add'], terms: readonly Term[]): SVGTemplateResult {
  const ends = terms.map((_, k) => terms.slice(0, k + 1).reduce((sum, t) => sum + t.product, 0));
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const x = linearAxis([low, high === low ? low + 1 : high], [left + 8, right - 8]);
  const tall = Math.min(14, (FLOOR - TOP) / terms.length - 3);
  const sum = ends[ends.length - 1] ?? 0;
  const bars = terms.map((t, k) => {
    const [from, to] = [x.at(ends[k - 1] ?? 0), x.at(ends[k] ?? 0)];
    const y = rowAt(k, terms.length);
    const next = k + 1 < terms.length ? rowAt(k + 1, terms.length) - tall / 2 : FLOOR;
    return svg`<rect class=${t.product < 0 ? 'gd-bar-less' : 'gd-bar-more'} x=${round(Math.min(from, to))} y=${round(y - tall / 2)} width=${round(Math.max(1, Math.abs(to - from)))} height=${round(tall)}></rect>
      <path class="gd-hairline" d=${`M${round(to)} ${round(y + tall / 2)}V${round(next)}`}></path>`;
  });
  return svg`<path class="gd-baseline" d=${`M${round(left)} ${FLOOR}H${round(right)}M${round(x.at(0))} ${TOP}V${FLOOR}`}></path>
    ${bars}
    <path class="gd-solid-line" d=${`M${round(x.at(sum))} ${FLOOR - 6}v10`}></path>
    <text class="gd-label" x=${round(clamp(x.at(sum), left + 14, right - 12))} y=${FLOOR + 18} text-anchor="middle">${hundredths(sum)}</text>`;
}

/** The sum on the squash's curve, and what comes of it. */
function squashed(v: Seen, [left, right]: Columns['squash'], neuron: number): SVGTemplateResult {
  const { sums, answers } = passingNow(v);
  const [z, a] = [sums[neuron] ?? 0, answers[neuron] ?? 0];
  const squash = v.model.squash(neuron);
  const reach = Math.max(3, Math.ceil(Math.abs(z) * 1.15));
  const bounded = squash === 'tanh' || squash === 'sigmoid';
  const x = linearAxis([-reach, reach], [left, right]);
  const y = linearAxis(bounded ? [-1.08, 1.08] : [-reach, reach], [FLOOR, TOP]);
  const [px, py] = [x.at(z), y.at(a)];
  return svg`<path class="gd-baseline" d=${`M${round(left)} ${round(y.at(0))}H${round(right)}M${round(x.at(0))} ${TOP}V${FLOOR}`}></path>
    <path class="gd-solid-line" d=${linePath(v.model.curve(squash, reach), x, y)}></path>
    <path class="gd-guide-line" stroke-dasharray="2.5 3" d=${`M${round(px)} ${FLOOR}V${round(py)}H${round(right + 4)}`}></path>
    <circle class="gd-knob" cx=${round(px)} cy=${round(py)} r="5"></circle>
    <text class="gd-label" x=${round(right + 8)} y=${round(py + 4)}>${hundredths(a)}</text>
    <text class="gd-axis-name" x=${round(px)} y=${FLOOR + 18} text-anchor="middle">${hundredths(z)}</text>`;
}

/** Without a squash between them, all layers are one: here it is, computed from the network itself. */
function collapsed(v: Seen): TemplateResult | string {
  const { net } = v.model;
  if (v.settings.activation !== 'linear' || net.hidden === 0 || net.neurons - net.hidden > 1) return '';
  const row = v.model.collapsed(weightsNow(v));
  const terms = v.settings.inputs.map(
    (name, k) => html`<span><b class="idea-parameter">${hundredths(row[k] ?? 0)}</b> ${inputLabels[name]}</span>`,
  );
  return html`<p class="collapsed" data-spot="collapsed">
    ${net.neurons} neurons without a squash are <b>one</b>: ${terms.map((term, k) => html`${k ? ' + ' : ''}${term}`)} +
    <b class="idea-parameter">${hundredths(row[row.length - 1] ?? 0)}</b>
  </p>`;
}

const BEATS = ['weighs its inputs,', 'adds,', 'squashes'] as const;

/** One point's numbers through the network, beat after beat, neuron after neuron. */
function follow(v: Seen): TemplateResult {
  const { net } = v.model;
  const { beat } = v.settings;
  const neuron = chosen(v);
  const next = (neuron + 1) % net.neurons;
  const press = (): void =>
    beat < 3 ? v.set({ beat: beat + 1 }, { keepTime: true }) : v.set({ neuron: next + 1, beat: 1 }, { keepTime: true });
  const go = (by: number): void => choose(v, (neuron + by + net.neurons) % net.neurons);
  const label =
    beat === 1
      ? 'then it adds'
      : beat === 2
        ? 'then it squashes'
        : next === 0
          ? 'from the start'
          : `on to ${nameOf(v, next)}`;
  return html`<div class="follow">
    <button type="button" class="round small" aria-label="Neuron before" @click=${() => go(-1)}>‹</button>
    <span class="which"
      ><b>${nameOf(v, neuron)}</b
      >${net.hidden ? html`<span class="quiet">, layer ${net.place(neuron).layer + 1} of ${net.sizes.length - 1}</span>` : ''}</span
    >
    <button type="button" class="round small" aria-label="Next neuron" @click=${() => go(1)}>›</button>
    <button type="button" class="pill onward" @click=${press}>${label}</button>
  </div>`;
}

export function neuronPanel(v: Seen): TemplateResult {
  const neuron = chosen(v);
  const { beat } = v.settings;
  const wide = v.width > WIDE;
  const columns = columnsOf(v.width);
  const terms = termsOf(v, neuron);
  const linear = v.model.squash(neuron) === 'linear';
  const name = nameOf(v, neuron);
  const chainHeight = 56 * Math.max(2, ...v.model.net.sizes.slice(1, -1).map((n) => Math.min(n, 5)));
  return html` ${
      wide
        ? ''
        : html`<svg
            class="chain"
            width=${v.width}
            height=${chainHeight}
            viewBox=${`0 0 ${v.width} ${chainHeight}`}
            role="group"
            aria-label="The network"
          >
            ${chainPicture(v, chainIn(v.model.net, { left: 2, top: 4, right: v.width - 8, bottom: chainHeight - 4 }))}
          </svg>`
    }
    <svg
      class="sum"
      data-spot="sum"
      width=${v.width}
      height=${HEIGHT}
      viewBox=${`0 0 ${v.width} ${HEIGHT}`}
      role="img"
      aria-label=${`${name}: ${terms.map((t) => `${t.name} ${hundredths(t.product)}`).join(', ')}; together ${hundredths(passingNow(v).sums[neuron] ?? 0)}; its answer ${hundredths(passingNow(v).answers[neuron] ?? 0)}`}
    >
      ${heading(0, `${wide ? name : name.replace('neuron ', '')} ${BEATS[0]}`.replace(wide ? '' : ' its inputs', ''), beat === 1 || beat === 3)}
      ${weighed(columns.weigh, terms, wide)}
      ${beat > 1 ? svg`${heading(columns.add[0], BEATS[1], beat === 2)}${added(columns.add, terms)}` : ''}
      ${beat > 2 ? svg`${heading(columns.squash[0], linear ? 'lets it be' : BEATS[2], false)}${squashed(v, columns.squash, neuron)}` : ''}
    </svg>
    ${follow(v)} ${collapsed(v)}`;
}
