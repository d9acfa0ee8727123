/** The wager on one edge: what the next squash hands on, as a triangle with a number; afterwards, how far off it was. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { predict } from '../../parts/predict';
import { round } from '../../plot/curve';
import { brief, significant } from '../../plot/format';
import { clamp, hundredths } from '../../plot/scales';
import { boxAt, nameOf, wiresOf } from './graphs';
import { nowOf } from './now';
import { along, lineOf, type Room } from './room';
import { still, type Seen } from './seen';

const FARTHEST = 5;
/** Pixels to pull for one. */
const ONE = 50;

const squashes = ({ model }: Seen, node: number): boolean => {
  const box = boxAt(model.graph, node);
  return box !== undefined && !box.adds;
};

/** The box that a guess made now would be about: it is asked next, and hands on to one other. */
export function due(v: Seen): number | undefined {
  const { guess, guessFor } = v.settings;
  if (v.model.yours || v.model.race) return undefined;
  const { next, state } = nowOf(v);
  if (guess !== null && squashes(v, guessFor) && (next === guessFor || (state.asked[guessFor] ?? 0) > 0))
    return guessFor;
  return next !== undefined && squashes(v, next) ? next : undefined;
}

const wireOf = (v: Seen, node: number): number => wiresOf(v.model.graph).findIndex(({ to }) => to === node);

export interface Verdict {
  readonly truth: number;
  readonly text: string;
}

/** Once the box was asked. */
export function verdictOf(v: Seen): Verdict | undefined {
  const node = due(v);
  const { guess } = v.settings;
  const { state } = nowOf(v);
  if (node === undefined || guess === null || (state.asked[node] ?? 0) === 0) return undefined;
  const truth = state.delivered[wireOf(v, node)] ?? 0;
  const off = Math.abs(guess - truth);
  if (off < 0.02 * Math.max(0.05, Math.abs(truth))) return { truth, text: 'spot on' };
  const way = guess * truth < 0 ? 'the other way round' : Math.abs(guess) > Math.abs(truth) ? 'too large' : 'too small';
  return { truth, text: `${significant(off, 2)} off, ${way}` };
}

export function guessMark(v: Seen, room: Room): SVGTemplateResult {
  const node = due(v);
  if (node === undefined) return svg``;
  const { guess } = v.settings;
  const line = lineOf(v.model.graph, wireOf(v, node), room);
  const middle = along(line, 0.5);
  const at = room.upright
    ? { x: middle.x + 16 * (middle.x > v.width / 2 ? 1 : -1), y: middle.y }
    : { x: middle.x, y: middle.y - 14 };
  const set = (value: number): void =>
    v.set({ guess: hundredths(clamp(value, -FARTHEST, FARTHEST)), guessFor: node }, still);
  const value = guess ?? 0;
  const name = nameOf(v.model.graph, node);
  const side = room.upright ? (middle.x > v.width / 2 ? 12 : -12) : 0;
  return svg`<g data-spot="guess">${handle({
    ...at,
    label: `Your guess: what ${name} hands on`,
    value,
    min: -FARTHEST,
    max: FARTHEST,
    valueText: guess === null ? 'no guess yet' : brief(guess),
    move: (_, y) => set(value + (at.y - y) / ONE),
    nudge: (dx, dy, scale) => set(value + (dx || dy) * 0.02 * scale),
    kind: 'turned',
    face: svg`<path class="gd-guess-mark" d="M0 -6.5L7 6H-7Z"></path>
      <text class="gd-guess-text" x=${round(side)} y=${side ? 5 : -13} text-anchor=${side === 0 ? 'middle' : side > 0 ? 'start' : 'end'}>${guess === null ? '?' : brief(guess)}</text>`,
  })}</g>`;
}

/** The question, and what became of it; empty where there is none. */
export function question(v: Seen): TemplateResult {
  const node = due(v);
  if (node === undefined) return html``;
  const said = verdictOf(v);
  const { state, asked } = nowOf(v);
  const reveal = { label: 'ask it', press: () => v.go(v.model.forwards + asked + 1, true) };
  const name = nameOf(v.model.graph, node);
  // With no guess there is nothing to compare with once it was asked.
  if (v.settings.guess === null && (state.asked[node] ?? 0) > 0) return html``;
  return html`${predict({
    question: `What does ${name} hand on? Pull the triangle.`,
    guess: v.settings.guess,
    truth: said?.truth ?? null,
    truthLabel: 'it hands on',
    isPlace: false,
    verdict: said?.text ?? '',
    next: ' ',
    reveal: said ? undefined : reveal,
    forget: () => v.set({ guess: null }, still),
  })}`;
}
