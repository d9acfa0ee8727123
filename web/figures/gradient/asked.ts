/** The wager in one line: which way is steepest down? Then guess and truth side by side. */
import { html, type TemplateResult } from 'lit';
import { guessMark } from '../../parts/predict';
import { fixed } from '../../plot/format';
import { bearing, nearestBottom, straightOff } from './bottoms';
import { elsewhere } from './hands';
import { around, between, signed, type Place } from './place';
import { isOpen, placeOf, type Seen } from './seen';

const degrees = (angle: number): string => `${fixed(signed(angle), 0)}°`;

/** A guess nearer than this, in degrees, is right: a triangle cannot be set more finely by hand. */
const RIGHT = 4;

/** How a guess did, and what it may have taken for down. */
function verdict(v: Seen, place: Place, guess: number, brieflyPut: boolean): string {
  const down = around((place.uphill ?? 0) + 180);
  const off = between(guess, down);
  if (off < RIGHT) return 'right';
  const bottom = nearestBottom(place.at, v.model.survey);
  const lured = !brieflyPut && bottom && between(guess, bearing(place.at, bottom)) < Math.min(off, 12);
  return `${fixed(off, 0)}° off${lured ? ', towards the bottom' : ''}`;
}

/** Where straight down leads, for who did not guess. */
function truth(v: Seen, place: Place): TemplateResult {
  const off = straightOff(place, v.model.survey);
  const bottom = v.model.survey.minima.length > 1 ? 'the nearest bottom' : 'the bottom';
  if (!off) return html`The ball lies at ${v.model.survey.minima.length > 1 ? 'a' : 'the'} bottom.`;
  return off.angle < 1
    ? html`Straight down leads to ${bottom}.`
    : html`Straight down misses ${bottom} by <b>${fixed(off.angle, 0)}°</b>.`;
}

export function asked(v: Seen): TemplateResult {
  const { guess } = v.settings;
  const narrow = v.width < 430;
  const start = v.model.placeAt([v.settings.x, v.settings.y]);
  if (start.uphill === undefined) return html`<p class="quiet">Level ground: no direction is downhill.</p>`;
  if (!isOpen(v))
    return html`<p>
        ${guessMark}
        ${guess === null ? 'Which way does the loss fall fastest?' : html`your guess <b class="idea-guess">${degrees(guess)}</b>`}
      </p>
      <button type="button" class="pill" @click=${() => v.set({ revealed: true }, { keepTime: true })}>
        show me
      </button>`;
  const again = html`<button type="button" class="link" @click=${() => elsewhere(v)}>
    ${guess === null ? 'hide it and guess' : narrow ? 'again' : 'guess again'}
  </button>`;
  if (guess === null)
    return html`<p class="quiet">${truth(v, placeOf(v))}</p>
      ${again}`;
  return html`<p>
      ${guessMark} your guess <b class="idea-guess">${degrees(guess)}</b>
      <span class="quiet"
        >${narrow ? 'steepest' : 'steepest down'} <b class="idea-gradient">${degrees(start.uphill + 180)}</b>:
        ${verdict(v, start, guess, narrow)}</span
      >
    </p>
    ${again}`;
}
