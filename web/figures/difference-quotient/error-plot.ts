/** Errors of both quotients against the step width, both on logarithmic scales: two letters U. */
import { svg, type SVGTemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { linePath, round } from '../../plot/curve';
import { brief, significant } from '../../plot/format';
import { frame } from '../../plot/frame';
import { cross } from '../../plot/marks';
import { clamp, logAxis, type Axis, type Box } from '../../plot/scales';
import { errorAt, WIDTHS, type Estimate, type Quotients } from './quotients';

export interface ErrorPlotOptions {
  readonly quotients: Quotients;
  readonly width: number;
  readonly height: number;
  readonly setWidth: (h: number) => void;
  readonly hint: string | undefined;
}

const ERRORS = { min: 1e-16, max: 10 } as const;

interface Room {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

function room({ width, height }: ErrorPlotOptions): Room {
  const box = { left: 40, top: 22, right: width - 14, bottom: height - 42 };
  return {
    box,
    x: logAxis([WIDTHS.min, WIDTHS.max], [box.left, box.right]),
    y: logAxis([ERRORS.min, ERRORS.max], [box.bottom, box.top]),
  };
}

/** The largest error x h among widths so small that only rounding is left: there the error runs like 1 / h. */
function roundingLevel({ widths }: Quotients, { errors }: Estimate): number {
  return widths.reduce((most, h, i) => (h < 1e-9 && h > 1e-14 ? Math.max(most, h * (errors[i] ?? 0)) : most), 0);
}

/** A straight line beside a branch of the data, and what that branch does. */
interface Guide {
  readonly power: -1 | 1 | 2;
  /** Widths between which it is drawn, and the error at the larger one. */
  readonly from: number;
  readonly to: number;
  readonly error: number;
  readonly words: readonly [string, string];
}

/** Whether the error does go with that power of h, well above rounding. */
function goesWith(q: Quotients, e: Estimate, power: 1 | 2): boolean {
  const [far, near] = [errorAt(q, e, 0.1), errorAt(q, e, 0.01)];
  return near > 0 && Math.abs(Math.log10(far / near) - power) < 0.2;
}

function guides(q: Quotients): Guide[] {
  const found: Guide[] = [];
  const forward = 12 * errorAt(q, q.forward, 0.01);
  if (goesWith(q, q.forward, 1))
    found.push({ power: 1, from: 1e-5, to: 1e-2, error: forward, words: ['forward,', 'like h'] });
  const central = errorAt(q, q.central, 0.01) / 12;
  if (goesWith(q, q.central, 2))
    found.push({ power: 2, from: 3e-4, to: 1e-2, error: central, words: ['central,', 'like h²'] });
  const rounding = 6 * roundingLevel(q, q.forward);
  if (rounding > 0)
    found.push({ power: -1, from: 1e-14, to: 1e-11, error: rounding / 1e-11, words: ['rounding,', 'like 1 / h'] });
  return found;
}

function guide(g: Guide, r: Room): SVGTemplateResult {
  const start = g.error * (g.from / g.to) ** g.power;
  const [x0, y0, x1, y1] = [r.x.at(g.from), r.y.at(start), r.x.at(g.to), r.y.at(g.error)];
  const [mx, my] = [(x0 + x1) / 2, (y0 + y1) / 2];
  // On the side away from the data.
  const at = {
    '1': [mx - 5, my - 18, 'end'],
    '2': [mx + 7, my + 8, 'start'],
    '-1': [mx + 7, my - 16, 'start'],
  } as const;
  const [x, y, anchor] = at[g.power];
  return svg`<path class="gd-guide-line" d=${`M${round(x0)} ${round(y0)}L${round(x1)} ${round(y1)}`}></path>
    ${g.words.map((word, i) => svg`<text class="gd-note" x=${round(x)} y=${round(y + 15 * i)} text-anchor=${anchor}>${word}</text>`)}`;
}

/** A cross where the error turns; its name stands below the rounding branch, where nothing else is. */
function best(q: Quotients, e: Estimate, r: Room): SVGTemplateResult {
  const h = q.widths[e.best] ?? 1;
  const [x, y] = [r.x.at(h), clamp(r.y.at(e.errors[e.best] ?? 0), r.box.top, r.box.bottom)];
  return svg`${cross(x, y, 6)}
    <text class="gd-optimum-text" x=${round(x - 9)} y=${round(Math.min(y + 15, r.box.bottom - 8))} text-anchor="end">best h ${brief(h, 1)}</text>`;
}

export function errorPlot(o: ErrorPlotOptions): SVGTemplateResult {
  const r = room(o);
  const { quotients: q } = o;
  const x = r.x.at(q.h);
  const line = (e: Estimate): string => linePath({ x: q.widths, y: e.errors }, r.x, r.y);
  const dot = (e: Estimate): SVGTemplateResult =>
    svg`<circle class="gd-hollow-dot" cx=${round(x)} cy=${round(clamp(r.y.at(e.error), r.box.top, r.box.bottom))} r="4.5"></circle>`;
  return svg`
    ${frame({ box: r.box, x: r.x, y: r.y, xName: 'step width h', yName: 'error of the slope' })}
    <path class="gd-guide-line" d=${`M${round(x)} ${r.box.top}V${r.box.bottom}`}></path>
    ${guides(q).map((g) => guide(g, r))}
    <path class="gd-solid-line" d=${line(q.forward)}></path>
    <path class="gd-dotted-line" d=${line(q.central)}></path>
    ${best(q, q.forward, r)} ${best(q, q.central, r)}
    ${dot(q.forward)} ${dot(q.central)}
    ${handle({
      x,
      y: r.box.bottom,
      label: 'Step width h',
      // Along a log axis a slider's value is the exponent; 1e-16 is no number to ARIA.
      value: Math.log10(q.h),
      min: Math.log10(WIDTHS.min),
      max: Math.log10(WIDTHS.max),
      valueText: `h ${significant(q.h, 2)}, forward error ${significant(q.forward.error, 2)}, central error ${significant(q.central.error, 2)}`,
      move: (px) => o.setWidth(r.x.value(px)),
      nudge: (dx, dy, scale) => o.setWidth(q.h * 10 ** ((dx || dy) * 0.1 * scale)),
      face: svg`<circle class="gd-knob-halo" r="13"></circle><circle class="gd-knob" r="7.5"></circle>`,
      hint: o.hint,
      hintAt: x > r.box.left + 90 ? [-66, -16] : [16, -16],
    })}`;
}
