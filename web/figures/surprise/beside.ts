/** What the table comes to: perplexity, large; how it fell; and the row's four likeliest. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { significant } from '../../plot/format';
import type { Box } from '../../plot/scales';
import { hiddenPairs } from './asking';
import { curve } from './curve';
import { glyph } from './letters';
import { bitsNow, chancesNow, litPair, perplexityNow, updateNow } from './now';
import type { Room } from './room';
import type { Seen } from './seen';

interface Likely {
  readonly symbol: number;
  readonly chance: number;
  /** Still to be guessed, so that the chance must not be told. */
  readonly hidden: boolean;
}

/** The likeliest after a symbol: numbers and chances. */
export function likeliest(v: Seen, first: number, most = 4): Likely[] {
  const hidden = hiddenPairs(v);
  const size = v.model.reading.symbols.length;
  const row = chancesNow(v).subarray(first * size, (first + 1) * size);
  return Array.from(row, (chance, symbol) => ({ symbol, chance, hidden: hidden(first, symbol) }))
    .sort((a, b) => b.chance - a.chance || a.symbol - b.symbol)
    .slice(0, most);
}

const percent = ({ chance, hidden }: Likely): string =>
  hidden ? '?' : `${chance < 0.095 ? significant(100 * chance, 1) : Math.round(100 * chance)} %`;

/** Perplexity, and the same surprise in the two units it is told in. */
function number(v: Seen, x: number, top: number, narrow: boolean): SVGTemplateResult {
  const [bits, nats] = [bitsNow(v), v.model.training.loss(updateNow(v))];
  const said = significant(perplexityNow(v));
  const units = [`= ${significant(bits)} bits`, `= ${significant(nats)} nats a letter`];
  const lines = narrow ? units : [units.join(' ')];
  return svg`<g data-spot="perplexity">
    <text class=${said.length > 6 ? 'gd-loss-text' : 'gd-perplexity'} x=${x} y=${top + 32}>${said}</text>
    <text class="gd-note" x=${x} y=${top + 52}>perplexity: equal letters</text>
    ${lines.map((line, i) => svg`<text class="gd-note" x=${x} y=${top + 68 + 16 * i}>${line}</text>`)}
  </g>`;
}

/** The row as bars, one below the other. */
function expected(v: Seen, { left, top, right }: Box): SVGTemplateResult {
  const { symbols } = v.model.reading;
  const { first, second } = litPair(v);
  if (first < 0) return svg``;
  const all = likeliest(v, first);
  const most = all[0]?.chance || 1;
  const room = right - left - 22 - 40;
  return svg`<g data-spot="row">
    <text class="gd-note" x=${left} y=${top}>after</text>
    ${glyph(symbols[first], left + 36, top, 'gd-letter-small-now')}
    <text class="gd-note" x=${left + 46} y=${top}>it expects</text>
    ${all.map((likely, i) => {
      const { symbol, chance, hidden } = likely;
      const y = top + 9 + i * 17;
      const lit = symbol === second;
      return svg`${glyph(symbols[symbol], left + 6, y + 10, lit ? 'gd-loss-text' : 'gd-label')}
        ${hidden ? '' : svg`<path class=${lit ? 'gd-surprise-now' : 'gd-parameter-fill'} d=${`M${left + 20} ${y}h${round(Math.max(1, (room * chance) / most))}v11H${left + 20}Z`}></path>`}
        <text class="gd-tick-text" x=${right} y=${y + 10} text-anchor="end">${percent(likely)}</text>`;
    })}
  </g>`;
}

/** The same in one line. */
function inLine(v: Seen, left: number, y: number, width: number): SVGTemplateResult {
  const { symbols } = v.model.reading;
  const { first, second } = litPair(v);
  if (first < 0) return svg``;
  const pitch = (width - 74) / 4;
  return svg`<g data-spot="row">
    <text class="gd-note" x=${left} y=${y}>after</text>
    ${glyph(symbols[first], left + 40, y, 'gd-letter-now')}
    <text class="gd-note" x=${left + 50} y=${y}>:</text>
    ${likeliest(v, first).map((likely, i) => {
      const { symbol } = likely;
      const x = left + 74 + i * pitch;
      return svg`${glyph(symbols[symbol], x, y, symbol === second ? 'gd-loss-text' : 'gd-label')}
        <text class="gd-note" x=${round(x + 11)} y=${y}>${percent(likely)}</text>`;
    })}
  </g>`;
}

export function beside(v: Seen, { beside: box, wide }: Room): SVGTemplateResult {
  if (wide)
    return svg`${number(v, box.left, box.top, false)}
      ${curve(v, { left: box.left + 24, top: box.top + 92, right: box.right - 8, bottom: box.bottom - 110 })}
      ${expected(v, { ...box, top: box.bottom - 76 })}`;
  const middle = box.left + 146;
  return svg`${inLine(v, box.left + 2, box.top + 14, box.right - box.left)}
    ${number(v, box.left + 2, box.top + 22, true)}
    ${curve(v, { left: middle + 22, top: box.top + 38, right: box.right - 10, bottom: box.bottom - 22 })}`;
}
