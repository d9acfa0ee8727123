/** The cut through the map from A to A′: its places, and where along it the ball is nearest. */
import { clamp, linearAxis, type Axis, type Box } from '../../plot/scales';
import type { Pair, Seen, Slice } from './seen';
import { ASPECT } from './lie';

export interface Frame {
  readonly map: Box;
  readonly x: Axis;
  readonly y: Axis;
  /** Of the profile below the map. */
  readonly profile: Box;
  readonly height: number;
}

/** Room below the map for the directions' names, and below the profile for A and A′. */
const NAMES = 20;
const TITLE = 20;
const FOOT = 18;

export function frameOf(width: number, { x, y }: Pick<Slice, 'x' | 'y'>): Frame {
  const map = { left: 1, top: 1, right: width - 1, bottom: 1 + (width - 2) / ASPECT };
  const top = map.bottom + NAMES + TITLE;
  const profile = { left: 30, top, right: width - 12, bottom: top + (width < 440 ? 44 : 66) };
  return {
    map,
    x: linearAxis(x, [map.left, map.right]),
    y: linearAxis(y, [map.bottom, map.top]),
    profile,
    height: profile.bottom + FOOT,
  };
}

/** Where both ends of the section lie, on the plane. */
export function endsOfSection({ settings: s }: Seen, { x, y }: Slice): readonly [Pair, Pair] {
  const at = (px: number, py: number): Pair => [x[0] + ((x[1] - x[0]) * px) / 100, y[0] + ((y[1] - y[0]) * py) / 100];
  return [at(s.ax, s.ay), at(s.bx, s.by)];
}

export interface Foot {
  /** Part of the way from A to A′, 0 to 1. */
  readonly part: number;
  /** From there to the ball, in heights of the map. */
  readonly far: number;
}

/** The place of the section that is nearest to the ball. */
export function footOf([a, b]: readonly [Pair, Pair], ball: Pair, { y }: Slice): Foot {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const size = dx * dx + dy * dy;
  const part = size > 0 ? clamp(((ball[0] - a[0]) * dx + (ball[1] - a[1]) * dy) / size, 0, 1) : 0;
  const far = Math.hypot(a[0] + part * dx - ball[0], a[1] + part * dy - ball[1]) / (y[1] - y[0]);
  return { part, far };
}

/** Farther from the section than this, in heights of the map, the ball is not on it. */
export const ON = 0.03;
/** Places along the section. */
export const PLACES = 101;
