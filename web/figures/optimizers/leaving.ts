/** How it ended for one that left the map for good. */
import type { Entry, Race } from './race';

/** Up, or down where there is no bottom. */
export function leaving({ run }: Entry, { ground }: Race): string {
  const downhill = run.loss(run.steps) < ground.floor;
  return `${downhill ? 'ran away downhill' : 'diverged'} at step ${run.steps + 1}`;
}
