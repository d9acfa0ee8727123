/** Every arrow of the map by its name, the gradient's parts by their numbers. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { brief } from '../../plot/format';
import type { Box } from '../../plot/scales';
import { guessTip, needleTip } from './arms';
import { lettersOf, type Mapped } from './mapped';
import { about, along, LINE, placed, type Name, type Pixel } from '../../plot/names';
import { slopeTowards } from './place';
import { endsOf, type Ends } from './pointers';
import { asksNeedle } from './seen';

const name = (text: string, mark: string, near: Pixel, towards: Pixel): Name => ({
  text: text.split('\n'),
  mark,
  near,
  towards,
});

const middle = ([ax, ay]: Pixel, [bx, by]: Pixel, share: number): Pixel => [
  ax + (bx - ax) * share,
  ay + (by - ay) * share,
];

/** From one place to another as a direction of length 1, down being positive. */
function towards([ax, ay]: Pixel, [bx, by]: Pixel): Pixel {
  const length = Math.hypot(bx - ax, by - ay) || 1;
  return [(bx - ax) / length, (by - ay) / length];
}

/** The end of a line, or where it leaves the map. */
function within([ax, ay]: Pixel, [bx, by]: Pixel, box: Box): Pixel {
  const share = (from: number, to: number, low: number, high: number): number =>
    to > high ? (high - from) / (to - from) : to < low ? (low - from) / (to - from) : 1;
  const kept = Math.min(share(ax, bx, box.left, box.right), share(ay, by, box.top, box.bottom));
  return kept < 1 ? middle([ax, ay], [bx, by], kept) : [bx, by];
}

/** Each number stands outside of the corner that the two parts make with the arrow. */
function ofGradient({ place, ball, frame: { box } }: Mapped, uphill: Pixel): Name[] {
  const [gx, gy] = place.gradient;
  const corner: Pixel = [uphill[0], ball[1]];
  const tip = within(ball, uphill, box);
  return [
    name('gradient,\nuphill', 'gradient-text', tip, towards(ball, uphill)),
    ...(gx === 0 ? [] : [name(brief(gx), 'gradient-text', middle(ball, corner, 0.5), [0, gy > 0 ? 1 : -1])]),
    // Of a part that has left the map, the cut still says it.
    ...(gy === 0 || tip[1] !== uphill[1]
      ? []
      : [name(brief(gy), 'gradient-text', middle(corner, uphill, 0.5), [gx < 0 ? -1 : 1, 0])]),
  ];
}

/** All that the wager gives: how steep it is along each line. And hints, as long as nobody needed them. */
function ofWager(m: Mapped): Name[] {
  const { v, place, ball } = m;
  const [bx, by] = ball;
  const hints = v.settings.guess === null ? [name('turn me', 'label', guessTip(m), [0.3, 1])] : [];
  if (v.local['touched'] !== true && v.width >= 430) hints.push(name('drag me', 'label', ball, [0.9, -0.9]));
  const slope = (dial: 0 | 1): string => `slope ${brief(place.gradient[dial])}`;
  return [
    name(slope(0), 'gradient-text', [bx - 34, by], [-0.7, 0.7]),
    name(slope(1), 'gradient-text', [bx, by - 30], [0.9, -0.4]),
    ...hints,
  ];
}

/** Shorter than this, in px, nothing is left to be named. */
const SHORT = 12;

function ofWays({ v, ball, frame: { box } }: Mapped, { step, bottom }: Ends): Name[] {
  const long = (end: Pixel): boolean => Math.hypot(end[0] - ball[0], end[1] - ball[1]) > SHORT;
  const down = v.model.survey.minima.length > 1 ? 'to the nearest bottom' : 'to the bottom';
  const at = (end: Pixel, share: number): Pixel => middle(ball, within(ball, end, box), share);
  return [
    ...(step && long(step) ? [name('step', 'parameter-text', at(step, 0.8), [-1, 0.4])] : []),
    ...(bottom && long(bottom) ? [name(down, 'optimum-text', at(bottom, 0.55), [0.6, -0.8])] : []),
  ];
}

function ofArms(m: Mapped): Name[] {
  const { v, place, ball, start } = m;
  const { guess, needle } = v.settings;
  const [pointed, asked] = [guessTip(m), needleTip(m)];
  const slope = brief(slopeTowards(place, needle));
  return [
    ...(guess === null ? [] : [name('your guess', 'guess-text', pointed, towards(start, pointed))]),
    ...(asksNeedle(v) ? [name(slope, 'gradient-text', asked, towards(ball, asked))] : []),
  ];
}

/** What can be grabbed, and the letters of the cuts. */
function grips(m: Mapped): Box[] {
  const guessed = !m.open || m.v.settings.guess !== null;
  return [
    about(m.ball, 10),
    ...lettersOf(m).map((letter) => about(letter, 6)),
    ...(guessed ? [about(guessTip(m), 8)] : []),
    ...(asksNeedle(m.v) ? [about(needleTip(m), 8)] : []),
  ];
}

/** Places along every line that points somewhere, and along both cuts. */
function lines(m: Mapped, { uphill, step, bottom }: Ends): Pixel[] {
  const { ball, start } = m;
  const { box } = m.frame;
  return [
    ...along([box.left, ball[1]], [box.right, ball[1]]),
    ...along([ball[0], box.top], [ball[0], box.bottom]),
    ...[uphill, step, bottom].flatMap((end) => (end ? along(ball, within(ball, end, box)) : [])),
    ...(m.v.settings.guess === null ? [] : along(start, guessTip(m))),
    ...(asksNeedle(m.v) ? along(ball, needleTip(m)) : []),
  ];
}

export function labels(m: Mapped): SVGTemplateResult | string {
  if (m.place.uphill === undefined) return '';
  const ends = endsOf(m);
  const names = [
    ...(ends.uphill ? ofGradient(m, ends.uphill) : []),
    ...(m.open ? [] : ofWager(m)),
    ...ofWays(m, ends),
    ...ofArms(m),
  ];
  return svg`<g class="names" aria-hidden="true">${placed(names, grips(m), lines(m, ends), m.frame.box).flatMap((n) =>
    n.text.map(
      (line, i) =>
        svg`<text class=${`gd-${n.mark}`} x=${round(n.x)} y=${round(n.y + i * LINE)} text-anchor="middle">${line}</text>`,
    ),
  )}</g>`;
}
