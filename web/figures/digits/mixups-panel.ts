/** Which digits are taken for which: a dot for each pair, as large as their number. */
import { html, svg, type TemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { lay } from './asked';
import { mixUps } from './judging';
import { updateNow } from './now';
import type { Seen } from './seen';
import { tile } from './tiles';

const [WIDTH, HEIGHT, LEFT, TOP] = [262, 156, 26, 24];
const PITCH = { x: (WIDTH - LEFT) / 10, y: (HEIGHT - TOP) / 10 };
const TILE = 36;

export function mixups(v: Seen): TemplateResult {
  const { judged } = v.model.judged(updateNow(v));
  if (!judged) return html`<p class="quiet" data-spot="mixups">Reading the unseen digits …</p>`;
  const counts = mixUps(judged);
  const top = Math.max(...counts);
  const at = (k: number, from: number, pitch: number): number => round(from + (k + 0.5) * pitch);
  const find = (is: number, taken: number): number =>
    judged.wrong.find((i) => judged.labels[i] === is && judged.taken[i] === taken) ?? -1;
  const pairs = counts
    .map((n, k) => ({ n, is: Math.floor(k / 10), taken: k % 10 }))
    .filter(({ n, is, taken }) => is !== taken && n > 0)
    .sort((a, b) => b.n - a.n);
  const fits = v.width > 440 ? 5 : 6;
  // Area is the number; an error is drawn so much larger that one of a kind can still be seen.
  const radius = (n: number, wrong: boolean): number =>
    round(Math.sqrt(n / top) * (PITCH.y / 2 - 0.5) * (wrong ? 2 : 1));
  return html`<div class="mixups" data-spot="mixups">
    <svg
      width=${WIDTH}
      height=${HEIGHT}
      viewBox=${`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label=${`What each digit is taken for; most often ${pairs
        .slice(0, 3)
        .map(({ n, is, taken }) => `${is} for ${taken} (${n})`)
        .join(', ')}`}
    >
      ${Array.from(
        { length: 10 },
        (_, k) =>
          svg`<text class="gd-tick-text" x=${at(k, LEFT, PITCH.x)} y=${TOP - 6} text-anchor="middle">${k}</text><text class="gd-tick-text" x=${LEFT - 8} y=${at(k, TOP, PITCH.y) + 4} text-anchor="end">${k}</text><path class="gd-grid" d=${`M${LEFT} ${at(k, TOP, PITCH.y)}H${WIDTH}`}></path>`,
      )}
      <text class="gd-axis-name" x=${WIDTH} y="9" text-anchor="end">taken for</text>
      <text class="gd-axis-name" x="0" y="9">is</text>
      ${counts.map((n, k) => {
        if (!n) return '';
        const [is, taken] = [Math.floor(k / 10), k % 10];
        const wrong = is !== taken;
        return svg`<circle class=${wrong ? 'gd-mix-wrong pressed' : 'gd-mix-right'} cx=${at(taken, LEFT, PITCH.x)} cy=${at(is, TOP, PITCH.y)} r=${Math.max(1.2, radius(n, wrong))}
          @click=${() => wrong && lay(v, { digit: find(is, taken) })}></circle>`;
      })}
    </svg>
    <div>
      <p class="quiet small">
        A dot's area is the number of digits, in purple four times as large: those are the errors. The commonest:
      </p>
      <div class="tiles">
        ${pairs.slice(0, fits).map(({ is, taken }) => tile(v, { index: find(is, taken), is, taken }, TILE))}
      </div>
      <p class="quiet small">
        ${pairs
          .slice(0, fits)
          .map(({ n, is, taken }) => `${is} for ${taken}: ${n}`)
          .join(', ')}.
      </p>
    </div>
  </div>`;
}
