/** Land and sea: the coast lies at zero, straight where the field is, and both sides are told apart without colour. */
import { describe, expect, test } from 'vitest';
import { hatch, tideMap, traceTide } from '../../../web/plot/tide';
import { written } from '../figures/stage';

const [columns, rows] = [31, 23];
const field = (of: (u: number, v: number) => number) => ({
  values: Float64Array.from({ length: columns * rows }, (_, i) =>
    of((i % columns) / (columns - 1), Math.floor(i / columns) / (rows - 1)),
  ),
  columns,
  rows,
});

/** The corners of a path of relative moves, in shares of the map, up counted from below. */
function corners(path: string): [number, number][] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/(M?)(-?\d+)[ ]?(-?\d+)/g)].map(([, start, dx, dy]): [number, number] => {
    [x, y] = start ? [Number(dx), Number(dy)] : [x + Number(dx), y + Number(dy)];
    return [x / 5000, 1 - y / 5000];
  });
}

describe('a tide', () => {
  test('of a linear field has a coast that is exactly straight, where the field is zero', () => {
    const at = (u: number, v: number): number => 2 * u - v - 0.4;
    const [coast = ''] = traceTide(field(at), [0]);
    const inside = corners(coast).filter(([u, v]) => u > 0.02 && u < 0.98 && v > 0.02 && v < 0.98);
    for (const [u, v] of inside) expect(Math.abs(at(u, v))).toBeLessThan(0.002);
    // Its two ends lie on the frame; nothing between them is a corner.
    expect(inside.length).toBeLessThanOrEqual(2);
  });

  test('covers everything where all is land, and nothing where all is sea', () => {
    const [all = '', none = ''] = [
      traceTide(
        field(() => 1),
        [0],
      )[0],
      traceTide(
        field(() => -1),
        [0],
      )[0],
    ];
    expect(none).toBe('');
    expect(corners(all).length).toBeGreaterThanOrEqual(4);
  });

  test('claims nothing where a number is none', () => {
    const odd = field((u) => (u > 0.5 ? NaN : -1));
    expect(traceTide(odd, [0.5]).join('')).not.toMatch(/NaN/);
  });

  test('is drawn with the hatch on the water and not on the land', () => {
    const heights = [-1, 0, 1];
    const box = { left: 0, top: 0, right: 70, bottom: 50 };
    const drawn = written(
      tideMap(
        traceTide(
          field((u) => u - 0.5),
          heights,
        ),
        { box, water: 'w', clip: 'c', coast: 'gd-coast-line' },
      ),
    );
    const order = ['gd-sea-', 'url(#w)', 'gd-land-', 'gd-coast-line'].map((what) => drawn.indexOf(what));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order.every((i) => i >= 0)).toBe(true);
    expect(drawn.lastIndexOf('gd-sea-')).toBeLessThan(drawn.indexOf('url(#w)'));
    expect(written(hatch('w'))).toContain('id=w');
  });
});
