/** What every part of the map draws from. */
import { clamp } from '../../plot/scales';
import type { Pixel } from '../../plot/names';
import { meanOf } from './cloud';
import type { Deck } from './deck';
import { ARROW, frameOf, type Frame } from './frame';
import { FEW, known, placeOf, type Place, type Seen } from './seen';
import type { Pair } from './survey';

export interface Mapped {
  readonly v: Seen;
  readonly frame: Frame;
  readonly place: Place;
  readonly deck: Deck;
  /** Where the ball is drawn: at the edge, if it has left the map. */
  readonly ball: Pixel;
  /** Tips of the arrow over all examples, and of this batch's. */
  readonly truth: Pixel;
  readonly guess: Pixel;
  /** Pixels for a gradient of 1. */
  readonly arrow: number;
  readonly known: boolean;
}

/** Where the tip of a gradient's arrow is drawn. It points uphill, as in chapter 4. */
export const tipOf = (ball: Pixel, [gx, gy]: Pair, arrow: number): Pixel => [
  ball[0] + gx * arrow,
  ball[1] - gy * arrow,
];

export function mappedOf(v: Seen): Mapped {
  const frame = frameOf(v.width);
  const { box, x, y, unit } = frame;
  const place = placeOf(v);
  const deck = v.model.deckAt(v.step);
  const arrow = ARROW * unit;
  const ball: Pixel = [clamp(x.at(place.at[0]), box.left, box.right), clamp(y.at(place.at[1]), box.top, box.bottom)];
  return {
    v,
    frame,
    place,
    deck,
    ball,
    arrow,
    truth: tipOf(ball, place.cloud.full, arrow),
    guess: tipOf(ball, meanOf(place.needles, deck.batch), arrow),
    known: known(v),
  };
}

/** Radius in px of a cloud of batches of `size`. */
export const radius = ({ place, arrow }: Mapped, size: number): number => place.theory.spread(size) * arrow;

/** The guess, in px: so many times the radius of a batch of {@link FEW}. */
export const guessed = (m: Mapped): number | undefined =>
  m.v.settings.guess === null ? undefined : m.v.settings.guess * radius(m, FEW);
