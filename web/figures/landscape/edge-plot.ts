/** Sharpness along a training, under the height that its rate can bear; and below it the loss. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { tidy } from '../../parts/slider';
import { linePath, round, type Series } from '../../plot/curve';
import { brief, count, significant } from '../../plot/format';
import { clamp, linearAxis, logAxis, stepAxis, type Axis, type Box } from '../../plot/scales';
import { RATES } from './choices';
import { sharpnessAt, UPDATES } from './edge';
import type { Course, Edge, Seen } from './seen';
import { ASKED, known } from './wager';

interface Room {
  readonly upper: Box;
  readonly lower: Box;
  readonly x: Axis;
  readonly sharp: Axis;
  readonly loss: Axis;
  readonly height: number;
}

/** The axes stay as they are whatever the rate. */
const SHARPEST = 30;
const LOSSES = [0.07, 2] as const;

function roomOf(width: number): Room {
  const narrow = width < 440;
  const [left, right] = [30, width - (narrow ? 66 : 86)];
  const upper = { left, right, top: 22, bottom: 22 + (narrow ? 124 : 250) };
  const top = upper.bottom + 40;
  const lower = { left, right, top, bottom: top + (narrow ? 48 : 74) };
  return {
    upper,
    lower,
    x: stepAxis(UPDATES, [left, right], narrow ? 80 : 70),
    sharp: linearAxis([0, SHARPEST], [upper.bottom, upper.top], 46),
    loss: logAxis(LOSSES, [lower.bottom, lower.top]),
    height: lower.bottom + 6,
  };
}

const ceiling = (rate: number): number => 2 / rate;

/** A rate for a height of the line, as round as a hand is exact. */
export const rateFor = (height: number): number => tidy(clamp(2 / height, RATES.min, RATES.max), true);

function scales(r: Room): SVGTemplateResult {
  const ticks = (axis: Axis, box: Box): SVGTemplateResult[] =>
    axis.ticks.map(
      (t) => svg`<path class="gd-grid" d=${`M${box.left} ${round(t.at)}H${round(box.right)}`}></path>
      <text class="gd-tick-text" x=${box.left - 6} y=${round(t.at + 4)} text-anchor="end">${t.text}</text>`,
    );
  return svg`<g aria-hidden="true">
    ${ticks(r.sharp, r.upper)} ${ticks(r.loss, r.lower)}
    ${r.x.ticks.map((t) => svg`<text class="gd-tick-text" x=${round(t.at)} y=${r.upper.bottom + 16} text-anchor="middle">${t.text}</text>`)}
    <text class="gd-axis-name" x="0" y="12">sharpness, the largest curvature</text>
    <text class="gd-axis-name" x="0" y=${r.lower.top - 8}>loss</text>
    <text class="gd-axis-name" x=${round(r.upper.right + 8)} y=${r.upper.bottom + 16}>update</text>
  </g>`;
}

const seriesOf = ({ at, sharpness }: Course): Series => ({ x: at, y: sharpness });
const lossesOf = ({ losses }: Course): Series => ({
  x: Array.from(losses, (_, k) => k),
  y: losses,
});

/** How many of ascending places are at most so far. */
function upTo(at: ArrayLike<number>, time: number): number {
  let n = 0;
  while (n < at.length && at[n]! <= time) n++;
  return n;
}

function curves(v: Seen, { before }: Edge, course: Course, r: Room): SVGTemplateResult {
  const open = known(v);
  const shown = Math.min(v.time, open ? UPDATES : ASKED.until);
  const [sharp, losses] = [seriesOf(course), lossesOf(course)];
  const [n, m] = [upTo(course.at, shown), Math.min(course.losses.length, Math.floor(shown) + 1)];
  const now = sharpnessAt(course, shown);
  const px = round(r.x.at(Math.min(shown, course.losses.length - 1)));
  const loss = course.losses[Math.min(m - 1, course.losses.length - 1)] ?? NaN;
  const reached = course.at[course.at.length - 1] ?? 0;
  const past = before && open && reached < UPDATES && !course.diverged ? before : undefined;
  return svg`
    ${past ? svg`<path class="gd-ahead-line" d=${linePath(seriesOf(past), r.x, r.sharp, upTo(past.at, reached))}></path><path class="gd-loss-ahead" d=${linePath(lossesOf(past), r.x, r.loss, Math.floor(reached))}></path>` : ''}
    <path class="gd-ahead-line" d=${open ? linePath(sharp, r.x, r.sharp, Math.max(0, n - 1)) : ''}></path>
    <path class="gd-solid-line" d=${n ? linePath(sharp, r.x, r.sharp, 0, n - 1) : ''}></path>
    <path class="gd-loss-ahead" d=${open ? linePath(losses, r.x, r.loss, Math.max(0, m - 1)) : ''}></path>
    <path class="gd-loss-line" d=${m > 0 ? linePath(losses, r.x, r.loss, 0, m - 1) : ''}></path>
    ${now === undefined ? '' : svg`<circle class="gd-knob" cx=${px} cy=${round(r.sharp.at(now))} r="5.5"></circle>`}
    ${Number.isFinite(loss) ? svg`<circle class="gd-loss-dot" cx=${px} cy=${round(r.loss.at(loss))} r="4.5"></circle>` : ''}`;
}

const knob = svg`<circle class="gd-knob-halo" r="14"></circle><circle class="gd-knob" r="8.5"></circle>`;

/** The line that is the rate. */
function line(v: Seen, r: Room): SVGTemplateResult {
  const { rate } = v.settings;
  const height = ceiling(rate);
  const y = clamp(round(r.sharp.at(height)), r.upper.top, r.upper.bottom);
  const put = (to: number): void => {
    const next = rateFor(to);
    if (next !== v.settings.rate) v.set({ rate: next, revealed: true }, { keepTime: true });
    if (!v.local['lifted']) v.setLocal({ lifted: true });
  };
  return svg`<g data-spot="line">
    <path class="gd-threshold-line" d=${`M${r.upper.left} ${y}H${round(r.upper.right)}`} aria-hidden="true"></path>
    ${handle({
      x: r.upper.right,
      y,
      label: 'The line 2 / rate: drag it to change the rate',
      value: Number(height.toPrecision(4)),
      min: 2,
      max: Number(ceiling(RATES.min).toPrecision(4)),
      valueText: `rate ${brief(rate)}, line at ${significant(height)}`,
      move: (_, py) => put(r.sharp.value(py)),
      nudge: (dx, dy, by) => put(height * (1 + 0.03 * by * (dy || dx))),
      kind: 'upward',
      face: knob,
      hint: v.local['lifted'] ? undefined : 'drag me',
      hintAt: [-34, r.upper.right > 300 ? -14 : -12],
    })}
    <g class="numbers" aria-hidden="true">
      <text class="gd-note-strong" x=${round(r.upper.right + 18)} y=${round(y - 4 + (y < 30 ? 10 : 0))}>2 / rate</text>
      <text class="gd-note-strong" x=${round(r.upper.right + 18)} y=${round(y + 11 + (y < 30 ? 10 : 0))}>= ${significant(height)}</text>
    </g>
  </g>`;
}

function zone(v: Seen, r: Room): SVGTemplateResult {
  const y = clamp(r.sharp.at(ceiling(v.settings.rate)), r.upper.top, r.upper.bottom);
  const tall = y - r.upper.top;
  return svg`<g aria-hidden="true" data-spot="zone">
    <rect class="gd-manner-diverges" x=${r.upper.left} y=${r.upper.top} width=${round(r.upper.right - r.upper.left)} height=${round(Math.max(0, tall))}></rect>
    ${tall > 20 ? svg`<text class="gd-gradient-text" x=${r.upper.left + 10} y=${r.upper.top + 16}>too steep for this rate</text>` : ''}
  </g>`;
}

/** The reader's guess, on the axis' far end. */
function guess(v: Seen, r: Room): SVGTemplateResult {
  const { guess: at, rate } = v.settings;
  if (rate !== ASKED.rate || (known(v) && at === null)) return svg``;
  const value = at ?? 12;
  const put = (to: number): void => v.set({ guess: Math.round(clamp(to, 1, SHARPEST) * 10) / 10 }, { keepTime: true });
  const y = round(r.sharp.at(value));
  const x = round(r.upper.left + (r.upper.right - r.upper.left) * (known(v) ? 0.72 : 0.5));
  return svg`<g data-spot="guess">
    <path class="gd-guess-line" d=${`M${round(r.x.at(ASKED.until))} ${y}H${round(r.upper.right)}`} aria-hidden="true"></path>
    ${handle({
      x,
      y,
      label: 'Your guess: where the sharpness will stay',
      value,
      min: 1,
      max: SHARPEST,
      valueText: at === null ? 'no guess yet' : brief(value),
      move: (_, py) => put(r.sharp.value(py)),
      nudge: (dx, dy, by) => put(value + 0.5 * by * (dy || dx)),
      kind: 'upward',
      face: svg`<path class="gd-guess-mark" d="M0 -10L9 6H-9Z"></path>`,
      hint: at === null ? 'drag me' : undefined,
      hintAt: [14, -6],
    })}
    ${at === null ? '' : svg`<text class="gd-guess-text numbers" x=${x + 14} y=${y - 6} aria-hidden="true">your guess</text>`}
  </g>`;
}

export function edgePicture(v: Seen): TemplateResult {
  const { edge } = v.model;
  if (!edge) return html``;
  const course = edge.course.look(v);
  const r = roomOf(v.width);
  const clip = `${v.id}-edge`;
  const open = known(v);
  return html`<svg
    width=${v.width}
    height=${r.height}
    viewBox=${`0 0 ${v.width} ${r.height}`}
    role="group"
    aria-label=${`Sharpness and loss along ${count(UPDATES)} updates`}
  >
    <clipPath id=${clip}>
      <rect
        x=${r.upper.left}
        y=${r.upper.top}
        width=${round(r.upper.right - r.upper.left + 6)}
        height=${r.upper.bottom - r.upper.top}
      ></rect>
      <rect
        x=${r.upper.left}
        y=${r.lower.top - 6}
        width=${round(r.upper.right - r.upper.left + 6)}
        height=${r.lower.bottom - r.lower.top + 8}
      ></rect>
    </clipPath>
    ${open ? zone(v, r) : ''} ${scales(r)}
    <g data-spot="sharpness" clip-path=${`url(#${clip})`} aria-hidden="true">
      ${course ? curves(v, edge, course, r) : ''}
    </g>
    ${open ? line(v, r) : ''} ${guess(v, r)}
  </svg>`;
}
