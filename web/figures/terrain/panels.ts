/** What is said below the map: who wins how much of it, the guess beside the truth. */
import { html, type TemplateResult } from 'lit';
import { brief } from '../../plot/format';
import { depth, type Bottom, type Ends } from './ends';
import { sign } from './map';

const percent = (share: number): string => (share > 0 && share < 0.005 ? '< 1%' : `${Math.round(100 * share)}%`);

const badge = ({ letter, tint }: Bottom): TemplateResult =>
  html`<svg class="sign-of" width="18" height="18" viewBox="-9.5 -9.5 19 19" aria-hidden="true">
      ${sign(letter, tint, 0, 0)}</svg
    ><span class="unseen">${letter}</span>`;

/** A share of the map not worth a word: single cells. */
const FEWEST = 5e-4;
/** Most bottoms that are listed. */
const LISTED = 8;

/** Every bottom with its share of the map; what ends nowhere after them. */
export function tally(ends: Ends | undefined, progress: number, around: number): TemplateResult {
  if (!ends) return html`<p class="quiet">looking where every start ends …</p>`;
  const [named, rest] = [ends.bottoms.filter((b) => b.letter).slice(0, LISTED), [] as TemplateResult[]];
  if (!named.length && ends.bottoms.length) {
    const best = ends.bottoms[0]!;
    rest.push(
      html`<li>
        <b>${ends.bottoms.length}</b> bottoms; the lowest, <span class="idea-loss">${depth(best.loss)}</span>, gets
        <b>${percent(best.share)}</b>
      </li>`,
    );
  }
  if (ends.leaving > FEWEST)
    rest.push(html`<li><i class="swatch leaving"></i>leaves <b>${percent(ends.leaving)}</b></li>`);
  if (ends.roaming > FEWEST)
    rest.push(
      html`<li><i class="swatch roaming"></i>not at rest after ${around} steps <b>${percent(ends.roaming)}</b></li>`,
    );
  if (ends.resting > FEWEST)
    rest.push(html`<li><i class="swatch resting"></i>rests on no bottom <b>${percent(ends.resting)}</b></li>`);
  return html`<ul class="tally-of-ends">
    ${named.map(
      (b) =>
        html`<li>
          ${badge(b)} <span class="quiet">loss</span> <span class="idea-loss">${depth(b.loss)}</span>
          <b>${percent(b.share)}</b>
        </li>`,
    )}
    ${rest} ${progress < 1 ? html`<li class="quiet">refining …</li>` : ''}
  </ul>`;
}

export interface BorderPredictionOptions {
  readonly open: boolean;
  readonly drawn: boolean;
  /** Share of the map on its correct side, once known. */
  readonly score: number | undefined;
  readonly reveal: () => void;
  readonly again: () => void;
}

const mark = html`<svg class="mark" viewBox="0 0 14 12" width="14" height="12" aria-hidden="true">
  <path class="gd-guess-mark" d="M7 1.5L12.5 10.8H1.5Z"></path>
</svg>`;

export function borderPrediction(o: BorderPredictionOptions): TemplateResult {
  if (!o.open)
    return html`<div class="predict" part="predict">
      <p class="question">
        ${mark}
        <span
          >${o.drawn ? 'Drawn. Now look.' : 'Two valleys: where is the border between their basins? Draw it across the map, or drag the triangles.'}</span
        >
        <button type="button" class="pill" @click=${o.reveal}>show me</button>
      </p>
    </div>`;
  const again = html`<button type="button" class="link" @click=${o.again}>
    ${o.drawn ? 'guess again' : 'hide it and guess'}
  </button>`;
  return html`<div class="predict" part="predict">
    <p>
      ${
        o.drawn
          ? html`${mark} your border puts
              <b class="idea-guess">${o.score === undefined ? '…' : `${brief(100 * o.score, 2)}%`}</b>
              <span class="quiet">of the starts on the correct side</span>`
          : html`<span class="quiet">The border runs over the pass; along it, every step stays on it.</span>`
      }
      ${again}
    </p>
  </div>`;
}
