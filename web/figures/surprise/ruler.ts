/** One ruler in bits a letter, with perplexity on its lower edge: the alphabet, the table and the reader stand on it. */
import { svg, type SVGTemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { round } from '../../plot/curve';
import { fixed } from '../../plot/format';
import { beyond } from '../../plot/marks';
import { clamp, linearAxis } from '../../plot/scales';
import { hasEnded, readerBits, sentenceOf } from './game';
import { meanOf, surprisesOf } from './now';
import type { Seen } from './seen';

/** The ruler's length, bits. */
export const LENGTH = 5;
/** What people needed, given a hundred letters before (Shannon 1951, table I). */
const PEOPLE = [0.6, 1.3] as const;
/** Room above the axis, px. */
export const ABOVE = 62;

/** The table's bits a letter on the sentence that is guessed, its first letter given. */
export const tableBits = (v: Seen): number => meanOf(surprisesOf(v, [...sentenceOf(v)]).slice(1)) ?? 0;

type Place = (value: number) => number;

interface Mark {
  readonly bits: number;
  readonly name: string;
  readonly text: string;
  readonly line: string;
  readonly height: number;
}

/** A name on a stalk, all at heights of their own, so that none covers another. */
function stalk({ bits, name, text, line, height }: Mark, at: Place, y: number): SVGTemplateResult {
  const x = at(Math.min(bits, LENGTH));
  const left = x < 60 ? 'start' : x > at(LENGTH) - 40 ? 'end' : 'middle';
  return svg`<path class=${line} d=${`M${round(x)} ${y}v${-height}`}></path>
    <text class=${text} x=${round(x)} y=${y - height - 5} text-anchor=${left}>${name} ${fixed(bits, 2)}</text>`;
}

function bet(v: Seen, at: Place, value: Place, y: number): SVGTemplateResult {
  const { bet: set } = v.settings;
  const x = at(clamp(set ?? LENGTH / 2, 0, LENGTH));
  const face = svg`<path class="gd-guess-mark" d="M0 3L9 18H-9Z"></path>`;
  const note =
    set === null
      ? ''
      : svg`<text class="gd-guess-text" x=${round(x + 14)} y=${y + 17}>${hasEnded(v) ? 'you expected ' : ''}${fixed(set, 1)}</text>`;
  if (hasEnded(v)) return set === null ? svg`` : svg`<g transform=${`translate(${round(x)} ${y})`}>${face}</g>${note}`;
  const move = (bits: number): void => v.set({ bet: Math.round(10 * clamp(bits, 0, LENGTH)) / 10 }, { keepTime: true });
  return svg`<g data-spot="bet">${handle({
    x,
    y,
    label: 'Your bet: how many bits a letter you need',
    value: set ?? LENGTH / 2,
    min: 0,
    max: LENGTH,
    valueText: set === null ? 'no bet yet' : `${fixed(set, 1)} bits a letter`,
    move: (px) => move(value(px)),
    nudge: (dx, dy, scale) => move((set ?? LENGTH / 2) + (dx || dy) * 0.1 * scale),
    face,
    kind: set === null ? 'faint under' : 'under',
    hint: set === null ? 'you?' : undefined,
    hintAt: [12, 17],
  })}</g>${note}`;
}

/** @param y of the axis */
export function ruler(v: Seen, y: number): SVGTemplateResult {
  const axis = linearAxis([0, LENGTH], [12, v.width - 12], 60);
  const at: Place = (bits) => axis.at(bits);
  const alphabet = Math.log2(v.model.reading.symbols.length);
  const ended = hasEnded(v);
  const [mine, table] = [ended ? readerBits(v) : undefined, ended ? tableBits(v) : undefined];
  const half = v.width < 400;
  return svg`<g data-spot="ruler">
    <g aria-hidden="true">
      ${
        ended
          ? svg`<rect class="gd-ruler-band" x=${at(PEOPLE[0])} y=${y - 9} width=${round(at(PEOPLE[1]) - at(PEOPLE[0]))} height="9"></rect>
        <text class="gd-note" x=${at(PEOPLE[0]) - 4} y=${y - 13} text-anchor="middle">people, 1951</text>`
          : ''
      }
      <path class="gd-solid-line" d=${`M${at(0)} ${y}H${at(LENGTH)}`}></path>
      ${[0, 1, 2, 3, 4, 5].map(
        (bits) => svg`<path class="gd-guide-line" d=${`M${round(at(bits))} ${y - 5}v10`}></path>
          <text class="gd-tick-text" x=${round(at(bits))} y=${y + 34} text-anchor=${bits === 0 ? 'start' : bits === 5 ? 'end' : 'middle'}>${bits}${bits === 5 ? ' bits' : ''}</text>
          <text class="gd-tick-text" x=${round(at(bits))} y=${y + 51} text-anchor=${bits === 0 ? 'start' : bits === 5 ? 'end' : 'middle'}>${2 ** bits}${bits === 5 ? (half ? ' letters' : ' equal letters') : ''}</text>`,
      )}
    </g>
    ${stalk({ bits: alphabet, name: 'alphabet', text: 'gd-label', line: 'gd-dotted-line', height: 14 }, at, y)}
    <circle class="gd-hollow-dot" cx=${round(at(alphabet))} cy=${y} r="5"></circle>
    ${
      table === undefined
        ? ''
        : svg`${stalk({ bits: table, name: 'table', text: 'gd-loss-text', line: 'gd-loss-line', height: 31 }, at, y)}
      ${table > LENGTH ? beyond(at(LENGTH) + 2, y, 'right', 'loss') : svg`<circle class="gd-loss-dot" cx=${round(at(table))} cy=${y} r="6.5"></circle>`}`
    }
    ${
      mine === undefined
        ? ''
        : svg`${stalk({ bits: mine, name: 'you', text: 'gd-guess-text', line: 'gd-guess-solid', height: 48 }, at, y)}
      <path class="gd-guess-fill" d=${`M${round(at(mine))} ${y}l-8 -14h16Z`}></path>`
    }
    ${bet(v, at, (px) => axis.value(px), y)}
  </g>`;
}
