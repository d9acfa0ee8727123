/** The picture: the loss over weight and bias from above, two paths to its lowest place, the ball and what points from it, the deck. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { ballFace, handle } from '../../parts/drag';
import { terrainMap } from '../../plot/contours';
import { round } from '../../plot/curve';
import { fixed, significant } from '../../plot/format';
import { beyond, cross } from '../../plot/marks';
import { clamp } from '../../plot/scales';
import type { Descent } from '../descent';
import { ghostOnMap } from '../pinned';
import { pointing } from './cloud-plot';
import { deckPlot } from './deck-plot';
import type { Frame } from './frame';
import { put, wager } from './hands';
import { labels } from './labels';
import { guessed, mappedOf, radius, type Mapped } from './mapped';
import { FEW, MANY, wagers, type Seen } from './seen';
import type { Pair, Survey } from './survey';

/** Steps nearer to each other than this, in px, add nothing that could be seen. */
const NEAR = 0.7;

function terrain({ terrain: ground, covered }: Survey, { x, y }: Frame): SVGTemplateResult {
  return terrainMap(ground, {
    left: x.at(covered.x[0]),
    right: x.at(covered.x[1]),
    bottom: y.at(covered.y[0]),
    top: y.at(covered.y[1]),
  });
}

function scale({ box, x, y }: Frame): SVGTemplateResult {
  return svg`<g aria-hidden="true">
    ${x.ticks
      .filter((t) => t.at > box.left + 8 && t.at < box.right - 56)
      .map(
        (t) =>
          svg`<text class="gd-tick-text" x=${round(t.at)} y=${box.bottom + 16} text-anchor="middle">${t.text}</text>`,
      )}
    ${y.ticks
      .filter((t) => t.at < box.bottom - 4 && t.at > box.top + 24 && Number.isInteger(t.value))
      .map(
        (t) =>
          svg`<text class="gd-tick-text" x=${box.left - 7} y=${round(t.at + 4)} text-anchor="end">${t.text}</text>`,
      )}
    <text class="gd-axis-name" x=${box.right - 2} y=${box.bottom + 16} text-anchor="end">weight</text>
    <text class="gd-note" x=${box.left + 6} y=${box.top + 15}>bias</text>
  </g>`;
}

/** A run's way as path data from one row to another. */
function way(run: Descent, { x, y }: Frame, from: number, to: number, now?: Pair): string {
  let path = '';
  let [lx, ly] = [NaN, NaN];
  for (let k = from; k <= to; k++) {
    const [px, py] = [x.at(run.parameter(k, 0)), y.at(run.parameter(k, 1))];
    if (k < to && Math.abs(px - lx) + Math.abs(py - ly) < NEAR) continue;
    path += `${path ? 'L' : 'M'}${round(px)} ${round(py)}`;
    [lx, ly] = [px, py];
  }
  return now ? `${path}L${round(x.at(now[0]))} ${round(y.at(now[1]))}` : path;
}

/** Dashed where everybody is asked, solid where a batch is: walked and still to come. */
function paths({ v, frame, place }: Mapped): SVGTemplateResult {
  const { run, whole } = v.model;
  return svg`<g data-spot="paths">
    <path class="gd-parameter-legs" d=${way(whole, frame, 0, whole.steps)}></path>
    <path class="gd-parameter-ghost" d=${way(run, frame, v.step, run.steps)}></path>
    <path class="gd-parameter-thin" d=${way(run, frame, 0, v.step, place.at)}></path>
  </g>`;
}

/** A ball that left the map waits at its edge, and an arrow says which way it went. */
function away({ frame: { x, y }, ball: [px, py], place }: Mapped): SVGTemplateResult | string {
  const [dx, dy] = [x.at(place.at[0]) - px, y.at(place.at[1]) - py];
  if (Math.abs(dx) > 1) return beyond(px + (dx > 0 ? -18 : 18), py, dx > 0 ? 'right' : 'left');
  return Math.abs(dy) > 1 ? beyond(px, py + (dy > 0 ? -18 : 18), dy > 0 ? 'down' : 'up') : '';
}

function ball(m: Mapped): SVGTemplateResult {
  const { v, frame, place, ball: at } = m;
  const [x, y] = place.at;
  return svg`${away(m)}<g data-spot="ball">${handle({
    x: at[0],
    y: at[1],
    label: 'The ball: where weight and bias stand',
    value: x,
    min: frame.x.domain[0],
    max: frame.x.domain[1],
    valueText: `weight ${fixed(x, 2)}, bias ${fixed(y, 2)}, loss ${significant(place.cloud.loss)}`,
    move: (px, py) => put(v, frame, frame.x.value(px), frame.y.value(py)),
    nudge: (dx, dy, by) => put(v, frame, x + dx * 0.05 * by, y + dy * 0.05 * by),
    face: ballFace,
  })}</g>`;
}

/** Points left, at the ring it sets. */
const face = svg`<path class="gd-guess-mark" d="M0 -9L8 5H-8Z"></path>`;

/** The triangle of the wager, on its ring's left edge; before there is a guess, on the cloud's own ring. */
function guess(m: Mapped): SVGTemplateResult {
  const { v, truth, frame } = m;
  if (!wagers(v)) return svg``;
  const { box } = frame;
  const of = radius(m, FEW);
  const r = guessed(m) ?? of;
  return svg`<g data-spot="guess">${handle({
    x: clamp(truth[0] - r, box.left + 8, box.right - 8),
    y: clamp(truth[1], box.top + 9, box.bottom - 9),
    label: `Your guess: how wide the cloud of ${MANY} is`,
    value: v.settings.guess ?? 1,
    min: 0.05,
    max: 2,
    valueText:
      v.settings.guess === null ? 'no guess yet' : `${fixed(v.settings.guess, 2)} times as wide as that of ${FEW}`,
    move: (px) => wager(v, Math.abs(truth[0] - px) / of),
    nudge: (dx, dy, by) => wager(v, (v.settings.guess ?? 1) + (dy || -dx) * 0.02 * by),
    face,
    kind: v.settings.guess === null ? 'faint' : '',
  })}</g>`;
}

export function map(v: Seen): TemplateResult {
  const m = mappedOf(v);
  const { frame } = m;
  const { box } = frame;
  const { survey } = v.model;
  return html`<svg
    width=${v.width}
    height=${frame.height}
    viewBox=${`0 0 ${v.width} ${frame.height}`}
    role="group"
    aria-label="A map of the loss over weight and bias, with the arrows that batches give, and the deck of examples"
  >
    <clipPath id=${`${v.id}-map`}>
      <rect x=${box.left} y=${box.top} width=${box.right - box.left} height=${box.bottom - box.top}></rect>
    </clipPath>
    ${scale(frame)}
    <g clip-path=${`url(#${v.id}-map)`}>
      <g data-spot="map">${terrain(survey, frame)}</g>
      <g data-spot="bottom">${cross(frame.x.at(survey.lowest[0]), frame.y.at(survey.lowest[1]))}</g>
      ${ghostOnMap(v.pinned, frame)} ${paths(m)} ${pointing(m)}
    </g>
    ${guess(m)} ${ball(m)} ${labels(m)} ${deckPlot(m)}
  </svg>`;
}
