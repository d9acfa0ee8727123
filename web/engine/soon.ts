/** Long work begun with what few need for it, which comes as a piece of its own when it is first asked for. */
import type { Pursuit } from './background.ts';
import type { TaskCall } from './worker.ts';

/** As {@link pursue}; where the piece cannot be had, nothing is told, and whoever asks again tries again. */
export function pursueSoon<C extends TaskCall>(asked: Pursuit<C>): () => void {
  let stop: () => void = () => undefined;
  let wanted = true;
  void import('./background.ts').then(
    ({ pursue }) => {
      if (wanted) stop = pursue(asked);
    },
    () => undefined,
  );
  return () => {
    wanted = false;
    stop();
  };
}
