/** One plain update on the reader's own digit: what moved, what it reads now, and whose digits it broke. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { linePath, round } from '../../plot/curve';
import { brief, count, fixed } from '../../plot/format';
import { clamp, linearAxis, logAxis } from '../../plot/scales';
import { netOf } from '../neuron/net';
import { MINE } from './choices';
import { SIDE } from './ink';
import { meantChoice } from './meant';
import type { Mine, Updated } from './mine';
import { movedMost } from './moved';
import { dialsNow, meantNow, readNow, updateNow } from './now';
import type { Seen } from './seen';
import { tile } from './tiles';

const HEIGHT = 96;
const TILE = 36;

/** The change of one neuron's weights, square by square: filled up, hollow down. */
function change(v: Seen, before: Float64Array, after: Float64Array, neuron: number): SVGTemplateResult {
  const net = netOf(v.model.sizes);
  const by = (k: number): number => (after[net.weight(neuron, k)] ?? 0) - (before[net.weight(neuron, k)] ?? 0);
  const all = Array.from({ length: SIDE * SIDE }, (_, k) => by(k));
  const top = Math.max(1e-12, ...all.map(Math.abs));
  const cell = TILE / (SIDE / 2);
  let [up, down] = ['', ''];
  for (let row = 0; row < SIDE; row += 2)
    for (let column = 0; column < SIDE; column += 2) {
      const at = row * SIDE + column;
      const mean = (all[at]! + all[at + 1]! + all[at + SIDE]! + all[at + SIDE + 1]!) / 4;
      const size = Math.sqrt(Math.abs(mean) / top) * cell;
      if (size < 0.5) continue;
      const d = `M${round(((column + 1) / 2) * cell - size / 2)} ${round(((row + 1) / 2) * cell - size / 2)}h${round(size)}v${round(size)}h${-round(size)}z`;
      if (mean > 0) up += d;
      else down += d;
    }
  return svg`<rect class="gd-tile-rim" x="0.5" y="0.5" width=${TILE - 1} height=${TILE - 1} rx="3"></rect>
    <path class="gd-parameter-fill" d=${up}></path><path class="gd-change-hollow" d=${down}></path>`;
}

/** Broken and mended against the length of the step, and the bead that is that length. */
function plotOf(v: Seen, others: readonly Updated[], chosen: Updated, width: number): SVGTemplateResult {
  const box = { left: 34, top: 18, right: width - 12, bottom: HEIGHT - 30 };
  const x = logAxis([MINE.min, MINE.max], [box.left, box.right]);
  const top = Math.max(10, ...others.map(({ broken }) => broken.length), chosen.broken.length);
  // Square roots, so that the few at the left are not lost below the many at the right.
  const y = linearAxis([0, Math.sqrt(top)], [box.bottom, box.top]);
  const at = others.map(({ rate }) => rate);
  const series = (of: (u: Updated) => number): string =>
    linePath({ x: at, y: others.map((u) => Math.sqrt(of(u))) }, x, y);
  const meant = meantNow(v);
  const reads = others.find(({ chances }) => chances.indexOf(Math.max(...chances)) === meant);
  const set = (rate: number): void =>
    v.set({ ownStep: Number(clamp(rate, MINE.min, MINE.max).toPrecision(2)) }, { keepTime: true });
  const bead = x.at(v.settings.ownStep);
  const ticks = [0.001, 0.01, 0.1];
  return svg`${
    reads
      ? svg`<rect class="gd-manner-glides" x=${round(x.at(reads.rate))} y=${box.top} width=${round(box.right - x.at(reads.rate))} height=${box.bottom - box.top}></rect>
      <text class="gd-note" x=${round(Math.min(x.at(reads.rate) + 4, box.right - 92))} y=${box.top + 12}>reads a ${meant} here</text>`
      : ''
  }
    ${[10, 100, 400, 1000, 4000].filter((n) => n <= top).map((n) => svg`<path class="gd-grid" d=${`M${box.left} ${round(y.at(Math.sqrt(n)))}H${box.right}`}></path><text class="gd-tick-text" x=${box.left - 5} y=${round(y.at(Math.sqrt(n)) + 4)} text-anchor="end">${count(n)}</text>`)}
    <path class="gd-baseline" d=${`M${box.left} ${box.bottom}H${box.right}`}></path>
    ${ticks.map((t) => svg`<text class="gd-tick-text" x=${round(x.at(t))} y=${box.bottom + 24} text-anchor="middle">${brief(t)}</text>`)}
    <text class="gd-axis-name" x="0" y="10">digits that changed sides</text>
    <text class="gd-axis-name" x=${box.right} y=${box.bottom + 24} text-anchor="end">rate</text>
    ${
      others.length > 1
        ? svg`<path class="gd-loss-line" d=${series((u) => u.broken.length)}></path><path class="gd-solid-line" stroke-dasharray="5 4" d=${series((u) => u.mended.length)}></path>
      <text class="gd-loss-text" x=${round(box.right - 4)} y=${round(y.at(Math.sqrt(others[others.length - 1]!.broken.length)) + 14)} text-anchor="end">broken</text>
      <text class="gd-label" x=${round(box.right - 4)} y=${round(y.at(Math.sqrt(others[others.length - 1]!.mended.length)) - 5)} text-anchor="end">mended</text>`
        : ''
    }
    <circle class="gd-loss-dot" cx=${round(bead)} cy=${round(y.at(Math.sqrt(chosen.broken.length)))} r="4.5"></circle>
    <circle class="gd-hollow-dot" cx=${round(bead)} cy=${round(y.at(Math.sqrt(chosen.mended.length)))} r="4"></circle>
    ${handle({
      x: bead,
      y: box.bottom,
      label: 'Learning rate of the one update',
      value: v.settings.ownStep,
      min: MINE.min,
      max: MINE.max,
      valueText: `${brief(v.settings.ownStep)}: ${chosen.broken.length} broken, ${chosen.mended.length} mended`,
      move: (px) => set(x.value(px)),
      nudge: (dx, dy, scale) => set(v.settings.ownStep * 10 ** ((dx || dy) * 0.05 * scale)),
      face: svg`<circle class="gd-knob-halo" r="12"></circle><circle class="gd-knob" r="7"></circle>`,
    })}`;
}

const share = (right: number, total: number): string => `${fixed((100 * right) / total, 1)} %`;

function told(v: Seen, { before, chosen }: Mine, was: ArrayLike<number>): TemplateResult {
  const meant = meantNow(v);
  const best = Array.from(chosen.chances).indexOf(Math.max(...chosen.chances));
  return html`<p class="own-line">
    As a ${meantChoice(v)} it went from <b>${fixed(was[meant] ?? 0, 2)}</b> to
    <b>${fixed(chosen.chances[meant] ?? 0, 2)}</b>${best === meant ? '' : html`, and is still read as a ${best}`}. Of
    ${count(chosen.count)} others <b class="idea-loss">${count(chosen.broken.length)} broke</b>,
    <b>${count(chosen.mended.length)} mended</b>: ${share(before.right, before.count)} became
    ${share(chosen.right, chosen.count)}${
      chosen.most.count > 0.4 * chosen.count
        ? `, and ${Math.round((100 * chosen.most.count) / chosen.count)} of 100 are called a ${chosen.most.digit}`
        : ''
    }.
  </p>`;
}

export function mine(v: Seen): TemplateResult {
  const dials = dialsNow(v);
  const picture = readNow(v);
  const blank = picture.every((grey) => grey === 0);
  if (!dials || blank)
    return html`<p class="quiet" data-spot="mine">
      ${dials ? 'Draw a digit first: of a blank page there is nothing to learn.' : 'No dials yet.'}
    </p>`;
  const { mine: made, others } = v.model.mine(updateNow(v), picture, meantNow(v), v.settings.ownStep);
  if (!made) return html`<p class="quiet" data-spot="mine">One update, and reading everybody’s digits again …</p>`;
  const { before, chosen } = made;
  const moved = movedMost(v.model.sizes, dials, chosen.parameters);
  const awake = moved.filter(({ by }) => by !== 0);
  const wide = v.width > 440;
  const left = wide ? Math.round(v.width * 0.46) : v.width;
  const right = wide ? v.width - left - 14 : v.width;
  const tiles = Math.floor((left + 6) / (TILE + 8));
  /** Half of the room for those that broke, half for those that were mended. */
  const row = (all: readonly number[], taken: Uint8Array): (TemplateResult | string)[] =>
    all
      .slice(0, Math.max(1, Math.floor(tiles / 2) - 1))
      .map((index) => tile(v, { index, is: before.labels[index] ?? 0, taken: taken[index] ?? 0 }, TILE - 6));
  return html`<div data-spot="mine">
    ${told(v, made, v.model.pass(dials, picture).chances)}
    <div class="mine">
      <div>
        <div
          class="tiles"
          role="img"
          aria-label=${`What moved most in the first row: ${awake.length} of ${moved.length} neurons were awake`}
        >
          ${awake.slice(0, tiles).map(
            ({ neuron, by }) =>
              html`<figure>
                <svg width=${TILE} height=${TILE} viewBox=${`0 0 ${TILE} ${TILE}`}>
                  ${change(v, dials, chosen.parameters, neuron)}
                </svg>
                <figcaption class="idea-parameter">${by > 0 ? '+' : ''}${fixed(by, 4)}</figcaption>
              </figure>`,
          )}
        </div>
        <p class="quiet small">
          What moved most: your digit, printed on ${awake.length} of ${moved.length} neurons.
          ${moved.length - awake.length} slept.
        </p>
        <div class="tiles">
          <span class="small idea-loss">broke</span>${row(chosen.broken, chosen.taken)}
          <span class="small">mended</span>${row(chosen.mended, chosen.taken)}
        </div>
      </div>
      <svg
        width=${right}
        height=${HEIGHT}
        viewBox=${`0 0 ${right} ${HEIGHT}`}
        role="group"
        aria-label="Digits that changed sides, against the rate of the one update"
      >
        ${plotOf(v, others, chosen, right)}
      </svg>
    </div>
  </div>`;
}
