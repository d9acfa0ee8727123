/** What points from the ball: the needles of this batch's examples, the arrow that is their mean, the cloud of others, its ring. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { arrow } from '../../plot/marks';
import type { Pixel } from '../../plot/names';
import { guessed, radius, tipOf, type Mapped } from './mapped';
import { FEW, wagers } from './seen';
import type { Pair } from './survey';

/** Tips that are drawn; all draws count for the spread. */
const TIPS = 240;
/** Of a larger batch the needles would be a fan without a gap: their tips alone are drawn. */
const MOST_NEEDLES = 40;
/** An arrow shorter than this is none. */
const SHORT = 2;

const at = (flat: Float64Array, i: number): Pair => [flat[2 * i] ?? 0, flat[2 * i + 1] ?? 0];
const point = ([x, y]: Pixel): string => `${round(x)} ${round(y)}`;

/** A line of no length, whose round ends are a dot. */
const dots = (places: readonly Pixel[]): string => places.map((p) => `M${point(p)}h0`).join('');

function needles(m: Mapped): SVGTemplateResult {
  const { deck, place, ball } = m;
  const tips = Array.from(deck.batch, (i) => tipOf(ball, at(place.needles.gradients, i), m.arrow));
  const few = tips.length <= MOST_NEEDLES;
  return svg`<g data-spot="needles">
    <path class="gd-needle" d=${few ? tips.map((p) => `M${point(ball)}L${point(p)}`).join('') : ''}></path>
    <path class="gd-needle-tip" d=${tips.map(([x, y]) => `M${round(x - 2.4)} ${round(y)}a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0`).join('')}></path>
  </g>`;
}

function cloud({ place, ball, arrow: scale }: Mapped): SVGTemplateResult {
  const { gradients, draws } = place.cloud;
  const tips = Array.from({ length: Math.min(TIPS, draws) }, (_, i) => tipOf(ball, at(gradients, i), scale));
  return svg`<g data-spot="cloud"><path class="gd-cloud" d=${dots(tips)}></path></g>`;
}

/** Where a batch of the present size lies, and once another was asked, where one of {@link FEW} did. */
function rings(m: Mapped): SVGTemplateResult {
  const [cx, cy] = [round(m.truth[0]), round(m.truth[1])];
  const { batch, order } = m.v.settings;
  const guess = wagers(m.v) ? guessed(m) : undefined;
  // What was drawn from a sorted file is no draw, and the theory's ring would be somebody else's.
  const ring = order === 'sorted' ? m.place.cloud.spread * m.arrow : radius(m, batch);
  return svg`<g data-spot="ring">
    ${batch === FEW ? '' : svg`<circle class="gd-falling" cx=${cx} cy=${cy} r=${round(radius(m, FEW))}></circle>`}
    <circle class="gd-cloud-ring" cx=${cx} cy=${cy} r=${round(ring)}></circle>
    ${guess === undefined ? '' : svg`<circle class="gd-guess-line" cx=${cx} cy=${cy} r=${round(guess)}></circle>`}
  </g>`;
}

const far = ([ax, ay]: Pixel, [bx, by]: Pixel): boolean => Math.hypot(ax - bx, ay - by) > SHORT;

/** This batch's arrow is solid, as a batch is what the step is taken from; the true one is dashed, since nobody asked it. */
function arrows({ ball, truth, guess }: Mapped): SVGTemplateResult {
  return svg`<g data-spot="truth">${far(ball, truth) ? arrow(ball, truth, 'gradient') : ''}</g>
    <g data-spot="arrow">${
      far(ball, guess)
        ? svg`<path class="gd-batch-line" d=${`M${point(ball)}L${point(guess)}`}></path>
      <circle class="gd-gradient-dot" cx=${round(guess[0])} cy=${round(guess[1])} r="5"></circle>`
        : ''
    }</g>`;
}

export const pointing = (m: Mapped): SVGTemplateResult => svg`${needles(m)} ${cloud(m)} ${rings(m)} ${arrows(m)}`;
