/** The loss over two dials as a small map: where descent went, where it stands, and where the bottom is. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { terrainMap, type Terrain } from '../plot/contours';
import { round } from '../plot/curve';
import { frame } from '../plot/frame';
import { beyond, cross } from '../plot/marks';
import { clamp, linearAxis, type Axis, type Box } from '../plot/scales';
import { handle } from './drag';

type Pair = readonly [number, number];

export interface LossMapOptions {
  readonly id: string;
  readonly width: number;
  readonly height?: number;
  readonly terrain: Terrain;
  /** What the terrain covers. */
  readonly x: Pair;
  readonly y: Pair;
  readonly xName: string;
  readonly yName: string;
  /** Where descent goes, step by step; `steps` of them have been walked. */
  readonly path: { readonly rows: number; readonly at: (row: number) => Pair };
  readonly steps: number;
  /** Drawn below the path, within the same axes. */
  readonly beneath?: ((room: LossMapRoom) => unknown) | undefined;
  /** Whether the way still ahead is drawn, faintly. */
  readonly ahead: boolean;
  /** Where it stands now, perhaps between two steps. */
  readonly now: Pair;
  readonly optimum?: Pair | undefined;
  /** A few words about the ground, below the map. */
  readonly note?: string;
  /** In words, for a screen reader. */
  readonly valueText: string;
  readonly place: (x: number, y: number) => void;
}

export interface LossMapRoom {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

function room(o: LossMapOptions, height: number): LossMapRoom {
  const down = [height - 42, 26] as const;
  const y = linearAxis(o.y, down, 40);
  const left = 14 + Math.max(2, ...y.ticks.map((t) => t.text.length)) * 6.6;
  const box = { left, top: 26, right: o.width - 12, bottom: height - 42 };
  return { box, x: linearAxis(o.x, [box.left, box.right], 52), y };
}

/** A path that leaves the map is followed a little beyond its edge; the clip hides the rest. */
function walked(o: LossMapOptions, r: LossMapRoom): SVGTemplateResult {
  const point = ([x, y]: Pair): string => `${round(r.x.at(x))} ${round(r.y.at(y))}`;
  const rows = Array.from({ length: o.path.rows }, (_, k) => o.path.at(k));
  const line = (points: readonly Pair[]): string => (points.length > 1 ? `M${points.map(point).join('L')}` : '');
  const done = rows.slice(0, o.steps + 1);
  const dots = done.slice(0, 40);
  return svg`
    <path class="gd-parameter-ghost" d=${o.ahead ? line(rows.slice(o.steps)) : ''}></path>
    <path class="gd-parameter-thin" d=${line([...done, o.now])}></path>
    <path class="gd-parameter-fill" d=${dots.map((p) => `M${point(p)}m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0`).join('')}></path>`;
}

/** Where the ball is drawn; one that left the map waits inside, and an arrow says which way it went. */
function ballPlace(
  { box }: LossMapRoom,
  px: number,
  py: number,
): { x: number; y: number; arrow: SVGTemplateResult | string } {
  const x = px > box.right + 1 ? box.right - 14 : px < box.left - 1 ? box.left + 14 : px;
  const y = py > box.bottom + 1 ? box.bottom - 14 : py < box.top - 1 ? box.top + 14 : py;
  if (x !== px) return { x, y, arrow: beyond(px > x ? box.right - 3 : box.left + 3, y, px > x ? 'right' : 'left') };
  return { x, y, arrow: y === py ? '' : beyond(x, py > y ? box.bottom - 3 : box.top + 3, py > y ? 'down' : 'up') };
}

/** A smaller ball than a plot's: the map is small, and its marks must show beside it. */
const face = svg`<circle class="gd-halo" r="11"></circle><circle class="gd-ball" r="6"></circle>`;

export function lossMap(o: LossMapOptions): TemplateResult {
  const height = o.height ?? 190;
  const r = room(o, height);
  const { box } = r;
  const clip = `${o.id}-clip`;
  const ball = ballPlace(r, r.x.at(o.now[0]), r.y.at(o.now[1]));
  const put = (x: number, y: number): void => o.place(clamp(x, ...o.x), clamp(y, ...o.y));
  const key = ([low, high]: Pair): number => (high - low) / 200;
  return html`<div class="loss-map" part="loss-map">
    <svg
      width=${o.width}
      height=${height}
      viewBox=${`0 0 ${o.width} ${height}`}
      role="group"
      aria-label="The loss as a map"
    >
      <clipPath id=${clip}>
        <rect x=${box.left} y=${box.top} width=${box.right - box.left} height=${box.bottom - box.top}></rect>
      </clipPath>
      ${frame({ ...r, xName: o.xName, yName: o.yName })}
      <g clip-path=${`url(#${clip})`}>
        ${terrainMap(o.terrain, box)} ${o.beneath?.(r)} ${walked(o, r)}
        ${o.optimum ? cross(r.x.at(o.optimum[0]), r.y.at(o.optimum[1]), 10) : ''}
      </g>
      ${o.note ? svg`<text class="gd-note" x=${box.left} y=${box.bottom + 36}>${o.note}</text>` : ''} ${ball.arrow}
      ${handle({
        x: ball.x,
        y: ball.y,
        label: `${o.xName} and ${o.yName}`,
        value: o.now[0],
        min: o.x[0],
        max: o.x[1],
        valueText: o.valueText,
        move: (mx, my) => put(r.x.value(mx), r.y.value(my)),
        nudge: (dx, dy, scale) => put(o.now[0] + dx * scale * key(o.x), o.now[1] + dy * scale * key(o.y)),
        face,
      })}
    </svg>
  </div>`;
}
