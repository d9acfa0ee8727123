/**
 * Loss against steps: the same plot under every figure that learns. The pointer over it reads exact values;
 * press, drag or arrow keys go there.
 */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { areaPath, linePath, round } from '../plot/curve';
import { brief, count, exact, grouped } from '../plot/format';
import { frame } from '../plot/frame';
import { dashes, PINNED_DASH } from '../plot/ink';
import { linearAxis, logAxis, stepAxis, type Axis, type Box } from '../plot/scales';
import { spread } from '../plot/spread';
import { follow } from './drag';
import { hover, HOVER_LINES, hoverMarks, type Reading } from './hover';
import { stepByKey } from './step-keys';

export interface LossSeries {
  readonly name: string;
  readonly step: Float64Array;
  readonly loss: Float64Array;
  /** Drawn in the loss colour's dash pattern of this rank, so that several runs can be told apart. */
  readonly rank?: number;
  /** Kept to compare with: thinner, in a dash of its own, its dot hollow. */
  readonly pinned?: boolean;
  /**
   * What follows its last row. `stops` (default): nothing. `rests`: that loss stays until the time line
   * ends. `leaves`: the next loss is beyond all bounds.
   */
  readonly end?: 'stops' | 'rests' | 'leaves';
}

export interface LossCurveOptions {
  readonly width: number;
  readonly height?: number;
  readonly series: readonly LossSeries[];
  /** Steps the time line holds, so that the axis stays while a run is shorter. */
  readonly steps: number;
  readonly time: number;
  readonly logarithmic: boolean;
  readonly setLogarithmic?: (on: boolean) => void;
  readonly go?: (step: number) => void;
  readonly yName?: string;
  /** Loss beyond this is drawn at the plot's upper edge; default: the largest start. */
  readonly ceiling?: number;
}

interface Layout {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

function extent(series: readonly LossSeries[]): { low: number; high: number; lowestPositive: number } {
  let [low, high, lowestPositive] = [Infinity, -Infinity, Infinity];
  for (const { loss } of series)
    for (const v of loss) {
      if (!Number.isFinite(v)) continue;
      if (v < low) low = v;
      if (v > high) high = v;
      if (v > 0 && v < lowestPositive) lowestPositive = v;
    }
  // All zero: there is nothing to show on a log scale, but there must still be one.
  return { low, high, lowestPositive: Number.isFinite(lowestPositive) ? lowestPositive : 1 };
}

function layout(o: LossCurveOptions): Layout {
  const height = o.height ?? 184;
  const { low, high, lowestPositive } = extent(o.series);
  const start = Math.max(...o.series.map((s) => s.loss[0] ?? 0));
  const top = o.ceiling ?? Math.min(high, Math.max(start * 1.6, start + 1));
  // On the right, as much room as the longest name takes, where there is more than one.
  const longest = o.series.length > 1 ? Math.max(...o.series.map((s) => s.name.length)) : 0;
  const right = o.width - Math.max(46, 14 + longest * 6.4);
  const axis = (left: number): Layout => {
    const box = { left, top: 26, right, bottom: height - 42 };
    const x = stepAxis(o.steps, [box.left, box.right], 64);
    const y = o.logarithmic
      ? logAxis([Math.max(lowestPositive, top * 1e-12), top], [box.bottom, box.top])
      : linearAxis([Math.min(0, low), top * 1.02], [box.bottom, box.top], 38);
    return { box, x, y };
  };
  // Leave as much room on the left as the widest label takes.
  const widest = Math.max(...axis(40).y.ticks.map((t) => t.text.length), 2);
  return axis(14 + widest * 6.6);
}

function drawOne(s: LossSeries, o: LossCurveOptions, { x, y, box }: Layout): SVGTemplateResult {
  const last = s.loss.length - 1;
  const now = Math.min(last, Math.floor(o.time + 1e-9));
  const data = { x: s.step, y: s.loss };
  const at = (i: number): [number, number] => [
    round(x.at(s.step[i] ?? 0)),
    round(Math.max(box.top, y.at(s.loss[i] ?? 0))),
  ];
  const [dotX, dotY] = at(now);
  const [endX, endY] = at(last);
  return svg`
    <path class="gd-loss-area" d=${areaPath(data, x, y, box.bottom, now)}></path>
    <path class="gd-loss-ahead" d=${linePath(data, x, y, now)}></path>
    <path class="gd-loss-line" d=${linePath(data, x, y, 0, now)}></path>
    <circle class="gd-loss-dot" cx=${dotX} cy=${dotY} r="5"></circle>
    ${valueNow(box, [dotX, dotY], grouped(s.loss[now] ?? 0, 3))}
    ${now < last ? valueAtEnd(box, dotX, [endX, endY], grouped(s.loss[last] ?? 0, 3)) : ''}`;
}

/** Characters that fit to the right of the plot. */
const MARGIN = 6;
const wide = (text: string): number => text.length * 7.2;

/** Beside the dot; at the right edge in the margin, or before the dot if it is too long for that. */
function valueNow(box: Box, [x, y]: [number, number], text: string): SVGTemplateResult {
  const fits = x + 9 + wide(text) < box.right;
  const before = !fits && text.length > MARGIN;
  const place = fits ? x + 9 : before ? x - 9 : Math.max(x + 8, box.right + 6);
  const height = fits || before ? Math.max(box.top + 6, y - 7) : y + 4;
  return svg`<text class="gd-loss-text" x=${place} y=${height} text-anchor=${before ? 'end' : 'start'}>${text}</text>`;
}

/** What the loss will come to, while that lies clear of where it is now. */
function valueAtEnd(box: Box, dotX: number, [x, y]: [number, number], text: string): SVGTemplateResult | string {
  const long = text.length > MARGIN;
  if (dotX + 12 + wide(text) * (long ? 2 : 1) > box.right) return '';
  const height = long ? Math.max(box.top + 6, y - 8) : y + 4;
  return svg`<text class="gd-note" x=${long ? x : x + 6} y=${height} text-anchor=${long ? 'end' : 'start'}>${text}</text>`;
}

interface End {
  readonly x: number;
  readonly y: number;
  /** It reaches the right edge, or leaves through the upper one. */
  readonly edge: 'right' | 'top';
}

/** Where a curve's name belongs: at its end, or where it leaves the plot for good. */
function endOf(s: LossSeries, { x, y, box }: Layout): End {
  const inside = (i: number): boolean => y.at(s.loss[i] ?? 0) >= box.top;
  let i = s.loss.length - 1;
  if (inside(i) && s.end === 'leaves') return { x: x.at((s.step[i] ?? 0) + 1), y: box.top, edge: 'top' };
  if (inside(i))
    return { x: s.end === 'rests' ? box.right : x.at(s.step[i] ?? 0), y: y.at(s.loss[i] ?? 0), edge: 'right' };
  while (i > 0 && !inside(i)) i--;
  const [from, to] = [y.at(s.loss[i] ?? 0), y.at(s.loss[i + 1] ?? 0)];
  const share = (from - box.top) / (from - to || 1);
  return { x: x.at((s.step[i] ?? 0) + share), y: box.top, edge: 'top' };
}

/** The line from the last row onwards, as far as it is known. */
function beyondEnd(s: LossSeries, l: Layout, x: number, y: number): string {
  if (s.end === 'rests') return `M${x} ${y}H${l.box.right}`;
  return s.end === 'leaves' ? `M${x} ${y}L${round(endOf(s, l).x)} ${round(Math.min(y, l.box.top) - 8)}` : '';
}

function drawAmongOthers(s: LossSeries, o: LossCurveOptions, l: Layout): SVGTemplateResult {
  const { x, y } = l;
  const last = s.loss.length - 1;
  const now = Math.min(last, Math.floor(o.time + 1e-9));
  const data = { x: s.step, y: s.loss };
  const dash = s.pinned ? PINNED_DASH : (dashes[(s.rank ?? 0) % dashes.length] ?? '');
  const line = s.pinned ? 'gd-pinned-loss' : 'gd-loss-line';
  const [endX, endY] = [round(x.at(s.step[last] ?? 0)), round(y.at(s.loss[last] ?? 0))];
  const over = o.time > last;
  const dotX = over && s.end === 'rests' ? x.at(o.time) : x.at(s.step[now] ?? 0);
  return svg`
    <path class="gd-loss-ahead" stroke-dasharray=${dash} d=${linePath(data, x, y, now)}></path>
    <path class=${over ? line : 'gd-loss-ahead'} stroke-dasharray=${dash} d=${beyondEnd(s, l, endX, endY)}></path>
    <path class=${line} stroke-dasharray=${dash} d=${linePath(data, x, y, 0, now)}></path>
    ${(over && s.end === 'leaves') || y.at(s.loss[now] ?? 0) < l.box.top - 1 ? '' : svg`<circle class=${s.pinned ? 'gd-pinned-loss-dot' : 'gd-loss-dot'} cx=${round(dotX)} cy=${round(y.at(s.loss[now] ?? 0))} r="4.5"></circle>`}`;
}

/** Names at the curves' ends, moved apart where they would touch. */
function names(o: LossCurveOptions, l: Layout): SVGTemplateResult[] {
  const ends = o.series.map((s) => ({ name: s.name, ...endOf(s, l) }));
  const right = ends.filter((e) => e.edge === 'right');
  const heights = spread(
    right.map((e) => ({ at: e.y, size: 15 })),
    l.box.top - 6,
    l.box.bottom + 8,
  );
  const top = ends.filter((e) => e.edge === 'top').sort((a, b) => a.x - b.x);
  // One that leaves is named above its way out; of several, each beside it, the later ones higher.
  const above = top.length === 1 && (top[0]?.x ?? 0) < l.box.right - 60;
  const clear = l.box.left + (o.yName ?? 'loss').length * 6;
  return [
    ...right.map(
      (e, i) => svg`<text class="gd-note" x=${round(e.x + 8)} y=${round((heights[i] ?? 0) + 4)}>${e.name}</text>`,
    ),
    ...top.map((e, i) =>
      above
        ? svg`<text class="gd-note" x=${round(Math.max(e.x - 6, clear))} y=${l.box.top - 8}>${e.name}</text>`
        : svg`<text class="gd-note" x=${round(e.x + 8)} y=${l.box.top + 8 + (top.length - 1 - i) * 14}>${e.name}</text>`,
    ),
  ];
}

/** The picture alone, for static pages as well. */
export function lossPlot(o: LossCurveOptions): SVGTemplateResult {
  const l = layout(o);
  const alone = o.series.length === 1;
  const clip = `loss-clip-${Math.round(l.box.left)}-${Math.round(l.box.right)}-${Math.round(l.box.bottom)}`;
  return svg`
    <clipPath id=${clip}><rect x=${l.box.left - 7} y=${l.box.top - 7} width=${l.box.right - l.box.left + 60} height=${l.box.bottom - l.box.top + 9}></rect></clipPath>
    ${frame({ ...l, xName: 'step', yName: o.yName ?? 'loss' })}
    <g clip-path=${`url(#${clip})`}>${o.series.map((s) => (alone ? drawOne(s, o, l) : drawAmongOthers(s, o, l)))}</g>
    ${alone ? '' : names(o, l)}`;
}

/** The loss of a series at a step; undefined where it has none. */
function lossAt(s: LossSeries, step: number): number | undefined {
  if (step < s.loss.length) return s.loss[step];
  return s.end === 'rests' ? s.loss[s.loss.length - 1] : undefined;
}

function values(o: LossCurveOptions, step: number, write: (value: number) => string): string[] {
  return o.series.flatMap((s) => {
    const loss = lossAt(s, step);
    return loss === undefined ? [] : [`${s.name}${o.series.length > 1 ? ':' : ''} ${write(loss)}`];
  });
}

/** What stands at a pixel of the plot, to ten digits. */
function reading(o: LossCurveOptions, l: Layout, px: number): Reading {
  const step = Math.round(Math.min(o.steps, Math.max(0, l.x.value(px))));
  const lines = values(o, step, (v) => brief(v, 10));
  const rest = lines.length - (HOVER_LINES - 1);
  const shown = rest > 1 ? [...lines.slice(0, HOVER_LINES - 2), `and ${rest + 1} more`] : lines;
  return { x: l.x.at(step), lines: [`step ${count(step)}`, ...shown] };
}

/** The plot as a slider, for the keyboard: the pointer's part is the whole picture's. */
function steering(
  { steps }: LossCurveOptions,
  { box }: Layout,
  go: (step: number) => void,
  now: number,
  tip: string,
): SVGTemplateResult {
  return svg`<rect class="steering" fill="transparent" role="slider" tabindex="0" aria-label="Step on the loss curve"
    aria-valuemin="0" aria-valuemax=${steps} aria-valuenow=${now} aria-valuetext=${tip}
    x=${round(box.left)} y=${box.top} width=${round(box.right - box.left)} height=${box.bottom - box.top}
    @keydown=${(e: KeyboardEvent) => stepByKey(e, now, steps, go)}></rect>`;
}

export function lossCurve(o: LossCurveOptions): TemplateResult {
  const height = o.height ?? 184;
  const l = layout(o);
  const go = (px: number): void => o.go?.(Math.round(Math.min(o.steps, Math.max(0, l.x.value(px)))));
  const now = Math.floor(o.time + 1e-9);
  const tip = `step ${now}: ${values(o, now, exact).join(', ')}`;
  const read = (e: PointerEvent): void => hover(e, l.box, (px) => reading(o, l, px));
  return html`
    <div class="loss-curve" part="loss-curve">
      <svg
        width=${o.width}
        height=${height}
        viewBox=${`0 0 ${o.width} ${height}`}
        role=${o.go ? 'group' : 'img'}
        aria-label=${o.go ? 'Loss against steps' : `Loss against steps. ${tip}`}
        @pointerdown=${(e: PointerEvent) => follow(e, go)}
        @pointermove=${read}
        @pointerleave=${read}
      >
        ${lossPlot(o)} ${o.go ? steering(o, l, o.go, now, tip) : ''} ${hoverMarks()}
      </svg>
      ${
        o.setLogarithmic
          ? html`<label class="toggle small"
              ><input
                type="checkbox"
                .checked=${o.logarithmic}
                @change=${(e: Event) => o.setLogarithmic?.((e.target as HTMLInputElement).checked)}
              /><span>log scale</span></label
            >`
          : ''
      }
    </div>
  `;
}
