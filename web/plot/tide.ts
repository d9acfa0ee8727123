/**
 * Whatever has a sign as land and sea: zero is the coast. Land is warm, sea is cool and hatched, so that the two are told
 * apart without colour. Where the field is linear, every line is exactly straight.
 */
import { contours as d3contours } from 'd3-contour';
import { svg, type SVGTemplateResult } from 'lit';
import { stretchedOver, type Field } from './contours';
import { round } from './curve';
import type { Box } from './scales';
import { loopPath } from './tracing';

/** Closed paths, each around all ground at its height or above; the middle one is the land. */
export type Tide = readonly string[];

/**
 * @param heights ascending, an odd number of them with 0 in the middle: at most 9, since there are five shades a side
 */
export function traceTide({ values, columns, rows }: Field, heights: readonly number[]): Tide {
  const tracer = d3contours().size([columns, rows]).smooth(true);
  // Where a number is not finite nothing is claimed: it counts as the coast.
  const field = values.every(Number.isFinite) ? values : values.map((v) => (Number.isFinite(v) ? v : 0));
  return heights.map((height) =>
    tracer
      .contour(field as unknown as number[], height)
      .coordinates.flat()
      .map((loop) => loopPath(loop, columns, rows))
      .join(''),
  );
}

/** The hatch that {@link tideMap} asks for by its id; one is enough for all maps of a picture. */
export const hatch = (id: string): SVGTemplateResult =>
  svg`<pattern id=${id} width="9" height="7" patternUnits="userSpaceOnUse"><path class="gd-water" d="M1 1.5H4.6M5.6 5H8.8"></path></pattern>`;

/** Shades, from the deepest sea to the farthest inland, for so many heights. */
function shades(heights: number): string[] {
  const side = (heights + 1) / 2;
  const shade = (i: number): number => (side === 1 ? 2 : Math.round((i * 4) / (side - 1)));
  const ranks = Array.from({ length: side }, (_, i) => shade(i));
  return [...ranks.map((rank) => `gd-sea-${rank}`).reverse(), ...ranks.map((rank) => `gd-land-${rank}`)];
}

export interface TideOptions {
  readonly box: Box;
  /** Of the picture's {@link hatch}. */
  readonly water: string;
  /** Of a clip path that this map makes. */
  readonly clip: string;
  /** Class of the coast's line; none without. */
  readonly coast?: string;
}

export function tideMap(tide: Tide, { box, water, clip, coast }: TideOptions): SVGTemplateResult {
  const [x, y, w, h] = [box.left, box.top, box.right - box.left, box.bottom - box.top].map(round) as [
    number,
    number,
    number,
    number,
  ];
  const kinds = shades(tide.length);
  const middle = (tide.length - 1) / 2;
  const place = stretchedOver(box);
  const area = (path: string, i: number): SVGTemplateResult => svg`<path class=${kinds[i + 1]!} d=${path}></path>`;
  return svg`<g aria-hidden="true">
    <clipPath id=${clip}><rect x=${x} y=${y} width=${w} height=${h}></rect></clipPath>
    <g clip-path=${`url(#${clip})`}>
      <rect class=${kinds[0]!} x=${x} y=${y} width=${w} height=${h}></rect>
      <g transform=${place}>${tide.slice(0, middle).map(area)}</g>
      <rect fill=${`url(#${water})`} x=${x} y=${y} width=${w} height=${h}></rect>
      <g transform=${place}>
        ${tide.slice(middle).map((path, i) => area(path, middle + i))}
        ${coast ? svg`<path class=${coast} vector-effect="non-scaling-stroke" d=${tide[middle]!}></path>` : ''}
      </g>
    </g>
  </g>`;
}
