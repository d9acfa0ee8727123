/** Where everything stands in the picture, in pixels; kept while only dials turn. */
import { round } from '../../plot/curve';
import { clamp, linearAxis, type Axis, type Box } from '../../plot/scales';
import type { Extent } from './extent';
import { extentNow } from './hands';
import { scaled } from './points';
import type { Survey } from './survey';
import type { Seen } from './seen';

/** Room between the frame and the outermost values, so that handles there can be held. */
const INSET = 14;
/** Right of the frame, where the triangle of the guess runs. */
const EDGE = 30;
/** More points than this are drawn small and faint, and so are their misses. */
export const MANY = 200;

export interface Picture {
  readonly box: Box;
  readonly height: number;
  /** Values as the table has them. */
  readonly x: Axis;
  readonly y: Axis;
  /** The same pixels, in the scale the model is told. */
  readonly shown: Axis;
  /** Each point's pixels. */
  readonly px: Float64Array;
  readonly py: Float64Array;
  /** All points as one path, and all their targets as another: a thousand of them cost two elements. */
  readonly dots: string;
  readonly grips: string;
}

function axes(survey: Survey, extent: Extent, width: number): Pick<Picture, 'box' | 'height' | 'x' | 'y' | 'shown'> {
  const height = Math.round(clamp(width * 0.5, 232, 280));
  const down = [height - 44 - INSET / 2, 26 + INSET / 2] as const;
  const y = linearAxis(extent.y, down, 60);
  const left = 14 + Math.max(2, ...y.ticks.map((t) => t.text.length)) * 6.6;
  const box = { left, top: 26, right: width - EDGE, bottom: height - 44 };
  const across = [left + INSET, box.right - INSET] as const;
  const [low, high] = extent.x;
  const shown = linearAxis([scaled(low, survey.scale), scaled(high, survey.scale)], across, 96);
  return { box, height, x: linearAxis(extent.x, across), y, shown };
}

function make(survey: Survey, extent: Extent, width: number): Picture {
  const { points, count } = survey;
  const a = axes(survey, extent, width);
  const px = Float64Array.from({ length: count }, (_, i) => a.x.at(points[2 * i] ?? 0));
  const py = Float64Array.from({ length: count }, (_, i) => a.y.at(points[2 * i + 1] ?? 0));
  const r = count > MANY ? 2 : 4;
  let [dots, grips] = ['', ''];
  for (let i = 0; i < count; i++) {
    const [x, y] = [round(px[i] ?? 0), round(py[i] ?? 0)];
    dots += `M${x} ${y}m${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
    // Nearly no length at all: the round end of a wide stroke is the target.
    grips += `M${x} ${y}h.1`;
  }
  return { ...a, px, py, dots, grips };
}

interface Kept {
  readonly extent: Extent;
  readonly width: number;
  readonly picture: Picture;
}
const kept = new WeakMap<Survey, Kept>();

export function pictureOf(v: Seen): Picture {
  const { survey } = v.model;
  const [extent, { width }] = [extentNow(v), v];
  const known = kept.get(survey);
  if (known && known.extent === extent && known.width === width) return known.picture;
  const picture = make(survey, extent, width);
  kept.set(survey, { extent, width, picture });
  return picture;
}

/** Pixel height of a line at a pixel across. */
export type Line = (px: number) => number;

export function lineAt(r: Picture, weight: number, bias: number): Line {
  return (px) => r.y.at(weight * r.shown.value(px) + bias);
}

/** A line from edge to edge. */
export function straight({ box }: Picture, at: Line): string {
  return `M${round(box.left)} ${round(at(box.left))}L${round(box.right)} ${round(at(box.right))}`;
}

/** The point nearest to a pixel. */
export function nearest({ px, py }: Picture, x: number, y: number): number {
  let [best, distance] = [0, Infinity];
  for (let i = 0; i < px.length; i++) {
    const d = Math.hypot((px[i] ?? 0) - x, (py[i] ?? 0) - y);
    if (d < distance) [best, distance] = [i, d];
  }
  return best;
}
