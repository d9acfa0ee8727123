/** What comes when it is first asked for, each a piece. */
import { Late } from '../../parts/late';
import type { Seen } from './seen';

/** Who owns the ground, once that may be seen: drawn, told and pursued; and the way at another rate. */
export const owned = new Late(() => import('./owned'));
export const turnable = new Late(() => import('./block'));
/** What lies in the tabs that fewer open. */
export const contents = new Late(() => import('./contents'));

/** Draws anew what came later. */
export const again = (v: Seen) => (): void => v.setLocal({});
