/** Undo and redo for settings. Changes that follow each other closely are one. */
const CLOSE = 700;
const DEEPEST = 200;

export class History<T> {
  #past: T[] = [];
  #future: T[] = [];
  #what = '';
  #when = -Infinity;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Remembers `before`, unless the same thing (`what`) was changed a moment ago: a drag is one change. */
  record(before: T, what: string, now = performance.now()): void {
    if (what !== this.#what || now - this.#when > CLOSE) {
      this.#past.push(before);
      if (this.#past.length > DEEPEST) this.#past.shift();
    }
    this.#future = [];
    this.#what = what;
    this.#when = now;
  }

  undo(present: T): T | undefined {
    const before = this.#past.pop();
    if (before !== undefined) this.#future.push(present);
    this.#what = '';
    return before;
  }

  redo(present: T): T | undefined {
    const after = this.#future.pop();
    if (after !== undefined) this.#past.push(present);
    this.#what = '';
    return after;
  }

  clear(): void {
    this.#past = [];
    this.#future = [];
    this.#what = '';
  }
}
