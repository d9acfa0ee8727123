/** The map: ground, basins, the ball's way, the bottoms with their letters, a hundred starts, the reader's border. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { ballFace, follow, handle } from '../../parts/drag';
import { terrainMap } from '../../plot/contours';
import { round } from '../../plot/curve';
import { fixed, significant } from '../../plot/format';
import { frame } from '../../plot/frame';
import { beyond, cross } from '../../plot/marks';
import { clamp, linearAxis, type Axis, type Box } from '../../plot/scales';
import type { Descent } from '../descent';
import { ghostOnMap, type PinnedRun } from '../pinned';
import { borderAt, KNOTS, knotAt } from './border';
import { racerOf, type Bottom, type Ends } from './ends';
import { basinOutlines, basinPicture, type Basins, type PictureOptions } from './picture';
import type { Pair } from './grounds';
import type { Survey } from './survey';

export interface MapOptions {
  readonly id: string;
  readonly width: number;
  readonly survey: Survey;
  readonly run: Descent;
  readonly time: number;
  readonly step: number;
  readonly pinned: PinnedRun | undefined;
  readonly place: (x: number, y: number) => void;
  readonly hint: string | undefined;
  /** Undefined while they are covered or not wanted. */
  readonly basins: (Omit<PictureOptions, 'box' | 'basins'> & { readonly still: boolean }) | undefined;
  /** What is known of where starts end. */
  readonly known: Basins | undefined;
  /** Starts to be marked, with the bottom that each found. */
  readonly starts: readonly { readonly at: Pair; readonly end: Bottom | undefined }[];
  /** The reader's border, one place along x for each knot; undefined where none is asked for. */
  readonly border: readonly number[] | undefined;
  /** Undefined once it can no longer be moved. */
  readonly draw: ((border: readonly number[]) => void) | undefined;
}

interface Room {
  readonly height: number;
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

/** One scale for both axes, or a step along the gradient would not stand square on the contours. */
function room({ width, survey: { x, y } }: MapOptions): Room {
  const [left, right, top] = [32, width - 6, 22];
  const tall = Math.round(((right - left) * (y[1] - y[0])) / (x[1] - x[0]));
  const box = { left, right, top, bottom: top + tall };
  return {
    box,
    height: box.bottom + 40,
    x: linearAxis(x, [left, right], 60),
    y: linearAxis(y, [box.bottom, top], 52),
  };
}

const inside = ({ box }: Room, px: number, py: number, edge = 0): boolean =>
  px >= box.left + edge && px <= box.right - edge && py >= box.top + edge && py <= box.bottom - edge;

const disc = (x: number, y: number, r: number): string =>
  `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;

function walked(o: MapOptions, r: Room): SVGTemplateResult {
  const { run } = o;
  const at = (k: number): string => `${round(r.x.at(run.parameter(k, 0)))} ${round(r.y.at(run.parameter(k, 1)))}`;
  const line = (from: number, to: number): string =>
    to > from ? `M${Array.from({ length: to - from + 1 }, (_, i) => at(from + i)).join('L')}` : '';
  const tip = `L${round(r.x.at(run.at(o.time, 0)))} ${round(r.y.at(run.at(o.time, 1)))}`;
  const dots = Array.from({ length: Math.min(o.step, 80) + 1 }, (_, k) =>
    disc(r.x.at(run.parameter(k, 0)), r.y.at(run.parameter(k, 1)), 2.2),
  );
  return svg`
    <path class="gd-racer-seam" d=${line(0, run.steps)}></path>
    <path class="gd-parameter-thin" d=${line(o.step, run.steps)}></path>
    <path class="gd-parameter-line" d=${o.time > 0 ? (line(0, o.step) || `M${at(0)}`) + tip : ''}></path>
    <path class="gd-parameter-fill" d=${dots.join('')}></path>`;
}

/** A bottom's letter in its colour. */
export function sign(letter: string, tint: string, x: number, y: number): SVGTemplateResult {
  return svg`<g transform=${`translate(${round(x)} ${round(y)})`}>
    <circle class=${`gd-racer-fill-${racerOf(tint)}`} r="9"></circle>
    <text class="gd-racer-number" y="3.8" text-anchor="middle">${letter}</text>
  </g>`;
}

/** Bottoms on the map; crosses alone before it is known which there are, or where there are too many to name. */
function bottoms(o: MapOptions, r: Room, ends: Ends | undefined): SVGTemplateResult[] {
  if (!ends) return o.survey.minima.map(([x, y]) => cross(r.x.at(x), r.y.at(y)));
  return ends.bottoms.flatMap((b, rank) => {
    const [x, y] = [r.x.at(b.at[0]), r.y.at(b.at[1])];
    if (!inside(r, x, y)) return [];
    if (b.letter) return [sign(b.letter, b.tint, x, y)];
    return [rank === 0 ? cross(x, y) : cross(x, y, 3)];
  });
}

function startMarks(o: MapOptions, r: Room): SVGTemplateResult[] {
  return o.starts.map(({ at: [x, y], end }) => {
    const mark = end?.letter ? `gd-racer-fill-${racerOf(end.tint)}` : 'gd-datum';
    return svg`<circle class=${mark} cx=${round(r.x.at(x))} cy=${round(r.y.at(y))} r="3.4"></circle>`;
  });
}

/** Where the ball is drawn; one that left the map waits at its edge, and an arrow says which way it went. */
function ball(o: MapOptions, r: Room): SVGTemplateResult {
  const { box } = r;
  const at = [o.run.at(o.time, 0), o.run.at(o.time, 1)] as const;
  const [px, py] = [r.x.at(at[0]), r.y.at(at[1])];
  const [x, y] = [clamp(px, box.left, box.right), clamp(py, box.top, box.bottom)];
  const way =
    Math.abs(px - x) > 1 ? (px > x ? 'right' : 'left') : Math.abs(py - y) > 1 ? (py > y ? 'down' : 'up') : undefined;
  const [dx, dy] = { right: [14, 0], left: [-14, 0], down: [0, 14], up: [0, -14] }[way ?? 'up'];
  const { survey } = o;
  const key = (survey.x[1] - survey.x[0]) / 100;
  const put = (nx: number, ny: number): void => o.place(clamp(nx, ...survey.x), clamp(ny, ...survey.y));
  return svg`${way ? beyond(x + dx!, y + dy!, way) : ''}
    ${handle({
      x,
      y,
      label: 'The ball. Where it is let go',
      value: at[0],
      min: survey.x[0],
      max: survey.x[1],
      valueText: `at ${fixed(at[0], 2)}, ${fixed(at[1], 2)}, loss ${significant(o.run.loss(o.step))}`,
      move: (mx, my) => put(r.x.value(mx), r.y.value(my)),
      nudge: (kx, ky, scale) => put(at[0] + kx * key * scale, at[1] + ky * key * scale),
      face: ballFace,
      hint: o.hint,
    })}`;
}

const knotFace = svg`<path class="gd-guess-mark" d="M-7 5L0 -8L7 5Z"></path>`;

/** The reader's border: a dotted line from edge to edge, held by triangles. */
function border(o: MapOptions, r: Room): SVGTemplateResult | string {
  const { border: places, draw, survey } = o;
  if (!places) return '';
  const ys = [survey.y[0], ...places.map((_, k) => knotAt(k, survey.y)), survey.y[1]];
  const line = ys.map((y) => `${round(r.x.at(borderAt(places, y, survey.y)))} ${round(r.y.at(y))}`).join('L');
  const move = (k: number, x: number): void =>
    draw?.(places.map((p, i) => (i === k ? Math.round(clamp(x, ...survey.x) * 100) / 100 : p)));
  return svg`<path class="gd-racer-seam" d=${`M${line}`}></path><path class="gd-border-line" d=${`M${line}`}></path>
    ${places.map((place, k) =>
      draw
        ? handle({
            x: r.x.at(place),
            y: r.y.at(knotAt(k, survey.y)),
            label: `Your border, point ${k + 1} of ${KNOTS}`,
            value: place,
            min: survey.x[0],
            max: survey.x[1],
            valueText: `x ${fixed(place, 2)} at y ${fixed(knotAt(k, survey.y), 2)}`,
            move: (px) => move(k, r.x.value(px)),
            nudge: (dx, dy, scale) => move(k, place + (dx || dy) * 0.04 * scale),
            face: knotFace,
          })
        : svg`<g transform=${`translate(${round(r.x.at(place))} ${round(r.y.at(knotAt(k, survey.y)))})`}>${knotFace}</g>`,
    )}`;
}

/** Drawn across the map with a mouse or pen, every knot follows where the line passes its height. */
function sketch(o: MapOptions, r: Room, e: PointerEvent): void {
  if (!o.draw || !o.border || e.pointerType === 'touch') return;
  let places = [...o.border];
  let last: number | undefined;
  follow(e, (px, py) => {
    const [x, y] = [clamp(r.x.value(px), ...o.survey.x), r.y.value(py)];
    const [low, high] = [Math.min(last ?? y, y), Math.max(last ?? y, y)];
    const near = ((o.survey.y[1] - o.survey.y[0]) / KNOTS) * 0.2;
    places = places.map((place, k) => {
      const knot = knotAt(k, o.survey.y);
      return knot >= low - near && knot <= high + near ? Math.round(x * 100) / 100 : place;
    });
    last = y;
    o.draw?.(places);
  });
}

export function terrainPlot(o: MapOptions): TemplateResult {
  const r = room(o);
  const { box } = r;
  const clip = `${o.id}-map`;
  return html`<svg
    width=${o.width}
    height=${r.height}
    viewBox=${`0 0 ${o.width} ${r.height}`}
    role="group"
    aria-label=${`A map of the landscape ${o.survey.label}`}
  >
    <clipPath id=${clip}>
      <rect x=${box.left} y=${box.top} width=${box.right - box.left} height=${box.bottom - box.top}></rect>
    </clipPath>
    ${frame({ box, x: r.x, y: r.y, xName: 'x', yName: 'y' })}
    <g clip-path=${`url(#${clip})`}>
      ${terrainMap(o.survey.terrain, box)}
      ${o.basins ? (o.basins.still ? o.known && basinOutlines(o.known, box) : basinPicture({ ...o.basins, box, basins: o.known })) : ''}
      ${ghostOnMap(o.pinned, r, { named: 'end' })} ${walked(o, r)} ${startMarks(o, r)}
    </g>
    ${
      o.draw
        ? svg`<rect class="gd-press sketch" aria-hidden="true" x=${box.left} y=${box.top} width=${box.right - box.left} height=${box.bottom - box.top} @pointerdown=${(e: PointerEvent) => sketch(o, r, e)}></rect>`
        : ''
    }
    <g aria-hidden="true" class="numbers">${bottoms(o, r, o.basins && o.known?.ends)}</g>
    ${border(o, r)} ${ball(o, r)}
  </svg>`;
}
