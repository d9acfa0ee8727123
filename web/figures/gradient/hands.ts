/** What the reader's hand does: puts the ball somewhere, turns the needle, asks for another place to guess at. */
import { clamp, hundredths } from '../../plot/scales';
import type { Seen } from './seen';

export function put(v: Seen, x: number, y: number): void {
  const [low, high] = v.model.survey.domain;
  v.set({ x: hundredths(clamp(x, low, high)), y: hundredths(clamp(y, low, high)), guess: null, revealed: true });
  if (!v.local['touched']) v.setLocal({ touched: true });
}

/** A new place to guess at: this one's answer is known. A third of a turn about the middle, not too near it. */
export function elsewhere(v: Seen): void {
  const [low, high] = v.model.survey.domain;
  const [radius, angle] = [Math.hypot(v.settings.x, v.settings.y), Math.atan2(v.settings.y, v.settings.x) + 1.9];
  const out = clamp(radius, 0.3 * high, 0.8 * high);
  const [x, y] = [out * Math.cos(angle), out * Math.sin(angle)];
  v.set({ x: hundredths(clamp(x, low, high)), y: hundredths(clamp(y, low, high)), guess: null, revealed: false });
  v.setLocal({ touched: false });
  v.go(0);
}

export const turn = (v: Seen, needle: number): void => v.set({ needle }, { keepTime: true });
