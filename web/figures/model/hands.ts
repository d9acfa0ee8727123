/** What the reader's hands do: turn dials, move points, add and remove them. */
import { clamp } from '../../plot/scales';
import { tidy, type Extent, type Range } from './extent';
import { MOST_POINTS, sameLine, scaleOf, type Points, type ScaleName } from './points';
import { HUBBLE_NAMES } from './words';
import type { Seen } from './seen';

/** The dials where the time line stands now. */
export function dialsNow(v: Seen): { readonly weight: number; readonly bias: number } {
  return { weight: v.model.run.at(v.time, 0), bias: v.model.run.at(v.time, 1) };
}

/** What descent has blown up is brought back within reach before a hand goes on from there. */
function reachable(value: number, [low, high]: Range): number {
  const reach = high - low;
  return clamp(value, low - reach, high + reach);
}

/** Turns one dial or both; the others stay where they are now, and descent starts anew from there. */
export function turn(v: Seen, change: { readonly weight?: number; readonly bias?: number }): void {
  const now = { ...dialsNow(v), ...change };
  const { dials, best } = v.model.survey;
  const close = best !== undefined && v.model.run.loss(v.step) <= 1.5 * best;
  const helped = close ? v.local['helped'] === true || v.time > 0 : false;
  if (helped !== v.local['helped'] || !v.local['touched']) v.setLocal({ helped, touched: true });
  const weight = tidy(reachable(now.weight, dials.weight), dials.weight);
  v.set({ weight, bias: tidy(reachable(now.bias, dials.bias), dials.bias) });
}

/** Measures x in another scale; the line stays where it is, and so its dials change. */
export function rescale(v: Seen, scale: ScaleName): void {
  const { points, scale: from } = v.model.survey;
  v.set({ scale, ...sameLine(v.settings.weight, v.settings.bias, from, scaleOf(scale, points)) }, { keepTime: true });
}

/** What is drawn: frozen while a point is dragged, so that the ground does not move under the finger. */
export const extentNow = (v: Seen): Extent => (v.local['held'] as Extent | undefined) ?? v.model.survey.extent;

/** The point that keys and buttons act on; undefined when none was chosen yet. */
export function chosen(v: Seen): number | undefined {
  const index = v.local['chosen'];
  return typeof index === 'number' && index < v.model.survey.count ? index : undefined;
}

export const choose = (v: Seen, index: number | undefined): void => v.setLocal({ chosen: index });

/** Hubble's own points become somebody's own as soon as one of them changes, and keep their names. */
function setPoints(v: Seen, points: Points): void {
  const names = v.settings.points.length ? {} : HUBBLE_NAMES;
  v.set({ points, ...names }, { keepTime: true });
}

/** A three-hundredth of a range, rounded down to a power of ten: about a pixel. */
function snap(value: number, [low, high]: Range): number {
  const quantum = 10 ** Math.floor(Math.log10((high - low) / 300));
  const places = Math.max(0, -Math.round(Math.log10(quantum)));
  return places > 15 ? value : Number((Math.round(value / quantum) * quantum).toFixed(places));
}

export function movePoint(v: Seen, index: number, x: number, y: number): void {
  const extent = extentNow(v);
  const points = v.model.survey.points.slice();
  points[2 * index] = snap(clamp(x, ...extent.x), extent.x);
  points[2 * index + 1] = snap(clamp(y, ...extent.y), extent.y);
  setPoints(v, points);
}

/** Keys reach beyond the edge; the plot then makes room. */
export function nudgePoint(v: Seen, index: number, dx: number, dy: number): void {
  const { points, extent } = v.model.survey;
  const moved = points.slice();
  const step = ([low, high]: Range): number => (high - low) / 100;
  moved[2 * index] = snap((points[2 * index] ?? 0) + dx * step(extent.x), extent.x);
  moved[2 * index + 1] = snap((points[2 * index + 1] ?? 0) + dy * step(extent.y), extent.y);
  setPoints(v, moved);
}

export const mayAdd = (v: Seen): boolean => v.model.survey.count < MOST_POINTS;
export const mayRemove = (v: Seen): boolean => v.model.survey.count > 1;

export function addPoint(v: Seen, x: number, y: number): void {
  if (!mayAdd(v)) return;
  const { points, extent, count } = v.model.survey;
  setPoints(v, [...points, snap(clamp(x, ...extent.x), extent.x), snap(clamp(y, ...extent.y), extent.y)]);
  choose(v, count);
}

export function removePoint(v: Seen, index: number): void {
  if (!mayRemove(v)) return;
  const { points, count } = v.model.survey;
  setPoints(
    v,
    points.filter((_, i) => i >> 1 !== index),
  );
  choose(v, Math.min(index, count - 2));
}

/** Hubble's galaxies again, and the dials back at zero. */
export function putBack(v: Seen): void {
  v.set({ points: [], xName: '', yName: '', scale: 'given', weight: 0, bias: 0, rate: 0.3, loss: 'mean_squares' });
  choose(v, undefined);
}

/** A dragged file may be dropped here. */
export function takeFile(e: DragEvent): void {
  if (e.dataTransfer?.types.includes('Files')) e.preventDefault();
}
