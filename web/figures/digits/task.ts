/** The task: a digit that fools the network, with as little ink as you can. */
import { fixed } from '../../plot/format';
import type { Goal } from '../figure';
import { FOUR, type settings } from './choices';
import { isDrawing, verdictNow, verdictOf } from './now';
import { fit, placed, raster } from './raster';
import type { Reading, Seen } from './seen';

/** Squares that the added strokes ink, before the whole is centred again. */
export function added({ settings: { ink } }: Pick<Seen, 'settings'>): number {
  const before = raster(ink.slice(0, FOUR.length));
  return raster(ink, before).reduce((n, grey, i) => n + Number(grey - (before[i] ?? 0) > 0.05), 0);
}

/** The 4 is still there: its own strokes come first, wherever centring has moved them. */
const begun = ({ settings: { ink, digit } }: Seen): boolean =>
  digit === null && ink.length > FOUR.length && FOUR.every((stroke, i) => ink[i]?.length === stroke.length);

export const fooled: Goal<typeof settings, Reading> = {
  done: (v) => begun(v) && !isDrawing(v) && verdictNow(v)?.best === 9,
  status: (v) => {
    const verdict = verdictNow(v);
    if (!verdict) return 'the network is not there yet';
    if (!begun(v)) return 'put the 4 on the pad and add a stroke';
    const squares = added(v);
    const chance = fixed(verdict.chances[9] ?? 0, 2);
    if (verdict.best !== 9) return `${squares} squares inked, and 9 has ${chance}`;
    const before = verdictOf(v, raster(placed(FOUR, fit(FOUR))));
    return `${squares} of 784 squares inked, and 9 went from ${fixed(before?.chances[9] ?? 0, 2)} to ${chance}: no dial looks for a gap, each adds up grey squares, and these few weigh that much`;
  },
};
