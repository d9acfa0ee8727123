/** What is said in words and numbers: the guess beside the truth, the slope along the needle, the step. */
import { html, type TemplateResult } from 'lit';
import { brief, exact, significant } from '../../plot/format';
import { around, between, slopeTowards, type Place } from './place';
import type { Survey } from './survey';

/** How far the steepest way down misses the nearest bottom, and how far away that is. */
export function straightOff(place: Place, { minima }: Survey): { angle: number; distance: number } | undefined {
  if (place.uphill === undefined) return undefined;
  const down = around(place.uphill + 180);
  const [x, y] = place.at;
  const all = minima.map(([mx, my]) => ({
    distance: Math.hypot(mx - x, my - y),
    angle: between(down, around((Math.atan2(my - y, mx - x) * 180) / Math.PI)),
  }));
  return all.sort((a, b) => a.distance - b.distance)[0];
}

const mark = html`<svg class="mark" viewBox="0 0 14 12" width="14" height="12" aria-hidden="true">
  <path class="gd-guess-mark" d="M7 1.5L12.5 10.8H1.5Z"></path>
</svg>`;

export interface PredictionOptions {
  readonly place: Place;
  readonly survey: Survey;
  readonly guess: number | null;
  readonly open: boolean;
  readonly reveal: () => void;
  readonly again: () => void;
}

/** A guess that is a direction: compared by its angle, and by how much of the fall it gets. */
function verdict(o: PredictionOptions, guess: number): TemplateResult {
  const { place } = o;
  const off = place.uphill === undefined ? 0 : between(guess, around(place.uphill + 180));
  const slope = slopeTowards(place, guess);
  const close = off < 6 ? 'almost exactly' : `${brief(off, 2)}° off`;
  return html`${mark} your guess is <b class="idea-guess">${close}</b>
    <span class="quiet"
      >slope <b class="idea-gradient">${significant(slope)}</b> there,
      <b class="idea-gradient">${significant(-place.norm)}</b> straight down</span
    >`;
}

/** Where straight down leads, beside the bottom. */
function truth(off: ReturnType<typeof straightOff>, several: boolean): TemplateResult | string {
  if (!off) return '';
  if (off.distance <= 0.05) return html`<span class="quiet">The ball is at ${several ? 'a' : 'the'} bottom.</span>`;
  const bottom = several ? 'nearest bottom' : 'bottom';
  return off.angle < 1
    ? html`<span class="quiet">From here straight down leads to the ${bottom}.</span>`
    : html`<span class="quiet">Straight down passes <b>${brief(off.angle, 2)}°</b> beside the ${bottom}.</span>`;
}

export function prediction(o: PredictionOptions): TemplateResult {
  const { place, guess, open } = o;
  if (place.uphill === undefined) return html`<p class="quiet">Level ground: no direction is downhill.</p>`;
  const again = html`<button type="button" class="link" @click=${o.again}>
    ${o.guess === null ? 'hide it and guess' : 'guess again'}
  </button>`;
  const reveal = html`<button type="button" class="pill" @click=${o.reveal}>show me</button>`;
  if (open) {
    const said = guess === null ? truth(straightOff(place, o.survey), o.survey.minima.length > 1) : verdict(o, guess);
    return html`<div class="predict" part="predict">
      <p>${said} ${again}</p>
    </div>`;
  }
  return html`<div class="predict" part="predict">
    <p class=${guess === null ? 'question' : ''}>
      ${mark}
      <span
        >${guess === null ? 'Which way does the loss fall fastest? Turn the triangle around the ball.' : 'Pointed. Now look.'}</span
      >
      ${reveal}
    </p>
  </div>`;
}

function quantity(label: string, value: number, text: string, idea: string): TemplateResult {
  return html`<span class=${`quantity idea-${idea}`} title=${exact(value)}
    ><small>${label}</small><b>${text}</b></span
  >`;
}

/** slope this way = steepest x cos(angle between), with its numbers. */
export function slopeThisWay(place: Place, needle: number): TemplateResult {
  if (place.uphill === undefined) return html``;
  const angle = between(needle, place.uphill);
  const slope = slopeTowards(place, needle);
  return html`<p class="equation centred">
    ${quantity('this way', slope, significant(slope), 'gradient')}<span class="sign">=</span>
    ${quantity('steepest', place.norm, significant(place.norm), 'gradient')}<span class="sign">× cos</span>
    ${quantity('off uphill', angle, `${brief(angle, 3)}°`, 'ink')}
  </p>`;
}

/** What the slopes promise of a step at this rate, and what it really brings. */
export function promiseKept(place: Place, rate: number): TemplateResult {
  const [promised, real] = [-rate * place.norm ** 2, place.outlook.at(rate)];
  return html`<p class="equation centred">
    ${quantity('promised', promised, significant(promised), 'gradient')}<span class="sign">→</span>
    ${quantity('real', real, significant(real), 'loss')}
  </p>`;
}
