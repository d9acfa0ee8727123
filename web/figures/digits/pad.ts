/** The pad: 28 x 28 squares, and what stands on them. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { FOUR } from './choices';
import { SIDE } from './ink';
import { glideNow, isDrawing, shownNow } from './now';
import { cursorOf, keys, press } from './pen';
import { BOX, boundsOf, placed } from './raster';
import type { Room } from './room';
import type { Seen } from './seen';
import { squares } from './squares';

/** Every second line would be enough for the eye; all of them are the 784 squares. */
function grid({ left, top, right, bottom }: Room['pad']): string {
  const at = (from: number, to: number, i: number): number => round(from + ((to - from) * i) / SIDE);
  const lines = Array.from({ length: SIDE - 1 }, (_, i) => i + 1);
  return lines.map((i) => `M${at(left, right, i)} ${top}V${bottom}M${left} ${at(top, bottom, i)}H${right}`).join('');
}

/** The box that the drawing is scaled to, while it is on its way, and the middle that its weight comes to. */
function target(v: Seen, pad: Room['pad']): SVGTemplateResult | string {
  const frame = glideNow(v);
  if (!frame || v.settings.digit !== null) return '';
  const unit = (pad.right - pad.left) / SIDE;
  const bounds = boundsOf(placed(v.settings.ink, frame));
  if (!bounds) return '';
  const [x, y] = [pad.left + bounds.left * unit, pad.top + bounds.top * unit];
  const [w, h] = [(bounds.right - bounds.left) * unit, (bounds.bottom - bounds.top) * unit];
  return svg`<rect class="gd-guess-line" x=${round(x)} y=${round(y)} width=${round(w)} height=${round(h)}></rect>
    <text class="gd-guess-text" x=${pad.left + 8} y=${pad.top + 17}>scaled to ${BOX} squares, centred</text>`;
}

/** What an almost closed gap invites to. */
function gap(v: Seen, pad: Room['pad']): SVGTemplateResult | string {
  const { ink, digit } = v.settings;
  if (digit !== null || JSON.stringify(ink) !== JSON.stringify(FOUR)) return '';
  const unit = (pad.right - pad.left) / SIDE;
  const at = (i: number, [x = 0, y = 0]: readonly number[]): string =>
    `${round(pad.left + (x + i) * unit)} ${round(pad.top + (y - 1.4) * unit)}`;
  const [from, to] = [FOUR[0]!, FOUR[1]!];
  const middle = pad.left + (((from[0] ?? 0) + (to[0] ?? 0)) / 2) * unit;
  const high = pad.top + ((from[1] ?? 0) - 3.2) * unit;
  return svg`<path class="gd-close-line" d=${`M${at(0, from)}Q${round(middle)} ${round(high)} ${at(0, to)}`}></path>
    <text class="gd-label" x=${round(middle)} y=${round(high - 4)} text-anchor="middle">close me</text>`;
}

function pen(v: Seen, pad: Room['pad']): SVGTemplateResult | string {
  if (!v.local['cursor']) return '';
  const { x, y, down } = cursorOf(v);
  const unit = (pad.right - pad.left) / SIDE;
  return svg`<circle class=${down ? 'gd-ball' : 'gd-parameter-ring'} cx=${round(pad.left + x * unit)} cy=${round(pad.top + y * unit)} r="6"></circle>`;
}

export function padPicture(v: Seen, { pad, ...room }: Room): SVGTemplateResult {
  const [width, height] = [pad.right - pad.left, pad.bottom - pad.top];
  const strokes = v.settings.ink.length;
  const state = `${strokes} ${strokes === 1 ? 'stroke' : 'strokes'}, pen ${cursorOf(v).down ? 'down' : 'up'}`;
  return svg`<g class=${isDrawing(v) ? 'pad in-hand' : 'pad'} data-spot="pad" role="application" tabindex="0"
      aria-roledescription="drawing pad"
      aria-label=${`Pad, ${state}. Arrow keys move the pen, Space lowers and lifts it, Backspace takes a stroke back, Delete wipes.`}
      @pointerdown=${(e: PointerEvent) => press(v, { pad, ...room }, e)}
      @keydown=${(e: KeyboardEvent) => keys(v, e)}>
    <rect class="gd-paper" x=${pad.left} y=${pad.top} width=${width} height=${height} rx="3"></rect>
    <g aria-hidden="true">
      <path class="gd-grid-fine" d=${grid(pad)}></path>
      ${squares(shownNow(v), { x: pad.left, y: pad.top, side: width })}
      ${target(v, pad)} ${gap(v, pad)} ${pen(v, pad)}
    </g>
    <rect class="gd-paper-rim" x=${pad.left} y=${pad.top} width=${width} height=${height} rx="3"></rect>
  </g>`;
}
