/** The landscape with everybody's path: the chosen racer in full, the others quiet, each named at its ball. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { round } from '../../plot/curve';
import { fixed, significant } from '../../plot/format';
import { PINNED_DASH } from '../../plot/ink';
import { cross } from '../../plot/marks';
import { clamp } from '../../plot/scales';
import { ghostOnMap } from '../pinned';
import { groundMap } from '../traced';
import { bib } from './bib';
import { beside, type Put } from './beside';
import type { Entry, Race } from './race';
import { mapRoom, type MapRoom } from './reach';
import type { Roll } from './rolls';

/** A way taken at an earlier value of the dial. */
export interface Ghost {
  readonly name: string;
  readonly roll: Roll;
}

export interface MapOptions {
  readonly id: string;
  readonly race: Race;
  readonly reach: 'near' | 'whole';
  readonly time: number;
  readonly step: number;
  readonly width: number;
  /** The chosen racer as it was when its race was pinned. */
  readonly pinned: { readonly model: Entry; readonly time: number } | undefined;
  readonly ghosts: readonly Ghost[];
  readonly picked: string;
  /** What stands at a racer's ball. */
  readonly called: (entry: Entry) => string;
  /** Pointed at, here or elsewhere in the figure. */
  readonly lit: string | undefined;
  readonly choose: (name: string) => void;
  readonly light: (name: string | undefined) => void;
  readonly place: (x: number, y: number) => void;
  readonly placed: () => void;
  readonly hint: string | undefined;
  /** Called when there is something else to draw. */
  readonly again: () => void;
}

/** Rows nearer to the last drawn one than this many pixels add nothing that could be seen. */
const NEAR = 0.6;

/** A polyline through rows, those left out that could not be seen. */
class Way {
  d = '';
  #x = NaN;
  #y = NaN;

  constructor(private readonly r: MapRoom) {}

  add(vx: number, vy: number, always: boolean): void {
    const [x, y] = [round(this.r.x.at(vx)), round(this.r.y.at(vy))];
    if (!always && Math.abs(x - this.#x) + Math.abs(y - this.#y) < NEAR) return;
    this.d += `${this.d ? 'L' : 'M'}${x} ${y}`;
    [this.#x, this.#y] = [x, y];
  }
}

/** The way from one row to another; `tip` is where a step that is being made has got to. */
function way({ run }: Entry, r: MapRoom, from: number, to: number, tip?: readonly [number, number]): string {
  const line = new Way(r);
  const last = Math.min(to, run.steps);
  for (let k = from; k <= last; k++) line.add(run.parameter(k, 0), run.parameter(k, 1), k === from || k === last);
  if (tip) line.add(tip[0], tip[1], true);
  return line.d;
}

/** The last row on the map of a run that diverges: what swings across from beyond would only cover the ground. */
function lastOnMap({ run, diverged }: Entry, { box, x, y }: MapRoom): number {
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

const DOTS = 80;

function path(o: MapOptions, r: MapRoom, entry: Entry, loud: boolean): SVGTemplateResult {
  const { run, racer } = entry;
  const tip = o.time > o.step && o.step < run.steps ? ([run.at(o.time, 0), run.at(o.time, 1)] as const) : undefined;
  const leaves = lastOnMap(entry, r) + 1;
  const walked = way(entry, r, 0, Math.min(o.step, leaves), o.step > leaves ? undefined : tip);
  const ring = loud ? 2.6 : 1.8;
  const dots = Array.from({ length: Math.min(o.step, run.steps, leaves, loud ? DOTS : DOTS / 2) }, (_, k) => k + 1)
    .map(
      (k) =>
        `M${round(r.x.at(run.parameter(k, 0)))} ${round(r.y.at(run.parameter(k, 1)))}m-${ring} 0a${ring} ${ring} 0 1 0 ${2 * ring} 0a${ring} ${ring} 0 1 0-${2 * ring} 0`,
    )
    .join('');
  const dim = o.lit !== undefined && o.lit !== racer.name;
  return svg`<g class=${dim ? 'racer dim' : 'racer'} @click=${() => o.choose(racer.name)} @pointerenter=${() => o.light(racer.name)} @pointerleave=${() => o.light(undefined)}>
    ${loud ? svg`<path class=${`gd-racer-ahead-${racer.colour}`} stroke-dasharray=${racer.dash} d=${way(entry, r, Math.min(o.step, run.steps), leaves)}></path>` : ''}
    <path class="gd-racer-seam" d=${walked}></path>
    <path class=${`gd-racer-${loud ? 'line' : 'quiet'}-${racer.colour}`} stroke-dasharray=${racer.dash} d=${walked}></path>
    <path class=${`gd-racer-dot-${racer.colour}`} d=${dots}></path>
    <path class="gd-press reach" d=${walked}></path>
  </g>`;
}

/** Row of an earlier value's way at a step, on the map. */
function rowOf({ way: rows }: Roll, step: number, r: MapRoom): readonly [number, number] {
  const k = Math.min(step, rows.length / 2 - 1);
  return [r.x.at(rows[2 * k] ?? 0), r.y.at(rows[2 * k + 1] ?? 0)];
}

/** The whole way of an earlier value, faint, with a small ring where it would be now. */
function ghostPath(o: MapOptions, r: MapRoom, { roll }: Ghost): SVGTemplateResult {
  const line = new Way(r);
  const rows = roll.way.length / 2;
  for (let k = 0; k < rows; k++) line.add(roll.way[2 * k] ?? 0, roll.way[2 * k + 1] ?? 0, k === rows - 1);
  const [x, y] = rowOf(roll, o.step, r);
  return svg`<g class="past"><path class="gd-parameter-ghost" d=${line.d}></path>
    <circle class="gd-parameter-ring" cx=${round(x)} cy=${round(y)} r="3.5"></circle></g>`;
}

interface Standing {
  readonly entry: Entry;
  readonly x: number;
  readonly y: number;
}

/** Where everybody is who has not left, held within the picture. */
function standing(o: MapOptions, r: MapRoom, order: readonly Entry[]): Standing[] {
  return order
    .filter((e) => !(e.diverged && o.step > e.run.steps))
    .map((entry) => ({
      entry,
      x: clamp(r.x.at(entry.run.at(o.time, 0)), r.box.left + 10, r.box.right - 10),
      y: clamp(r.y.at(entry.run.at(o.time, 1)), r.box.top + 10, r.box.bottom - 10),
    }));
}

function ball({ entry, x, y }: Standing, picked: boolean, name: Put | undefined): SVGTemplateResult {
  const { racer } = entry;
  const face = name?.at
    ? svg`<circle class=${`gd-racer-fill-${racer.colour}`} cx=${round(x)} cy=${round(y)} r=${picked ? 8 : 6}></circle>
      <text class=${`gd-racer-text-${racer.colour}`} x=${round(name.at[0])} y=${round(name.at[1])}>${name.text}</text>`
    : bib(racer, x, y);
  return svg`${picked ? svg`<circle class=${`gd-racer-quiet-${racer.colour}`} cx=${round(x)} cy=${round(y)} r="11.5"></circle>` : ''}${face}`;
}

type Place = { readonly x: number; readonly y: number };

/** Places that the hint above a start takes up. */
const hinted = ({ x, y }: Place): Place[] => [-20, -2, 16].map((dx) => ({ x: x + dx, y: y - 24 }));

/** Everybody's ball with its name, the chosen one's first; a number where there is no room for a name. */
function balls(o: MapOptions, r: MapRoom, order: readonly Entry[]): SVGTemplateResult {
  // Before the first step all are where the start's own handle is.
  const all = o.time > 0 ? standing(o, r, order) : [];
  const start = { x: r.x.at(o.race.start[0]), y: r.y.at(o.race.start[1]) };
  const lows = o.race.ground.minima.map(([x, y]) => ({ x: r.x.at(x), y: r.y.at(y) }));
  const past = o.ghosts.map(({ name, roll }) => {
    const [x, y] = rowOf(roll, o.step, r);
    return { x, y, text: name };
  });
  const low = lows.slice(0, 1).map((at) => ({ ...at, text: 'lowest' }));
  const put = beside(
    [...all.map(({ entry, x, y }) => ({ x, y, text: o.called(entry) })), ...past, ...low],
    [start, ...(o.hint ? hinted(start) : []), ...lows],
    r.box,
  );
  const quiet = put.slice(all.length).map(({ at, text }) => {
    const ink = text === 'lowest' ? 'gd-optimum-text' : 'gd-note';
    return at ? svg`<text class=${ink} x=${round(at[0])} y=${round(at[1])}>${text}</text>` : '';
  });
  return svg`${quiet}${all.map((s, i) => ball(s, s.entry.racer.name === o.picked, put[i])).reverse()}`;
}

const startFace = svg`<circle class="gd-knob-halo" r="14"></circle><circle class="gd-hollow-dot" r="7.5"></circle>`;

export function raceMap(o: MapOptions): SVGTemplateResult {
  const r = mapRoom(o.race, o.reach, o.width);
  const { ground, start, entries } = o.race;
  const clip = `${o.id}-map`;
  const rank = (e: Entry): number => (e.racer.name === o.picked ? 2 : e.racer.name === o.lit ? 1 : 0);
  const order = [...entries].sort((a, b) => rank(a) - rank(b));
  const pinnedInk = `gd-racer-quiet-${o.pinned?.model.racer.colour}`;
  const put = (x: number, y: number): void => o.place(clamp(x, ...r.within.x), clamp(y, ...r.within.y));
  const survey = {
    left: r.x.at(ground.survey.x[0]),
    right: r.x.at(ground.survey.x[1]),
    top: r.y.at(ground.survey.y[1]),
    bottom: r.y.at(ground.survey.y[0]),
  };
  const by = (pixels: number): number =>
    Math.max(0.01, Number(((pixels * 2) / Math.abs(r.x.at(1) - r.x.at(0))).toPrecision(1)));
  return svg`<g data-spot="map">
    <clipPath id=${clip}>
      <rect x=${r.box.left} y=${r.box.top} width=${r.box.right - r.box.left} height=${r.box.bottom - r.box.top}></rect>
    </clipPath>
    <g clip-path=${`url(#${clip})`}>
      ${groundMap(ground.lines, survey, o.again)} ${ground.minima.map(([x, y]) => cross(r.x.at(x), r.y.at(y)))}
      <g aria-hidden="true">${o.ghosts.map((g) => ghostPath(o, r, g))}</g>
      ${ghostOnMap(o.pinned, r, { line: pinnedInk, ball: pinnedInk, dash: PINNED_DASH })}
      <g aria-hidden="true">${order.map((e) => path(o, r, e, rank(e) > 0))}</g>
    </g>
    <path class="gd-baseline" d=${`M${r.box.left} ${r.box.top}H${r.box.right}V${r.box.bottom}H${r.box.left}Z`}></path>
    <g aria-hidden="true">
      <text class="gd-note" x=${r.box.right - 6} y=${r.box.bottom - 7} text-anchor="end">x</text>
      <text class="gd-note" x=${r.box.left + 7} y=${r.box.top + 15}>y</text>
    </g>
    ${handle({
      x: r.x.at(start[0]),
      y: r.y.at(start[1]),
      label: 'The start, for all racers',
      value: start[0],
      min: r.within.x[0],
      max: r.within.x[1],
      valueText: `start at ${fixed(start[0], 2)}, ${fixed(start[1], 2)}, loss ${significant(entries[0]?.run.loss(0) ?? 0)}`,
      move: (px, py) => put(r.x.value(px), r.y.value(py)),
      nudge: (dx, dy, scale) => put(start[0] + dx * by(1) * scale, start[1] + dy * by(1) * scale),
      done: o.placed,
      face: startFace,
      hint: o.hint,
      hintAt: r.y.at(start[1]) - r.box.top < 40 ? [-24, 30] : [-28, -19],
    })}
    <g aria-hidden="true" class="numbers">${balls(o, r, [...order].reverse())}</g>
  </g>`;
}

export const plotOf = (
  width: number,
  height: number,
  label: string,
  parts: readonly SVGTemplateResult[],
): TemplateResult =>
  html`<svg width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} role="group" aria-label=${label}>
    ${parts}
  </svg>`;
