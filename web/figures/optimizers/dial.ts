/**
 * The momentum dial, which is the plot of what it does: steps to the finish line against momentum. Ink where the hand
 * has been; the rest once the wager is made; and theory's best as a cross.
 */
import { svg, type SVGTemplateResult } from 'lit';
import { follow, handle } from '../../parts/drag';
import { round } from '../../plot/curve';
import { brief, fixed } from '../../plot/format';
import { triangle } from '../../plot/marks';
import { clamp, linearAxis, type Axis } from '../../plot/scales';
import type { Past } from './past';
import { STEPS } from './race';
import { MOST, type Rolls } from './rolls';

export interface DialOptions {
  readonly id: string;
  /** Its place in the picture: the upper edge, and how high it is. */
  readonly top: number;
  readonly height: number;
  readonly width: number;
  readonly rolls: Rolls;
  readonly momentum: number;
  readonly past: Past;
  readonly guess: number | null;
  /** Whether the whole curve may be seen. */
  readonly swept: boolean;
  /** Whether the ground moves under the hand: then fewer values are enough. */
  readonly moving: boolean;
  /** Momentum of a pinned race and its steps. */
  readonly pinned: { readonly momentum: number; readonly step: number | undefined } | undefined;
  /** `held`: by a pointer that has not let go yet. */
  readonly turn: (momentum: number, held: boolean) => void;
  readonly turned: () => void;
  readonly suppose: (momentum: number) => void;
  readonly hint: boolean;
  /** Draws the whole curve, once it may be seen and has come. */
  readonly answer: ((o: DialOptions, r: Room) => SVGTemplateResult) | undefined;
}

export interface Room {
  readonly x: Axis;
  readonly y: Axis;
  readonly left: number;
  readonly right: number;
  /** Height of the axis that the hand turns. */
  readonly axis: number;
  readonly top: number;
}

/** Values further apart than this are joined by no line: nobody has been between them. */
const GAP = 0.015;

const hundredth = (value: number): number => Math.round(clamp(value, 0, MOST) * 100) / 100;

function room({ top, height, width }: DialOptions): Room {
  const [left, right, axis] = [38, width - 16, top + height - 42];
  return {
    left,
    right,
    axis,
    top: top + 24,
    x: linearAxis([0, 1], [left, right], width < 480 ? 64 : 96),
    y: linearAxis([0, STEPS], [axis, top + 24], height < 120 ? 22 : 26),
  };
}

/** Who does not arrive stands above all who do. */
const heightOf = (r: Room, step: number | undefined): number => (step === undefined ? r.top - 6 : r.y.at(step));

/** Polylines through values in order, with gaps where nobody has been or nobody arrives. */
export function curve(r: Room, rolls: Rolls, values: readonly number[], gap: number): string {
  let [d, last] = ['', NaN];
  for (const value of values) {
    const { step } = rolls.at(value);
    if (step === undefined) {
      last = NaN;
      continue;
    }
    const joined = value - last <= gap;
    d += `${joined ? 'L' : 'M'}${round(r.x.at(value))} ${round(r.y.at(step))}${joined ? '' : 'h0.01'}`;
    last = value;
  }
  return d;
}

function frameOf(r: Room, { width }: DialOptions): SVGTemplateResult {
  return svg`<g aria-hidden="true">
    ${r.y.ticks
      .filter((t) => t.value > 0)
      .map(
        (t) => svg`<path class="gd-grid" d=${`M${r.left} ${round(t.at)}H${r.right}`}></path>
          <text class="gd-tick-text" x=${r.left - 7} y=${round(t.at + 4)} text-anchor="end">${t.text}</text>`,
      )}
    ${r.x.ticks
      .filter((t) => t.at < r.right - 74)
      .map(
        (t) => svg`<text class="gd-tick-text" x=${round(t.at)} y=${r.axis + 36} text-anchor="middle">${t.text}</text>`,
      )}
    <path class="gd-solid-line" d=${`M${r.left} ${r.axis}H${r.right}`}></path>
    <text class="gd-axis-name" x=${r.right} y=${r.axis + 36} text-anchor="end">momentum</text>
    <text class="gd-axis-name" x=${r.left - 30} y=${r.top - 11}>${width < 480 ? 'steps' : 'steps to the finish line'}</text>
  </g>`;
}

/** Momentum none is plain descent at the same rate: what all the others are compared with. */
function none(o: DialOptions, r: Room): SVGTemplateResult {
  const { step } = o.rolls.at(0);
  const y = heightOf(r, step);
  const text = `none: plain descent, ${step ?? `not in ${STEPS}`}`;
  return svg`<g aria-hidden="true"><circle class="gd-hollow-dot" cx=${r.left} cy=${round(y)} r="4"></circle>
    <text class="gd-note" x=${r.left + 10} y=${round(y > r.top + 20 ? y - 6 : y + 15)}>${o.width < 480 ? `plain, ${step ?? `not in ${STEPS}`}` : text}</text></g>`;
}

/** Where the hand is: its dot on the curve, and what it costs there. */
function here(o: DialOptions, r: Room): SVGTemplateResult {
  const { step, diverged } = o.rolls.at(o.momentum);
  const [x, y] = [r.x.at(o.momentum), heightOf(r, step)];
  const cost = step === undefined ? (diverged ? 'diverges' : `not there after ${STEPS}`) : `${step} steps`;
  const text = `${fixed(o.momentum, 2)}: ${cost}`;
  const half = text.length * 3.6;
  const low = step !== undefined && y - r.top > 18;
  return svg`<g aria-hidden="true">
    <path class="gd-guide-line" stroke-dasharray="1.5 3" d=${`M${round(x)} ${round(y)}V${r.axis}`}></path>
    <circle class=${step === undefined ? 'gd-hollow-dot' : 'gd-knob'} cx=${round(x)} cy=${round(y)} r="5"></circle>
    <text class="gd-label" x=${round(clamp(x, r.left + half, r.right - half))} y=${round(low ? y - 10 : y + 19)} text-anchor="middle">${text}</text>
  </g>`;
}

function pinnedMark({ pinned }: DialOptions, r: Room): SVGTemplateResult | string {
  if (!pinned) return '';
  const [x, y] = [r.x.at(pinned.momentum), heightOf(r, pinned.step)];
  return svg`<g aria-hidden="true"><circle class="gd-hollow-dot" cx=${round(x)} cy=${round(y)} r="5"></circle>
    <text class="gd-note" x=${round(clamp(x, r.left + 22, r.right - 22))} y=${round(y + 18)} text-anchor="middle">pinned</text></g>`;
}

/** Before the wager a handle, afterwards a mark that stays. */
function guessMark(o: DialOptions, r: Room): SVGTemplateResult {
  const x = r.x.at(o.guess ?? 0.45);
  const foot = r.axis + 21;
  const text = o.guess === null ? 'your guess' : `your guess ${fixed(o.guess, 2)}`;
  const wide = 14 + text.length * 6.8;
  const after = x + wide < r.right;
  const label = (ink: string): SVGTemplateResult =>
    svg`<text class=${ink} x=${after ? 13 : -13} y="0" text-anchor=${after ? 'start' : 'end'}>${text}</text>`;
  if (o.swept)
    return o.guess === null
      ? svg``
      : svg`<g aria-hidden="true" transform=${`translate(${round(x)} ${foot})`}>${triangle(0, 0)}${label('gd-guess-text')}</g>`;
  return handle({
    x,
    y: foot - 5,
    label: 'Your guess: the best momentum',
    value: o.guess ?? 0.45,
    min: 0,
    max: MOST,
    valueText: o.guess === null ? 'no guess yet' : fixed(o.guess, 2),
    move: (px) => o.suppose(hundredth(r.x.value(px))),
    nudge: (dx, dy, scale) => o.suppose(hundredth((o.guess ?? 0.45) + (dx || dy) * 0.01 * Math.max(1, scale))),
    kind: o.guess === null ? 'guessing' : '',
    face: svg`<g transform="translate(0 5)" class=${o.guess === null ? 'faint' : ''}>${triangle(0, 0)}${label('gd-guess-text')}</g>`,
  });
}

const knob = svg`<circle class="gd-knob-halo" r="15"></circle><circle class="gd-knob" r="8"></circle>`;

export function momentumDial(o: DialOptions): SVGTemplateResult {
  const r = room(o);
  const { step } = o.rolls.at(o.momentum);
  const turn = (px: number): void => o.turn(hundredth(r.x.value(px)), true);
  return svg`<g data-spot="dial" class="momentum-dial">
    <rect class="gd-press track-of" x=${r.left - 12} y=${r.top - 4} width=${r.right - r.left + 24} height=${r.axis - r.top + 14} @pointerdown=${(e: PointerEvent) => follow(e, turn, o.turned)}></rect>
    ${frameOf(r, o)} ${o.answer?.(o, r)}
    <path class="gd-solid-line been" d=${curve(r, o.rolls, o.past.been(o.rolls.key), GAP)}></path>
    ${none(o, r)} ${pinnedMark(o, r)} ${here(o, r)} ${guessMark(o, r)}
    ${handle({
      x: r.x.at(o.momentum),
      y: r.axis,
      label: 'Momentum',
      value: o.momentum,
      min: 0,
      max: MOST,
      valueText: `${brief(o.momentum)}, ${step === undefined ? `not there after ${STEPS} steps` : `${step} steps to the finish line`}`,
      move: turn,
      nudge: (dx, dy, scale) =>
        o.turn(Math.round(clamp(o.momentum + (dx || dy) * 0.01 * scale, 0, MOST) * 1000) / 1000, false),
      done: o.turned,
      face: knob,
      hint: o.hint ? 'pull' : undefined,
      hintAt: [17, -9],
    })}
  </g>`;
}
