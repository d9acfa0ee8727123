/** What each row still lacks: rarest letters first. Who learns by plain descent learns them last; some rules cure it. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { follow } from '../../parts/drag';
import { segmented, slider } from '../../parts/slider';
import { round } from '../../plot/curve';
import { brief, count, fixed } from '../../plot/format';
import { clamp, linearAxis } from '../../plot/scales';
import { OPTIMIZERS, RATES, rules, type Settings } from './choices';
import { glyph } from './letters';
import { chancesNow, lacking, litPair } from './now';
import { spoken } from './reading';
import { byRarity } from './rows';
import type { Seen } from './seen';

const still = { keepTime: true } as const;
const HEIGHT = 80;

function bars(v: Seen): TemplateResult {
  const { reading } = v.model;
  const all = byRarity(v);
  const lacks = lacking(v, chancesNow(v));
  const box = { left: 30, top: 16, right: v.width - 4, bottom: HEIGHT - 31 };
  const pitch = (box.right - box.left) / all.length;
  // Before the first update a row lacks at most all that there is to know.
  const most = Math.max(1, Math.ceil(Math.log2(reading.symbols.length)));
  const y = linearAxis([0, most], [box.bottom, box.top], 24);
  const { first } = litPair(v);
  const here = all.indexOf(first);
  const half = Math.min(8, pitch * 0.32);
  const at = (i: number): number => box.left + (i + 0.5) * pitch;
  const choose = (i: number): void => {
    const row = reading.order.indexOf(all[clamp(i, 0, all.length - 1)] ?? 0) + 1;
    v.set({ row, column: v.settings.column || 1 }, still);
  };
  const key = (e: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[e.key];
    if (by === undefined || e.altKey || e.ctrlKey || e.metaKey) return;
    e.preventDefault();
    choose(Math.max(0, here) + by);
  };
  const one = (symbol: number, i: number): SVGTemplateResult => {
    const bits = Math.min(most, lacks[symbol] ?? 0);
    return svg`<path class=${symbol === first ? 'gd-surprise-now' : 'gd-surprise-bar'} d=${`M${round(at(i) - half)} ${box.bottom}V${round(Math.min(y.at(bits), box.bottom - 0.5))}h${round(2 * half)}V${box.bottom}Z`}></path>
      ${glyph(reading.symbols[symbol], at(i), box.bottom + 15, symbol === first ? 'gd-letter-small-now' : 'gd-letter-small')}`;
  };
  const told =
    here < 0
      ? ''
      : `${spoken(reading.symbols[first])}: seen ${count(reading.rows[first] ?? 0)} times, lacks ${fixed(lacks[first] ?? 0, 2)} bits`;
  return html`<svg
    width=${v.width}
    height=${HEIGHT}
    viewBox=${`0 0 ${v.width} ${HEIGHT}`}
    role="group"
    aria-label="What each row still lacks"
    data-spot="rare"
  >
    <g aria-hidden="true">
      ${y.ticks.map((t) => svg`<path class="gd-grid" d=${`M${box.left} ${round(t.at)}H${box.right}`}></path><text class="gd-tick-text" x=${box.left - 7} y=${round(t.at + 4)} text-anchor="end">${t.text}</text>`)}
      <text class="gd-axis-name" x="0" y="9">bits above counting, row by row</text>
      <text class="gd-loss-text" x=${box.right} y="9" text-anchor="end">${v.width < 470 ? '' : told}</text>
      <text class="gd-note" x=${box.left} y=${HEIGHT - 2}>rarest</text>
      <text class="gd-note" x=${box.right} y=${HEIGHT - 2} text-anchor="end">most frequent</text>
      ${v.width < 470 ? svg`<text class="gd-loss-text" x=${(box.left + box.right) / 2} y=${HEIGHT - 2} text-anchor="middle">${here < 0 ? '' : `${count(reading.rows[first] ?? 0)} times, ${fixed(lacks[first] ?? 0, 2)} bits`}</text>` : ''}
    </g>
    ${all.map(one)}
    ${svg`<rect class="gd-press steering choosing" role="slider" tabindex="0" aria-label="A row, from the rarest on" aria-valuemin="1" aria-valuemax=${all.length}
      aria-valuenow=${Math.max(0, here) + 1} aria-valuetext=${told} x=${box.left} y=${box.top} width=${box.right - box.left} height=${box.bottom + 20 - box.top}
      @pointerdown=${(e: PointerEvent) => follow(e, (px) => choose(Math.floor((px - box.left) / pitch)))} @keydown=${key}></rect>`}
  </svg>`;
}

export function rare(v: Seen): TemplateResult {
  const { optimizer, rate } = v.settings;
  return html`<div class="rare">
    ${bars(v)}
    <div class="rule-of-rare" data-spot="rule">
      ${segmented<Settings['optimizer']>({
        id: `${v.id}-optimizer`,
        label: v.width < 470 ? '' : 'rule',
        value: optimizer,
        options: OPTIMIZERS.map((value) => ({ value, label: rules[value].label })),
        input: (value) => v.set({ optimizer: value, rate: rules[value].rate }, still),
      })}
      ${slider({
        id: `${v.id}-rate`,
        label: 'rate',
        value: rate,
        ...RATES,
        scale: 'log',
        text: (value) => brief(value),
        input: (value) => v.set({ rate: value }, still),
      })}
    </div>
  </div>`;
}
