/** Long work with pauses in it, and without. */
import { expect, it, vi } from 'vitest';

import { atOnce, inSlices } from '../../../web/engine/pause';

it('pauses once a piece has taken its time, and only then', async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  let elsewhere = 0;
  const listening = setInterval(() => elsewhere++);
  const work = function* (milliseconds: number): Generator<void, string> {
    for (let k = 0; k < 20; k++) {
      now += milliseconds;
      yield;
    }
    return 'done';
  };
  const done = inSlices(work(0.1));
  expect(elsewhere).toBe(0);
  expect(await done).toBe('done');
  expect(elsewhere).toBe(0);
  expect(await inSlices(work(9))).toBe('done');
  expect(elsewhere).toBeGreaterThan(1);
  clearInterval(listening);
  vi.restoreAllMocks();
});

it('waits for what it is handed', async () => {
  const order: string[] = [];
  const work = function* (): Generator<void | Promise<void>, void> {
    order.push('asked');
    yield new Promise<void>((done) =>
      setTimeout(() => {
        order.push('there');
        done();
      }),
    );
    order.push('went on');
  };
  await inSlices(work());
  expect(order).toEqual(['asked', 'there', 'went on']);
});

it('can be had at once', () => {
  const work = function* (): Generator<void, number> {
    yield;
    yield;
    return 7;
  };
  expect(atOnce(work())).toBe(7);
});

it('pauses before a piece that would not fit any more, if it is as long as the last', async () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const pauses = vi.spyOn(globalThis, 'setTimeout');
  const work = function* (milliseconds: number): Generator<void, void> {
    for (let k = 0; k < 6; k++) {
      now += milliseconds;
      yield;
    }
  };
  await inSlices(work(5));
  expect(pauses).toHaveBeenCalledTimes(6);
  pauses.mockClear();
  await inSlices(work(3));
  expect(pauses).toHaveBeenCalledTimes(3);
  vi.restoreAllMocks();
});
