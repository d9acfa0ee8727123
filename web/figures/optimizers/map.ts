/** The landscape with everybody's path: the chosen racer in full, the others quiet, each with its number. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { ballFace, handle } from '../../parts/drag';
import { terrainMap } from '../../plot/contours';
import { round } from '../../plot/curve';
import { fixed, significant } from '../../plot/format';
import { frame } from '../../plot/frame';
import { PINNED_DASH } from '../../plot/ink';
import { cross } from '../../plot/marks';
import { clamp, linearAxis, type Axis, type Box } from '../../plot/scales';
import { ghostOnMap } from '../pinned';
import { bib } from './bib';
import type { Entry, Race } from './race';

export interface MapOptions {
  readonly id: string;
  readonly race: Race;
  readonly time: number;
  readonly step: number;
  readonly width: number;
  /** The chosen racer as it was when its race was pinned. */
  readonly pinned: { readonly model: Entry; readonly time: number } | undefined;
  readonly picked: string;
  /** Pointed at, here or elsewhere in the figure. */
  readonly lit: string | undefined;
  readonly choose: (name: string) => void;
  readonly light: (name: string | undefined) => void;
  readonly place: (x: number, y: number) => void;
  readonly hint: string | undefined;
}

interface Room {
  readonly height: number;
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

const ABOVE = 22;
const BELOW = 40;
/** Width over height at which a square ground's survey is used up. */
const WIDEST = 1.68;

/** One scale for both axes, or a step along the gradient would not stand square on the contours. */
function room({ width, race: { ground } }: MapOptions): Room {
  const height = Math.round(clamp(width * 0.7, 262, 520));
  const h = height - ABOVE - BELOW;
  const w = Math.min(width - 38, h * WIDEST);
  const left = 32 + Math.round((width - 38 - w) / 2);
  const box = { left, top: ABOVE, right: left + w, bottom: ABOVE + h };
  const unit = Math.min(w / (ground.x[1] - ground.x[0]), h / (ground.y[1] - ground.y[0]));
  const around = ([low, high]: readonly [number, number], pixels: number): [number, number] => {
    const middle = (low + high) / 2;
    return [middle - pixels / 2 / unit, middle + pixels / 2 / unit];
  };
  return {
    height,
    box,
    x: linearAxis(around(ground.x, w), [box.left, box.right], 60),
    y: linearAxis(around(ground.y, h), [box.bottom, box.top], 52),
  };
}

/** Rows nearer to the last drawn one than this many pixels add nothing that could be seen. */
const NEAR = 0.6;

/** The way from one row to another; `tip` is where a step that is being made has got to. */
function way({ run }: Entry, r: Room, from: number, to: number, tip?: readonly [number, number]): string {
  let d = '';
  let [lx, ly] = [NaN, NaN];
  const add = (vx: number, vy: number, always: boolean): void => {
    const [x, y] = [round(r.x.at(vx)), round(r.y.at(vy))];
    if (!always && Math.abs(x - lx) + Math.abs(y - ly) < NEAR) return;
    d += `${d ? 'L' : 'M'}${x} ${y}`;
    [lx, ly] = [x, y];
  };
  const last = Math.min(to, run.steps);
  for (let k = from; k <= last; k++) add(run.parameter(k, 0), run.parameter(k, 1), k === from || k === last);
  if (tip) add(tip[0], tip[1], true);
  return d;
}

/** The last row on the map of a run that diverges: what swings across from beyond would only cover the ground. */
function lastOnMap({ run, diverged }: Entry, { box, x, y }: Room): number {
  let k = run.steps;
  const off = (value: number, low: number, high: number): boolean => value < low || value > high;
  while (
    diverged &&
    k > 0 &&
    (off(x.at(run.parameter(k, 0)), box.left, box.right) || off(y.at(run.parameter(k, 1)), box.top, box.bottom))
  )
    k--;
  return k;
}

function path(o: MapOptions, r: Room, entry: Entry, loud: boolean): SVGTemplateResult {
  const { run, racer } = entry;
  const tip = o.time > o.step && o.step < run.steps ? ([run.at(o.time, 0), run.at(o.time, 1)] as const) : undefined;
  const leaves = lastOnMap(entry, r) + 1;
  const walked = way(entry, r, 0, Math.min(o.step, leaves), o.step > leaves ? undefined : tip);
  const dots = loud
    ? Array.from({ length: Math.min(o.step, run.steps, 80) }, (_, k) => k + 1)
        .map(
          (k) =>
            `M${round(r.x.at(run.parameter(k, 0)))} ${round(r.y.at(run.parameter(k, 1)))}m-2.2 0a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0`,
        )
        .join('')
    : '';
  const dim = o.lit !== undefined && o.lit !== racer.name;
  return svg`<g class=${dim ? 'racer dim' : 'racer'} @click=${() => o.choose(racer.name)} @pointerenter=${() => o.light(racer.name)} @pointerleave=${() => o.light(undefined)}>
    ${loud ? svg`<path class=${`gd-racer-ahead-${racer.colour}`} stroke-dasharray=${racer.dash} d=${way(entry, r, Math.min(o.step, run.steps), leaves)}></path>` : ''}
    <path class="gd-racer-seam" d=${walked}></path>
    <path class=${`gd-racer-${loud ? 'line' : 'quiet'}-${racer.colour}`} stroke-dasharray=${racer.dash} d=${walked}></path>
    ${dots ? svg`<path class=${`gd-racer-dot-${racer.colour}`} d=${dots}></path>` : ''}
    <path class="gd-press reach" d=${walked}></path>
  </g>`;
}

/** Nearer to another number than this, one shrinks to a dot. */
const APART = 14;

/** Where everybody is: the chosen one's number first, so that it is never the one left out. */
function numbers(o: MapOptions, r: Room, entries: readonly Entry[]): SVGTemplateResult[] {
  const ball = [r.x.at(o.race.start[0]), r.y.at(o.race.start[1])] as const;
  const taken: (readonly [number, number])[] = [];
  const gone = (e: Entry): boolean => e.diverged && o.step > e.run.steps;
  const placed = entries
    .filter((e) => !gone(e))
    .map((e) => {
      const x = clamp(r.x.at(e.run.at(o.time, 0)), r.box.left + 10, r.box.right - 10);
      const y = clamp(r.y.at(e.run.at(o.time, 1)), r.box.top + 10, r.box.bottom - 10);
      const near = ([tx, ty]: readonly [number, number], apart: number): boolean => Math.hypot(tx - x, ty - y) < apart;
      const free = !near(ball, 19) && !taken.some((t) => near(t, APART));
      if (free) taken.push([x, y]);
      return { e, x, y, free, hidden: near(ball, 8) };
    });
  return placed
    .reverse()
    .filter((p) => !p.hidden)
    .map(({ e, x, y, free }) =>
      free
        ? bib(e.racer, x, y)
        : svg`<circle class=${`gd-racer-fill-${e.racer.colour}`} cx=${round(x)} cy=${round(y)} r="3.5"></circle>`,
    );
}

export function raceMap(o: MapOptions): TemplateResult {
  const r = room(o);
  const { ground, start, entries } = o.race;
  const clip = `${o.id}-map`;
  const rank = (e: Entry): number => (e.racer.name === o.lit ? 2 : e.racer.name === o.picked ? 1 : 0);
  const order = [...entries].sort((a, b) => rank(a) - rank(b));
  const pinnedInk = `gd-racer-quiet-${o.pinned?.model.racer.colour}`;
  const put = (x: number, y: number): void => o.place(clamp(x, ...ground.x), clamp(y, ...ground.y));
  const survey = {
    left: r.x.at(ground.survey.x[0]),
    right: r.x.at(ground.survey.x[1]),
    top: r.y.at(ground.survey.y[1]),
    bottom: r.y.at(ground.survey.y[0]),
  };
  return html`<svg
    width=${o.width}
    height=${r.height}
    viewBox=${`0 0 ${o.width} ${r.height}`}
    role="group"
    aria-label=${`The landscape ${ground.info.label} and the racers’ paths`}
  >
    <clipPath id=${clip}>
      <rect x=${r.box.left} y=${r.box.top} width=${r.box.right - r.box.left} height=${r.box.bottom - r.box.top}></rect>
    </clipPath>
    ${frame({ box: r.box, x: r.x, y: r.y, xName: 'x', yName: 'y' })}
    <g clip-path=${`url(#${clip})`}>
      ${terrainMap(ground.terrain, survey)} ${ground.minima.map(([x, y]) => cross(r.x.at(x), r.y.at(y)))}
      ${ghostOnMap(o.pinned, r, { line: pinnedInk, ball: pinnedInk, dash: PINNED_DASH })}
      <g aria-hidden="true">${order.map((e) => path(o, r, e, rank(e) > 0))}</g>
    </g>
    ${handle({
      x: r.x.at(start[0]),
      y: r.y.at(start[1]),
      label: 'The start, for all racers',
      value: start[0],
      min: ground.x[0],
      max: ground.x[1],
      valueText: `start at ${fixed(start[0], 2)}, ${fixed(start[1], 2)}, loss ${significant(entries[0]?.run.loss(0) ?? 0)}`,
      move: (px, py) => put(r.x.value(px), r.y.value(py)),
      nudge: (dx, dy, scale) =>
        put(start[0] + dx * ground.side * 0.01 * scale, start[1] + dy * ground.side * 0.01 * scale),
      face: ballFace,
      hint: o.hint,
    })}
    <g aria-hidden="true" class="numbers">${numbers(o, r, [...order].reverse())}</g>
  </svg>`;
}
