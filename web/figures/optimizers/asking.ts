/** The two races that the prediction asks about, and how they end. */
import type { Engine } from '../../engine/engine';
import type { Result } from './race';
import { ranking } from './ranking';

/** The two condition numbers asked about. */
export const ASKED = [1, 1000] as const;

const kept = new WeakMap<Engine, readonly (readonly Result[])[]>();

/** The engine's answers; takes some milliseconds once. */
export function answers(engine: Engine): readonly (readonly Result[])[] {
  const before = kept.get(engine) ?? ASKED.map((condition) => ranking(engine, 'ravine', condition));
  kept.set(engine, before);
  return before;
}
