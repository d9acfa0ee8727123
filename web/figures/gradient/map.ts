/** The map, and the ground cut open along both dials: each section stands beside the map, at the map's own scale. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { ballFace, handle } from '../../parts/drag';
import { terrainMap } from '../../plot/contours';
import { areaPath, linePath, round } from '../../plot/curve';
import { brief, fixed, significant } from '../../plot/format';
import { arrow, beyond, cross } from '../../plot/marks';
import { clamp, linearAxis, type Axis, type Box } from '../../plot/scales';
import { ghostOnMap, type PinnedRun } from '../pinned';
import { guessArm, needleArm } from './arms';
import type { Place } from './place';
import type { Pair, Survey } from './survey';

export interface MapOptions {
  readonly id: string;
  readonly width: number;
  readonly survey: Survey;
  /** Where the ball is. */
  readonly place: Place;
  /** Where the next step leads; undefined where the run has ended. */
  readonly next: Pair | undefined;
  /** Where the run has been and will be, row by row. */
  readonly path: { readonly rows: number; readonly at: (row: number) => Pair };
  readonly step: number;
  readonly pinned: PinnedRun | undefined;
  /** Whether the compass is open: gradient, step and path are shown. */
  readonly open: boolean;
  /** Directions in degrees, counter-clockwise from the first dial. */
  readonly needle: number;
  readonly guess: number | null;
  readonly hint: boolean;
  readonly put: (x: number, y: number) => void;
  readonly turn: (angle: number) => void;
  readonly point: (angle: number) => void;
}

interface Room {
  readonly map: Box;
  readonly x: Axis;
  readonly y: Axis;
  /** Loss above the map, and to its right. */
  readonly up: Axis;
  readonly right: Axis;
  readonly height: number;
  /** Pixels per unit of both dials. */
  readonly unit: number;
}

/** Both sections share one scale of loss, so that their slopes can be compared. */
function lossRange({ slices, loss }: Place, { usual }: Survey): Pair {
  const low = Math.min(...slices.flatMap((s) => Array.from(s.y)));
  const above = loss - low;
  return [low - 0.06 * Math.max(above, usual * 0.4), low + Math.max(1.5 * above, 0.95 * usual)];
}

function room(o: MapOptions): Room {
  const wide = o.width >= 430;
  const left = 30;
  const [gap, section] = [wide ? 14 : 10, clamp(Math.round(o.width * (wide ? 0.36 : 0.3)), 68, 220)];
  const [top, tall] = [22, wide ? 96 : 84];
  const side = o.width - left - gap - section - 2;
  const map = { left, top: top + tall + gap, right: left + side, bottom: top + tall + gap + side };
  const range = lossRange(o.place, o.survey);
  return {
    map,
    x: linearAxis(o.survey.domain, [map.left, map.right], 44),
    y: linearAxis(o.survey.domain, [map.bottom, map.top], 44),
    up: linearAxis(range, [map.top - gap, top], 44),
    right: linearAxis(range, [map.right + gap, map.right + gap + section], 60),
    height: map.bottom + 42,
    unit: side / (o.survey.domain[1] - o.survey.domain[0]),
  };
}

const swapped = ({
  x,
  y,
}: {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}): { x: ArrayLike<number>; y: ArrayLike<number> } => ({ x: y, y: x });

/** A tangent of so many pixels to each side, from slopes in pixels. */
function tangent(px: number, py: number, dx: number, dy: number, reach: number): string {
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [(dx / length) * reach, (dy / length) * reach];
  return `M${round(px - ux)} ${round(py - uy)}L${round(px + ux)} ${round(py + uy)}`;
}

/** The line along which the ground is cut, and the ball's place in that section, while it lies within. */
function cut(line: string, x: number, y: number, inside: boolean): SVGTemplateResult {
  return svg`<path class="gd-section-line" d=${line}></path>
    ${inside ? svg`<circle class="gd-parameter-dot" cx=${round(x)} cy=${round(y)} r="4.5"></circle>` : ''}`;
}

/** The ground along the first dial, above the map, and along the second, to its right. */
function sections(o: MapOptions, r: Room): SVGTemplateResult {
  const { place } = o;
  const [x, y] = place.at;
  const { map } = r;
  const [px, py] = [r.x.at(x), r.y.at(y)];
  const [up, right] = [r.up.at(place.loss), r.right.at(place.loss)];
  const [foot, wall] = [r.up.range[0], r.right.range[0]];
  const perLoss = { up: r.up.at(1) - r.up.at(0), right: r.right.at(1) - r.right.at(0) };
  const [first, second] = place.slices;
  const area = linePath(swapped(second), r.right, r.y);
  return svg`
    <g clip-path=${`url(#${o.id}-up)`}>
      <path class="gd-loss-area" d=${areaPath(first, r.x, r.up, foot)}></path>
      <path class="gd-loss-line" d=${linePath(first, r.x, r.up)}></path>
      <path class="gd-gradient-line" d=${tangent(px, up, r.unit, place.gradient[0] * perLoss.up, 46)}></path>
    </g>
    <g clip-path=${`url(#${o.id}-right)`}>
      <path class="gd-loss-area" d=${`${area}L${wall} ${map.top}L${wall} ${map.bottom}Z`}></path>
      <path class="gd-loss-line" d=${area}></path>
      <path class="gd-gradient-line" d=${tangent(right, py, place.gradient[1] * perLoss.right, -r.unit, 46)}></path>
    </g>
    <path class="gd-baseline" d=${`M${map.left} ${foot}H${map.right}M${wall} ${map.top}V${map.bottom}`}></path>
    ${px >= map.left && px <= map.right ? cut(`M${round(px)} ${round(Math.max(up, r.up.range[1]))}V${map.bottom}`, px, up, up >= r.up.range[1]) : ''}
    ${py >= map.top && py <= map.bottom ? cut(`M${map.left} ${round(py)}H${round(Math.min(right, r.right.range[1]))}`, right, py, right <= r.right.range[1]) : ''}`;
}

/** Width of a letter in the widest of typefaces that a host may lend, in pixels. */
const LETTER = 7;

/** Names and values beside the sections: how steep it is along each dial. */
function readings(o: MapOptions, r: Room): SVGTemplateResult {
  const { map } = r;
  const wall = r.right.range[0];
  const end = r.right.range[1];
  const slopes = o.place.gradient.map((slope) => significant(slope));
  const longest = Math.max(...slopes.map((text) => text.length));
  const fits = (name: string): boolean => (name.length + 2 + longest) * LETTER < end - wall;
  const name = ['slope along ', 'slope '].find(fits) ?? '';
  const rows: readonly (readonly [string, string, string])[] = [
    [`${name}x`, slopes[0] ?? '', 'gradient'],
    [`${name}y`, slopes[1] ?? '', 'gradient'],
    ['loss', significant(o.place.loss), 'loss'],
  ];
  return svg`${rows.map(
    ([name, value, idea], i) => svg`
      <text class="gd-note" x=${wall} y=${map.top - 76 + i * 22}>${name}</text>
      <text class=${`gd-${idea}-text`} x=${end} y=${map.top - 76 + i * 22} text-anchor="end">${value}</text>`,
  )}`;
}

function frameOf(r: Room): SVGTemplateResult {
  const { map } = r;
  return svg`<g aria-hidden="true">
    ${r.x.ticks.map((t) => svg`<text class="gd-tick-text" x=${round(t.at)} y=${map.bottom + 18} text-anchor="middle">${t.text}</text>`)}
    ${r.y.ticks.map((t) => svg`<text class="gd-tick-text" x=${map.left - 7} y=${round(t.at + 4)} text-anchor="end">${t.text}</text>`)}
    <text class="gd-axis-name" x=${map.right} y=${map.bottom + 36} text-anchor="end">x</text>
    <text class="gd-axis-name" x=${map.left - 22} y=${map.top - 8} text-anchor="start">y</text>
    <text class="gd-axis-name" x=${map.left} y="12">loss along x</text>
    <text class="gd-axis-name" x=${r.right.range[1]} y=${map.bottom + 18} text-anchor="end">${r.right.range[1] - r.right.range[0] > 90 ? 'loss along y' : 'along y'}</text>
  </g>`;
}

function walked(o: MapOptions, r: Room): SVGTemplateResult | string {
  if (!o.open) return '';
  const point = ([x, y]: Pair): string => `${round(r.x.at(x))} ${round(r.y.at(y))}`;
  const rows = Array.from({ length: o.path.rows }, (_, k) => o.path.at(k));
  const line = (points: readonly Pair[]): string => (points.length > 1 ? `M${points.map(point).join('L')}` : '');
  const done = rows.slice(0, o.step + 1);
  return svg`
    <path class="gd-parameter-ghost" d=${line(rows.slice(o.step))}></path>
    <path class="gd-parameter-thin" d=${line([...done, o.place.at])}></path>
    <path class="gd-parameter-fill" d=${rows
      .slice(0, 40)
      .map((p) => `M${point(p)}m-2.2 0a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0`)
      .join('')}></path>`;
}

/** How long the gradient is drawn: bounded, and never less for being steeper. */
export function arrowLength(norm: number, usual: number): number {
  return 30 + 42 * (norm / (norm + usual));
}

/** Uphill, and the step the other way with its share along each dial. */
function pointers(o: MapOptions, r: Room): SVGTemplateResult | string {
  const { place, next } = o;
  if (!o.open || place.uphill === undefined) return '';
  const [px, py] = [r.x.at(place.at[0]), r.y.at(place.at[1])];
  const length = arrowLength(place.norm, o.survey.usual);
  const [ux, uy] = [place.gradient[0] / place.norm, -place.gradient[1] / place.norm];
  const far: Pair | undefined = next && [r.x.at(next[0]), r.y.at(next[1])];
  return svg`
    ${far ? svg`<path class="gd-parameter-legs" d=${`M${round(px)} ${round(py)}H${round(far[0])}V${round(far[1])}`}></path>${arrow([px, py], far, 'parameter')}` : ''}
    ${arrow([px, py], [px + ux * length, py + uy * length], 'gradient')}`;
}

/** Where the ball is drawn; one that left the map waits at its edge, and an arrow says which way it went. */
function ballPlace(o: MapOptions, { map, x, y }: Room): { at: Pair; away: SVGTemplateResult | string } {
  const [px, py] = [x.at(o.place.at[0]), y.at(o.place.at[1])];
  const at: Pair = [clamp(px, map.left, map.right), clamp(py, map.top, map.bottom)];
  if (Math.abs(px - at[0]) > 1)
    return { at, away: beyond(at[0] + (px > at[0] ? 14 : -14), at[1], px > at[0] ? 'right' : 'left') };
  if (Math.abs(py - at[1]) > 1)
    return { at, away: beyond(at[0], at[1] + (py > at[1] ? 14 : -14), py > at[1] ? 'down' : 'up') };
  return { at, away: '' };
}

function grips(o: MapOptions, r: Room): SVGTemplateResult {
  const { at, away } = ballPlace(o, r);
  const [px, py] = at;
  const [x, y] = o.place.at;
  const [low, high] = o.survey.domain;
  const held = { ...o, x: px, y: py, height: r.height };
  return svg`${away}
    ${handle({
      x: px,
      y: py,
      label: 'The ball: where both dials stand',
      value: x,
      min: low,
      max: high,
      valueText: `x ${fixed(x, 2)}, y ${fixed(y, 2)}, loss ${significant(o.place.loss)}`,
      move: (mx, my) => o.put(r.x.value(mx), r.y.value(my)),
      nudge: (dx, dy, scale) => o.put(x + dx * 0.05 * scale, y + dy * 0.05 * scale),
      face: ballFace,
      hint: o.hint ? 'drag me' : undefined,
      hintAt: [-16, 32],
    })}
    ${o.place.uphill === undefined ? '' : svg`${guessArm(held)}${o.open ? needleArm(held) : ''}`}`;
}

const clip = (id: string, { left, top, right, bottom }: Box): SVGTemplateResult =>
  svg`<clipPath id=${id}><rect x=${left} y=${top} width=${Math.max(0, right - left)} height=${Math.max(0, bottom - top)}></rect></clipPath>`;

export function mapWithSections(o: MapOptions): TemplateResult {
  const r = room(o);
  const { map } = r;
  const above = { left: map.left, right: map.right, top: r.up.range[1] - 4, bottom: r.up.range[0] };
  const beside = { left: r.right.range[0], right: r.right.range[1], top: map.top, bottom: map.bottom };
  return html`<svg
    width=${o.width}
    height=${r.height}
    viewBox=${`0 0 ${o.width} ${r.height}`}
    role="group"
    aria-label=${`A map of the loss over two dials, from ${brief(o.survey.domain[0])} to ${brief(o.survey.domain[1])} each, and its sections through the ball`}
  >
    ${clip(`${o.id}-map`, map)} ${clip(`${o.id}-up`, above)} ${clip(`${o.id}-right`, beside)} ${frameOf(r)}
    <g clip-path=${`url(#${o.id}-map)`}>
      ${terrainMap(o.survey.terrain, map)} ${o.survey.minima.map(([x, y]) => cross(r.x.at(x), r.y.at(y)))}
      ${o.open ? ghostOnMap(o.pinned, { ...r, box: map }) : ''} ${walked(o, r)}
    </g>
    ${sections(o, r)} ${readings(o, r)}
    <g clip-path=${`url(#${o.id}-map)`}>${pointers(o, r)}</g>
    ${grips(o, r)}
  </svg>`;
}
