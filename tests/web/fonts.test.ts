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

test('a character that no face has would be missed', () => {
  expect(missing('\u4e0b&#x305;', keptBy('source', 'stix'))).toEqual(['\u4e0b', '\u0305']);
});
