/** The last whole results that were asked of an engine, by key. */
import type { Engine } from '../../engine/engine';

export class Kept<T> {
  readonly #all = new WeakMap<Engine, Map<string, T>>();

  /** @param most how many; a step or two back is as far as anybody goes */
  constructor(private readonly most: number) {}

  get(engine: Engine, key: string): T | undefined {
    return this.#all.get(engine)?.get(key);
  }

  keep(engine: Engine, key: string, whole: T): void {
    const all = this.#all.get(engine) ?? new Map<string, T>();
    this.#all.set(engine, all);
    if (all.size >= this.most) all.delete(all.keys().next().value!);
    all.set(key, whole);
  }
}
