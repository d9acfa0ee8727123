/** A symbol in a drawing: a space is a low bracket, since nothing cannot be pointed at. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { RARE } from './reading';

/** @param y baseline */
export function glyph(
  symbol: string | undefined,
  x: number,
  y: number,
  mark = 'gd-letter',
  anchor: 'middle' | 'start' | 'end' = 'middle',
): SVGTemplateResult {
  if (symbol === ' ') {
    const w = mark.startsWith('gd-letter-small') ? 3 : 4.5;
    const left = anchor === 'middle' ? x - w : anchor === 'start' ? x : x - 2 * w;
    return svg`<path class="gd-space" d=${`M${round(left)} ${round(y - w * 0.6)}v${round(w * 0.8)}h${2 * w}v${round(-w * 0.8)}`}></path>`;
  }
  return svg`<text class=${mark} x=${round(x)} y=${round(y)} text-anchor=${anchor}>${symbol === RARE ? '…' : symbol}</text>`;
}
