import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { anchor, glossarySection, readGlossary, TermFinder } from '../../web/build/article/glossary';

const file = 'web/article/glossary.yaml';
const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const glossary = readGlossary(file, source);

const linked = (finder: TermFinder, text: string): string[] =>
  finder.split(text).flatMap((part) => (typeof part === 'string' ? [] : [`${part[0]}=${part[1]}`]));

describe('the glossary', () => {
  test('says each thing once, in a sentence, at an address of its own', () => {
    expect(glossary.length).toBeGreaterThan(30);
    for (const { text } of glossary) expect(text).toMatch(/^[A-Z][^]*[.]$/);
    expect(new Set(glossary.map(({ term }) => anchor(term))).size).toBe(glossary.length);
  });

  test('refuses a form that belongs to two terms, and an entry without its sentence', () => {
    const twice = '- { term: slope, text: A. }\n- { term: gradient, forms: [Slope], text: B. }';
    expect(() => readGlossary(file, twice)).toThrow(/Entry 2 \(gradient\): `slope` belongs to `slope` already/);
    expect(() => readGlossary(file, '- { term: slope }')).toThrow(/needs a `term` and a `text`/);
  });

  test('links a term once, where it first stands, in whatever form', () => {
    const finder = new TermFinder(glossary);
    expect(linked(finder, 'Learning\nrates differ; a learning rate is a number.')).toEqual([
      'Learning\nrates=learning rate',
    ]);
    expect(linked(finder, 'The learning rate again.')).toEqual([]);
  });

  test('prefers the longer of two terms, and leaves parts of words alone', () => {
    expect(linked(new TermFinder(glossary), 'A partial derivative.')).toEqual(['partial derivative=derivative']);
    expect(linked(new TermFinder(glossary), 'Biased lossy remodelled weighty superslope.')).toEqual([]);
    expect(linked(new TermFinder(glossary), 'A mini-batch.')).toEqual(['mini-batch=batch']);
  });

  test('changes no letter of a text', () => {
    const words = fc.constantFrom(...glossary.flatMap(({ forms }) => forms), 'and', '-', ' ', '\n', 'é', '$', '(');
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const text = parts.join(' ');
        const split = new TermFinder(glossary).split(text);
        expect(split.map((p) => (typeof p === 'string' ? p : p[0])).join('')).toBe(text);
      }),
    );
  });

  test('escapes what stands in a term', () => {
    const odd = [{ term: '<b>', forms: ['<b>'], text: 'x' }];
    expect(glossarySection(odd, () => 'x')).not.toContain('<b>');
  });
});
