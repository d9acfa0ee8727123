/** The sentence with the table's surprise over each letter: a letter is chosen by its mark, or by a press anywhere here. */
import { svg, type SVGTemplateResult } from 'lit';
import { follow, handle } from '../../parts/drag';
import { round } from '../../plot/curve';
import { brief, significant } from '../../plot/format';
import { beyond } from '../../plot/marks';
import { asks, from, hiddenFrom } from './asking';
import { glyph } from './letters';
import { chosen, lettersOf, litPair, meanOf, surprisesOf } from './now';
import { spoken } from './reading';
import type { Bars, Room } from './room';
import type { Seen } from './seen';
import { triangle } from './wager';

const still = { keepTime: true } as const;

/** Beyond this many bits a chance is no number any more. */
const NEVER = 1000;

/** `1 in 3.0`. */
export const oneIn = (bits: number): string =>
  bits > NEVER ? 'never' : `1 in ${significant(2 ** bits, bits < 10 ? 2 : 3)}`;

/** Rules with their numbers, downwards too where an axis leads there. */
export function rules({ box, y }: Bars): SVGTemplateResult {
  return svg`<g aria-hidden="true">${y.ticks.map(
    (t) => svg`<path class="gd-grid" d=${`M${box.left} ${round(t.at)}H${box.right}`}></path>
      <text class="gd-tick-text" x=${box.left - 7} y=${round(t.at + 4)} text-anchor="end">${t.text}</text>`,
  )}</g>`;
}

/** One bar; one that is too tall leaves through the top, and one that is not known has none. */
export function bar(b: Bars, i: number, bits: number | undefined, lit: boolean): SVGTemplateResult {
  if (bits === undefined) return svg``;
  const [x, half] = [b.at(i), Math.min(9, b.pitch * 0.3)];
  const top = Math.max(b.box.top, b.y.at(bits));
  return svg`<path class=${lit ? 'gd-surprise-now' : 'gd-surprise-bar'} d=${`M${round(x - half)} ${b.box.bottom}V${round(top)}h${round(2 * half)}V${b.box.bottom}Z`}></path>
    ${b.y.at(bits) < b.box.top ? beyond(x, b.box.top - 1, 'up', 'loss') : ''}`;
}

/** Width of a letter of what is told over a bar, and its height, px. */
const TOLD = { letter: 7, height: 9 } as const;

/** How likely the chosen letter was, beside the head of its bar, above the bars that stand there. */
function told(b: Bars, i: number, all: readonly (number | undefined)[]): SVGTemplateResult {
  const text = oneIn(all[i] ?? 0);
  const [x, long] = [b.at(i), text.length * TOLD.letter];
  const heads = all.map((bits, k) => ({
    at: b.at(k),
    head: bits === undefined ? b.box.top : Math.max(b.box.top, b.y.at(bits)),
  }));
  const sides = ([1, -1] as const).map((side) => {
    const near = x + side * (b.pitch / 2 + 2);
    const [from, to] = [Math.min(near, near + side * long), Math.max(near, near + side * long)];
    const covered = heads.filter(({ at }) => at > from - b.pitch / 2 && at < to + b.pitch / 2);
    const head = Math.min(heads[i]!.head, ...covered.map((c) => c.head));
    return { side, near, head, fits: from >= b.box.left && to <= b.box.right };
  });
  const [right, left] = sides as [(typeof sides)[0], (typeof sides)[0]];
  const there = !right.fits || (left.fits && left.head > right.head + TOLD.height) ? left : right;
  return svg`<text class="gd-loss-text" x=${round(there.near)} y=${round(Math.max(there.head - 4, b.box.top + TOLD.height))} text-anchor=${there.side > 0 ? 'start' : 'end'}>${text}</text>`;
}

function mean(v: Seen, b: Bars, bits: readonly (number | undefined)[]): SVGTemplateResult {
  const m = meanOf(bits);
  if (m === undefined) return svg``;
  const so = asks(v) ? 'so far ' : '';
  return svg`<path class="gd-loss-mean" d=${`M${b.box.left} ${round(Math.max(b.box.top, b.y.at(m)))}H${b.box.right}`}></path>
    <text class="gd-axis-name" x=${b.box.right} y=${b.box.top - 10} text-anchor="end"
      >${so}mean <tspan class="gd-loss-text">${brief(m)}</tspan>${v.width < 400 ? '' : ' bits'}, so perplexity <tspan class="gd-loss-text">${significant(2 ** m)}</tspan></text>`;
}

/** The hand: a frame around the chosen letter. */
function hand(v: Seen, b: Bars, i: number): SVGTemplateResult {
  const letters = lettersOf(v);
  const choose = (to: number): void =>
    v.set({ letter: Math.min(letters.length, Math.max(1, to)), row: 0, column: 0 }, still);
  const half = Math.min(11, b.pitch / 2);
  const { second } = litPair(v);
  const bits = i < hiddenFrom(v) ? surprisesOf(v, letters)[i] : undefined;
  return handle({
    x: b.at(i),
    y: b.letters - 6,
    label: 'The letter that is looked at',
    value: i + 1,
    min: 1,
    max: letters.length,
    valueText: `${spoken(v.model.reading.symbols[second] ?? letters[i])}, letter ${i + 1}${bits === undefined ? '' : `: ${brief(bits)} bits`}`,
    move: (px) => {
      choose(b.index(px) + 1);
      if (!v.local['touched']) v.setLocal({ touched: true });
    },
    // Arrows lead where they point; up and down lead on and back.
    nudge: (dx, dy, scale) => choose(i + 1 + Math.sign(dx * b.onwards || dy) * Math.max(1, Math.round(scale))),
    face: svg`<rect class="gd-window" x=${-half} y="-13" width=${2 * half} height="25" rx="4"></rect>`,
    hint: v.local['touched'] || asks(v) ? undefined : 'drag me',
    hintAt: [-half, 30],
  });
}

/** A press on a bar or a letter means that letter; on the word that is asked about, the guess. */
function ground(v: Seen, b: Bars): SVGTemplateResult {
  const press = (e: PointerEvent): void =>
    follow(e, (px) => {
      const i = b.index(px);
      if (asks(v) && i >= from(v)) v.set({ guess: i + 1 }, still);
      else if (i < hiddenFrom(v)) v.set({ letter: i + 1, row: 0, column: 0 }, still);
    });
  return svg`<rect class="gd-press choosing" x=${b.box.left} y=${b.box.top} width=${round(b.box.right - b.box.left)} height=${round(b.letters + 8 - b.box.top)} @pointerdown=${press}></rect>`;
}

export function sentenceBars(v: Seen, { bars: b }: Room): SVGTemplateResult {
  const letters = lettersOf(v);
  const all = surprisesOf(v, letters);
  const hidden = hiddenFrom(v);
  const bits = all.map((x, i) => (i < hidden ? x : undefined));
  const i = chosen(v);
  const here = v.settings.row > 0 && v.settings.column > 0 ? -1 : i;
  const half = Math.min(9, b.pitch * 0.3);
  return svg`<g data-spot="bars">
    ${rules(b)}
    <text class="gd-axis-name" x=${0} y=${b.box.top - 10} aria-hidden="true">surprise, bits</text>
    ${here >= 0 && here < hidden ? svg`<rect class="gd-row-band" x=${round(b.at(i) - b.pitch / 2)} y=${b.box.top - 4} width=${round(b.pitch)} height=${round(b.letters + 9 - b.box.top)} rx="3"></rect>` : ''}
    ${bits.map((x, k) => bar(b, k, x, k === here))}
    ${all.map((x, k) =>
      k >= hidden || x === undefined
        ? svg`<path class=${k >= hidden ? 'gd-surprise-hidden' : 'gd-surprise-unknown'} d=${`M${round(b.at(k) - half)} ${b.box.bottom}V${b.box.top + 8}h${round(2 * half)}V${b.box.bottom}`}></path>`
        : '',
    )}
    <path class="gd-baseline" d=${`M${b.box.left} ${b.box.bottom}H${b.box.right}`}></path>
    ${mean(v, b, bits)}
    ${here >= 0 && bits[i] !== undefined ? told(b, i, bits) : ''}
    <g aria-hidden="true">${letters.map((letter, k) => glyph(letter, b.at(k), b.letters, k === here ? 'gd-letter-now' : 'gd-letter'))}</g>
    ${ground(v, b)} ${hand(v, b, i)} ${triangle(v, b)}
  </g>`;
}
