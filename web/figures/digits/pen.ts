/** What hands do on the pad: with a pen, a finger, or keys. */
import { follow } from '../../parts/drag';
import { clamp } from '../../plot/scales';
import { MOST_POINTS, pointsOf, SIDE, tidied, type Ink, type Stroke } from './ink';
import type { Glide } from './now';
import { fit, inverse, placed } from './raster';
import type { Room } from './room';
import type { Seen } from './seen';

const still = { keepTime: true } as const;

/** Nearer than this, squares, a point says nothing new. */
const NEAR = 0.35;

/** Lifts the pen: the drawing goes to its place, as MNIST's digits were put there. */
function settle(v: Seen, ink: Ink, digit: number | null): void {
  if (digit !== null) {
    v.setLocal({ drawing: false });
    return;
  }
  const frame = fit(ink);
  v.set({ ink: tidied(placed(ink, frame)), meant: null }, still);
  const glide: Glide = { from: inverse(frame), began: performance.now() };
  const moves = typeof matchMedia !== 'function' || !matchMedia('(prefers-reduced-motion: reduce)').matches;
  v.setLocal({ drawing: false, glide: moves ? glide : undefined });
}

const add = (stroke: Stroke, x: number, y: number): Stroke => {
  const [px, py] = [stroke[stroke.length - 2], stroke[stroke.length - 1]];
  return px !== undefined && py !== undefined && Math.hypot(x - px, y - py) < NEAR ? stroke : [...stroke, x, y];
};

const full = (ink: Ink): boolean => pointsOf(ink) >= MOST_POINTS - 2;

/** From the pad's pixels to its squares; a hand may stray a little beyond the paper. */
const square = (px: number, left: number, side: number): number => clamp(((px - left) / side) * SIDE, -2, SIDE + 2);

export function press(v: Seen, { pad }: Room, e: PointerEvent): void {
  if (e.button !== 0 || full(v.settings.ink)) return;
  const side = pad.right - pad.left;
  // Each set makes another drawing: what was there before this stroke is kept here.
  const { ink: before, digit, meant } = v.settings;
  let stroke: Stroke = [];
  v.setLocal({ drawing: true, glide: undefined, cursor: undefined, touched: true });
  const all = (): Ink => tidied([...before, stroke]);
  follow(
    e,
    (px, py) => {
      const longer = add(stroke, square(px, pad.left, side), square(py, pad.top, side));
      if (longer === stroke || full([...before, longer])) return;
      stroke = longer;
      v.set({ ink: all(), meant: digit === null ? null : meant }, still);
    },
    () => settle(v, all(), digit),
  );
}

/** The pen that keys move, in squares. */
export interface Cursor {
  readonly x: number;
  readonly y: number;
  readonly down: boolean;
}

export const cursorOf = (v: Seen): Cursor => (v.local['cursor'] as Cursor | undefined) ?? { x: 14, y: 6, down: false };

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export const wipe = (v: Seen): void => {
  v.setLocal({ drawing: false, glide: undefined });
  v.set({ ink: [], digit: null, meant: null }, still);
};

/** Arrows move the pen, Space or Enter lowers and lifts it, Backspace takes the last stroke back, Delete wipes. */
export function keys(v: Seen, e: KeyboardEvent): void {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  const cursor = cursorOf(v);
  const { ink, digit } = v.settings;
  const by = ARROWS[e.key];
  const step = e.shiftKey ? 4 : 1;
  if (by) {
    const [x, y] = [clamp(cursor.x + by[0] * step, 0, SIDE), clamp(cursor.y + by[1] * step, 0, SIDE)];
    if (cursor.down && !full(ink)) v.set({ ink: [...ink.slice(0, -1), [...(ink.at(-1) ?? []), x, y]] }, still);
    v.setLocal({ cursor: { ...cursor, x, y } });
  } else if (e.key === ' ' || e.key === 'Enter') {
    v.setLocal({ cursor: { ...cursor, down: !cursor.down }, drawing: !cursor.down, glide: undefined, touched: true });
    if (cursor.down) settle(v, ink, digit);
    else if (!full(ink))
      v.set({ ink: [...ink, [cursor.x, cursor.y]], ...(digit === null ? { meant: null } : {}) }, still);
  } else if (e.key === 'Backspace') v.set({ ink: ink.slice(0, -1) }, still);
  else if (e.key === 'Delete') wipe(v);
  else return;
  e.preventDefault();
  e.stopPropagation();
}
