/** What the reader's hand does: puts the ball somewhere, turns the needle, asks for another place to guess at. */
import { clamp, hundredths } from '../../plot/scales';
import { frameOf, isFar } from './frame';
import { isOpen, type Seen } from './seen';
import { DOMAIN } from './survey';

/** The ball, within the map. A guess is about one place: once it is answered, it stays behind. */
export function put(v: Seen, x: number, y: number): void {
  const frame = frameOf(v);
  const held = (value: number, [low, high]: readonly [number, number]): number =>
    hundredths(clamp(value, Math.max(low, DOMAIN[0]), Math.min(high, DOMAIN[1])));
  v.set({
    x: held(x, frame.x.domain),
    y: held(y, frame.y.domain),
    ...(isOpen(v) ? { guess: null, revealed: true } : {}),
  });
  if (!v.local['touched'] || isFar(v, frame)) v.setLocal({ touched: true, far: isFar(v, frame) });
}

/** A new place to guess at: this one's answer is known. A third of a turn about the middle. */
export function elsewhere(v: Seen): void {
  const angle = Math.atan2(v.settings.y, v.settings.x) + 1.9;
  const [x, y] = [hundredths(3.2 * Math.cos(angle)), hundredths(2.4 * Math.sin(angle))];
  v.set({ x, y, guess: null, revealed: false });
  v.go(0);
}

export const turn = (v: Seen, needle: number): void => v.set({ needle }, { keepTime: true });
export const point = (v: Seen, guess: number): void => v.set({ guess }, { keepTime: true });
