/** A block of ground: what is known about seeing and painting one. */
import { describe, expect, test } from 'vitest';
import { lookInWords, turned } from '../../../web/plot/look';
import { ground, heightAt, laid, lens, type Ground } from '../../../web/plot/surface';
import { inSight, newFrame, paintGround, paletteFor, type GroundColours } from '../../../web/plot/surface-pixels';

const CELLS = 33;

function made(f: (x: number, y: number) => number, options: { compression?: number; levels?: number[] } = {}): Ground {
  const at = (i: number): number => -2 + (4 * i) / (CELLS - 1);
  const values = Float64Array.from({ length: CELLS * CELLS }, (_, k) => f(at(k % CELLS), at(Math.floor(k / CELLS))));
  return ground({ field: { values, columns: CELLS, rows: CELLS }, x: [-2, 2], y: [-2, 2], ...options });
}

const bowl = made((x, y) => x * x + y * y);
const colours: GroundColours = {
  ramp: [
    [0, 0, 255],
    [255, 0, 0],
  ],
  ink: [0, 0, 0],
  shade: [0, 0, 0],
  light: [255, 255, 255],
  wall: [0, 255, 0],
};

describe('ground', () => {
  test('rises with the loss, from 0 to its relief', () => {
    expect(heightAt(bowl, 0, 0)).toBe(0);
    expect(heightAt(bowl, 2, 2)).toBeCloseTo(bowl.relief, 5);
    for (let x = 0.1; x < 2; x += 0.1) expect(heightAt(bowl, x, 0)).toBeGreaterThan(heightAt(bowl, x - 0.1, 0));
  });

  test('is in proportion without compression', () => {
    const plain = made((x, y) => x * x + y * y, { compression: 0 });
    expect(heightAt(plain, 1, 0) / heightAt(plain, 2, 0)).toBeCloseTo(0.25, 1);
  });

  test('ends at its edges', () => {
    expect(heightAt(bowl, 2.01, 0)).toBeNaN();
    expect(heightAt(bowl, 0, NaN)).toBeNaN();
  });

  test('stands level, and finite, where the loss is the same everywhere or nowhere a number', () => {
    for (const f of [() => 7, () => NaN]) {
      const { height, rank } = made(f);
      expect(height.every(Number.isFinite)).toBe(true);
      expect(rank.every(Number.isFinite)).toBe(true);
    }
  });

  test('counts contour lines from the lowest, whole numbers lying on a line', () => {
    const g = made((x) => x + 2, { levels: [1, 2, 3] });
    const middle = (CELLS >> 1) * CELLS;
    expect(g.rank[middle + 8]).toBeCloseTo(0, 5);
    expect(g.rank[middle + 16]).toBeCloseTo(1, 5);
    expect(g.rank[middle + 20]).toBeCloseTo(1.5, 5);
  });
});

describe('a look', () => {
  test('from straight above is the map: x to the right, y up, no height', () => {
    const l = lens(bowl, { turn: 0, tilt: 90 }, 400, 400);
    const [a, b, c] = [l.place(0, 0, 0), l.place(1, 0, 0.5), l.place(0, 1, 0.2)];
    expect(b.x).toBeGreaterThan(a.x);
    expect(b.y).toBeCloseTo(a.y, 9);
    expect(c.y).toBeLessThan(a.y);
    expect(c.x).toBeCloseTo(a.x, 9);
  });

  test('keeps the whole block in the picture from every side', () => {
    for (let turn = 0; turn < 360; turn += 15)
      for (const tilt of [12, 36, 60, 90]) {
        const l = lens(bowl, { turn, tilt }, 500, 300);
        for (const x of [-2, 2])
          for (const y of [-2, 2])
            for (const h of [-0.07, bowl.relief]) {
              const p = l.place(x, y, h);
              expect(p.x).toBeGreaterThanOrEqual(0);
              expect(p.x).toBeLessThanOrEqual(500);
              expect(p.y).toBeGreaterThanOrEqual(0);
              expect(p.y).toBeLessThanOrEqual(300);
            }
      }
  });

  test('a full turn leads back; tilting stops at the zenith', () => {
    expect(turned({ turn: 350, tilt: 40 }, { turn: 20, tilt: 0 })).toEqual({ turn: 10, tilt: 40 });
    expect(turned({ turn: 5, tilt: 80 }, { turn: -10, tilt: 30 })).toEqual({ turn: 355, tilt: 90 });
    expect(lookInWords({ turn: 45, tilt: 36 })).toContain('south-east, 36°');
    expect(lookInWords({ turn: 350, tilt: 36 })).toContain('south,');
  });

  test('strikes the ground where it was seen, the nearer place where there are two', () => {
    for (const turn of [0, 24, 140, 290])
      for (const tilt of [30, 60, 90]) {
        const l = lens(bowl, { turn, tilt }, 500, 300);
        const p = l.place(0.4, -0.3, heightAt(bowl, 0.4, -0.3));
        const [x, y] = l.strike(p.x, p.y) ?? [NaN, NaN];
        const q = l.place(x, y, heightAt(bowl, x, y));
        expect(Math.hypot(q.x - p.x, q.y - p.y)).toBeLessThan(3);
        expect(q.near).toBeGreaterThan(p.near - 0.02);
        if (tilt >= 60) expect(Math.hypot(x - 0.4, y + 0.3)).toBeLessThan(0.03);
        expect(l.strike(1, 1)).toBeUndefined();
      }
  });

  test('a line on the ground follows it, and leaves a gap outside', () => {
    const l = lens(bowl, { turn: 20, tilt: 30 }, 500, 300);
    const runs = laid(bowl, l, [-3, 0, -1, 0, 1, 0, 1, 3]);
    expect(runs).toHaveLength(1);
    expect(runs.flat().every((p) => Number.isFinite(p.x) && Number.isFinite(p.y))).toBe(true);
  });
});

describe('painting', () => {
  const paint = (g: Ground, turn: number, tilt: number, scale = 1) => {
    const frame = newFrame(300 * scale, 200 * scale);
    const l = lens(g, { turn, tilt }, 300, 200);
    paintGround(frame, g, l, paletteFor(g, colours), scale);
    return { frame, l };
  };
  const channels = (pixel: number): number[] => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255, pixel >>> 24];

  test('leaves no hole in the ground and nothing outside it', () => {
    // A dome, so that every row of the picture crosses it once.
    const dome = made((x, y) => -x * x - y * y);
    for (const turn of [0, 33, 90, 200]) {
      const { frame } = paint(dome, turn, 40);
      for (let row = 0; row < frame.height; row++) {
        const line = Array.from(frame.pixels.subarray(row * frame.width, (row + 1) * frame.width), (p) => p !== 0);
        const [from, to] = [line.indexOf(true), line.lastIndexOf(true)];
        if (from >= 0) expect(line.slice(from, to + 1).every(Boolean)).toBe(true);
      }
      expect(frame.pixels[0]).toBe(0);
    }
  });

  test('is the same picture every time', () => {
    expect(paint(bowl, 24, 36).frame.pixels).toEqual(paint(bowl, 24, 36).frame.pixels);
  });

  test('tints low ground with the first colour of the ramp and high ground with the last', () => {
    const { frame, l } = paint(bowl, 0, 90);
    const at = (x: number, y: number): number[] => {
      const p = l.place(x, y, 0);
      return channels(frame.pixels[Math.floor(p.y) * frame.width + Math.floor(p.x)]!);
    };
    expect(at(0.02, 0.02)[2]).toBeGreaterThan(at(0.02, 0.02)[0]!);
    expect(at(1.8, 1.8)[0]).toBeGreaterThan(at(1.8, 1.8)[2]!);
  });

  test('hides what lies behind a ridge and shows what stands on it', () => {
    const ridge = made((x, y) => 10 * Math.exp(-4 * y * y) + 0 * x, { compression: 0 });
    const { frame, l } = paint(ridge, 0, 15, 2);
    const seen = (y: number): boolean => inSight(frame, 2, l.place(0, y, heightAt(ridge, 0, y)));
    expect(seen(-1.5)).toBe(true);
    expect(seen(0)).toBe(true);
    expect(seen(1)).toBe(false);
  });

  test('shows the walls that face the viewer', () => {
    const green = (turn: number, tilt: number): number =>
      Array.from(paint(bowl, turn, tilt).frame.pixels).filter((p) => {
        const [r, g, b] = channels(p);
        return g! > 100 && r! < g! && b! < g!;
      }).length;
    expect(green(30, 30)).toBeGreaterThan(500);
    expect(green(30, 90)).toBe(0);
  });
});
