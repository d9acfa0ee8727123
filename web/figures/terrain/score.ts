/** How the reader's border did, once it has been answered. */
import { svg, type SVGTemplateResult } from 'lit';
import type { BasinMap } from '../../engine/engine';
import { round } from '../../plot/curve';
import { brief } from '../../plot/format';
import { borderAt } from './border';
import type { Ends } from './ends';
import type { Pair } from './grounds';
import { known } from './known';
import type { Room } from './layout';
import type { Seen } from './seen';
import { isDrawn, placesOf } from './wager';

/**
 * Of the starts that end in one of the two lowest bottoms, the share that it puts on the right side; which
 * basin is meant on which side follows from where the bottoms lie.
 */
export function scoreOf(places: readonly number[], map: BasinMap, { bottoms }: Ends, x: Pair, y: Pair): number {
  const [one, other] = bottoms;
  if (!one || !other) return 0;
  const left = one.at[0] < other.at[0] ? one.index : other.index;
  const right = one.at[0] < other.at[0] ? other.index : one.index;
  let [hits, all] = [0, 0];
  map.end.forEach((end, cell) => {
    if (end !== left && end !== right) return;
    const cy = y[0] + ((y[1] - y[0]) * (Math.floor(cell / map.columns) + 0.5)) / map.rows;
    const cx = x[0] + ((x[1] - x[0]) * ((cell % map.columns) + 0.5)) / map.columns;
    all++;
    if (end === (cx < borderAt(places, cy, y) ? left : right)) hits++;
  });
  return all ? hits / all : 0;
}

/** Share of the starts on their right side; undefined while it is not known, or nothing was drawn. */
export function score(v: Seen): number | undefined {
  const truth = known(v);
  const { x, y } = v.model.survey;
  if (!isDrawn(v) || !truth || !v.settings.revealed) return undefined;
  return scoreOf(v.settings.border, truth.map, truth.ends, x, y);
}

const percentRight = (share: number): string => `${brief(100 * share, 2)} %`;

/** Average width of a letter, px. */
const LETTER = 7;

/** Its name once it has been answered, at its upper end. */
export function borderName(v: Seen, r: Room): SVGTemplateResult | string {
  const places = v.settings.revealed ? placesOf(v) : undefined;
  if (!places) return '';
  const share = score(v);
  const y = r.box.top + 18;
  const x = r.x.at(borderAt(places, r.y.value(y), v.model.survey.y));
  const text = share === undefined ? 'your border' : `yours: ${percentRight(share)} right`;
  // To its right, unless there is no room.
  const left = x + 8 + text.length * LETTER > r.box.right;
  return svg`<text class="gd-guess-text" x=${round(x + (left ? -8 : 8))} y=${y} text-anchor=${left ? 'end' : 'start'}
    >${text}</text>`;
}
