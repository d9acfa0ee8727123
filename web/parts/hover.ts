/**
 * Exact values under the pointer: a hairline and what every curve says there. It only writes into the
 * elements that {@link hoverMarks} leaves for it, so that moving the pointer draws nothing anew.
 */
import { svg, type SVGTemplateResult } from 'lit';
import { clamp, type Box } from '../plot/scales';
import { round } from '../plot/curve';
import { toLocal } from './drag';

/** What stands at a pixel: where the hairline snaps to, and a line of text for every curve. */
export interface Reading {
  readonly x: number;
  readonly lines: readonly string[];
}

const LINE = 15;
/** Average width of a letter at the size of notes. */
const LETTER = 6.6;

/** Most lines that are shown; the data table has the rest. */
export const HOVER_LINES = 6;

export function hoverMarks(): SVGTemplateResult {
  return svg`<g class="hover" aria-hidden="true" visibility="hidden">
    <path class="gd-hairline"></path>
    ${Array.from({ length: HOVER_LINES }, () => svg`<text class="gd-note"></text>`)}
  </g>`;
}

export function hover(event: PointerEvent, box: Box, read: (px: number) => Reading | null): void {
  const plot = event.currentTarget as SVGSVGElement;
  const marks = plot.querySelector<SVGGElement>('.hover');
  if (!marks) return;
  const [px] = toLocal(event, plot);
  const inside =
    event.type === 'pointermove' && event.pointerType !== 'touch' && px >= box.left - 4 && px <= box.right + 4;
  const reading = inside ? read(clamp(px, box.left, box.right)) : null;
  marks.setAttribute('visibility', reading ? 'visible' : 'hidden');
  if (!reading) return;
  marks.querySelector('path')?.setAttribute('d', `M${round(reading.x)} ${box.top}V${box.bottom}`);
  const widest = Math.max(...reading.lines.map((l) => l.length)) * LETTER;
  const after = reading.x + 8 + widest < box.right + 40;
  marks.querySelectorAll('text').forEach((text, i) => {
    text.textContent = reading.lines[i] ?? '';
    text.setAttribute('x', String(round(after ? reading.x + 8 : reading.x - 8)));
    text.setAttribute('y', String(box.top + 11 + i * LINE));
    text.setAttribute('text-anchor', after ? 'start' : 'end');
  });
}
