/** What a pen has drawn, as a setting: strokes, each a run of points on the pad's 28 x 28 squares, so that a drawing is a link, too. */
import { Problem, type Setting } from '../settings';

/** x, y, x, y, ... from the pad's upper left, in squares. */
export type Stroke = readonly number[];
export type Ink = readonly Stroke[];

/** Squares along a side. */
export const SIDE = 28;
/** What a drawing may hold. */
export const MOST_POINTS = 1500;
/** A pen may stray beyond the paper by so much and come back. */
export const STRAY = 28;

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Short enough for a link, and finer than any pen. */
export const tidied = (ink: Ink): Ink => ink.map((stroke) => stroke.map(tenth));

export const pointsOf = (ink: Ink): number => ink.reduce((sum, stroke) => sum + stroke.length / 2, 0);

const NUMBER = /^-?\d{1,3}(\.\d{1,3})?$/;

function readStroke(text: string): Stroke | undefined {
  const parts = text.trim().split(/[\s,]+/);
  const stroke = parts.map(Number);
  const fine =
    parts.length % 2 === 0 &&
    parts.every((part) => NUMBER.test(part)) &&
    stroke.every((value) => value >= -STRAY && value <= SIDE + STRAY);
  return fine ? stroke : undefined;
}

export const inkSetting = (initial: Ink): Setting<Ink> => ({
  label: 'drawing',
  initial,
  accepts: `“none”, or strokes such as 10,4,10,20;6,8,14,8: points from ${-STRAY} to ${SIDE + STRAY}, at most ${MOST_POINTS} of them`,
  read: (text) => {
    if (text.trim() === 'none' || text.trim() === '') return [];
    if (text.length > 20_000) return new Problem('the drawing is too long');
    const strokes = text.split(';').map(readStroke);
    const ink = strokes.filter((stroke) => stroke !== undefined);
    if (ink.length < strokes.length) return new Problem('a stroke is not a list of pairs of numbers on the pad');
    return pointsOf(ink) > MOST_POINTS ? new Problem('the drawing has too many points') : ink;
  },
  write: (ink) => (ink.length ? ink.map((stroke) => stroke.join(',')).join(';') : 'none'),
});
