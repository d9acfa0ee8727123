/** What every rate achieves: loss after the race against the rate, both on logarithmic scales. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { ballFace, handle } from '../../parts/drag';
import { tidy } from '../../parts/slider';
import { linePath, round } from '../../plot/curve';
import { significant } from '../../plot/format';
import { frame } from '../../plot/frame';
import { triangle } from '../../plot/marks';
import { clamp, logAxis, type Axis, type Box } from '../../plot/scales';
import { spread } from '../../plot/spread';
import { FOOT, RATES, rateText, STEPS, type Ball, type Race } from './race';

export interface SweepPlotOptions {
  readonly race: Race;
  readonly width: number;
  readonly guess: number | null;
  readonly setGuess: (rate: number) => void;
  readonly setRate: (rate: number, ball: number) => void;
  readonly chosen: number;
  /** Whether curve, regimes and thresholds may be seen; the four balls' own losses always may. */
  readonly revealed: boolean;
}

const HEIGHT = 270;
const BELOW = 58;
/** The lane above the scale, for what has no final loss. */
const OUT_LANE = 26;

interface Room {
  readonly box: Box;
  /** The upper end of the scale of losses; above it lies the lane. */
  readonly top: number;
  readonly x: Axis;
  readonly y: Axis;
}

function room({ width, race }: SweepPlotOptions): Room {
  const box = { left: 40, top: 42, right: width - 10, bottom: HEIGHT - BELOW };
  const top = box.top + OUT_LANE;
  return {
    box,
    top,
    x: logAxis([RATES.min, RATES.max], [box.left, box.right]),
    y: logAxis([FOOT, race.out - race.floor], [box.bottom, top]),
  };
}

/** Where a ball stands: how high above the bottom it ended, or in the lane if it climbed out. */
const heightOf = (r: Room, excess: number): number =>
  Number.isFinite(excess) ? r.y.at(excess) : r.box.top + OUT_LANE / 2;

function bands({ race }: SweepPlotOptions, r: Room): SVGTemplateResult {
  const seen = race.swept.bands.map((b) => ({ ...b, left: r.x.at(b.from), right: r.x.at(b.to) }));
  const named = seen.filter((b, i) => {
    const widest = seen.every(
      (other, k) => k === i || other.manner !== b.manner || other.right - other.left <= b.right - b.left,
    );
    return widest && b.right - b.left > 6;
  });
  const centres = spread(
    named.map((b) => ({ at: (b.left + b.right) / 2, size: b.manner.length * 6.4 + 8 })),
    r.box.left,
    r.box.right + 8,
  );
  return svg`
    ${seen.map((b) => svg`<rect class=${`gd-manner-${b.manner}`} x=${round(b.left)} y=${r.box.top} width=${round(b.right - b.left)} height=${r.box.bottom - r.box.top}></rect>`)}
    ${named.map((b, i) => svg`<text class="gd-note" x=${round(centres[i] ?? 0)} y=${r.box.top - 8} text-anchor="middle">${b.manner}</text>`)}`;
}

/** Lines at 1 and 2 over the curvature, named below the axis. */
function thresholds(r: Room, curvature: number): SVGTemplateResult[] {
  if (!(curvature > 0)) return [];
  const lines = [1, 2]
    .map((share) => ({ x: r.x.at(share / curvature), rate: share / curvature, label: `${share} / curvature` }))
    .filter(({ rate }) => rate > RATES.min && rate < RATES.max);
  const centres = spread(
    lines.map(({ x }) => ({ at: x, size: 82 })),
    0,
    r.box.right + 8,
  );
  return lines.map(
    ({ x, label }, i) => svg`<path class="gd-threshold-line" d=${`M${round(x)} ${r.top}V${r.box.bottom + 5}`}></path>
      <text class="gd-note" x=${round(centres[i] ?? x)} y=${r.box.bottom + 35} text-anchor="middle">${label}</text>`,
  );
}

function truth(o: SweepPlotOptions, r: Room): SVGTemplateResult {
  return svg`
    ${bands(o, r)}
    <path class="gd-loss-line" d=${linePath({ x: o.race.swept.rates, y: o.race.swept.excess }, r.x, r.y)}></path>
    ${thresholds(r, o.race.swept.last?.curvature ?? 0)}`;
}

function guessMark(o: SweepPlotOptions, r: Room): SVGTemplateResult {
  const value = o.guess ?? Math.sqrt(RATES.min * RATES.max);
  const set = (rate: number): void => o.setGuess(clamp(tidy(rate, true), RATES.min, RATES.max));
  const x = r.x.at(value);
  return svg`
    ${o.guess === null ? '' : svg`<path class="gd-guess-line" d=${`M${round(x)} ${r.box.bottom - 12}V${r.box.top}`}></path>`}
    ${handle({
      x,
      y: r.box.bottom,
      label: 'Your guess: the rate at which it stops converging',
      value,
      min: RATES.min,
      max: RATES.max,
      valueText: o.guess === null ? 'no guess yet' : `guess ${rateText(o.guess)}`,
      move: (px) => set(r.x.value(px)),
      nudge: (dx, dy, scale) => set(value * 10 ** ((dx || dy) * 0.01 * scale)),
      face: triangle(0, 0),
      kind: o.guess === null ? 'faint' : '',
      hint: o.guess === null ? 'drag me' : undefined,
    })}`;
}

interface Mark {
  readonly ball: Ball;
  readonly i: number;
  readonly x: number;
  readonly y: number;
}

/** Rates beside their balls, the chosen one's first; one that would touch another, or a ball, is left out. */
function names(marks: readonly Mark[], r: Room): SVGTemplateResult[] {
  const taken = marks.map(({ x, y, i }) => ({ x, y, half: 9, i }));
  return [...marks].reverse().map(({ ball, i, x, y }) => {
    const text = rateText(ball.rate);
    const half = text.length * 3.4 + 3;
    const side = ball.manner === 'swings' || x + 2 * half + 12 > r.box.right ? -1 : 1;
    const beside = Number.isFinite(ball.finalLoss) ? y - 6 : y + 4;
    const at = { x: x + side * (half + 10), y: Math.min(beside, r.box.bottom - 8), half, i };
    const touches = taken.some(
      (t) => t.i !== i && Math.abs(t.x - at.x) < t.half + half && Math.abs(t.y - at.y + 4) < 14,
    );
    if (touches) return svg``;
    taken.push(at);
    return svg`<text class="gd-parameter-text" x=${round(at.x)} y=${round(at.y)} text-anchor="middle">${text}</text>`;
  });
}

function grip(o: SweepPlotOptions, r: Room, { ball, i, x, y }: Mark): SVGTemplateResult {
  const excess = ball.finalLoss - o.race.floor;
  const set = (rate: number): void => o.setRate(clamp(tidy(rate, true), RATES.min, RATES.max), i);
  return handle({
    x,
    y,
    label: `Learning rate of ball ${i + 1}`,
    value: ball.rate,
    min: RATES.min,
    max: RATES.max,
    valueText: `${rateText(ball.rate)}, ${ball.manner}${Number.isFinite(excess) ? `, ends ${significant(excess)} above the bottom` : ''}`,
    move: (px) => set(r.x.value(px)),
    nudge: (dx, dy, scale) => set(ball.rate * 10 ** ((dx || dy) * 0.01 * scale)),
    face: i === o.chosen ? ballFace : svg`<circle class="gd-ball" r="6.5"></circle>`,
  });
}

function marks(o: SweepPlotOptions, r: Room): SVGTemplateResult {
  const all = o.race.balls
    .map((ball, i) => ({ ball, i, x: r.x.at(ball.rate), y: heightOf(r, ball.finalLoss - o.race.floor) }))
    // The chosen one last, so that it lies on top and takes the press where several coincide.
    .sort((a, b) => Number(a.i === o.chosen) - Number(b.i === o.chosen));
  return svg`${names(all, r)}${all.map((mark) => grip(o, r, mark))}`;
}

export function sweepPlot(o: SweepPlotOptions): TemplateResult {
  const r = room(o);
  return html`<div class="loss-sweep" part="sweep">
    <svg
      width=${o.width}
      height=${HEIGHT}
      viewBox=${`0 0 ${o.width} ${HEIGHT}`}
      role="group"
      aria-label=${`Loss after ${STEPS} steps against the learning rate`}
    >
      <text class="gd-axis-name" x="0" y="13" aria-hidden="true">loss above the bottom, after ${STEPS} steps</text>
      ${frame({ box: r.box, x: r.x, y: r.y, xName: '', yName: '' })}
      <text class="gd-axis-name" x=${round(r.box.right)} y=${HEIGHT - 6} text-anchor="end" aria-hidden="true">
        learning rate
      </text>
      <path class="gd-baseline" d=${`M${r.box.left} ${r.top}H${round(r.box.right)}`}></path>
      <text
        class="gd-tick-text"
        x=${r.box.left - 8}
        y=${r.box.top + OUT_LANE / 2 + 4}
        text-anchor="end"
        aria-hidden="true"
      >
        out
      </text>
      ${o.revealed ? truth(o, r) : ''} ${o.revealed && o.guess === null ? '' : guessMark(o, r)} ${marks(o, r)}
    </svg>
  </div>`;
}
