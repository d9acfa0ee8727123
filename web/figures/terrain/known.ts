/** What is known of who owns the ground: of the present rate, and of the four that small maps are made at. */
import { pursue } from '../../engine/background';
import type { Basins } from './basins';
import type { Chased, Wanted } from './chase';
import { endsOf, type Ends } from './ends';
import { ASKED } from './grounds';
import { basinsNow } from './model';
import { panelOf, type Seen } from './seen';
import type { Survey } from './survey';

/** Cells along x: live, in the static picture, and on a map the size of a stamp. */
const CELLS = { live: 192, still: 96, small: 60 } as const;
/** Maps are complete, in blocks of 16 x 16 cells, after one run in 256; small ones are told in blocks of 8 x 8. */
const COARSE = { live: 1 / 256, small: 1 / 64 } as const;

/** How many times as much must be known before it is drawn again. */
const MORE = 1.8;

export interface Found extends Basins {
  /** Of which landscape. */
  readonly survey: string;
  /** Share of the runs that were made. */
  readonly progress: number;
}

const isStill = (v: Seen): boolean => v.local['still'] === true;

/** Covered until the border was drawn or asked for; the static picture is open. */
export const isOpen = (v: Seen): boolean => v.settings.ground !== ASKED || v.settings.revealed || isStill(v);

export const basinsShown = (v: Seen): boolean => isOpen(v) && v.settings.basins === 'shown';

/** What is known about where starts end on this landscape, perhaps at a rate just left. */
export function known(v: Seen): Found | undefined {
  const { survey, key } = v.model;
  const found = v.local['basins'] as Found | undefined;
  if (found?.survey === survey.key) return found;
  if (!isStill(v)) return undefined;
  const map = basinsNow(v.model, CELLS.still);
  return { key, survey: survey.key, map, ends: endsOf(map), progress: 1 };
}

/** The bottoms by name, as far as they may be known: before basins are shown, those that a few descents found. */
export const bottomsOf = (v: Seen): Ends => (basinsShown(v) ? known(v)?.ends : undefined) ?? v.model.survey.scouted;

const asides = new WeakMap<Survey, Map<number, Basins & { readonly done: boolean }>>();

export const aside = (survey: Survey, rate: number): Basins | undefined => asides.get(survey)?.get(rate);

/** Whether there is enough more to see than last time: drawing must not cost more than the work. */
function finer(): (progress: number) => boolean {
  let last = 0;
  return (progress) => {
    if (progress < 1 && progress < MORE * last) return false;
    last = progress;
    return true;
  };
}

/**
 * Basins as they become finer.
 *
 * @param size of the map, of which there are two
 * @param keep is given what is known by now, from 0 to 1 of it
 * @param rate undefined for the figure's own
 */
function asked(
  v: Seen,
  size: 'live' | 'small',
  keep: (found: Basins, progress: number) => void,
  rate?: number,
): Wanted['begin'] {
  const { key, survey, engine, basins } = v.model;
  return (told) => {
    const worth = finer();
    return pursue({
      call: 'createBasins',
      options: basins(CELLS[size], rate),
      engine,
      first: COARSE[size],
      told: (map, { done, total }) => {
        const progress = total ? done / total : 1;
        if (!worth(progress)) return;
        keep({ key: rate === undefined ? key : `${survey.key} at ${rate}`, map, ends: endsOf(map) }, progress);
        told(progress === 1);
      },
    });
  };
}

function present(v: Seen): Wanted {
  const { key, survey } = v.model;
  const keep = (found: Basins, progress: number): void => {
    if (!found.map.error) v.setLocal({ basins: { ...found, survey: survey.key, progress } satisfies Found });
  };
  return { key, begin: asked(v, 'live', keep) };
}

function small(v: Seen, rate: number): Wanted {
  const { survey } = v.model;
  const keep = (found: Basins, progress: number): void => {
    const maps = asides.get(survey) ?? new Map<number, Basins & { done: boolean }>();
    asides.set(survey, maps.set(rate, { ...found, done: progress === 1 }));
    v.setLocal({});
  };
  return { key: `${survey.key} at ${rate}`, begin: asked(v, 'small', keep, rate) };
}

/** What is to be computed now. */
export function wanted(v: Seen): Chased {
  if (!basinsShown(v) || isStill(v)) return { first: undefined, then: [] };
  const { survey } = v.model;
  const missing = survey.rates.asked.filter((rate) => !asides.get(survey)?.get(rate)?.done);
  return {
    first: present(v),
    then: panelOf(v) === 'rates' ? missing.map((rate) => small(v, rate)) : [],
  };
}
