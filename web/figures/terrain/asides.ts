/** What is known of who owns the ground at the four rates that small maps are made at. */
import type { Basins } from './basins';
import type { Survey } from './survey';

const asides = new WeakMap<Survey, Map<number, Aside>>();

export interface Aside extends Basins {
  readonly done: boolean;
}

/** What small maps show, by their rates. */
export function asidesOf(survey: Survey): Map<number, Aside> {
  const kept = asides.get(survey) ?? new Map<number, Aside>();
  asides.set(survey, kept);
  return kept;
}

export const aside = (survey: Survey, rate: number): Basins | undefined => asides.get(survey)?.get(rate);
