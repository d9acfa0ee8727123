/** Everybody's loss on one plot, against updates or against gradients asked for. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { follow } from '../../parts/drag';
import { hover, HOVER_LINES, hoverMarks, type Reading } from '../../parts/hover';
import { stepByKey } from '../../parts/step-keys';
import { linePath, round } from '../../plot/curve';
import { brief, count } from '../../plot/format';
import { frame } from '../../plot/frame';
import { PINNED_DASH } from '../../plot/ink';
import { clamp, linearAxis, logAxis, stepAxis, type Axis, type Box } from '../../plot/scales';
import { spread } from '../../plot/spread';
import { bib } from './bib';
import type { Entry, Race } from './race';

export type Against = 'steps' | 'evaluations';

export interface CurvesOptions {
  readonly id: string;
  readonly race: Race;
  readonly width: number;
  /** Where the time line stands, and how long it is. */
  readonly step: number;
  readonly steps: number;
  /** The chosen racer as it was when its race was pinned. */
  readonly pinned: Entry | undefined;
  readonly against: Against;
  readonly logarithmic: boolean;
  readonly picked: string;
  readonly lit: string | undefined;
  readonly choose: (name: string) => void;
  readonly light: (name: string | undefined) => void;
  readonly go: (step: number) => void;
}

/** As high as leaves the map its room in a window of a laptop. */
const HEIGHT = 172;
/** Room for a name; below this width only numbers stand at the curves' ends. */
const NAMED = 430;
/** The log scale ends this far below the finish line. */
const BELOW = 1e-4;

interface Room {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

/** Loss above the floor: what a log scale needs, and what is left to lose. */
const excess = ({ run }: Entry, { ground }: Race): Float64Array => run.trace.loss.map((loss) => loss - ground.floor);

const along = ({ run }: Entry, against: Against): Float64Array =>
  against === 'steps' ? run.trace.step : run.trace.gradientCount;

function room(o: CurvesOptions): Room {
  const { race, width, against } = o;
  const longest = Math.max(0, ...race.entries.map((e) => e.racer.short.length));
  const right = width - (width < NAMED ? 26 : 32 + longest * 6.6);
  const box = { left: 46, top: 24, right, bottom: HEIGHT - 24 };
  const all = o.pinned ? [...race.entries, o.pinned] : race.entries;
  const first = Math.max(...all.map((e) => e.run.loss(0) - race.ground.floor), 1e-12);
  const lastOf = (e: Entry): number => along(e, against)[e.run.steps] ?? 1;
  const end = against === 'steps' ? o.steps : Math.max(1, ...all.map(lastOf));
  const height = Math.max(race.line - race.ground.floor, first * 1e-6);
  return {
    box,
    x: stepAxis(end, [box.left, box.right], 64),
    y: o.logarithmic
      ? logAxis([height * BELOW, first * 5], [box.bottom, box.top])
      : linearAxis([0, first * 1.25], [box.bottom, box.top], 44),
  };
}

interface Seen {
  readonly entry: Entry;
  readonly data: { readonly x: Float64Array; readonly y: Float64Array };
  /** Height at which it reaches the right edge, or the edge of the plot through which it left for good. */
  readonly end: number;
  /** Where it left through the lower or the upper edge, if it did. */
  readonly exit: { readonly x: number; readonly y: number } | undefined;
  readonly rests: boolean;
}

function seen(o: CurvesOptions, r: Room, entry: Entry): Seen {
  const x = along(entry, o.against);
  const all = excess(entry, o.race);
  const last = entry.run.steps;
  const height = (i: number): number => r.y.at(all[i] ?? 0);
  const inside = (i: number): boolean => (all[i] ?? 0) >= r.y.domain[0] * 0.999 && height(i) >= r.box.top - 0.5;
  let i = last;
  while (i > 0 && !inside(i)) i--;
  const under = (all[last] ?? 0) < r.y.domain[0];
  // Below the scale a curve is left out, but for the piece that leads there: it does not run along the floor.
  const low = (k: number): boolean => (all[k] ?? -Infinity) < r.y.domain[0];
  const data = { x, y: all.map((loss, k) => (low(k) && (k === 0 || low(k - 1)) && low(k + 1) ? NaN : loss)) };
  const over = !under && (entry.diverged || height(last) < r.box.top);
  const end = under ? r.box.bottom : over ? r.box.top : height(last);
  const exit = { x: r.x.at(x[Math.min(last, i + 1)] ?? 0), y: end };
  return { entry, data, end, exit: under || over ? exit : undefined, rests: !entry.diverged && !under };
}

function curve(o: CurvesOptions, r: Room, s: Seen, loud: boolean): SVGTemplateResult {
  const { racer, run } = s.entry;
  const now = Math.min(o.step, run.steps);
  const [x, y] = [r.x.at(s.data.x[now] ?? 0), r.y.at(s.data.y[now] ?? 0)];
  const rest = s.rests ? `M${round(r.x.at(s.data.x[run.steps] ?? 0))} ${round(s.end)}H${round(r.box.right)}` : '';
  const [before, after] = [linePath(s.data, r.x, r.y, 0, now), linePath(s.data, r.x, r.y, now)];
  const kind = loud ? 'line' : 'quiet';
  const events = {
    choose: (): void => o.choose(racer.name),
    on: (): void => o.light(racer.name),
    off: (): void => o.light(undefined),
  };
  const dim = o.lit !== undefined && o.lit !== racer.name;
  return svg`<g class=${dim ? 'racer dim' : 'racer'} @pointerenter=${events.on} @pointerleave=${events.off} @click=${events.choose}>
    <path class=${`gd-racer-ahead-${racer.colour}`} stroke-dasharray=${racer.dash} d=${after + rest}></path>
    ${loud ? svg`<path class="gd-racer-seam" d=${before}></path>` : ''}
    <path class=${`gd-racer-${kind}-${racer.colour}`} stroke-dasharray=${racer.dash} d=${before}></path>
    <path class="gd-press reach" d=${before + after}></path>
    ${y < r.box.top - 1 || !Number.isFinite(s.data.y[now]) ? '' : svg`<circle class=${`gd-racer-fill-${racer.colour}`} cx=${round(x)} cy=${round(Math.min(y, r.box.bottom))} r=${loud ? 4.5 : 3}></circle>`}
  </g>`;
}

/** The whole of a pinned racer's curve, below the others', with its name at its end. */
function pinnedCurve(o: CurvesOptions, r: Room, entry: Entry): SVGTemplateResult {
  const s = seen(o, r, entry);
  const { run, racer } = entry;
  const now = Math.min(o.step, run.steps);
  const rest = s.rests ? `M${round(r.x.at(s.data.x[run.steps] ?? 0))} ${round(s.end)}H${round(r.box.right)}` : '';
  const [x, y] = [r.x.at(s.data.x[now] ?? 0), r.y.at(s.data.y[now] ?? NaN)];
  const ink = `gd-racer-quiet-${racer.colour}`;
  return svg`<g aria-hidden="true">
    <path class=${ink} stroke-dasharray=${PINNED_DASH} d=${linePath(s.data, r.x, r.y) + rest}></path>
    ${y >= r.box.top - 1 ? svg`<circle class=${ink} cx=${round(x)} cy=${round(Math.min(y, r.box.bottom))} r="5"></circle>` : ''}
    <text class="gd-note" x=${round((s.exit?.x ?? r.box.right) - 7)} y=${round(clamp(s.end - 8, r.box.top + 16, r.box.bottom - 8))} text-anchor="end">pinned</text>
  </g>`;
}

/** Numbers and names in a column at the right, moved apart; a hair leads back to a curve that ends there. */
function names(o: CurvesOptions, r: Room, all: readonly Seen[]): SVGTemplateResult[] {
  // Of those that left through the floor, the first to do so stands lowest.
  const at = (s: Seen): number => s.end + (s.exit ? (r.box.right - s.exit.x) * 1e-3 : 0);
  const size = Math.min(18.5, (r.box.bottom - r.box.top + 28) / Math.max(1, all.length));
  const heights = spread(
    all.map((s) => ({ at: at(s), size })),
    r.box.top - 20,
    r.box.bottom + 8,
  );
  return all.map((s, i) => {
    const y = heights[i] ?? s.end;
    const { racer } = s.entry;
    const loud = racer.name === o.picked || racer.name === o.lit;
    return svg`<g class="racer end" @pointerdown=${(e: Event) => e.stopPropagation()} @click=${() => o.choose(racer.name)}
        @pointerenter=${() => o.light(racer.name)} @pointerleave=${() => o.light(undefined)}>
      ${s.exit ? '' : svg`<path class="gd-guide-line" d=${`M${round(r.box.right)} ${round(s.end)}L${round(r.box.right + 7)} ${round(y)}`}></path>`}
      ${bib(racer, r.box.right + 16, y)}
      ${o.width < NAMED ? '' : svg`<text class=${loud ? 'gd-label' : 'gd-note'} x=${round(r.box.right + 28)} y=${round(y + 4)}>${racer.short}</text>`}
    </g>`;
  });
}

function exits(r: Room, all: readonly Seen[]): SVGTemplateResult[] {
  const taken: number[] = [];
  return all.map((s) => {
    if (!s.exit || taken.some((x) => Math.abs(x - (s.exit?.x ?? 0)) < 17)) return svg``;
    taken.push(s.exit.x);
    const up = s.exit.y <= r.box.top;
    return bib(s.entry.racer, Math.min(s.exit.x, r.box.right), up ? r.box.top - 2 : r.box.bottom);
  });
}

/** Where beside the finish line its name touches no curve, or the fewest: above it and at its right end first. */
function clearOf(all: readonly Seen[], r: Room, line: number): { readonly x: number; readonly y: number } {
  const half = { x: 26, y: 11 };
  const shares = [0.9, 0.78, 0.66, 0.54, 0.42, 0.3, 0.18];
  const places = [line - 10, line + 11].flatMap((y) =>
    shares.map((share) => {
      const x = r.box.left + share * (r.box.right - r.box.left);
      const touches = (k: number, { x: xs, y: ys }: Seen['data']): boolean =>
        Math.abs(r.x.at(xs[k] ?? 0) - x) < half.x && Math.abs(r.y.at(ys[k] ?? NaN) - y) < half.y;
      return { x, y, touched: all.filter(({ data }) => data.x.some((_, k) => touches(k, data))).length };
    }),
  );
  const fewest = Math.min(...places.map((p) => p.touched));
  return places.find((p) => p.touched === fewest) ?? { x: r.box.right, y: line };
}

function finishLine(o: CurvesOptions, r: Room, all: readonly Seen[]): SVGTemplateResult {
  const y = r.y.at(o.race.line - o.race.ground.floor);
  if (!o.logarithmic) return svg``;
  const name = clearOf(all, r, y);
  return svg`<path class="gd-finish-line" d=${`M${r.box.left} ${round(y)}H${round(r.box.right)}`}></path>
    <text class="gd-optimum-text" x=${round(name.x)} y=${round(name.y + 4)} text-anchor="middle">finish</text>`;
}

/** The row a racer stands at when so many steps, or gradients, have been spent; undefined once it is out. */
function rowAt(entry: Entry, against: Against, spent: number): number | undefined {
  const counts = along(entry, against);
  const later = counts.findIndex((c) => c > spent);
  const row = later < 0 ? entry.run.steps : Math.max(0, later - 1);
  return later < 0 && entry.diverged && spent > (counts[row] ?? 0) ? undefined : row;
}

/** What stands at a pixel: the chosen racer first, then those who are furthest down. */
function reading(o: CurvesOptions, r: Room, px: number): Reading {
  const spent = Math.round(clamp(r.x.value(px), 0, r.x.domain[1]));
  const at = o.race.entries.flatMap((entry) => {
    const row = rowAt(entry, o.against, spent);
    return row === undefined ? [] : [{ racer: entry.racer, loss: entry.run.loss(row) }];
  });
  const mine = (name: string): number => Number(name === (o.lit ?? o.picked));
  at.sort((a, b) => mine(b.racer.name) - mine(a.racer.name) || a.loss - b.loss);
  const row = o.pinned && rowAt(o.pinned, o.against, spent);
  const pinned = o.pinned && row !== undefined ? [`pinned: ${brief(o.pinned.run.loss(row), 6)}`] : [];
  const shown = at.slice(0, HOVER_LINES - 2 - pinned.length).map((e) => `${e.racer.label}: ${brief(e.loss, 6)}`);
  const rest = at.length - shown.length;
  const unit = o.against === 'steps' ? 'step' : 'gradients';
  return {
    x: r.x.at(spent),
    lines: [`${unit} ${count(spent)}`, ...pinned, ...shown, ...(rest > 0 ? [`and ${count(rest)} more`] : [])],
  };
}

/** The plot as a slider, for the keyboard; it lies below the curves, which take the pointer. */
function steering(o: CurvesOptions, { box }: Room): SVGTemplateResult {
  return svg`<rect class="steering" fill="transparent" role="slider" tabindex="0" aria-label="Step on the loss curves"
    aria-valuemin="0" aria-valuemax=${o.steps} aria-valuenow=${o.step} aria-valuetext=${`step ${o.step}; everybody’s loss stands in the numbers`}
    x=${round(box.left)} y=${box.top} width=${round(box.right - box.left)} height=${box.bottom - box.top}
    @keydown=${(e: KeyboardEvent) => stepByKey(e, o.step, o.steps, o.go)}></rect>`;
}

export function lossCurves(o: CurvesOptions): TemplateResult {
  const r = room(o);
  const all = o.race.entries.map((e) => seen(o, r, e));
  const rank = (s: Seen): number => (s.entry.racer.name === o.lit ? 2 : s.entry.racer.name === o.picked ? 1 : 0);
  const order = [...all].sort((a, b) => rank(a) - rank(b));
  const chosen = o.race.entries.find((e) => e.racer.name === o.picked) ?? o.race.entries[0];
  const stepAt = (px: number): number => {
    const value = r.x.value(px);
    if (o.against === 'steps' || !chosen) return Math.round(clamp(value, 0, o.steps));
    return rowAt(chosen, o.against, value) ?? chosen.run.steps;
  };
  const { floor } = o.race.ground;
  const clip = `${o.id}-losses`;
  const read = (e: PointerEvent): void => hover(e, r.box, (px) => reading(o, r, px));
  return html`<div class="loss-curve race-curves" part="loss-curve">
    <svg
      width=${o.width}
      height=${HEIGHT}
      viewBox=${`0 0 ${o.width} ${HEIGHT}`}
      role="group"
      aria-label=${`Loss against ${o.against === 'steps' ? 'steps' : 'gradients asked for'}, one curve for each racer`}
      @pointerdown=${(e: PointerEvent) => follow(e, (px) => o.go(stepAt(px)))}
      @pointermove=${read}
      @pointerleave=${read}
    >
      <clipPath id=${clip}>
        <rect
          x=${r.box.left - 6}
          y=${r.box.top - 6}
          width=${r.box.right - r.box.left + 12}
          height=${r.box.bottom - r.box.top + 6}
        ></rect>
      </clipPath>
      ${frame({
        ...r,
        xName: o.against === 'steps' ? 'step' : 'gradients asked for',
        yName: floor === 0 ? 'loss' : `loss ${floor < 0 ? '+' : '−'} ${brief(Math.abs(floor))}`,
      })}
      ${steering(o, r)} ${finishLine(o, r, all)}
      <g clip-path=${`url(#${clip})`}>
        ${o.pinned ? pinnedCurve(o, r, o.pinned) : ''} ${order.map((s) => curve(o, r, s, rank(s) > 0))}
      </g>
      ${exits(r, [...order].reverse())} ${names(o, r, all)} ${hoverMarks()}
    </svg>
  </div>`;
}
