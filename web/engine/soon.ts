/** Long work begun with what few need for it, which comes as a piece of its own when it is first asked for. */
import type { Pursuit } from './background.ts';
import type { TaskCall } from './worker.ts';

/**
 * As {@link pursue}.
 *
 * @param failed the piece cannot be had: whoever asked must do it otherwise
 */
export function pursueSoon<C extends TaskCall>(asked: Pursuit<C>, failed: () => void): () => void {
  let stop: () => void = () => undefined;
  let wanted = true;
  void import('./background.ts').then(
    ({ pursue }) => {
      if (wanted) stop = pursue(asked);
    },
    () => {
      if (wanted) failed();
    },
  );
  return () => {
    wanted = false;
    stop();
  };
}
