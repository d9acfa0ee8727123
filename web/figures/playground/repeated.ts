/** A run as others are to repeat it. */
import type { RunOptions } from '../../engine/engine';
import type { Descent } from '../descent';

/** With a network's start beside it: another program need not draw it as the engine does. */
export function repeatable(run: Descent): RunOptions {
  const { options, dimension } = run;
  if (options.start || !('network' in options.objective)) return options;
  return { ...options, start: Array.from({ length: dimension }, (_, i) => run.parameter(0, i)) };
}
