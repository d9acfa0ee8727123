/** What is said below the map: who wins how much of it, the guess beside the truth, where a hundred starts ended. */
import { html, svg, type TemplateResult } from 'lit';
import type { StartsSurvey } from '../../engine/engine';
import { round } from '../../plot/curve';
import { brief, count, significant } from '../../plot/format';
import { frame } from '../../plot/frame';
import { linearAxis } from '../../plot/scales';
import { bottomAt, racerOf, type Bottom, type Ends } from './ends';
import { sign } from './map';
import type { Pair } from './survey';

const percent = (share: number): string => (share > 0 && share < 0.005 ? '< 1%' : `${Math.round(100 * share)}%`);

/** What is left of a bottom of 0 by rounding is 0. */
const depth = (loss: number): string => significant(Math.abs(loss) < 1e-9 ? 0 : loss);

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
  /** Share of the map on the right side, once known. */
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
          >${o.drawn ? 'Drawn. Now look.' : 'Two valleys. From where does the ball end in which? Draw the border across the map, or drag the triangles.'}</span
        >
        <button type="button" class="pill" @click=${o.reveal}>show me</button>
      </p>
    </div>`;
  const again = html`<button type="button" class="link" @click=${o.again}>cover it and draw</button>`;
  return html`<div class="predict" part="predict">
    <p>
      ${
        o.drawn
          ? html`${mark} your border puts
              <b class="idea-guess">${o.score === undefined ? '…' : `${brief(100 * o.score, 3)}%`}</b>
              <span class="quiet">of the starts on the right side</span>`
          : html`<span class="quiet">The border runs over the pass; along it, every step stays on it.</span>`
      }
      ${again}
    </p>
  </div>`;
}

export interface HistogramOptions {
  readonly id: string;
  readonly width: number;
  readonly survey: StartsSurvey;
  readonly ends: Ends;
  /** Places this near to a bottom belong to it. */
  readonly near: number;
}

const BINS = 32;
const HEIGHT = 168;

/** The bottom that run `k` found. */
export function endOf(survey: StartsSurvey, k: number, ends: Ends, near: number): Bottom | undefined {
  const end = survey.end[k]!;
  if (end < 0) return undefined;
  const at: Pair = [survey.minima[2 * end]!, survey.minima[2 * end + 1]!];
  return bottomAt(ends, at, near);
}

interface Bar {
  readonly tint: string;
  readonly letter: string;
  count: number;
}

/** Runs by their final loss, those of one bottom together. */
function bins(o: HistogramOptions, low: number, high: number): Map<string, Bar>[] {
  const made = Array.from({ length: BINS }, () => new Map<string, Bar>());
  o.survey.finalLoss.forEach((loss, k) => {
    if (!Number.isFinite(loss) || o.survey.end[k] === -2) return;
    const bin = made[Math.min(BINS - 1, Math.floor(((loss - low) / (high - low || 1)) * BINS))]!;
    const bottom = endOf(o.survey, k, o.ends, o.near);
    const key = bottom ? bottom.tint : '';
    const bar = bin.get(key) ?? { tint: key, letter: bottom?.letter ?? '', count: 0 };
    bar.count++;
    bin.set(key, bar);
  });
  return made;
}

export function histogram(o: HistogramOptions): TemplateResult {
  const { finalLoss, end } = o.survey;
  const rested = Array.from(finalLoss).filter((loss, k) => Number.isFinite(loss) && end[k] !== -2);
  const left = finalLoss.length - rested.length;
  if (!rested.length)
    return html`<p class="quiet">All ${finalLoss.length} left the map: there is no bottom to end in.</p>`;
  const [lowest, highest] = [Math.min(...rested), Math.max(...rested)];
  const margin = Math.max((highest - lowest) * 0.06, Math.abs(lowest) * 1e-3, 1e-3);
  const [low, high] = [lowest - margin, highest + margin];
  const all = bins(o, low, high);
  const most = Math.max(1, ...all.map((bin) => Array.from(bin.values()).reduce((sum, b) => sum + b.count, 0)));
  const box = { left: 34, right: o.width - 8, top: 30, bottom: HEIGHT - 40 };
  const x = linearAxis([low, high], [box.left, box.right], 70);
  const y = linearAxis([0, most], [box.bottom, box.top], 36);
  const side = (box.right - box.left) / BINS;
  const late = Array.from(end).filter((e) => e === -3).length;
  const bars = all.flatMap((bin, i) => {
    let below = 0;
    return Array.from(bin.values(), (bar) => {
      const [foot, top] = [y.at(below), y.at(below + bar.count)];
      below += bar.count;
      const ink = bar.tint.startsWith('racer')
        ? `gd-racer-fill-${racerOf(bar.tint)}`
        : bar.tint
          ? 'gd-loss-dot'
          : 'gd-datum-faint';
      const px = box.left + i * side;
      return svg`<rect class=${ink} x=${round(px + 0.5)} y=${round(top)} width=${round(side - 1)} height=${round(foot - top)}></rect>
        ${bar.letter ? svg`<text class="gd-label" x=${round(px + side / 2)} y=${round(top - 6)} text-anchor="middle">${bar.letter}</text>` : ''}`;
    });
  });
  return html`<svg
      width=${o.width}
      height=${HEIGHT}
      viewBox=${`0 0 ${o.width} ${HEIGHT}`}
      role="img"
      aria-label=${`Histogram of the final loss of ${finalLoss.length} runs, from ${depth(lowest)} to ${significant(highest)}`}
    >
      ${frame({ box, x, y, xName: 'final loss', yName: 'runs' })} ${bars}
    </svg>
    <p class="quiet">
      ${count(finalLoss.length)} random starts: <b>${share(o)}</b> found the lowest
      bottom${left ? `, ${left} left` : ''}${late ? `, ${late} not at rest yet` : ''}.
    </p>`;
}

function share(o: HistogramOptions): number {
  const best = o.ends.bottoms[0];
  return Array.from(o.survey.end.keys()).filter((k) => {
    const found = endOf(o.survey, k, o.ends, o.near);
    return found && best && found.loss - best.loss <= 1e-9 + 1e-6 * Math.abs(best.loss);
  }).length;
}
