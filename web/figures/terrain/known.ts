/** What is known of who owns the ground, at the present rate. */
import type { Basins } from './basins';
import { endsOf, type Ends } from './ends';
import { ASKED } from './grounds';
import { basinsNow } from './model';
import type { Seen } from './seen';

/** Cells along x in the static picture. */
const CELLS = 96;

export interface Found extends Basins {
  /** Of which landscape. */
  readonly survey: string;
  /** Share of the runs that were made. */
  readonly progress: number;
}

export const isStill = (v: Seen): boolean => v.local['still'] === true;

/** Covered until the border was drawn or asked for; the static picture is open. */
export const isOpen = (v: Seen): boolean => v.settings.ground !== ASKED || v.settings.revealed || isStill(v);

export const basinsShown = (v: Seen): boolean => isOpen(v) && v.settings.basins === 'shown';

/** What is known about where starts end on this landscape, perhaps at a rate just left. */
export function known(v: Seen): Found | undefined {
  const { survey, key } = v.model;
  const found = v.local['basins'] as Found | undefined;
  if (found?.survey === survey.key) return found;
  if (!isStill(v)) return undefined;
  const map = basinsNow(v.model, CELLS);
  return { key, survey: survey.key, map, ends: endsOf(map), progress: 1 };
}

/** The bottoms by name, as far as they may be known: before basins are shown, those that a few descents found. */
export const bottomsOf = (v: Seen): Ends => (basinsShown(v) ? known(v)?.ends : undefined) ?? v.model.survey.scouted;
