/** Where the figure stands: the last update there is by now, what is on the pad, and what the network makes of it. */
import { largest } from './judging';
import type { Ink } from './ink';
import { between, fit, HERE, isBlank, placed, raster, type Frame, type Picture } from './raster';
import type { Passing, Reading, Seen } from './seen';

const told = new WeakMap<Seen, number>();
const waiting = new WeakSet<Reading>();

/** Draws once more with the next frame; however often that is asked, once. */
export function again(v: Seen): void {
  if (waiting.has(v.model) || typeof requestAnimationFrame !== 'function') return;
  waiting.add(v.model);
  requestAnimationFrame(() => {
    waiting.delete(v.model);
    v.setLocal({});
  });
}

/** The update that is shown: the one asked for, or while the run is on its way there, the last one made. */
export function updateNow(v: Seen): number {
  // Once for each picture, however often it is asked for.
  const before = told.get(v);
  if (before !== undefined) return before;
  const at = v.model.tend(v.step, { patient: v.local['still'] === true, again: () => again(v) });
  told.set(v, at);
  return at;
}

/** As training has left the dials; undefined before there are any. */
export const dialsNow = (v: Seen): Float64Array | undefined => {
  const at = updateNow(v);
  return v.model.parameters(at);
};

/** The pen is on the paper: the drawing stands where the hand put it, and the network reads it as it will be placed. */
export const isDrawing = (v: Seen): boolean => v.local['drawing'] === true;

/** The way of a drawing to its place, once the pen is lifted. */
export interface Glide {
  /** Where it came from. */
  readonly from: Frame;
  readonly began: number;
}

/** Milliseconds. */
const GLIDE = 420;

const ease = (f: number): number => (f < 0.5 ? 2 * f * f : 1 - (2 - 2 * f) ** 2 / 2);

/** How far a drawing still is from its place; undefined when it has come there. */
export function glideNow(v: Seen): Frame | undefined {
  const glide = v.local['glide'] as Glide | undefined;
  if (!glide || v.local['still'] === true) return undefined;
  const share = (performance.now() - glide.began) / GLIDE;
  if (share >= 1) return undefined;
  again(v);
  return between(glide.from, HERE, ease(Math.max(0, share)));
}

interface OnPad {
  readonly ink: Ink;
  readonly digit: number | null;
  readonly under: Picture | undefined;
  readonly read: Picture;
}

const read = new WeakMap<Reading, OnPad>();

/** The unseen digit that lies under the ink. */
export const underNow = (v: Seen): Picture | undefined =>
  v.settings.digit === null ? undefined : v.model.picture(v.settings.digit)?.picture;

/** What the network is given: 784 numbers. */
export function readNow(v: Seen): Picture {
  const { ink, digit } = v.settings;
  const under = underNow(v);
  const last = read.get(v.model);
  if (last?.ink === ink && last.digit === digit && !last.under === !under) return last.read;
  const picture = under ? raster(ink, under) : raster(placed(ink, fit(ink)));
  read.set(v.model, { ink, digit, under, read: picture });
  return picture;
}

/** What stands on the pad: the same, but while it is drawn or on its way. */
export function shownNow(v: Seen): Picture {
  const under = underNow(v);
  if (under) return raster(v.settings.ink, under);
  if (isDrawing(v)) return raster(v.settings.ink);
  const frame = glideNow(v);
  return frame ? raster(placed(v.settings.ink, frame)) : readNow(v);
}

export interface Verdict extends Passing {
  readonly best: number;
  readonly second: number;
  readonly blank: boolean;
}

const passed = new WeakMap<Seen, Verdict>();

/** What the network makes of the pad; undefined before there is one. */
export function verdictNow(v: Seen): Verdict | undefined {
  const before = passed.get(v);
  if (before) return before;
  const verdict = verdictOf(v, readNow(v));
  if (verdict) passed.set(v, verdict);
  return verdict;
}

export function verdictOf(v: Seen, picture: Picture): Verdict | undefined {
  const dials = dialsNow(v);
  if (!dials) return undefined;
  const passing = v.model.pass(dials, picture);
  const best = largest(passing.chances);
  const others = passing.chances.map((c, i) => (i === best ? -Infinity : c));
  return { ...passing, best, second: largest(others), blank: isBlank(picture) };
}

/** The digit that the reader means, or that stands under the ink; otherwise what the network takes it for. */
export function meantNow(v: Seen): number {
  const { meant, digit } = v.settings;
  if (meant !== null) return meant;
  return (digit === null ? undefined : v.model.picture(digit)?.label) ?? verdictNow(v)?.best ?? 0;
}
