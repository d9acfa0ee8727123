/** The pad: a drawing is a link, is scaled and inked as digits are, and keys draw, too. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FOUR } from '../../../../web/figures/digits/choices';
import { inkSetting, type Ink } from '../../../../web/figures/digits/ink';
import { keys } from '../../../../web/figures/digits/pen';
import { BOX, boundsOf, fit, middleOf, PEN, placed, raster } from '../../../../web/figures/digits/raster';
import { squarePaths } from '../../../../web/figures/digits/squares';
import { Problem } from '../../../../web/figures/settings';
import { SMALL, stage } from './opening';

describe('the pad', () => {
  const strokes = fc.array(
    fc
      .array(fc.tuple(fc.integer({ min: 0, max: 280 }), fc.integer({ min: 0, max: 280 })), {
        minLength: 2,
        maxLength: 6,
      })
      .map((points) => points.flat().map((x) => x / 10)),
    { minLength: 1, maxLength: 4 },
  );

  test('is a link and comes back from it', () => {
    const setting = inkSetting([]);
    fc.assert(
      fc.property(strokes, (ink) => {
        expect(setting.read(setting.write(ink))).toEqual(ink);
      }),
    );
    expect(setting.read('none')).toEqual([]);
    for (const wrong of ['1', '1,2,x,4', '1,2;;3,4', '1,2,99,3', `1,2${',1,2'.repeat(1500)}`])
      expect(setting.read(wrong), wrong).toBeInstanceOf(Problem);
  });

  test('scales a drawing to 20 squares and moves its weight to the middle, and leaves what stands there alone', () => {
    fc.assert(
      fc.property(strokes, (ink: Ink) => {
        const there = placed(ink, fit(ink));
        const { left, top, right, bottom } = boundsOf(there)!;
        expect(Math.max(right - left, bottom - top)).toBeLessThanOrEqual(BOX - PEN + 1e-9);
        const [x, y] = middleOf(raster(there));
        // Whole squares: the weight is at most half a square off, where none of it left the paper.
        const { x: dx, y: dy, scale } = fit(there);
        if (left > 1 && top > 1 && right < 27 && bottom < 27 && fit(ink).scale < 8) {
          expect(Math.abs(x - 14)).toBeLessThan(0.51);
          expect(Math.abs(y - 14)).toBeLessThan(0.51);
          expect(scale).toBeCloseTo(1, 6);
          expect([dx, dy].every((d) => Math.abs(d) < 1.001)).toBe(true);
        }
      }),
    );
    const still = fit(FOUR);
    expect([still.scale, Math.round(still.x), Math.round(still.y)].map((n) => Number(n.toFixed(2)))).toEqual([1, 0, 0]);
  });

  test('inks what lies under the pen and nothing else', () => {
    const picture = raster([[14, 4, 14, 24]]);
    expect(picture[14 * 28 + 13]).toBe(1);
    expect(picture[14 * 28 + 18]).toBe(0);
    expect(picture.filter((g) => g > 0).length).toBeLessThan(5 * 24);
    expect(raster([[10, 10]]).some((g) => g > 0)).toBe(true);
    expect(raster([]).every((g) => g === 0)).toBe(true);
    // All of it is drawn: no square is lost between the greys.
    const area = squarePaths(raster(FOUR))
      .join('')
      .matchAll(/h(\d+)v1/g);
    expect([...area].reduce((sum, [, n]) => sum + Number(n), 0)).toBe(
      raster(FOUR).filter((g) => Math.round(g * 8) > 0).length,
    );
  });

  test('is drawn on with keys', () => {
    const s = stage({ ...SMALL, ink: [] });
    let heard = 0;
    const key = (name: string): void =>
      keys(s.view, {
        key: name,
        preventDefault: () => heard++,
        stopPropagation: () => undefined,
      } as unknown as KeyboardEvent);
    [' ', 'ArrowDown', 'ArrowDown', 'ArrowRight'].forEach(key);
    expect(s.settings.ink).toEqual([[14, 6, 14, 7, 14, 8, 15, 8]]);
    expect(s.local['drawing']).toBe(true);
    key(' ');
    expect(s.local['drawing']).toBe(false);
    // Lifted, it went to its place.
    expect(boundsOf(s.settings.ink)!.bottom - boundsOf(s.settings.ink)!.top).toBeGreaterThan(10);
    key('Backspace');
    expect(s.settings.ink).toEqual([]);
    key('q');
    expect(heard).toBe(6);
  });
});
