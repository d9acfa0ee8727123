/** A number that can be dragged sideways, on a logarithmic scale: small enough to stand in a plot's heading. */
import { svg, type SVGTemplateResult } from 'lit';
import { brief } from '../plot/format';
import { clamp } from '../plot/scales';
import { handle } from './drag';
import { tidy } from './slider';

export interface ScrubOptions {
  /** Left end of the text's baseline, px. */
  readonly x: number;
  readonly y: number;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly label: string;
  /** The number as it is written; default: as few digits as will do. */
  readonly text?: string;
  /** Said after the number, for a screen reader. */
  readonly note?: string;
  readonly set: (value: number) => void;
}

/** Pixels to drag for a factor of ten. */
const DECADE = 90;
/** One key press, in decades. */
const STEP = 0.01;

export function scrub(o: ScrubOptions): SVGTemplateResult {
  const text = o.text ?? brief(o.value);
  const half = (text.length * 8.4) / 2;
  const centre = o.x + half;
  const by = (decades: number): void => o.set(clamp(tidy(o.value * 10 ** decades, true), o.min, o.max));
  return handle({
    x: centre,
    y: o.y - 6,
    label: o.label,
    value: o.value,
    min: o.min,
    max: o.max,
    valueText: o.note ? `${text}, ${o.note}` : text,
    move: (px) => by((px - centre) / DECADE),
    nudge: (dx, dy, scale) => by((dx || dy) * STEP * scale),
    kind: 'scrub',
    face: svg`<text class="gd-value" y="6" text-anchor="middle">${text}</text>
      <path class="gd-scrub-line" d=${`M${-half} 10.5H${half}`}></path>
      <path class="gd-scrub-sign" d=${`M${half + 9} -3.5l-3.5 3.5l3.5 3.5M${half + 14} -3.5l3.5 3.5l-3.5 3.5`}></path>`,
  });
}
