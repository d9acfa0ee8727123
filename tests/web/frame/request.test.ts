/** What a frame reads from its address: the figure, its settings, nothing else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readRequest } from '../../../web/frame/request';

const platform = new Set(['onclick', 'title', 'hidden', 'popover', 'inert', 'innerhtml', 'role', 'slot']);
const read = (search: string, hash = '', own = '') => readRequest(search, hash, own, platform);

describe('the address of a frame', () => {
  test('names a figure and its settings in the query or in the hash, in the same words', () => {
    const asked = {
      name: 'learning-rate',
      attributes: new Map([
        ['rate', '0.2'],
        ['step', '4'],
      ]),
    };
    expect(read('?name=learning-rate&rate=0.2&step=4')).toMatchObject(asked);
    expect(read('', '#learning-rate?rate=0.2&step=4')).toMatchObject(asked);
  });

  test('lets the hash choose the figure, with none of the settings meant for the one in the query', () => {
    const { name, attributes, theme } = read('?name=one-weight&rate=7&theme=dark', '#terrain?seed=3');
    expect([name, [...attributes], theme]).toEqual(['terrain', [['seed', '3']], 'dark']);
  });

  test('is what the page says of itself where it has none, as in srcdoc', () => {
    const asked = { name: 'terrain', attributes: new Map([['seed', '3']]), theme: 'dark' };
    expect(read('', '', 'terrain?seed=3&theme=dark')).toEqual({ ...asked, transparent: false });
    expect(read('?theme=dark&rate=7', '', 'terrain?seed=3')).toEqual({ ...asked, transparent: false });
    expect(read('?name=start', '', 'terrain?seed=3').attributes.size).toBe(0);
    expect(read('?name=start', '', 'terrain').name).toBe('start');
    expect(read('?name=start', '#gradient', 'terrain').name).toBe('gradient');
    expect(read('', '', '').name).toBeUndefined();
  });

  test('chooses theme and background, and ignores others than there are', () => {
    expect(read('?name=x&theme=dark&background=transparent')).toMatchObject({ theme: 'dark', transparent: true });
    expect(read('?name=x&theme=sepia&background=red')).toMatchObject({ theme: undefined, transparent: false });
    expect(read('?name=x', '#x?theme=light')).toMatchObject({ theme: 'light' });
  });

  test('without a name asks for the list', () => {
    for (const [search, hash] of [
      ['', ''],
      ['?', '#'],
      ['?rate=3', '#?rate=3'],
      ['?name=', '#'],
    ] as const)
      expect(read(search, hash).name).toBeUndefined();
  });

  test('sets only attributes without a meaning of their own, whatever it says', () => {
    const words = [...platform, 'class', 'name', 'linked', 'onbeat', 'data-x', 'aria-label', 'rate', 'xlink:href', 'A'];
    const key = fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 60, unit: 'binary' }));
    const query = fc.array(fc.tuple(key, fc.string({ unit: 'binary' }))).map((pairs) => new URLSearchParams(pairs));
    fc.assert(
      fc.property(query, fc.string({ unit: 'binary' }), fc.boolean(), (asked, name, hashed) => {
        const { attributes } = hashed ? read('', `#${name}?${asked}`) : read(`?${asked}`, '');
        for (const [attribute, value] of attributes) {
          expect(attribute).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
          expect(attribute).not.toMatch(/^(on|data-|aria-)/);
          expect([...platform, 'class', 'name', 'linked']).not.toContain(attribute);
          expect(typeof value).toBe('string');
        }
        expect(attributes.size).toBeLessThanOrEqual([...asked].length);
      }),
    );
  });

  test('is read in bounded time and room, however long it is', () => {
    const { attributes } = read(
      `?name=x&${'&a=1'.repeat(1e6)}`,
      `#x?${Array.from({ length: 1e5 }, (_, i) => `a${i}=`).join('&')}`,
    );
    expect(attributes.size).toBeLessThan(20_000);
  });
});
