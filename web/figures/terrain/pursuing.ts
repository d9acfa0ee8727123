/** Who owns the ground is asked in the background, the present rate's first; it is told as it becomes finer. */
import { pursue } from '../../engine/background';
import type { Basins } from './basins';
import type { Chased, Wanted } from './chase';
import { endsOf } from './ends';
import { asidesOf } from './asides';
import { basinsShown, isStill, type Found } from './known';
import { panelOf, type Seen } from './seen';

/** Cells along x: live, and on a map the size of a stamp. */
const CELLS = { live: 192, small: 60 } as const;
/** Maps are complete, in blocks of 16 x 16 cells, after one run in 256; small ones are told in blocks of 8 x 8. */
const COARSE = { live: 1 / 256, small: 1 / 64 } as const;

/** How many times as much must be known before it is drawn again. */
const MORE = 1.8;

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
    asidesOf(survey).set(rate, { ...found, done: progress === 1 });
    v.setLocal({});
  };
  return { key: `${survey.key} at ${rate}`, begin: asked(v, 'small', keep, rate) };
}

/** What is to be computed now. */
export function wanted(v: Seen): Chased {
  if (!basinsShown(v) || isStill(v)) return { first: undefined, then: [] };
  const { survey } = v.model;
  const missing = survey.rates.asked.filter((rate) => !asidesOf(survey).get(rate)?.done);
  return {
    first: present(v),
    then: panelOf(v) === 'rates' ? missing.map((rate) => small(v, rate)) : [],
  };
}
