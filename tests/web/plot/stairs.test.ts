/** A run as stairs on its curve: every step goes along first and then up or down to where it lands. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { linearAxis } from '../../../web/plot/scales';
import { stairs, stairsPath } from '../../../web/plot/stairs';
import { written } from '../figures/stage';

const [x, y] = [linearAxis([0, 100], [0, 1000]), linearAxis([0, 100], [500, 0])];
/** The row `k` lies at 10 k across and 500 - 5 k down. */
const rows = { x: Float64Array.from({ length: 101 }, (_, k) => k), y: Float64Array.from({ length: 101 }, (_, k) => k) };

interface Stair {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly latest: boolean;
}

function drawn(options: { step: number; landing?: { x: number; y: number }; most?: number }): Stair[] {
  const text = written(stairs({ rows, x, y, ...options }));
  return [...text.matchAll(/class=gd-parameter-(\w+) d=M(\S+) (\S+?)H(\S+?)V([\d.]+)/g)].map(
    ([, kind, x0, y0, x1, y1]) => ({
      from: [Number(x0), Number(y0)],
      to: [Number(x1), Number(y1)],
      latest: kind === 'line',
    }),
  );
}

const place = (k: number): [number, number] => [10 * k, 500 - 5 * k];

describe('the stairs of a run', () => {
  test('are its last eleven steps, or as many as were asked for, each from where the one before it landed', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }), (step, most) => {
        const all = drawn({ step, ...(most !== undefined && { most }) });
        const first = Math.max(0, step - (most ?? 11));
        expect(all.map(({ from, to }) => [from, to])).toEqual(
          Array.from({ length: step - first }, (_, i) => [place(first + i), place(first + i + 1)]),
        );
      }),
    );
  });

  test('end with the step that is being made, and only the last stands out', () => {
    for (const landing of [undefined, { x: 50, y: 20 }]) {
      const all = drawn({ step: 5, ...(landing && { landing }) });
      expect(all).toHaveLength(landing ? 6 : 5);
      expect(all.map(({ latest }) => latest)).toEqual(all.map((_, i) => i === all.length - 1));
      expect(all.at(-1)?.to).toEqual(landing ? [500, 400] : place(5));
    }
    expect(drawn({ step: 0 })).toEqual([]);
  });

  test('are one path for the whole of a run', () => {
    expect(stairsPath({ x: [0, 10, 5], y: [0, 20, 10] }, x, y)).toBe('M0 500H100V400H50V450');
    expect(stairsPath({ x: [], y: [] }, x, y)).toBe('');
  });
});
