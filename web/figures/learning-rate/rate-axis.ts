/** The rate axis: four rates as beads on it, the reader's guess hanging under it, ticks below. */
import { svg, type SVGTemplateResult } from 'lit';
import { nearestOf, type Hand } from '../../parts/nearest';
import { tidy } from '../../parts/slider';
import { round } from '../../plot/curve';
import { significant } from '../../plot/format';
import { triangle } from '../../plot/marks';
import { clamp, linearAxis, logAxis, type Axis, type Box } from '../../plot/scales';
import { spread } from '../../plot/spread';
import { RATES, rateText } from './race';
import { choose, held, ratesOf, spanOf, type Seen } from './seen';

/** What stands over the axis is less than this high where it is only a strip. */
export const STRIP = 60;
/** What it takes below the line, px. */
export const BELOW = 42;
const TRIANGLE = { apex: 6, base: 18 } as const;
/** Stops along a linear axis, so that a hand can hit round numbers; a key goes from one to the next. */
const STOPS = 240;

export interface RateRoom {
  /** From the upper end of what stands over the axis down to the line. */
  readonly box: Box;
  readonly x: Axis;
}

export function rateRoom(v: Seen, box: Box): RateRoom {
  const span = spanOf(v.settings);
  const range = [box.left, box.right] as const;
  return {
    box,
    x: span.kind === 'log' ? logAxis([RATES.min, RATES.max], range) : linearAxis([0, span.to], range, 78),
  };
}

/** A place on the axis; what lies beyond its end waits there. */
export const onAxis = ({ x, box }: RateRoom, rate: number): number => clamp(x.at(rate), box.left, box.right);

/** A rate that a hand or a key may leave it at; `fine` is a tenth of a stop. */
function stop({ x }: RateRoom, rate: number, fine = false): number {
  const high = Math.min(x.domain[1], RATES.max);
  if (x.kind === 'log') return clamp(tidy(rate, true), RATES.min, high);
  const width = x.domain[1] / STOPS / (fine ? 10 : 1);
  return clamp(Number((Math.round(rate / width) * width).toPrecision(6)), RATES.min, high);
}

/** A key press away: a stop on a linear axis, a hundredth of a decade on the other. */
const pressed = (r: RateRoom, rate: number, by: number): number =>
  r.x.kind === 'log'
    ? stop(r, rate * 10 ** (by * 0.01))
    : stop(r, rate + (by * r.x.domain[1]) / STOPS, Math.abs(by) < 1);

function setRate(v: Seen, ball: number, rate: number): void {
  const rates = ratesOf(v.settings).map((r, i) => (i === ball ? rate : r));
  v.set({ ...held(v.settings), rates, rate: null, chosen: ball + 1 }, { keepTime: true });
}

const setGuess = (v: Seen, guess: number): void => v.set({ ...held(v.settings), guess }, { keepTime: true });

function beadHands(v: Seen, r: RateRoom): Hand[] {
  const { balls, floor } = v.model;
  return balls.map((ball, i): Hand => {
    const excess = ball.finalLoss - floor;
    return {
      x: onAxis(r, ball.rate),
      y: r.box.bottom,
      label: `Learning rate of ball ${i + 1}`,
      value: ball.rate,
      min: RATES.min,
      max: RATES.max,
      valueText: `${rateText(ball.rate)}, ${ball.manner}${Number.isFinite(excess) ? `, ends ${significant(excess)} above the bottom` : ''}`,
      grab: () => choose(v, i),
      move: (px) => setRate(v, i, stop(r, r.x.value(px))),
      nudge: (dx, dy, scale) => setRate(v, i, pressed(r, ball.rate, (dx || dy) * scale)),
      face: svg``,
    };
  });
}

/** A guess not made yet waits where nothing happens: in the middle. */
const waiting = ({ x }: RateRoom): number => x.value((x.range[0] + x.range[1]) / 2);

/** It has a place as long as it is asked for, and stays as a mark when the answer stands there. */
const isAsked = (v: Seen): boolean => !v.settings.revealed || v.settings.guess !== null;

function guessHand(v: Seen, r: RateRoom): Hand {
  const { guess } = v.settings;
  const value = guess ?? stop(r, waiting(r));
  return {
    x: onAxis(r, value),
    y: r.box.bottom + (TRIANGLE.apex + TRIANGLE.base) / 2 + 4,
    label: 'Your guess: the rate at which a ball stops arriving',
    value,
    min: RATES.min,
    max: RATES.max,
    valueText: guess === null ? 'no guess yet' : `guess ${rateText(guess)}`,
    move: (px) => setGuess(v, stop(r, r.x.value(px))),
    nudge: (dx, dy, scale) => setGuess(v, pressed(r, value, (dx || dy) * scale)),
    face: svg``,
  };
}

function guessFace(v: Seen, r: RateRoom): SVGTemplateResult {
  const { guess, revealed } = v.settings;
  const { x } = guessHand(v, r);
  const y = r.box.bottom;
  const text = guess === null ? 'drag me to the edge' : revealed ? `your guess ${rateText(guess)}` : rateText(guess);
  const width = text.length * 7 + 16;
  const chosen = onAxis(r, v.model.balls[v.settings.chosen - 1]?.rate ?? 0);
  // Not under the chosen bead, if there is room on the other side.
  const covered = chosen > x && chosen < x + width && x - width > 0;
  const before = covered || x + width > r.box.right + 8;
  return svg`<g data-spot="guess">
    ${guess === null ? '' : svg`<path class="gd-guess-line" d=${`M${round(x)} ${y}V${r.box.top}`}></path>`}
    ${triangle(x, y + TRIANGLE.base)}
    <text class="gd-guess-text" x=${round(x + (before ? -13 : 13))} y=${y + TRIANGLE.base} text-anchor=${before ? 'end' : 'start'} aria-hidden="true">${text}</text>
  </g>`;
}

/** The chosen one dark; one that lies beyond the end waits there, and says so. */
function beadFaces(v: Seen, r: RateRoom): SVGTemplateResult[] {
  const chosen = v.settings.chosen - 1;
  const order = [0, 1, 2, 3].filter((i) => i !== chosen).concat(chosen);
  return order.map((i) => {
    const x = round(onAxis(r, v.model.balls[i]?.rate ?? 0));
    return i === chosen
      ? svg`<circle class="gd-knob-halo" cx=${x} cy=${r.box.bottom} r="17"></circle><circle class="gd-knob" cx=${x} cy=${r.box.bottom} r="9.5"></circle>`
      : svg`<circle class="gd-hollow-dot" cx=${x} cy=${r.box.bottom} r="6.5"></circle>`;
  });
}

/** Rates over their beads, moved apart where they would touch. */
function beadNames(v: Seen, r: RateRoom): SVGTemplateResult[] {
  const end = r.x.domain[1];
  const all = v.model.balls.map(({ rate }, i) => ({
    text: `${rateText(rate)}${rate > end ? ' ▸' : ''}`,
    rate,
    chosen: i === v.settings.chosen - 1,
  }));
  // Of those that wait beyond the end, only the chosen one has room for its name.
  const shown = all.filter((b) => b.rate <= end || b.chosen);
  const centres = spread(
    shown.map(({ text, rate }) => ({ at: onAxis(r, rate), size: text.length * 7 + 8 })),
    r.box.left - 8,
    r.box.right + 12,
  );
  return shown.map(
    ({ text, chosen }, k) =>
      svg`<text class=${chosen ? 'gd-label' : 'gd-note'} x=${round(centres[k] ?? 0)} y=${r.box.bottom - (chosen ? 19 : 13)} text-anchor="middle" aria-hidden="true">${text}</text>`,
  );
}

/** A tick that is worth a name. */
export interface Named {
  readonly rate: number;
  readonly text: string;
}

const LETTER = 6.6;

/** Ticks under their own marks; one that would touch a name keeps its mark only. */
function ticks({ x, box }: RateRoom, named: Named | undefined): SVGTemplateResult {
  const y = box.bottom;
  // Beside the line, where nothing else is named over it.
  const strip = box.bottom - box.top < STRIP;
  const half = ((named?.text.length ?? 0) * LETTER) / 2 + 4;
  const centre = named ? clamp(x.at(named.rate), box.left + half - 20, box.right - half + 12) : -half - 100;
  const clear = strip ? box.right + 20 : box.right - 90;
  const fits = (at: number, text: string): boolean => {
    const wide = (text.length * LETTER) / 2;
    return at + wide < clear && Math.abs(at - centre) > half + wide;
  };
  return svg`<g aria-hidden="true">
    ${x.ticks.map(
      (t) => svg`<path class="gd-hairline" d=${`M${round(t.at)} ${y}v6`}></path>
      ${fits(t.at, t.text) ? svg`<text class="gd-tick-text" x=${round(t.at)} y=${y + 35} text-anchor="middle">${t.text}</text>` : ''}`,
    )}
    ${named ? svg`<text class="gd-label" x=${round(centre)} y=${y + 35} text-anchor="middle">${named.text}</text>` : ''}
    ${
      strip
        ? svg`<text class="gd-axis-name" x="0" y=${y + 4}>rate</text>`
        : svg`<text class="gd-axis-name" x=${round(box.right + 4)} y=${y + 35} text-anchor="end">learning rate</text>`
    }
  </g>`;
}

export function rateAxis(v: Seen, r: RateRoom, named?: Named): SVGTemplateResult {
  const { box } = r;
  const beads = beadHands(v, r);
  const hands = isAsked(v) ? [...beads, guessHand(v, r)] : beads;
  return svg`
    ${ticks(r, named)}
    <path class="gd-chosen-line" d=${`M${box.left} ${box.bottom}H${round(box.right)}`}></path>
    ${isAsked(v) ? guessFace(v, r) : ''} ${beadFaces(v, r)} ${beadNames(v, r)}
    ${nearestOf(hands, v.settings.chosen - 1)}`;
}
