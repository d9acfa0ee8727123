/** The four balls side by side, each on its own copy of the curve. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { ballFace, handle } from '../../parts/drag';
import { scrub } from '../../parts/scrub';
import { areaPath, linePath, round } from '../../plot/curve';
import { fixed, significant } from '../../plot/format';
import { frame } from '../../plot/frame';
import { dashes } from '../../plot/ink';
import { beyond, cross } from '../../plot/marks';
import { clamp, linearAxis, type Axis, type Box } from '../../plot/scales';
import { stairs } from '../../plot/stairs';
import { RATES, rateText, type Ball, type Race } from './race';

export interface PanelsOptions {
  readonly id: string;
  readonly race: Race;
  readonly time: number;
  readonly step: number;
  readonly width: number;
  /** Which ball is being looked at, 0 to 3. */
  readonly chosen: number;
  readonly choose: (ball: number) => void;
  readonly setStart: (w: number, ball: number) => void;
  readonly setRate: (rate: number, ball: number) => void;
  /** Shown at the chosen ball until something has been dragged. */
  readonly hint: string | undefined;
}

const HEADING = 48;
const GAP = { x: 26, y: 16 } as const;
/** How far inside its frame a ball stands that has left it, so that the sign of where it went fits, too. */
const INSET = 20;
const MARGIN = { left: 30, right: 12, top: 4, bottom: 42 } as const;

interface Room {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

function plotHeight(width: number): number {
  return Math.round(clamp((width - 70) * 0.27, 92, 140));
}

function room(o: PanelsOptions, i: number): Room {
  const width = (o.width - MARGIN.left - MARGIN.right - GAP.x) / 2;
  const height = plotHeight(o.width);
  const left = MARGIN.left + (i % 2) * (width + GAP.x);
  const top = MARGIN.top + HEADING + Math.floor(i / 2) * (HEADING + height + GAP.y);
  const box = { left, top, right: left + width, bottom: top + height };
  const { ground } = o.race;
  return {
    box,
    x: linearAxis(ground.domain, [box.left, box.right], 40),
    y: linearAxis([0, ground.top], [box.bottom, box.top], 42),
  };
}

interface Place {
  readonly weight: number;
  readonly loss: number;
  /** Pixels, inside the frame. */
  readonly x: number;
  readonly y: number;
  /** Where it lies, if beyond the frame. */
  readonly away: 'left' | 'right' | 'up' | undefined;
}

/** Whether the step that led out of bounds has begun: it has a direction, but no end that could be drawn. */
const isGone = (o: PanelsOptions, ball: Ball): boolean => ball.diverged && o.time > ball.run.steps;

function place(o: PanelsOptions, ball: Ball, { x, y, box }: Room): Place {
  const { run } = ball;
  const weight = run.at(o.time, 0);
  const loss = weight === run.parameter(o.step, 0) ? run.loss(o.step) : o.race.ground.value(weight);
  const py = clamp(y.at(loss), box.top + 8, box.bottom);
  const [left, right] = [box.left + INSET, box.right - INSET];
  if (isGone(o, ball)) {
    const away = run.gradient(run.steps, 0) > 0 ? 'left' : 'right';
    const from = clamp(x.at(weight), left, right);
    const to = away === 'left' ? left : right;
    return { weight, loss, x: from + (to - from) * Math.min(1, o.time - run.steps), y: py, away };
  }
  const [low, high] = o.race.ground.domain;
  if (weight < low) return { weight, loss, x: left, y: py, away: 'left' };
  if (weight > high) return { weight, loss, x: right, y: py, away: 'right' };
  const above = loss > o.race.ground.top;
  return { weight, loss, x: x.at(weight), y: above ? box.top + INSET : py, away: above ? 'up' : undefined };
}

/** Short enough for a heading: below a thousandth, zeros say enough. */
const shortLoss = (loss: number): string => (Math.abs(loss) < 1e-3 ? fixed(loss) : significant(loss));

function heading(o: PanelsOptions, ball: Ball, i: number, { box }: Room): SVGTemplateResult {
  const gone = isGone(o, ball) && o.step > ball.run.steps;
  const there = ball.run.reason === 'converged' && o.step >= ball.run.steps && ball.run.steps > 0;
  const word = gone
    ? `diverged at step ${ball.run.steps + 1}`
    : there
      ? `arrived at step ${ball.run.steps}`
      : ball.manner;
  const top = box.top - HEADING;
  // Once it rests on the bottom, how it came there matters more than a loss that no longer changes.
  const room = !gone && (!there || box.right - box.left > 150);
  return svg`<path class=${i === o.chosen ? 'gd-chosen-line' : 'gd-baseline'} d=${`M${round(box.left)} ${top}H${round(box.right)}`}></path>
    <path class="gd-loss-line" stroke-dasharray=${dashes[i] ?? ''} d=${`M${round(box.left)} ${top + 15}h26`}></path>
    <text class=${gone ? 'gd-label' : 'gd-note'} x=${round(box.left)} y=${top + 37}>${word}</text>
    ${room ? svg`<text class="gd-loss-text" x=${round(box.right)} y=${top + 37} text-anchor="end">${shortLoss(ball.run.loss(o.step))}</text>` : ''}`;
}

function panel(o: PanelsOptions, ball: Ball, i: number): SVGTemplateResult {
  const r = room(o, i);
  const { ground } = o.race;
  const p = place(o, ball, r);
  const { trace } = ball.run;
  const clip = `${o.id}-clip-${i}`;
  const quiet = { ...r.x, ticks: i < 2 ? [] : r.x.ticks };
  const moving = o.time > o.step && o.step < ball.run.steps;
  const arrow = { left: [-10, 0], right: [10, 0], up: [0, -10] }[p.away ?? 'up'];
  const last = r.y.at(ball.run.loss(ball.run.steps));
  return svg`<g @click=${() => o.choose(i)} class="panel">
    <rect class="gd-press" x=${round(r.box.left)} y=${r.box.top - HEADING} width=${round(r.box.right - r.box.left)} height=${r.box.bottom - r.box.top + HEADING}></rect>
    <clipPath id=${clip}><rect x=${round(r.box.left)} y=${r.box.top - 2} width=${round(r.box.right - r.box.left)} height=${r.box.bottom - r.box.top + 2}></rect></clipPath>
    ${heading(o, ball, i, r)}
    ${frame({ box: r.box, x: quiet, y: i % 2 ? { ...r.y, ticks: r.y.ticks.map((t) => ({ ...t, text: '' })) } : r.y, xName: i === 3 ? 'weight w' : '', yName: '' })}
    <g clip-path=${`url(#${clip})`}>
      <path class="gd-loss-area" d=${areaPath(ground.curve, r.x, r.y, r.box.bottom)}></path>
      <path class="gd-loss-line" d=${linePath(ground.curve, r.x, r.y)}></path>
      ${ground.minima.map((m) => cross(r.x.at(m.x), r.y.at(m.y), 5))}
      ${stairs({
        rows: { x: trace.parameters, y: trace.loss },
        step: Math.min(o.step, ball.run.steps),
        landing: moving ? { x: p.weight, y: p.loss } : undefined,
        x: r.x,
        y: r.y,
        radius: 3,
      })}
      ${isGone(o, ball) ? svg`<path class="gd-parameter-line" d=${`M${round(r.x.at(p.weight))} ${round(last)}H${round(p.away === 'left' ? r.box.left : r.box.right)}`}></path>` : ''}
    </g>
    ${p.away ? beyond(p.x + (arrow[0] ?? 0), p.y + (arrow[1] ?? 0), p.away) : ''}
  </g>`;
}

function grips(o: PanelsOptions, ball: Ball, i: number): SVGTemplateResult {
  const r = room(o, i);
  const p = place(o, ball, r);
  const [low, high] = o.race.ground.domain;
  return svg`
    ${scrub({
      x: r.box.left + 36,
      y: r.box.top - HEADING + 20,
      value: ball.rate,
      text: rateText(ball.rate),
      ...RATES,
      label: `Learning rate of ball ${i + 1}`,
      note: ball.manner,
      set: (rate) => o.setRate(rate, i),
    })}
    ${handle({
      x: p.x,
      y: p.y,
      label: `Ball ${i + 1}: where all four start`,
      value: o.race.start,
      min: low,
      max: high,
      valueText: `start ${fixed(o.race.start, 2)}; now w ${fixed(p.weight)}, loss ${fixed(p.loss)}`,
      move: (px) => o.setStart(clamp(r.x.value(px), low, high), i),
      nudge: (dx, dy, scale) => o.setStart(clamp(o.race.start + (dx || dy) * 0.05 * scale, low, high), i),
      face: ballFace,
      hint: i === o.chosen && !p.away ? o.hint : undefined,
    })}`;
}

export function fourPanels(o: PanelsOptions): TemplateResult {
  const height = MARGIN.top + 2 * (HEADING + plotHeight(o.width)) + GAP.y + MARGIN.bottom;
  const first = room(o, 0).box;
  return html`<svg
    width=${o.width}
    height=${height}
    viewBox=${`0 0 ${o.width} ${height}`}
    role="group"
    aria-label="Four balls on the same curve, each with its own learning rate"
  >
    <text class="gd-axis-name" x=${first.left - 8} y=${first.top - 11} text-anchor="end">loss</text>
    ${o.race.balls.map((ball, i) => panel(o, ball, i))} ${o.race.balls.map((ball, i) => grips(o, ball, i))}
  </svg>`;
}
