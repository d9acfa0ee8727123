/** Work that goes on in the worker while somebody looks at what there is of it so far. */

/** What a drawing tells of itself, and how it is drawn again. */
export interface Onlooker {
  readonly local: Readonly<Record<string, unknown>>;
  readonly setLocal: (change: Record<string, unknown>) => void;
}

/** Who is told how far work has come. */
export interface Listener<T> {
  readonly told: (now: T) => void;
  readonly over: () => void;
  /** It cannot be done aside. */
  readonly failed: () => void;
}

/** Sets the work going where it does not hold up the page, and returns how to stop it. */
export type Aside<T> = (listener: Listener<T>) => () => void;

export class Growth<T> {
  #now: T | undefined;
  #over = false;
  #running = false;
  #resting = false;
  #ended = false;
  #stop: () => void = () => undefined;

  /**
   * @param work the same in the page itself, for what must be there at once: yields what there is after every piece of a
   *   millisecond or so, and frees what it holds when it is ended
   * @param aside goes on beside the page, from its beginning; none where all of it is there
   */
  constructor(
    private readonly work: Iterator<T, void>,
    private readonly aside?: Aside<T>,
  ) {
    if (!aside) this.finish();
  }

  /** As far as it has come; the first who looks sets it going. */
  look(by: Onlooker): T | undefined {
    // A still picture has nobody to wait for.
    if (by.local['still'] === true) this.finish();
    else if (!this.#running && !this.#over && !this.#resting) this.#begin(by);
    return this.#now;
  }

  get now(): T | undefined {
    return this.#now;
  }

  get over(): boolean {
    return this.#over;
  }

  get running(): boolean {
    return this.#running;
  }

  /** As much at once as there must be before anything is worth showing. */
  first(enough: (now: T) => boolean = () => true): this {
    while (!this.#over && !(this.#now !== undefined && enough(this.#now))) this.#piece();
    return this;
  }

  /** All of it at once. */
  finish(): T | undefined {
    this.#halt();
    while (!this.#over) this.#piece();
    return this.#now;
  }

  /** Rests until {@link wake}; what there is stays. */
  rest(): void {
    this.#resting = true;
    this.#halt();
  }

  /** The next look sets it going again. */
  wake(): void {
    this.#resting = false;
  }

  /** Ends it for good. */
  end(): void {
    this.#over = this.#ended = true;
    this.#halt();
    this.work.return?.();
  }

  #piece(): void {
    const { done, value } = this.work.next();
    if (done) this.#over = true;
    else this.#now = value;
  }

  #halt(): void {
    this.#stop();
    this.#stop = () => undefined;
    this.#running = false;
  }

  #begin(by: Onlooker): void {
    this.#running = true;
    // Not while the picture that asks is being drawn.
    const soon = setTimeout(() => {
      this.#stop = this.aside!({
        told: (now) => {
          if (!this.#running) return;
          this.#now = now;
          by.setLocal({});
        },
        over: () => {
          if (!this.#running) return;
          this.#over = true;
          this.#running = false;
          this.work.return?.();
          if (!this.#ended) by.setLocal({});
        },
        failed: () => {
          if (!this.#running) return;
          this.finish();
          by.setLocal({});
        },
      });
    });
    this.#stop = () => clearTimeout(soon);
  }
}
