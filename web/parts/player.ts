/**
 * Time for a figure: plays, steps and scrubs a run that has already been computed. Its pace comes from
 * the clock, never from the number of frames.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** One update at speed 1, in milliseconds. */
const BEAT = 500;
/** How long the ball travels when one step is taken by hand. */
const TRAVEL = 320;
/** What still counts as following every step; faster than this the ball glides without pauses. */
const LOOKABLE = 2;
/** At this speed and below, a step is told in three beats. */
const SLOW = 0.25;

export const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 5, 10] as const;

/**
 * What a slowed step is doing: `look` at the slope, `scale` it by the rate, `move` the ball. The figure
 * shows the arrow and the arithmetic of the step to come from `scale` on.
 */
export type Beat = 'look' | 'scale' | 'move';
/** Where in a slowed step each beat ends; the last one rests a little once the ball has arrived. */
const LOOK = 0.35;
const SCALE = 0.65;
const MOVE = 0.9;

const ease = (f: number): number => (f < 0.5 ? 2 * f * f : 1 - (2 - 2 * f) ** 2 / 2);

export interface PlayerOptions {
  /** Steps on the time line now. */
  readonly end: () => number;
  /** The last step up to one that there is by now, where steps are made while playing; default: all are there. */
  readonly reach?: (step: number) => number;
  /** Called when playing stops or a step by hand has arrived: the moment to speak. */
  readonly arrived: () => void;
  readonly stillness: () => boolean;
  /** Speeds to choose from; default {@link SPEEDS}. */
  readonly speeds?: () => readonly number[];
}

export class Player implements ReactiveController {
  /** Where the time line stands. */
  time = 0;
  playing = false;
  speed = 1;
  #target: number | null = null;
  #from = 0;
  #clock = 0;
  #frame = 0;
  /** Linear time while playing; `time` is this, eased within each step. */
  #linear = 0;
  /** Where playing stops: the end, or after one step taken slowly. */
  #until = Infinity;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: PlayerOptions,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.pause(false);
  }

  get step(): number {
    return Math.floor(this.time + 1e-9);
  }

  /** Steps are told in beats. */
  get slow(): boolean {
    return this.speed <= SLOW;
  }

  /** What the step under way is doing; null at full speed, at rest and at the end. */
  get beat(): Beat | null {
    if (!this.playing || !this.slow || this.#linear >= this.options.end()) return null;
    const within = this.#linear - Math.floor(this.#linear);
    return within < LOOK ? 'look' : within < SCALE ? 'scale' : 'move';
  }

  play(): void {
    if (this.playing) return;
    if (this.time >= this.options.end()) this.time = 0;
    this.#playTo(Infinity);
  }

  #playTo(until: number): void {
    this.playing = true;
    this.#target = null;
    this.#until = until;
    this.#linear = this.time;
    this.#begin();
  }

  pause(speak = true): void {
    const was = this.playing || this.#target !== null;
    this.playing = false;
    this.#target = null;
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (was && speak) this.options.arrived();
    this.host.requestUpdate();
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  /** Goes to a step: at once, or letting the ball travel from where it is. */
  go(step: number, animate = false): void {
    const target = Math.min(this.options.end(), Math.max(0, step));
    this.playing = false;
    cancelAnimationFrame(this.#frame);
    if (!animate || this.options.stillness()) {
      this.#target = null;
      this.time = target;
      if (animate) this.options.arrived();
      this.host.requestUpdate();
      return;
    }
    this.#from = this.time;
    this.#target = target;
    this.#begin();
  }

  next(): void {
    const here = Math.floor((this.#target ?? this.time) + 1e-9);
    if (this.slow && here < this.options.end()) {
      this.time = here;
      this.#playTo(here + 1);
      return;
    }
    this.go(here + 1, true);
  }

  back(): void {
    this.go(Math.ceil((this.#target ?? this.time) - 1e-9) - 1, true);
  }

  faster(): void {
    const speeds = this.options.speeds?.() ?? SPEEDS;
    const i = speeds.findIndex((s) => s >= this.speed);
    this.speed = speeds[(i + 1) % speeds.length] ?? 1;
    this.host.requestUpdate();
  }

  /** Where the ball is at a moment of playing: it moves in a part of each step and rests in the others. */
  #timeAt(moment: number): number {
    const whole = Math.floor(moment);
    if (this.options.stillness()) return whole;
    if (this.speed > LOOKABLE) return moment;
    const within = moment - whole;
    const moved = ease(Math.min(1, Math.max(0, this.slow ? (within - SCALE) / (MOVE - SCALE) : within / 0.7)));
    return whole + (moved > 0.999 ? 1 : moved);
  }

  #begin(): void {
    this.#clock = performance.now();
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(this.#tick);
    this.host.requestUpdate();
  }

  readonly #tick = (now: number): void => {
    const elapsed = Math.max(0, now - this.#clock);
    if (this.#target !== null) {
      const f = Math.min(1, elapsed / TRAVEL);
      this.time = this.#from + (this.#target - this.#from) * ease(f);
      if (f === 1) {
        this.time = this.#target;
        this.pause();
        return;
      }
    } else {
      this.#clock = now;
      const until = Math.min(this.options.end(), this.#until);
      const wanted = Math.min(until, this.#linear + (elapsed / BEAT) * this.speed);
      const there = this.options.reach?.(Math.ceil(wanted)) ?? wanted;
      this.#linear = Math.max(this.#linear, Math.min(wanted, there));
      this.time = this.#timeAt(this.#linear);
      if (this.#linear >= until) {
        this.time = until;
        this.pause();
        return;
      }
    }
    this.host.requestUpdate();
    this.#frame = requestAnimationFrame(this.#tick);
  };
}
