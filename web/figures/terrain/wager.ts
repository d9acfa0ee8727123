/** The wager: a border drawn across the map before the basins are seen, which stays beside the truth. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { follow, handle } from '../../parts/drag';
import { guessMark } from '../../parts/predict';
import { round } from '../../plot/curve';
import { fixed } from '../../plot/format';
import { clamp } from '../../plot/scales';
import { borderAt, extended, finer, FINE, heightOf, KNOTS, placeOf, pulled, stroked } from './border';
import { ASKED, type Pair } from './grounds';
import type { Room } from './layout';
import { still, type Seen } from './seen';

const isAsked = (v: Seen): boolean => v.settings.ground === ASKED && v.local['still'] !== true;
/** It can be drawn until it is answered. */
const isDrawable = (v: Seen): boolean => isAsked(v) && !v.settings.revealed;
export const isDrawn = (v: Seen): boolean => v.settings.border.length > 1;

const middle = ([low, high]: Pair): number => (low + high) / 2;

const triangle = svg`<path class="gd-guess-mark" d="M-7 5L0 -8L7 5Z"></path>`;

/** Drawn with whatever points: the line follows it, and before anything was drawn goes on straight from its ends. */
function draw(v: Seen, r: Room, e: PointerEvent): void {
  const { x: across, y: up } = v.model.survey;
  const fresh = !isDrawn(v);
  let places = finer(v.settings.border, middle(across));
  const drawn = new Map<number, number>();
  let last: Pair | undefined;
  follow(e, (px, py) => {
    const here: Pair = [clamp(r.x.value(px), ...across), clamp(r.y.value(py), ...up)];
    const passed = stroked(last ?? here, here, up);
    for (const [k, x] of passed) drawn.set(k, x);
    last = here;
    if (!passed.size) return;
    places = fresh ? extended(drawn) : places.map((place, k) => passed.get(k) ?? place);
    v.set({ border: places }, still);
  });
}

function knot(v: Seen, r: Room, places: readonly number[], k: number): SVGTemplateResult {
  const { x, y } = v.model.survey;
  const place = places[placeOf(k)]!;
  const height = heightOf(k, KNOTS, y);
  const move = (to: number): void => v.set({ border: pulled(places, k, clamp(to, ...x), x) }, still);
  return handle({
    x: r.x.at(place),
    y: r.y.at(height),
    label: `Your border, point ${k + 1} of ${KNOTS}`,
    value: place,
    min: x[0],
    max: x[1],
    valueText: `x ${fixed(place, 2)} at y ${fixed(height, 2)}`,
    move: (to) => move(r.x.value(to)),
    nudge: (dx, dy, scale) => move(place + (dx || dy) * 0.04 * scale),
    face: triangle,
    hint: k === (KNOTS - 1) / 2 && !isDrawn(v) ? 'draw me' : undefined,
    hintAt: [14, 4],
  });
}

/** The places it stands at; undefined where there is none to show. */
export function placesOf(v: Seen): readonly number[] | undefined {
  if (!isAsked(v) || (v.settings.revealed && !isDrawn(v))) return undefined;
  return finer(v.settings.border, middle(v.model.survey.x));
}

/** The line on the map, dotted from edge to edge, and its name. */
export function wagerLine(v: Seen, r: Room, name: unknown): SVGTemplateResult | string {
  const places = placesOf(v);
  if (!places) return '';
  const { x, y } = v.model.survey;
  const heights = [y[0], ...places.map((_, k) => heightOf(k, FINE, y)), y[1]];
  const points = heights.map((h): Pair => [r.x.at(clamp(borderAt(places, h, y), ...x)), r.y.at(h)]);
  const line = `M${points.map(([px, py]) => `${round(px)} ${round(py)}`).join('L')}`;
  return svg`<g class="numbers" aria-hidden="true">
    <path class="gd-racer-seam" d=${line}></path><path class="gd-border-line" d=${line}></path>
    ${name}
  </g>`;
}

const eachKnot = <T>(v: Seen, made: (places: readonly number[], k: number) => T): T[] => {
  const places = isDrawable(v) ? placesOf(v) : undefined;
  return places ? Array.from({ length: KNOTS }, (_, k) => made(places, k)) : [];
};

/** What holds it while it can be moved. */
export const wagerKnots = (v: Seen, r: Room): SVGTemplateResult[] => eachKnot(v, (places, k) => knot(v, r, places, k));

/** Where those are, in pixels. */
export const knotsAt = (v: Seen, r: Room): Pair[] =>
  eachKnot(v, (places, k) => [r.x.at(places[placeOf(k)]!), r.y.at(heightOf(k, KNOTS, v.model.survey.y))]);

/** What a hand or a finger draws on; nothing once it has been answered. */
export function drawingGround(v: Seen, r: Room): SVGTemplateResult | string {
  if (!isDrawable(v)) return '';
  const { box } = r;
  return svg`<rect class="gd-press sketch" aria-hidden="true" x=${box.left} y=${box.top} width=${box.right - box.left}
    height=${box.bottom - box.top} @pointerdown=${(e: PointerEvent) => draw(v, r, e)}></rect>`;
}

/** The question in one line, and its button; nothing where there is none, or it was answered. */
export function question(v: Seen): TemplateResult {
  if (!isDrawable(v)) return html``;
  return html`<p class="wager">
    ${guessMark}
    <span>${isDrawn(v) ? 'Drawn. Now look who owns the ground.' : 'Draw the border between A’s and B’s ground.'}</span>
    <button type="button" class="pill" @click=${() => v.set({ revealed: true, basins: 'shown' }, still)}>
      show me
    </button>
  </p>`;
}

/** Takes the answer back, and what was drawn. */
export const askAgain = (v: Seen): void => v.set({ revealed: false, border: [] }, still);
export const wasAsked = (v: Seen): boolean => isAsked(v) && v.settings.revealed;
