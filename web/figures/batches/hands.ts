/** What the reader's hand does: puts the ball somewhere, pulls the window's edge, sets the ring of the wager. */
import { clamp, hundredths } from '../../plot/scales';
import { EXAMPLES } from './geyser';
import type { Seen } from './seen';
import type { Frame } from './frame';

const within = (value: number, [low, high]: readonly [number, number]): number => hundredths(clamp(value, low, high));

/** The ball, within the map. */
export function put(v: Seen, frame: Frame, x: number, y: number): void {
  v.set({ weight: within(x, frame.x.domain), bias: within(y, frame.y.domain) });
  if (!v.local['touched']) v.setLocal({ touched: true });
}

export const ask = (v: Seen, batch: number): void => {
  const size = Math.round(clamp(batch, 1, EXAMPLES));
  if (size !== v.settings.batch) v.set({ batch: size });
};

export const wager = (v: Seen, share: number): void =>
  v.set({ guess: hundredths(clamp(share, 0.05, 2)) }, { keepTime: true });
