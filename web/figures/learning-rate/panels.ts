/** The four balls side by side, each on its own copy of the curve. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { ballFace, handle } from '../../parts/drag';
import { scrub } from '../../parts/scrub';
import { round } from '../../plot/curve';
import { fixed, significant } from '../../plot/format';
import { frame } from '../../plot/frame';
import { dashes } from '../../plot/ink';
import { clamp, linearAxis } from '../../plot/scales';
import { ballOnCurve, isGone, place, type BallOnCurve, type Room } from '../ball-on-curve';
import { RATES, rateText, type Ball, type Race } from './race';

export interface PanelsOptions {
  readonly id: string;
  readonly race: Race;
  readonly time: number;
  readonly step: number;
  /** Of a pinned race, only the chosen ball is shown. */
  readonly pinned: { readonly model: Race; readonly time: number } | undefined;
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
const MARGIN = { left: 30, right: 12, top: 4, bottom: 42 } as const;

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

function ballAt(o: PanelsOptions, ball: Ball, i: number): BallOnCurve {
  const pinned = i === o.chosen ? o.pinned?.model.balls[i] : undefined;
  return {
    id: `${o.id}-clip-${i}`,
    room: room(o, i),
    ground: o.race.ground,
    run: ball.run,
    time: o.time,
    step: o.step,
    pinned: pinned && o.pinned && { model: pinned, time: o.pinned.time },
  };
}

/** Short enough for a heading: below a thousandth, zeros say enough. */
const shortLoss = (loss: number): string => (Math.abs(loss) < 1e-3 ? fixed(loss) : significant(loss));

function heading(o: PanelsOptions, ball: Ball, i: number, { box }: Room): SVGTemplateResult {
  const gone = isGone(ball.run, o.step);
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
  const height = r.box.bottom - r.box.top + HEADING;
  const x = i < 2 ? { ...r.x, ticks: [] } : r.x;
  const y = i % 2 ? { ...r.y, ticks: r.y.ticks.map((t) => ({ ...t, text: '' })) } : r.y;
  return svg`<g @click=${() => o.choose(i)} class="panel">
    <rect class="gd-press" x=${round(r.box.left)} y=${r.box.top - HEADING} width=${round(r.box.right - r.box.left)} height=${height}></rect>
    ${heading(o, ball, i, r)}
    ${frame({ box: r.box, x, y, xName: i === 3 ? 'weight w' : '', yName: '' })}
    ${ballOnCurve(ballAt(o, ball, i))}
  </g>`;
}

function grips(o: PanelsOptions, ball: Ball, i: number): SVGTemplateResult {
  const r = room(o, i);
  const p = place(ballAt(o, ball, i));
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
