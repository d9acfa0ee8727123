/**
 * Results that were asked for last, by what was asked. Whatever can be dragged is asked about without end, so only so
 * many are kept: for each engine once, however many figures ask, and no longer than the engine.
 */
import type { Engine } from '../engine/engine';

export class Recent<T> {
  /** In the order in which they were asked for. */
  readonly #all = new Map<string, T>();

  /** @param most how many are kept */
  constructor(private readonly most: number) {}

  /** What is kept of this question, which from now on is the last that was asked. */
  get(key: string): T | undefined {
    const known = this.#all.get(key);
    return known === undefined ? undefined : this.keep(key, known);
  }

  /** Keeps an answer, in place of the one that nobody has asked for the longest. */
  keep(key: string, answer: T): T {
    this.#all.delete(key);
    this.#all.set(key, answer);
    const oldest = this.#all.keys().next();
    if (this.#all.size > this.most && !oldest.done) this.#all.delete(oldest.value);
    return answer;
  }

  /** @param make is asked where nothing is kept */
  of(key: string, make: () => T): T {
    return this.get(key) ?? this.keep(key, make());
  }
}

/** @param most how many answers are kept for each engine */
export function recent<T>(most: number): (engine: Engine) => Recent<T> {
  const all = new WeakMap<Engine, Recent<T>>();
  return (engine) => {
    const known = all.get(engine) ?? new Recent<T>(most);
    all.set(engine, known);
    return known;
  };
}
