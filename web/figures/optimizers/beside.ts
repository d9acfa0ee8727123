/** Names beside balls: each where it covers neither a ball nor another name. */
import { clamp, type Box } from '../../plot/scales';

export interface Named {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface Put extends Named {
  /** Start of the text's baseline; undefined where there is no room for it. */
  readonly at: readonly [number, number] | undefined;
}

interface Rect {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Average width of a letter of a name, px. */
const LETTER = 6.9;
const ABOVE = 11;
const BELOW = 4;
/** What a ball takes up around its centre. */
const BALL = 9;

const wide = (text: string): number => text.length * LETTER;
const touch = (a: Rect, b: Rect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const ballOf = ({ x, y }: { readonly x: number; readonly y: number }): Rect => ({
  left: x - BALL,
  right: x + BALL,
  top: y - BALL,
  bottom: y + BALL,
});
const rectOf = (x: number, y: number, text: string): Rect => ({
  left: x - 2,
  right: x + wide(text) + 2,
  top: y - ABOVE,
  bottom: y + BELOW,
});

/** Right, left, above, below, then the four corners, then further off. */
function places({ x, y, text }: Named): (readonly [number, number])[] {
  const w = wide(text);
  const near: (readonly [number, number])[] = [
    [x + 14, y + 4],
    [x - 14 - w, y + 4],
    [x - w / 2, y - 15],
    [x - w / 2, y + 25],
  ];
  const corners = [16, 30].flatMap((far): (readonly [number, number])[] => [
    [x + 10, y - far],
    [x + 10, y + far + 10],
    [x - 10 - w, y - far],
    [x - 10 - w, y + far + 10],
  ]);
  return [...near, ...corners];
}

/**
 * The first of `names` is served first, and gets its place whether it is free or not.
 *
 * @param taken other balls and marks, as centres
 */
export function beside(
  names: readonly Named[],
  taken: readonly { readonly x: number; readonly y: number }[],
  box: Box,
): Put[] {
  const rects = [...taken, ...names].map(ballOf);
  const inBox = (r: Rect): boolean =>
    r.left >= box.left + 2 && r.right <= box.right - 2 && r.top >= box.top + 2 && r.bottom <= box.bottom - 2;
  return names.map((name, i) => {
    const free = places(name).find(([x, y]) => {
      const rect = rectOf(x, y, name.text);
      return inBox(rect) && !rects.some((other) => touch(rect, other));
    });
    const held = [
      clamp(name.x + 14, box.left + 2, box.right - 4 - wide(name.text)),
      clamp(name.y + 4, box.top + ABOVE + 2, box.bottom - BELOW - 2),
    ] as const;
    const at = free ?? (i === 0 ? held : undefined);
    if (at) rects.push(rectOf(at[0], at[1], name.text));
    return { ...name, at };
  });
}
