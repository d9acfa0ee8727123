/** The race's wager: while the sweep is made, how many dials does nudging price? A triangle slides along the sweep's price. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { predict } from '../../parts/predict';
import { round } from '../../plot/curve';
import { brief, count } from '../../plot/format';
import { clamp, type Axis } from '../../plot/scales';
import type { Race } from './race';
import { pricedBy } from './sheets';
import { still, type Seen } from './seen';

/** What a pass and a sweep cost, in passes. */
export const sweepOf = ({ forwards, backwards }: Pick<Race, 'forwards' | 'backwards'>): number =>
  (forwards + backwards) / forwards;

/** Dials that nudging has priced by the time the sweep is done. */
export const byThen = (race: Pick<Race, 'forwards' | 'backwards'>): number => pricedBy(Math.round(sweepOf(race)));

/** Once it runs, whoever looks sees the answer. */
export const isRunning = (v: Pick<Seen, 'step'>): boolean => v.step > 0;

/** A key's press, as a factor. */
const KEY = 1.12;
/** Nobody guesses more finely than in two digits. */
const tidy = (dials: number): number => Number(dials.toPrecision(2));

/** How the guess did, in words. */
export function raceVerdict(guess: number, truth: number): string {
  if (guess === truth) return 'spot on';
  const times = guess > truth ? guess / truth : truth / guess;
  return `${brief(times, 2)} times too ${guess > truth ? 'many' : 'few'}`;
}

export function raceQuestion(v: Seen, race: Race): TemplateResult {
  const { priced } = v.settings;
  const running = isRunning(v);
  if (running && priced === null) return html``;
  const narrow = v.width < 470;
  return predict({
    question: narrow
      ? 'Dials that nudging prices meanwhile?'
      : 'While the sweep is made, how many dials does nudging price?',
    guess: priced,
    truth: running ? byThen(race) : null,
    truthLabel: narrow ? 'it was' : 'nudging had priced',
    isPlace: false,
    kept: true,
    verdict: priced === null ? '' : raceVerdict(priced, byThen(race)),
    next: narrow ? '' : 'dials by then',
    reveal: running ? undefined : { label: 'race', press: () => v.play(5) },
    forget: () => {
      v.set({ priced: null }, still);
      v.go(0);
    },
  });
}

/** What a hand does with the guess. */
export function raceHand(v: Seen, race: Pick<Race, 'dials'>, x: Axis) {
  // Until there is one it stands in the middle of the line, which says nothing.
  const guess = v.settings.priced ?? tidy(Math.sqrt(race.dials));
  const set = (dials: number): void => v.set({ priced: clamp(Math.round(tidy(dials)), 1, race.dials) }, still);
  return {
    guess,
    move: (px: number): void => set(x.value(px)),
    nudge: (dx: number, dy: number, scale: number): void => {
      const by = dx || dy;
      const next = Math.round(tidy(guess * KEY ** (by * scale)));
      // The second digit goes on by one at least.
      set(next === guess ? guess + by * 10 ** Math.max(0, Math.floor(Math.log10(guess)) - 1) : next);
    },
  };
}

/** The triangle, on the line of what the sweep costs. */
export function raceMark(v: Seen, race: Race, x: Axis, y: number): SVGTemplateResult | string {
  const { priced } = v.settings;
  const { guess, ...hand } = raceHand(v, race, x);
  const name = priced === null ? '?' : count(priced);
  const face = svg`<path class="gd-guess-mark" d="M0 -6.5L7 6H-7Z"></path>
    <text class="gd-guess-text" y="-11" text-anchor="middle">${name}</text>`;
  if (isRunning(v))
    return priced === null
      ? ''
      : svg`<g aria-hidden="true" transform=${`translate(${round(x.at(guess))} ${round(y)})`}>${face}</g>`;
  return handle({
    ...hand,
    x: x.at(guess),
    y,
    label: 'Your guess: dials that nudging prices while the sweep is made',
    value: guess,
    min: 1,
    max: race.dials,
    valueText: priced === null ? 'no guess yet' : `${count(priced)} dials`,
    face,
  });
}
