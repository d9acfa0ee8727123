/** The way from a picture to a figure that runs: figure and engine, then what the figure does ahead, each in its turn. */
import type { Engine } from '../../engine/engine';
import { inSlices, pause } from '../../engine/pause';
import { scrolling } from './scrolling';

export interface LaunchOptions {
  /** Whether there is any hope, in this browser and on this page. */
  readonly possible: () => boolean;
  /** Brings the figure that is asked for now; undefined where there is none of its name. */
  readonly bring: () => Promise<unknown> | undefined;
  /** Brings the engine. */
  readonly engine: () => Promise<Engine>;
  /** What the figure does ahead, in pieces. */
  readonly prepare: (engine: Engine) => Iterator<void | Promise<void>>;
  /** Called once there is an engine and the figure is prepared, in a task of its own. */
  readonly ready: () => void;
  /** Draws into the air, in pieces: what the first drawing works out, and keeps, is then there before it. */
  readonly rehearse: () => Iterator<void>;
  /** Called when there is something else to show: the figure, or how its start stands. */
  readonly shown: () => void;
}

/** Figures that come near together start one after the other, each in a task of its own. */
let turn = Promise.resolve();

/** Settled in a task of its own, after those who asked before. */
export const inTurn = (): Promise<void> => (turn = turn.then(pause));

export class Launch {
  /** Undefined until the figure is ready. */
  engine: Engine | undefined;
  #want: () => void = () => undefined;
  /** Settled when the figure is first asked to start: until then its children stand for it. */
  readonly wanted = new Promise<void>((wanted) => (this.#want = wanted));
  /** How it stands with a start that failed, once or more; undefined where none did. */
  failure: 'failed' | 'trying again' | undefined;
  /** While what was computed waits for a task of its own to be drawn in; settled when that comes. */
  apart: Promise<void> | undefined;
  #begun: Promise<void> | undefined;

  constructor(private readonly options: LaunchOptions) {}

  get begun(): boolean {
    return this.#begun !== undefined;
  }

  /** Starts the figure, however often it is asked to; never rejects. */
  begin(): Promise<void> {
    this.#want();
    return (this.#begun ??= this.#go());
  }

  /** The same element is to show another figure: brings that one, if the element has been started at all. */
  renamed(): void {
    if (this.#begun) this.#begun = this.#go();
  }

  /** After a failure: what was lacking, such as memory or a connection, may be there by now. */
  again(): Promise<void> {
    this.failure = 'trying again';
    this.options.shown();
    return (this.#begun = this.#go());
  }

  /**
   * Has computed in this task what is drawn in a later one, whoever asks for the drawing meanwhile.
   *
   * @param draw called there before anything is drawn: to measure afterwards would cost a layout of its own
   */
  async drawApart(compute: () => void, draw: () => void): Promise<void> {
    compute();
    await (this.apart = this.#rehearsed());
    this.apart = undefined;
    draw();
  }

  /** Takes longer, and so is only done where it spares somebody a frame. */
  async #rehearsed(): Promise<void> {
    await pause();
    if (!scrolling()) return;
    await inSlices(this.options.rehearse());
    await pause();
  }

  async #go(): Promise<void> {
    const { possible, bring, engine, prepare, ready, shown } = this.options;
    if (!possible()) return;
    try {
      // Both at once: neither needs the other to come.
      const [, made] = await Promise.all([bring(), engine()]);
      await inTurn();
      await inSlices(prepare(made));
      await pause();
      this.engine = made;
      await this.drawApart(ready, () => {
        this.failure = undefined;
        shown();
      });
    } catch {
      this.failure = 'failed';
      shown();
    }
  }
}
