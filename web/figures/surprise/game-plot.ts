/** The picture while Shannon's game is open: what is known of the sentence with keys to guess by; at the end, both surprises. */
import { svg, type SVGTemplateResult } from 'lit';
import { follow } from '../../parts/drag';
import { round } from '../../plot/curve';
import { linearAxis } from '../../plot/scales';
import { bar, rules } from './bars';
import { bitsOfTries, hasEnded, lettersIn, sentenceOf, struckOf, triesOf } from './game';
import { keyboard, keyboardHeight } from './keyboard';
import { glyph } from './letters';
import { surprisesOf } from './now';
import { barsIn, type Bars } from './room';
import { ABOVE, ruler } from './ruler';
import type { Seen } from './seen';

const BELOW = 56;
/** Bits that the reader's bars have room for. */
const MINE = 5;

interface Drawn {
  readonly height: number;
  readonly picture: SVGTemplateResult;
}

function playing(v: Seen): Drawn {
  const letters = [...sentenceOf(v)];
  const found = triesOf(v).length + 1;
  const pitch = Math.min(19, v.width / letters.length);
  const top = 62;
  const axis = top + keyboardHeight(v.width) + ABOVE - 26;
  return {
    height: axis + BELOW,
    picture: svg`
      <text class="gd-note" x="0" y="14">try <tspan class="gd-guess-text">${struckOf(v).length + 1}</tspan> at this letter</text>
      <text class="gd-note" x=${v.width} y="14" text-anchor="end">letter ${found} of ${lettersIn(v)}</text>
      <g data-spot="sentence" role="img" aria-label=${`${letters.slice(0, found).join('')}, then ${letters.length - found} to guess`}>
        <rect class="gd-early-slot" x=${round(found * pitch)} y="24" width=${round(pitch)} height="26" rx="3"></rect>
        ${letters.map((letter, i) =>
          i < found
            ? glyph(letter, (i + 0.5) * pitch, 44, v.width < 400 ? 'gd-letter-narrow' : 'gd-letter')
            : i > found
              ? svg`<circle class="gd-refused-dot" cx=${round((i + 0.5) * pitch)} cy="40" r="1.6"></circle>`
              : '',
        )}
      </g>
      ${keyboard(v, top)} ${ruler(v, axis)}`,
  };
}

/** The reader's bars hang below the letters, on the same scale as the table's above. */
function mine(v: Seen, b: Bars, foot: number): SVGTemplateResult {
  const tries = triesOf(v);
  const bits = bitsOfTries(tries);
  const down = linearAxis([0, MINE], [b.letters + 10, foot]);
  const half = Math.min(9, b.pitch * 0.3);
  return svg`<g data-spot="tries">${bits.map((x, k) => {
    const [at, lit] = [b.at(k + 1), v.settings.letter === k + 2];
    const end = Math.max(down.at(x), down.at(0) + 2);
    return svg`<path class=${lit ? 'gd-tries-now' : 'gd-tries-bar'} d=${`M${round(at - half)} ${down.at(0)}V${round(end)}h${round(2 * half)}V${down.at(0)}Z`}></path>
      ${(tries[k] ?? 1) > 1 ? svg`<text class="gd-guess-text" x=${round(at)} y=${round(end + 14)} text-anchor="middle">${tries[k]}</text>` : ''}`;
  })}</g>`;
}

function ended(v: Seen): Drawn {
  const letters = [...sentenceOf(v)];
  const box = { left: 22, top: 22, right: v.width - 2, bottom: 102 };
  const b = barsIn(box, letters.length, 10);
  const foot = b.letters + 54;
  const axis = foot + 22 + ABOVE;
  const bits = surprisesOf(v, letters);
  const chosen = Math.min(v.settings.letter, letters.length) - 1;
  const press = (e: PointerEvent): void => follow(e, (px) => v.set({ letter: b.index(px) + 1 }, { keepTime: true }));
  const key = (e: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[e.key];
    if (by === undefined) return;
    e.preventDefault();
    v.set({ letter: Math.min(letters.length, Math.max(1, chosen + 1 + by)) }, { keepTime: true });
  };
  return {
    height: axis + BELOW,
    picture: svg`
      ${rules(b)}
      <text class="gd-loss-text" x="0" y="12">the table’s surprise, bits</text>
      <g data-spot="both">
        <rect class="gd-row-band" x=${round(b.at(chosen) - b.pitch / 2)} y=${box.top} width=${round(b.pitch)} height=${round(foot - box.top)} rx="3"></rect>
        ${bits.map((x, k) => (k === 0 ? '' : bar(b, k, x, k === chosen)))}
        ${letters.map((letter, k) => glyph(letter, b.at(k), b.letters, v.width < 400 ? 'gd-letter-narrow' : k === chosen ? 'gd-letter-now' : 'gd-letter'))}
        ${mine(v, b, foot)}
        <rect class="gd-press steering choosing" role="slider" tabindex="0" aria-label="The letter that is looked at" aria-valuemin="1" aria-valuemax=${letters.length}
          aria-valuenow=${chosen + 1} aria-valuetext=${`letter ${chosen + 1}, ${letters[chosen] === ' ' ? 'space' : (letters[chosen] ?? '')}`}
          x=${box.left} y=${box.top} width=${round(box.right - box.left)} height=${round(foot - box.top)} @pointerdown=${press} @keydown=${key}></rect>
      </g>
      <text class="gd-guess-text" x="0" y=${foot + 12}>yours</text>
      ${ruler(v, axis)}`,
  };
}

export const game = (v: Seen): Drawn => (hasEnded(v) ? ended(v) : playing(v));
