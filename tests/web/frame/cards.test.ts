/** The pictures beside links: there, of the size that is said, and with something on them. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { CARD } from '../../../web/build/cards/layout';
import { breakLines } from '../../../web/build/cards/lines';
import { encodePng } from '../../../web/build/cards/png';
import { socialCard } from '../../../web/build/cards/social';
import { figures } from '../../../web/figures/registry';
import { palette, surface } from '../../../web/style/tokens';
import { readPng, type Picture } from './png';

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));
const names = [...figures.keys()];
const read = (file: string): string => readFileSync(path.join(dist, file), 'utf8');
const property = (html: string, name: string): string | undefined =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)">`).exec(html)?.[1];
/** The card that a page names; the page lies `below` dist. */
function cardOf(
  html: string,
  below: string,
): { readonly file: string; readonly picture: Picture; readonly bytes: number } {
  const address = property(html, 'og:image')!.replace(/\?v=[0-9a-f]{10}$/, '');
  const file = path.join(dist, below, address);
  const data = readFileSync(file);
  return { file: path.relative(dist, file), picture: readPng(data), bytes: data.length };
}

const number = (colour: string): number => Number.parseInt(colour.slice(1), 16);
/** Share of the pixels right of `from` that differ from what most of them are. */
function inked({ width, colours }: Picture, from: number): number {
  const counts = new Map<number, number>();
  colours.forEach((colour, i) => {
    if (i % width >= from) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  });
  const all = [...counts.values()];
  return 1 - Math.max(...all) / all.reduce((sum, n) => sum + n, 0);
}

const pages: readonly (readonly [page: string, name: string])[] = [
  ...names.map((name) => [`figures/${name}.html`, name] as const),
  ['index.html', 'index'],
];

describe.each(pages)('the card of %s', (page, name) => {
  const html = read(page);
  const { file, picture, bytes } = cardOf(html, path.dirname(page));

  test('is its own, of the size that its page says', () => {
    expect(file).toBe(path.join('cards', `${name}.png`));
    expect([picture.width, picture.height]).toEqual([1200, 630]);
    expect(property(html, 'og:image:width')).toBe(String(picture.width));
    expect(property(html, 'og:image:height')).toBe(String(picture.height));
    expect(property(html, 'twitter:card')).toBe('summary_large_image');
    expect(property(html, 'og:image:alt')!.length).toBeGreaterThan(20);
    expect(bytes).toBeLessThan(100_000);
  });

  test('shows a picture on its right and a title on its left', () => {
    expect(inked(picture, 450)).toBeGreaterThan(0.02);
    const seen = new Set(picture.colours);
    // The ball, and the words in ink on paper, each in its exact colour.
    for (const colour of [palette.parameter.light, surface.ink.light]) expect(seen).toContain(number(colour));
    const ink = picture.colours.filter((c, i) => c === number(surface.ink.light) && i % picture.width < 440);
    expect(ink.length).toBeGreaterThan(2000);
  });
});

test('no two cards are the same', () => {
  const files = pages.map(([, name]) => readFileSync(path.join(dist, `cards/${name}.png`), 'base64'));
  expect(new Set(files).size).toBe(files.length);
});

test.each(names)('the oEmbed answer of %s names the same card', (name) => {
  const answer = JSON.parse(read(`oembed/${name}.json`)) as Record<string, unknown>;
  expect(answer['thumbnail_url']).toBe(property(read(`figures/${name}.html`), 'og:image'));
  expect([answer['thumbnail_width'], answer['thumbnail_height']]).toEqual([CARD.width, CARD.height]);
});

test('cards are not kept for reading without a connection', () => {
  expect(existsSync(path.join(dist, 'cards/index.png'))).toBe(true);
  expect(read('sw.js')).not.toContain('cards/');
});

test('a page says how it wants to be known only where it knows its whole address', () => {
  const card = { title: 'A <b>', description: '"', image: 'x.png', alt: 'x' };
  expect(socialCard({ ...card, url: '../x.html' })).not.toContain('canonical');
  expect(socialCard({ ...card, url: 'https://example.org/x' })).toContain(
    'rel="canonical" href="https://example.org/x"',
  );
  expect(socialCard({ ...card, url: 'x' })).not.toMatch(/<b>|content="""/);
});

describe('a title', () => {
  const word = fc.string({ minLength: 1, maxLength: 14, unit: fc.constantFrom('a', 'i', 'm') });
  const title = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
  const measure = (text: string): number => text.length * 10;

  test('keeps its words, in lines that fit unless a word alone does not', () => {
    fc.assert(
      fc.property(title, fc.integer({ min: 20, max: 400 }), (text, width) => {
        const lines = breakLines(text, width, measure);
        expect(lines.join(' ')).toBe(text);
        for (const line of lines) if (line.includes(' ')) expect(measure(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('has no more lines than filling each would need, and none longer than it must be', () => {
    fc.assert(
      fc.property(title, fc.integer({ min: 60, max: 400 }), (text, width) => {
        const lines = breakLines(text, width, measure);
        const longest = Math.max(...lines.map(measure));
        const tighter = breakLines(text, longest - 1, measure);
        const longestThen = Math.max(...tighter.map(measure));
        expect(tighter.length > lines.length || longestThen >= longest).toBe(true);
      }),
    );
  });
});

describe('a PNG', () => {
  const opaque = (colours: readonly number[]): Uint8Array =>
    Uint8Array.from(colours.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255, 255]));

  test('holds a picture of few colours exactly', () => {
    const size = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
    const pictures = size.chain(([width, height]) =>
      fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        // Fewer than are kept as they are.
        colours: fc.array(fc.constantFrom(0, 0xffffff, 0x0b5fc0, 0x0b5fc1, 0xfffefb), {
          minLength: width * height,
          maxLength: width * height,
        }),
      }),
    );
    fc.assert(
      fc.property(pictures, ({ width, height, colours }) => {
        expect(readPng(encodePng({ width, height, pixels: opaque(colours) }))).toEqual({ width, height, colours });
      }),
    );
  });

  test('of many colours is near to every one of them, and names at most 256', () => {
    const [width, height] = [128, 64];
    const colours = Array.from({ length: width * height }, (_, i) => ((i % width) << 17) | ((i >> 7) << 10) | 0x40);
    const { colours: read } = readPng(encodePng({ width, height, pixels: opaque(colours) }));
    expect(new Set(read).size).toBeLessThanOrEqual(256);
    for (const [i, colour] of read.entries())
      for (const shift of [16, 8, 0]) {
        const off = Math.abs(((colour >> shift) & 255) - ((colours[i]! >> shift) & 255));
        // 128 x 64 colours in 256 squares of 16 x 16 leave each within a square of the next.
        expect(off).toBeLessThanOrEqual(32);
      }
  });
});
