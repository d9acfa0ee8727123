/**
 * What several models share - digits, trainings - is made once for each engine, claimed by whoever uses it, and freed when
 * nobody does any more. A change of one setting then neither draws thousands of digits anew nor learns twice.
 */
import type { Engine } from '../../engine/engine';

interface Shared {
  readonly thing: { dispose(): void };
  claims: number;
}

const pools = new WeakMap<Engine, Map<string, Shared>>();

export interface Claim<T> {
  readonly thing: T;
  /** Lets it go; a second time does nothing. */
  release(): void;
}

/** Whether somebody has claimed it. */
export const isHeld = (engine: Engine, key: string): boolean => pools.get(engine)?.has(key) ?? false;

/** @param make is asked only where nobody has made it yet */
export function claim<T extends { dispose(): void }>(engine: Engine, key: string, make: () => T): Claim<T> {
  const pool = pools.get(engine) ?? new Map<string, Shared>();
  pools.set(engine, pool);
  const shared = pool.get(key) ?? { thing: make(), claims: 0 };
  pool.set(key, shared);
  shared.claims++;
  let held = true;
  return {
    thing: shared.thing as T,
    release: () => {
      if (!held) return;
      held = false;
      if (--shared.claims > 0) return;
      pool.delete(key);
      shared.thing.dispose();
    },
  };
}
