/** Keys on what stands for the time line. */
import { expect, test } from 'vitest';

import { stepByKey } from '../../../web/parts/step-keys';

/** Where a key leads from a step of a run of 40; undefined where it is left to the page. */
function pressed(key: string, from: number): number | undefined {
  let there: number | undefined;
  let kept = false;
  stepByKey(
    { key, preventDefault: () => (kept = true) } as unknown as KeyboardEvent,
    from,
    40,
    (step) => (there = step),
  );
  expect(kept).toBe(there !== undefined);
  return there;
}

test('arrows go one step, pages ten, Home and End to the ends', () => {
  const keys = ['ArrowLeft', 'ArrowDown', 'ArrowRight', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'];
  expect(keys.map((key) => pressed(key, 20))).toEqual([19, 19, 21, 21, 10, 30, 0, 40]);
});

test('no key leads beyond the run', () => {
  expect([pressed('ArrowLeft', 0), pressed('PageDown', 3), pressed('ArrowRight', 40), pressed('PageUp', 35)]).toEqual([
    0, 0, 40, 40,
  ]);
});

test('every other key is the page’s', () => {
  for (const key of ['Tab', 'Enter', ' ', 'a']) expect(pressed(key, 20)).toBeUndefined();
});
