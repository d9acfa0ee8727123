/** The table as dots: a row for every letter, a column for the next, area for chance. Vowels first, so that blocks appear. */
import { svg, type SVGTemplateResult } from 'lit';
import { follow } from '../../parts/drag';
import { round } from '../../plot/curve';
import { clamp, type Box } from '../../plot/scales';
import { significant } from '../../plot/format';
import { glyph } from './letters';
import { bitsOf, chancesNow, litPair } from './now';
import { hiddenPairs } from './asking';
import { oneIn } from './bars';
import { spoken } from './reading';
import type { Seen } from './seen';

/** Dots are drawn in so many sizes, a path each. */
const SIZES = 28;
/** Smaller than this, as a share of the largest radius, there is no dot to be seen. */
const LEAST = 0.04;

/** Paths by radius: round ends of lines of no length. What is still to be guessed is an empty place. */
function dots(v: Seen, box: Box, cell: number): SVGTemplateResult[] {
  const { order } = v.model.reading;
  const size = order.length;
  const chances = chancesNow(v);
  const hidden = hiddenPairs(v);
  let asked = '';
  const paths: string[] = new Array<string>(SIZES + 1).fill('');
  order.forEach((first, row) => {
    order.forEach((second, column) => {
      const x = round(box.left + (column + 0.5) * cell);
      const y = round(box.top + (row + 0.5) * cell);
      if (hidden(first, second)) {
        asked += `M${round(x - cell / 2 + 1)} ${round(y - cell / 2 + 1)}h${round(cell - 2)}v${round(cell - 2)}h${round(2 - cell)}Z`;
        return;
      }
      const radius = Math.sqrt(chances[first * size + second] ?? 0);
      if (radius < LEAST) return;
      paths[Math.max(1, Math.round(radius * SIZES))] += `M${x} ${y}h0`;
    });
  });
  const drawn = paths.flatMap((d, i) =>
    d
      ? [
          svg`<path class="gd-chances" stroke-linecap="round" stroke-width=${round((i / SIZES) * cell * 1.16)} d=${d}></path>`,
        ]
      : [],
  );
  return asked ? [...drawn, svg`<path class="gd-surprise-hidden" d=${asked}></path>`] : drawn;
}

/** Letters along an edge, the lit one bold. */
function names(v: Seen, lit: number, place: (i: number) => readonly [number, number]): SVGTemplateResult[] {
  const { order, symbols } = v.model.reading;
  return order.map((symbol, i) => {
    const [x, y] = place(i);
    return glyph(symbols[symbol], x, y, symbol === lit ? 'gd-letter-small-now' : 'gd-letter-small');
  });
}

function choose(v: Seen, row: number, column: number): void {
  const last = v.model.reading.order.length;
  v.set({ row: clamp(row, 1, last), column: clamp(column, 1, last) }, { keepTime: true });
}

const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function table(v: Seen, box: Box): SVGTemplateResult {
  const { order, symbols, vowels } = v.model.reading;
  const size = order.length;
  const cell = (box.right - box.left) / size;
  const lit = litPair(v);
  const [row, column] = [order.indexOf(lit.first), order.indexOf(lit.second)];
  const chance = chancesNow(v)[lit.first * size + lit.second] ?? 0;
  const told = hiddenPairs(v)(lit.first, lit.second)
    ? 'to be guessed'
    : `${oneIn(bitsOf(chance))}, ${significant(100 * chance, 2)} %`;
  const press = (e: PointerEvent): void =>
    follow(e, (px, py) => choose(v, 1 + Math.floor((py - box.top) / cell), 1 + Math.floor((px - box.left) / cell)));
  const key = (e: KeyboardEvent): void => {
    const by = KEYS[e.key];
    if (!by || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    choose(v, 1 + Math.max(0, row) + by[0], 1 + Math.max(0, column) + by[1]);
  };
  const seam = vowels > 0 && vowels < size ? vowels * cell : 0;
  return svg`<g data-spot="table">
    <path class="gd-sheet" d=${`M${box.left} ${box.top}H${box.right}V${box.bottom}H${box.left}Z${seam ? `M${round(box.left + seam)} ${box.top}V${box.bottom}M${box.left} ${round(box.top + seam)}H${box.right}` : ''}`}></path>
    ${row < 0 ? '' : svg`<rect class="gd-row-band" x=${box.left} y=${round(box.top + row * cell)} width=${box.right - box.left} height=${round(cell)}></rect>`}
    <g aria-hidden="true">
      ${names(v, lit.second, (i) => [box.left + (i + 0.5) * cell, box.top - 5])}
      ${names(v, lit.first, (i) => [box.left - 9, box.top + (i + 0.5) * cell + 3.5])}
      <text class="gd-note" x=${box.left - 14} y=${box.bottom + 15}>↓ this letter</text>
      <text class="gd-note" x=${box.right} y=${box.bottom + 15} text-anchor="end">next letter →</text>
    </g>
    ${dots(v, box, cell)}
    ${row < 0 || column < 0 ? '' : svg`<rect class="gd-pair" x=${round(box.left + column * cell - 1)} y=${round(box.top + row * cell - 1)} width=${round(cell + 2)} height=${round(cell + 2)} rx="2"></rect>`}
    <rect class="gd-press steering choosing" role="slider" tabindex="0" aria-label="A row and a column of the table"
      aria-valuemin="1" aria-valuemax=${size} aria-valuenow=${Math.max(0, row) + 1}
      aria-valuetext=${lit.first < 0 || lit.second < 0 ? 'not in the table' : `after ${spoken(symbols[lit.first])}, ${spoken(symbols[lit.second])}: ${told}`}
      x=${box.left} y=${box.top} width=${box.right - box.left} height=${box.bottom - box.top}
      @pointerdown=${press} @keydown=${key}></rect>
  </g>`;
}
