/** Names on the map: bottoms with their letter and loss; and who owns how much, each with its hatching. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { cross } from '../../plot/marks';
import { clamp } from '../../plot/scales';
import { depth, type Bottom, type Ends } from './ends';
import { covered, COVERS, LEAVING, RESTING, ROAMING, type Cover } from './hatch';
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

export interface Owner {
  readonly cover: Cover;
  readonly text: string;
}

/** A share of the map not worth a word: single cells. */
const FEWEST = 5e-4;

/** Who owns how much of the map, and what ends nowhere. */
export function owners(ends: Ends): Owner[] {
  const { bottoms, leaving, roaming, resting } = ends;
  const named = bottoms.filter((b) => b.letter);
  const best = bottoms[0];
  const nowhere: readonly (readonly [number, Cover, string])[] = [
    [leaving, LEAVING, 'leaves'],
    [roaming, ROAMING, 'not at rest'],
    [resting, RESTING, 'no bottom'],
  ];
  return [
    ...named.map((b, rank) => ({ cover: COVERS[rank]!, text: `${b.letter} ${percent(b.share)}` })),
    ...(best && !named.length
      ? [
          { cover: COVERS[0]!, text: `${bottoms.length} bottoms on this map` },
          { cover: COVERS[0]!, text: `the lowest owns ${percent(best.share)}` },
        ]
      : []),
    ...nowhere
      .filter(([share]) => share > FEWEST)
      .map(([share, cover, text]) => ({ cover, text: `${text} ${percent(share)}` })),
  ];
}

const SWATCH = { left: 0.5, top: 0.5, right: 21.5, bottom: 13.5 } as const;

export function swatch(cover: Cover): SVGTemplateResult {
  const { lines, dots } = covered(cover, 4.5, SWATCH, () => true);
  return svg`<rect class="gd-chosen swatch" x="0.5" y="0.5" width="21" height="13" rx="2"></rect>
    <path class="gd-rim-line" d=${lines}></path><path class="gd-datum-faint" d=${dots}></path>`;
}

const ROW = 21;

/** Beside the map, one below the other. */
export function ownersBeside(all: readonly Owner[], r: Room): SVGTemplateResult[] {
  const { beside, box } = r;
  if (beside === undefined) return [];
  // Where names are long, a swatch that says nothing makes room.
  return all.map(({ cover, text }, i) => {
    const y = box.top + 4 + i * ROW;
    const bare = !('dots' in cover) && !cover.angles.length && !/^[A-H] /.test(text);
    return svg`${bare ? '' : svg`<g transform=${`translate(${beside} ${y})`}>${swatch(cover)}</g>`}
      <text class="gd-note" x=${beside + (bare ? 0 : 28)} y=${y + 11.5}>${text}</text>`;
  });
}

/** In a line below the map. */
export const ownersInLine = (all: readonly Owner[]): TemplateResult[] =>
  all.map(
    ({ cover, text }) =>
      html`<span class="owner"
        ><svg width="22" height="14" viewBox="0 0 22 14" aria-hidden="true">${swatch(cover)}</svg>${text}</span
      >`,
  );
