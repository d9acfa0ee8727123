/** The letters to guess by: pressed, or typed while one of them has the focus. Wrong ones are struck out. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { guess, KEYS, struckOf } from './game';
import { glyph } from './letters';
import type { Seen } from './seen';

const COLUMNS = 9;
const GAP = 6;
export const ROWS = Math.ceil(KEYS.length / COLUMNS);
export const keyHeight = (width: number): number => (width < 400 ? 38 : 40);
export const keyboardHeight = (width: number): number => ROWS * (keyHeight(width) + GAP);

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS };

function typed(v: Seen, e: KeyboardEvent): void {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  const keys = [...(e.currentTarget as Element).querySelectorAll<SVGElement>('.key')];
  const here = keys.findIndex((key) => key === e.target);
  const step = STEPS[e.key];
  const letter = e.key === 'Enter' ? KEYS[here] : e.key.toLowerCase();
  if (step !== undefined) keys[here + step]?.focus();
  else if (letter !== undefined && KEYS.includes(letter)) guess(v, letter);
  else return;
  e.preventDefault();
}

export function keyboard(v: Seen, top: number): SVGTemplateResult {
  const width = (v.width - GAP * (COLUMNS - 1)) / COLUMNS;
  const height = keyHeight(v.width);
  const struck = struckOf(v);
  return svg`<g data-spot="keyboard" role="group" aria-label="Guess a letter" @keydown=${(e: KeyboardEvent) => typed(v, e)}>
    ${KEYS.map((letter, i) => {
      const [x, y] = [(i % COLUMNS) * (width + GAP), top + Math.floor(i / COLUMNS) * (height + GAP)];
      const out = struck.includes(letter);
      return svg`<g class="key text-button" role="button" tabindex=${i === 0 ? '0' : '-1'} aria-label=${`${letter === ' ' ? 'space' : letter}${out ? ', not it' : ''}`} aria-disabled=${out ? 'true' : 'false'} @click=${() => guess(v, letter)}>
        <rect class=${out ? 'gd-key-struck' : 'gd-key'} x=${round(x + 0.5)} y=${round(y + 0.5)} width=${round(width - 1)} height=${height - 1} rx="7"></rect>
        ${glyph(letter, x + width / 2, y + height / 2 + 6, out ? 'gd-note' : 'gd-letter-now')}
        ${out ? svg`<path class="gd-guide-line" d=${`M${round(x + width / 2 - 9)} ${round(y + height / 2 + 1)}h18`}></path>` : ''}
      </g>`;
    })}
  </g>`;
}
