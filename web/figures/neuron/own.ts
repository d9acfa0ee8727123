/** The reader's own points: set down, dragged, rubbed out on the map, or read from a table. */
import { svg, type SVGTemplateResult } from 'lit';
import { follow } from '../../parts/drag';
import { clamp } from '../../plot/scales';
import { MOST_POINTS } from './lists';
import type { Room } from './room';
import type { Seen } from './seen';

export const TOOLS = ['land', 'water', 'rubber'] as const;
export type Tool = (typeof TOOLS)[number];

export const toolOf = (v: Seen): Tool => (v.local['tool'] as Tool | undefined) ?? 'land';

/** Whether a press on the map is about points. */
export const editing = ({ settings: s }: Pick<Seen, 'settings'>): boolean => s.panel === 'data' && s.data === 'own';

/** Nearer than this, px, a press means the point and not the place. */
const NEAR = 11;

const still = { keepTime: true } as const;
const tidy = (value: number): number => Math.round(value * 100) / 100;

/** The points that stand on the map as somebody's own; a set that was drawn becomes a copy. */
export function ownPoints({ settings, model }: Pick<Seen, 'settings' | 'model'>): readonly number[] {
  if (settings.data === 'own' && settings.points.length) return settings.points;
  const { places, classes } = model.examples;
  return classes
    .slice(0, MOST_POINTS)
    .flatMap((kind, i) => [tidy(places[2 * i]!), tidy(places[2 * i + 1]!), Math.min(1, kind)]);
}

/** Makes what stands there somebody's own. */
export const takeOver = (v: Seen): void => v.set({ data: 'own', points: ownPoints(v) }, still);

/** One point on either side, to begin with. */
export function beginAnew(v: Seen): void {
  v.set({ data: 'own', points: [-0.8, 0.5, 0, 0.8, -0.5, 1], weights: [] });
}

export function addPoint(v: Seen, x: number, y: number, kind: 0 | 1): number {
  const points = ownPoints(v);
  if (points.length >= 3 * MOST_POINTS) return -1;
  v.set({ data: 'own', points: [...points, tidy(x), tidy(y), kind] }, still);
  return points.length / 3;
}

/** Two points at least are left: one would be no question. */
export function removePoint(v: Seen, index: number): void {
  const points = ownPoints(v);
  if (points.length > 6) v.set({ points: points.filter((_, i) => Math.floor(i / 3) !== index) }, still);
}

function nearest(
  points: readonly number[],
  r: Room,
  px: number,
  py: number,
): { readonly index: number; readonly away: number } {
  let best = { index: -1, away: Infinity };
  for (let i = 0; i < points.length; i += 3) {
    const away = Math.hypot(r.x.at(points[i]!) - px, r.y.at(points[i + 1]!) - py);
    if (away < best.away) best = { index: i / 3, away };
  }
  return best;
}

/** The point that stands nearest to a place. */
export function nearestTo(v: Seen, x: number, y: number): number {
  const points = ownPoints(v);
  let [best, least] = [0, Infinity];
  for (let i = 0; i < points.length; i += 3) {
    const away = Math.hypot(points[i]! - x, points[i + 1]! - y);
    if (away < least) [best, least] = [i / 3, away];
  }
  return best;
}

function press(v: Seen, r: Room, e: PointerEvent): void {
  const { ground } = v.model;
  // Each set makes another list: what is dragged is kept here from the first press on.
  let points = [...ownPoints(v)];
  let index: number | undefined;
  const rubber = toolOf(v) === 'rubber';
  const kind = toolOf(v) === 'land' ? 1 : 0;
  follow(e, (px, py) => {
    const [x, y] = [tidy(clamp(r.x.value(px), ...ground.x)), tidy(clamp(r.y.value(py), ...ground.y))];
    if (rubber) {
      const { index: i, away } = nearest(points, r, px, py);
      if (away > NEAR || points.length <= 6) return;
      points = points.filter((_, k) => Math.floor(k / 3) !== i);
    } else if (index === undefined) {
      const { index: i, away } = nearest(points, r, px, py);
      index = away <= NEAR ? i : points.length / 3;
      if (away > NEAR && points.length < 3 * MOST_POINTS) points = [...points, x, y, kind];
    } else points = points.map((value, k) => (k === 3 * index! ? x : k === 3 * index! + 1 ? y : value));
    v.set({ data: 'own', points }, still);
  });
}

/** What feels the pen, over the map. */
export function drawingGround(v: Seen, r: Room): SVGTemplateResult | string {
  if (!editing(v)) return '';
  const { left, top, right, bottom } = r.answer;
  return svg`<rect class="gd-press drawing" x=${left} y=${top} width=${right - left} height=${bottom - top} @pointerdown=${(e: PointerEvent) => press(v, r, e)}></rect>`;
}
