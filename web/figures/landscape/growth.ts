/** Work that goes on beside the page's own while somebody looks at what there is of it so far. */
import { inSlices } from '../../engine/pause';

/** What a drawing tells of itself, and how it is drawn again. */
export interface Onlooker {
  readonly local: Readonly<Record<string, unknown>>;
  readonly setLocal: (change: Record<string, unknown>) => void;
}

/** Milliseconds between two pictures of it. */
const APART = 60;

export class Growth<T> {
  #now: T | undefined;
  #over = false;
  #running = false;
  #stopped = false;
  #ended = false;

  /** @param work yields what there is after every piece of a millisecond or so, and frees what it holds when it is ended */
  constructor(private readonly work: Iterator<T, void>) {}

  /** As far as it has come; the first who looks sets it going. */
  look(by: Onlooker): T | undefined {
    // A still picture has nobody to wait for.
    if (by.local['still'] === true) this.finish();
    else if (!this.#running && !this.#over && !this.#stopped) this.#begin(by);
    return this.#now;
  }

  get now(): T | undefined {
    return this.#now;
  }

  get over(): boolean {
    return this.#over;
  }

  get running(): boolean {
    return this.#running && !this.#stopped;
  }

  /** As much at once as there must be before anything is worth showing. */
  first(enough: (now: T) => boolean = () => true): this {
    while (!this.#over && !(this.#now !== undefined && enough(this.#now))) this.#piece();
    return this;
  }

  /** All of it at once. */
  finish(): T | undefined {
    while (!this.#over) this.#piece();
    return this.#now;
  }

  /** Rests until {@link wake}; what there is stays. */
  rest(): void {
    this.#stopped = true;
  }

  /** The next look sets it going again. */
  wake(): void {
    this.#stopped = false;
  }

  /** Ends it for good. */
  end(): void {
    this.#stopped = this.#over = this.#ended = true;
    this.work.return?.();
  }

  #piece(): void {
    const { done, value } = this.work.next();
    if (done) this.#over = true;
    else this.#now = value;
  }

  #begin(by: Onlooker): void {
    this.#running = true;
    let shown = performance.now();
    const pieces = function* (self: Growth<T>): Generator<void, void> {
      yield;
      while (!self.#over && !self.#stopped) {
        self.#piece();
        const now = performance.now();
        if (now - shown > APART) {
          shown = now;
          by.setLocal({});
        }
        yield;
      }
    };
    // Not while the picture that asks is being drawn.
    setTimeout(() => {
      void inSlices(pieces(this)).then(() => {
        this.#running = false;
        if (!this.#ended) by.setLocal({});
      });
    });
  }
}
