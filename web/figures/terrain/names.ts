/** Names on the map: bottoms with their letter and loss. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { cross } from '../../plot/marks';
import { clamp } from '../../plot/scales';
import { depth, type Bottom, type Ends } from './ends';
import { inside, type Room } from './layout';

export const percent = (share: number): string =>
  share > 0 && share < 0.005 ? '< 1 %' : `${Math.round(100 * share)} %`;

/** Losses nearer than this are equally deep. */
const LEVEL = 1e-6;

/** `A −0.305, the lower`: the lowest says so, unless it is not alone. */
function nameOf({ letter, loss }: Bottom, rank: number, { bottoms }: Ends): string {
  const [first, second] = bottoms;
  const alone = rank === 0 && second && second.loss - first!.loss > LEVEL;
  const lowest = alone ? (bottoms.length === 2 ? ', the lower' : ', the lowest') : '';
  return `${letter} ${depth(loss)}${lowest}`.trim();
}

/** Width of a letter in a name, px. */
const LETTER = 7;
/** From a bottom to its name, px. */
const AWAY = 12;

export function bottomMarks(ends: Ends, r: Room): SVGTemplateResult[] {
  return ends.bottoms.flatMap((b, rank) => {
    const [x, y] = [r.x.at(b.at[0]), r.y.at(b.at[1])];
    if (!inside(r, x, y)) return [];
    if (!b.letter && rank > 0) return [cross(x, y, 2.5)];
    const text = nameOf(b, rank, ends);
    const long = text.length * LETTER;
    const [right, left] = [x + AWAY + long < r.box.right, x - AWAY - long > r.box.left];
    const half = long / 2;
    const at = right
      ? x + AWAY
      : left
        ? x - AWAY
        : clamp(x, r.box.left + half, Math.max(r.box.left + half, r.box.right - half));
    return [
      svg`${cross(x, y)}<text class="gd-optimum-text" x=${round(at)}
        y=${round(clamp(y + 20, r.box.top + 14, r.box.bottom - 6))} text-anchor=${right ? 'start' : left ? 'end' : 'middle'}>${text}</text>`,
    ];
  });
}
