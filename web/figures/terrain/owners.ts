/** Who owns how much of the ground, each with its hatching: beside the map, or in a line below it. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { toggle } from '../../parts/slider';
import type { Ends } from './ends';
import { covered, COVERS, LEAVING, RESTING, ROAMING, type Cover } from './hatch';
import { basinsShown, known } from './known';
import { roomFor, type Room } from './layout';
import { STEPS } from './limits';
import { percent } from './names';
import { still, type Seen } from './seen';
import { askAgain, wasAsked } from './wager';

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
const inLine = (all: readonly Owner[]): TemplateResult[] =>
  all.map(
    ({ cover, text }) =>
      html`<span class="owner"
        ><svg width="22" height="14" viewBox="0 0 22 14" aria-hidden="true">${swatch(cover)}</svg>${text}</span
      >`,
  );

/** Whose ground is whose, in a line; beside a map that leaves room for it, it stands there. */
export function whose(v: Seen): TemplateResult {
  const { survey, key } = v.model;
  const found = basinsShown(v) ? known(v) : undefined;
  const beside = roomFor(v.width, survey.x, survey.y).beside !== undefined;
  const progress = found?.key === key ? found.progress : 0;
  return html`<p class="line">
    ${
      found && !beside
        ? inLine(owners(found.ends))
        : html`<span class="quiet">${found || !basinsShown(v) ? 'The same ground at four rates' : ''}</span>`
    }
    ${basinsShown(v) && progress < 1 ? html`<span class="quiet">${found ? 'refining …' : `asking every spot, up to ${STEPS} steps …`}</span>` : ''}
    <span class="away">
      ${wasAsked(v) ? html`<button type="button" class="link" @click=${() => askAgain(v)}>${v.settings.border.length ? 'draw it again' : 'draw it first'}</button>` : ''}
      ${toggle({ label: 'basins', value: v.settings.basins === 'shown', input: (on) => v.set({ basins: on ? 'shown' : 'hidden' }, still) })}
    </span>
  </p>`;
}
