/** Work that grows beside the page. */
import { describe, expect, test } from 'vitest';
import { Growth, type Aside, type Listener } from '../../../../web/figures/landscape/growth';

describe('growing', () => {
  const counting = function* (to: number, freed: () => void): Generator<number, void> {
    try {
      for (let k = 1; k <= to; k++) yield k;
    } finally {
      freed();
    }
  };
  const onlooker = { local: {}, setLocal: () => undefined };
  /** Work beside the page, in the hands of the test. */
  const aside = () => {
    const hands: Listener<number>[] = [];
    const stopped: number[] = [];
    const begin: Aside<number> = (listener) => {
      const k = hands.push(listener) - 1;
      return () => stopped.push(k);
    };
    return { hands, stopped, begin };
  };

  test('goes on beside the page once somebody looks, rests, begins again and is freed', async () => {
    let [freed, drawn] = [0, 0];
    const by = { local: {}, setLocal: () => void drawn++ };
    const { hands, stopped, begin } = aside();
    const growth = new Growth(
      counting(50, () => freed++),
      begin,
    ).first((n) => n >= 3);
    expect(growth.look(by)).toBe(3);
    await expect.poll(() => hands.length).toBe(1);
    hands[0]!.told(20);
    expect([growth.look(by), growth.running, drawn]).toEqual([20, true, 1]);
    growth.rest();
    expect([growth.running, growth.look(by), stopped]).toEqual([false, 20, [0]]);
    // What was on its way when it was stopped.
    hands[0]!.told(21);
    hands[0]!.over();
    expect([growth.now, growth.over]).toEqual([20, false]);
    growth.wake();
    growth.look(by);
    growth.look(by);
    await expect.poll(() => hands.length).toBe(2);
    hands[1]!.told(50);
    hands[1]!.over();
    expect([growth.look(by), growth.over, growth.running, freed]).toEqual([50, true, false, 1]);
    const other = new Growth(
      counting(1e9, () => freed++),
      begin,
    ).first();
    other.look(by);
    await expect.poll(() => hands.length).toBe(3);
    other.end();
    expect([freed, stopped]).toEqual([2, [0, 2]]);
    hands[2]!.told(7);
    expect(other.now).toBe(1);
    // What cannot be had aside is done at once.
    const own = new Growth(
      counting(9, () => freed++),
      begin,
    ).first();
    own.look(by);
    await expect.poll(() => hands.length).toBe(4);
    hands[3]!.failed();
    expect([own.now, own.over, freed]).toEqual([9, true, 3]);
    // Ended before it could begin.
    const brief = new Growth(
      counting(9, () => freed++),
      begin,
    ).first();
    brief.look(by);
    brief.end();
    await new Promise((done) => setTimeout(done, 5));
    expect(hands).toHaveLength(4);
  });

  test('is all there at once for a still picture, or where nothing is to be made', () => {
    const { hands, begin } = aside();
    const growth = new Growth(
      counting(7, () => undefined),
      begin,
    );
    expect(growth.look({ ...onlooker, local: { still: true } })).toBe(7);
    expect(new Growth([5].values())).toMatchObject({ now: 5, over: true });
    expect(hands).toEqual([]);
  });
});
