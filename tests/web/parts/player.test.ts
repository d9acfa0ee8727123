import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Player, SPEEDS, type Beat } from '../../../web/parts/player';

/** A clock that stands still until a test moves it, one frame of 20 ms at a time. */
class Clock {
  now = 0;
  #frame: ((now: number) => void) | undefined;
  install(): void {
    vi.stubGlobal('performance', { now: () => this.now });
    vi.stubGlobal('requestAnimationFrame', (frame: (now: number) => void) => {
      this.#frame = frame;
      return 1;
    });
    vi.stubGlobal('cancelAnimationFrame', () => (this.#frame = undefined));
  }
  pass(milliseconds: number, each: () => void = () => undefined): void {
    for (const end = this.now + milliseconds; this.now < end;) {
      this.now += 20;
      const frame = this.#frame;
      this.#frame = undefined;
      frame?.(this.now);
      each();
    }
  }
}

const clock = new Clock();
const host = { addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined };

function player(end = 10, stillness = false): Player & { spoken: number } {
  const made = new Player(
    { ...host, updateComplete: Promise.resolve(true) },
    {
      end: () => end,
      arrived: () => (spoken.spoken += 1),
      stillness: () => stillness,
    },
  );
  const spoken = Object.assign(made, { spoken: 0 });
  return spoken;
}

describe('a player', () => {
  beforeEach(() => {
    clock.now = 0;
    clock.install();
  });
  afterEach(() => vi.unstubAllGlobals());

  it('waits for steps that are made while it plays, and never goes back for them', () => {
    let made = 0;
    const asked: number[] = [];
    const waiting = new Player(
      { ...host, updateComplete: Promise.resolve(true) },
      {
        end: () => 100,
        reach: (step) => (asked.push(step), Math.min(step, made)),
        arrived: () => undefined,
        stillness: () => false,
      },
    );
    waiting.speed = 10;
    waiting.play();
    clock.pass(1000);
    expect(waiting.step).toBe(0);
    made = 7;
    clock.pass(1000);
    expect(waiting.step).toBe(7);
    made = 3;
    clock.pass(100);
    expect(waiting.step).toBe(7);
    // It asks for no more than a frame's worth beyond where it stands.
    expect(Math.max(...asked)).toBeLessThanOrEqual(8);
    made = 100;
    clock.pass(6000);
    expect([waiting.step, waiting.playing]).toEqual([100, false]);
  });

  it('plays two updates a second at speed 1, however many frames there are', () => {
    const p = player();
    p.play();
    clock.pass(2000);
    expect(p.step).toBe(4);
  });

  it('tells a slowed step in three beats: the ball rests while one looks and scales', () => {
    const p = player();
    p.speed = 0.1;
    p.next();
    const told: (Beat | null)[] = [];
    let movedBefore = false;
    clock.pass(5200, () => {
      if (told.at(-1) !== p.beat) told.push(p.beat);
      if (p.beat === 'look' || p.beat === 'scale') movedBefore ||= p.time > 0;
    });
    expect(told).toEqual(['look', 'scale', 'move', null]);
    expect(movedBefore).toBe(false);
    expect(p.time).toBe(1);
    expect(p.playing).toBe(false);
    expect(p.spoken).toBe(1);
  });

  it('tells the beats without motion to readers who asked for stillness', () => {
    const p = player(10, true);
    p.speed = 0.25;
    p.next();
    const seen = new Set<Beat | null>();
    const times = new Set<number>();
    clock.pass(2200, () => {
      seen.add(p.beat);
      times.add(p.time);
    });
    expect([...seen]).toEqual(['look', 'scale', 'move', null]);
    expect([...times]).toEqual([0, 1]);
  });

  it('has no beats at full speed, nor at the end', () => {
    const p = player(1);
    p.play();
    clock.pass(100);
    expect(p.beat).toBeNull();
    clock.pass(1000);
    p.speed = 0.1;
    p.next();
    expect(p.beat).toBeNull();
    expect(p.time).toBe(1);
  });

  it('stops after one slow step, and plays on to the end when asked to play', () => {
    const p = player(3);
    p.speed = 0.25;
    p.next();
    clock.pass(4000);
    expect(p.time).toBe(1);
    p.play();
    clock.pass(6000);
    expect(p.time).toBe(3);
  });

  it('starts again when asked to play at the end, and goes on from anywhere else', () => {
    for (const [from, after] of [
      [3, 1],
      [1, 2],
      [0, 1],
    ] as const) {
      const p = player(3);
      p.go(from);
      p.toggle();
      clock.pass(500);
      expect(p.time).toBe(after);
    }
  });

  it('goes no farther than the run, in either direction', () => {
    const p = player(3);
    for (const [asked, there] of [
      [-2, 0],
      [2, 2],
      [7, 3],
    ] as const) {
      p.go(asked);
      expect(p.time).toBe(there);
    }
    p.next();
    clock.pass(400);
    expect(p.time).toBe(3);
    expect(p.spoken).toBe(1);
  });

  it('steps back by one, or to the beginning of the step that it stands in', () => {
    const p = player(5);
    for (const [from, there] of [
      [3, 2],
      [2.4, 2],
      [0, 0],
    ] as const) {
      p.go(from);
      p.back();
      clock.pass(400);
      expect(p.time).toBe(there);
    }
  });

  it('goes through all speeds, and after the fastest begins with the slowest', () => {
    const p = player();
    const speeds = SPEEDS.map(() => {
      p.faster();
      return p.speed;
    });
    expect(speeds).toEqual([2, 5, 10, 0.1, 0.25, 0.5, 1]);
    expect([...speeds].sort((a, b) => a - b)).toEqual([...SPEEDS]);
  });
});
