/** The page's typefaces are cut to what its text needs: nothing that it says may be missing from them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { cuts } from '../../web/build/fonts';

const dist = (name: string): string => readFileSync(new URL(`../../dist/${name}`, import.meta.url), 'utf8');
const keptBy = (...files: string[]): Set<string> =>
  new Set(cuts.filter(({ file }) => files.some((name) => file.startsWith(name))).flatMap((cut) => [...cut.characters]));

/** The characters of what a reader sees, by code; markup's own letters are among those of any text. */
function missing(text: string, from: ReadonlySet<string>): string[] {
  const shown = text.replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
  return [...new Set(shown)].filter((c) => c > ' ' && !from.has(c));
}

/** Raised and lowered digits are the system's: the face that is cut has none. */
const raised = /[\u2070-\u207b\u2080-\u2089]/g;
const formulas = /<math[\s>][\s\S]*?<\/math>/g;

test.each(['index.html', 'hosting.html'])('every character of the text of %s', (file) => {
  const html = dist(file).replace(/<svg[\s\S]*?<\/svg>/g, '');
  expect(missing(html.replace(formulas, ''), keptBy('source-serif-4.', 'source-serif-4-greek'))).toEqual([]);
});

test('every character of the formulas', () => {
  const html = (dist('index.html').match(formulas) ?? []).join('');
  expect(html.length).toBeGreaterThan(1000);
  expect(missing(html, keptBy('source-serif-4', 'stix'))).toEqual([]);
});

test('every character of the pictures', () => {
  const pictures = (dist('index.html').match(/<svg[\s\S]*?<\/svg>/g) ?? []).join('');
  expect(pictures.length).toBeGreaterThan(1000);
  expect(missing(pictures.replace(raised, ''), keptBy('source-sans'))).toEqual([]);
});

/** Text of the elements that a pattern opens, formulas and pictures aside. */
function within(opening: string): string {
  const html = dist('index.html')
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(formulas, '');
  const elements = [...html.matchAll(new RegExp(`<(${opening})\\b[^>]*>([\\s\\S]*?)</\\1>`, 'g'))];
  return elements.map(([, , inside]) => inside!.replace(/<[^>]*>/g, '').replace(/&[a-z]+;/g, '&')).join('');
}

test.each([
  ['titles', 'h1|h2', 'source-serif-4-display'],
  ['what is strong', 'strong|b|h3|dt', 'source-serif-4-bold'],
  ['what is emphasised', 'em|i|cite', 'source-serif-4-italic'],
])('every character of %s, in the face that it stands in', (_, opening, face) => {
  const text = within(opening);
  expect(text.length).toBeGreaterThan(20);
  expect(missing(text, keptBy(`${face}.`))).toEqual([]);
});

test('every character of the claims, in italics', () => {
  const claims = [...dist('index.html').matchAll(/<p class="claim">([\s\S]*?)<\/p>/g)].map(([, claim]) => claim!);
  expect(claims.length).toBeGreaterThan(10);
  const text = claims
    .join('')
    .replace(formulas, '')
    .replace(/<[^>]*>/g, '');
  expect(missing(text, keptBy('source-serif-4-italic.', 'source-serif-4-greek'))).toEqual([]);
});

test("figures' own words are in the part of their face that comes first; the rest is disjoint from it", () => {
  const pictures = (dist('index.html').match(/<text[\s\S]*?<\/text>/g) ?? []).join('').replace(/<[^>]*>/g, '');
  const [first, rest] = [keptBy('source-sans-3.'), keptBy('source-sans-3-more.')];
  expect(missing(pictures.replace(raised, ''), first)).toEqual([]);
  expect([...first].filter((c) => rest.has(c))).toEqual([]);
  // What a connection brings at first, ten packets, holds any one of the faces.
  for (const { file } of cuts)
    expect(readFileSync(new URL(`../../dist/fonts/${file}`, import.meta.url)).length, file).toBeLessThan(14_300);
});

test('a browser asks for the rest only where one of its characters stands', () => {
  const ranges = cuts
    .filter(({ file }) => file.startsWith('source-sans'))
    .map(({ descriptors }) =>
      [...descriptors.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].flatMap(([, from, to]) => {
        const [low, high] = [parseInt(from!, 16), parseInt(to ?? from!, 16)];
        return Array.from({ length: high - low + 1 }, (_, i) => String.fromCodePoint(low + i));
      }),
    );
  expect(ranges).toEqual(
    ['source-sans-3.', 'source-sans-3-more.'].map((file) =>
      [...keptBy(file)].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!),
    ),
  );
});

test('a character that no face has would be missed', () => {
  expect(missing('\u4e0b&#x305;', keptBy('source', 'stix'))).toEqual(['\u4e0b', '\u0305']);
});
