/** Answers that were asked for last: each made once, and only so many kept. */
import { describe, expect, it } from 'vitest';

import type { Engine } from '../../../web/engine/engine';
import { Recent, recent } from '../../../web/figures/recent';

describe('recent answers', () => {
  it('are made once while they are asked for', () => {
    const all = new Recent<number[]>(2);
    const made: string[] = [];
    const ask = (key: string) =>
      all.of(key, () => {
        made.push(key);
        return [made.length];
      });
    const first = ask('a');
    ask('b');
    expect(ask('a')).toBe(first);
    expect(made).toEqual(['a', 'b']);
  });

  it('are never more than so many, however many are asked for: the one not asked for the longest goes', () => {
    const all = new Recent<number>(3);
    for (let k = 0; k < 100; k++) all.of(String(k), () => k);
    expect(all.get('97')).toBe(97);
    all.keep('new', -1);
    const kept = ['97', '98', '99', 'new'].filter((key) => all.get(key) !== undefined);
    expect(kept).toEqual(['97', '99', 'new']);
    for (let k = 0; k < 97; k++) expect(all.get(String(k))).toBeUndefined();
  });

  it('may be nothing or infinite, and are kept all the same', () => {
    const all = new Recent<number>(3);
    all.keep('zero', 0);
    expect(all.of('zero', () => 1)).toBe(0);
    all.keep('endless', Infinity);
    expect(all.of('endless', () => 1)).toBe(Infinity);
  });

  it('belong to one engine', () => {
    const of = recent<string>(2);
    const [one, other] = [{}, {}] as [Engine, Engine];
    of(one).keep('key', 'mine');
    expect(of(one).get('key')).toBe('mine');
    expect(of(other).get('key')).toBeUndefined();
  });
});
