/** What every part of the map draws from. */
import { clamp } from '../../plot/scales';
import { frameOf, type Frame } from './frame';
import type { Pixel } from '../../plot/names';
import type { Place } from './place';
import { isOpen, placeOf, type Seen } from './seen';
import type { Pair } from './survey';

export interface Mapped {
  readonly v: Seen;
  readonly frame: Frame;
  readonly place: Place;
  readonly open: boolean;
  /** Where the ball is drawn: at the edge, if it has left the map. */
  readonly ball: Pixel;
  /** Where the guess was made: where the run begins. */
  readonly start: Pixel;
}

export function mappedOf(v: Seen): Mapped {
  const frame = frameOf(v);
  const { box } = frame;
  const held = ([x, y]: Pair): Pixel => [
    clamp(frame.x.at(x), box.left, box.right),
    clamp(frame.y.at(y), box.top, box.bottom),
  ];
  const place = placeOf(v);
  return { v, frame, place, open: isOpen(v), ball: held(place.at), start: held([v.settings.x, v.settings.y]) };
}

/** Where the letters of both cuts stand, beside their ends, on the side of the line where there is room: A, A′, B, B′. */
export function lettersOf({ frame: { box }, ball: [x, y] }: Mapped): readonly Pixel[] {
  const above = y > box.top + 30 ? y - 11 : y + 13;
  const right = x < box.right - 30 ? x + 13 : x - 13;
  return [
    [box.left + 11, above],
    [box.right - 12, above],
    [right, box.bottom - 11],
    [right, box.top + 11],
  ];
}
