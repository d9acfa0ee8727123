/** Searching the page: what is found, in what order, and how it is shown. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Window } from 'happy-dom';
import { beforeAll, describe, expect, test } from 'vitest';

import { summary } from '../../web/page/search/dialog';
import { excerptOf, find, NOTHING, plain, wanted } from '../../web/page/search/find';
import { readPage, type Index } from '../../web/page/search/index';

const element = {} as HTMLElement;
const chapter = (number: string, title: string, ...texts: string[]): Index['chapters'][number] => ({
  number,
  title,
  blocks: texts.map((text) => ({ text, element })),
});

const index: Index = {
  terms: [
    { name: 'curvature', meaning: 'How fast the slope changes.', element },
    { name: 'slope', meaning: 'How fast the loss changes; its own change is the curvature.', element },
  ],
  chapters: [
    chapter('1', 'A box', 'One step lands at 1 / curvature.', 'Nothing here.'),
    chapter(
      '3',
      'How hard to push',
      'Below 2 / curvature it settles.',
      'The Curvature again.',
      'Recurvatures are not found.',
    ),
    chapter('5', 'Größe', 'Große Schritte überall, naïve ones too.'),
  ],
  figures: [
    { title: 'ravine', about: 'curvature across and along', element, figure: element },
    { title: '2 / curvature', about: 'a sentence about the slope', element, figure: element, word: element },
  ],
};

describe('finding', () => {
  test('words by name, chapters by how often they say it, figures by title first', () => {
    const found = find(index, 'curvat');
    expect(found.terms.map(({ name }) => name)).toEqual(['curvature']);
    expect(found.chapters.map(({ chapter: c, places }) => [c.number, places])).toEqual([
      ['3', 2],
      ['1', 1],
    ]);
    expect(found.places).toBe(3);
    expect(found.figures.map(({ title }) => title)).toEqual(['2 / curvature', 'ravine']);
    expect(summary(found)).toBe('1 word, 2 figures, 3 places in 2 chapters');
  });

  test('every word must be there, in any order; a sentence around a state is not the state', () => {
    expect(find(index, 'settles below').chapters.map(({ chapter: c }) => c.number)).toEqual(['3']);
    expect(find(index, 'settles above').chapters).toEqual([]);
    expect(find(index, 'slope').figures).toEqual([]);
  });

  test('neither case nor accents matter, and a mark stands where the letters are', () => {
    expect(find(index, 'GROSS').places).toBe(0);
    expect(find(index, 'uberall').places).toBe(1);
    expect(excerptOf('Große Schritte überall', wanted('uber')).filter((p) => p.found)).toEqual([
      { text: 'über', found: true },
    ]);
    expect(find(index, 'naive').places).toBe(1);
  });

  test('signs are looked for as they are typed', () => {
    expect(find(index, '2 / cu').chapters.map(({ chapter: c }) => c.number)).toEqual(['3']);
    for (const odd of ['(', '[a', '\\', '**', '$^', '/.']) expect(() => find(index, odd)).not.toThrow();
  });

  test.each(['', ' ', 'a', '  x '])('too little finds nothing: “%s”', (query) =>
    expect(find(index, query)).toBe(NOTHING),
  );

  test('two letters are enough, together or apart', () => {
    expect(find(index, 'on').places).toBe(2);
    expect(find(index, 'o s').chapters.map(({ chapter: c }) => c.number)).toEqual(['1', '5']);
  });

  test('of what is found often the first are shown, and all places counted', () => {
    const many = Array.from({ length: 9 }, (_, i) => `slope ${i}`);
    const found = find(
      {
        terms: many.map((name) => ({ name, meaning: '', element })),
        chapters: many.map((text, i) => chapter(String(i + 1), text, text, text)),
        figures: many.map((title) => ({ title, about: '', element, figure: element })),
      },
      'slope',
    );
    expect(found.terms.map(({ name }) => name)).toEqual(many.slice(0, 3));
    expect(found.chapters.map(({ chapter: c }) => c.title)).toEqual(many.slice(0, 5));
    expect(found.figures.map(({ title }) => title)).toEqual(many.slice(0, 3));
    expect(found.places).toBe(18);
  });

  test('an excerpt is the text itself, whole words of it, with the first place in sight', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('slope', 'of', 'the', 'Überall', 'x²'), { maxLength: 60, size: 'max' }),
        fc.constantFrom('slope', 'slo slope', 'slope the', 'the slope'),
        (words, query) => {
          const text = words.join(' ');
          const pieces = excerptOf(text, wanted(query));
          const all = pieces.map((p) => p.text).join('');
          const shown = all.replace(/^… | …$/g, '');
          expect(` ${text} `).toContain(` ${shown} `);
          expect(shown.length).toBeLessThanOrEqual(130);
          expect(all.startsWith('… ')).toBe(!text.startsWith(shown));
          expect(all.endsWith(' …')).toBe(!text.endsWith(shown));
          if (text.length < 120) expect(all).toBe(text);
          const asked = query.split(' ');
          expect(pieces.some((p) => p.found)).toBe(asked.some((word) => text.includes(word)));
          // The end of “slope” where “slo” was found before it.
          for (const { text: piece, found } of pieces)
            if (found) expect([...asked, 'pe']).toContain(piece);
            else for (const word of asked) expect(piece).not.toContain(word);
        },
      ),
    );
    const afar = excerptOf(`${'x'.repeat(300)} slope and more`, wanted('slope'));
    expect(afar.filter((p) => p.found)).toEqual([{ text: 'slope', found: true }]);
  });

  test('plain letters stand where the letters stood', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plain(text).length).toBe(text.length);
      }),
    );
  });
});

describe('a chapter', () => {
  const { document } = new Window();
  document.write(`<section class="chapter" id="c"><h2>Two hills</h2><p class="chapter-number">Chapter 4</p>
    <ul><li>One item <p>with a paragraph</p></li></ul>
    <p>A slope <span aria-hidden="true">s l o p e</span><annotation>w^2</annotation> of
      <gd-word set="rate: 2" for="second">two</gd-word></p>
    <gd-figure name="first"></gd-figure><gd-figure name="second" aria-label="a ball"></gd-figure></section>`);
  const read = readPage(document as unknown as ParentNode);

  test('is found by its title, and every text of it once, without what stands there a second time', () => {
    const [only] = read.chapters;
    expect([only!.number, only!.title]).toEqual(['4', 'Two hills']);
    expect(only!.blocks.map(({ text }) => text)).toEqual(['Two hills', 'One item with a paragraph', 'A slope of two']);
  });

  test('has its figures, and the states that words set, each with the figure that it sets', () => {
    expect(read.figures.map(({ title, about }) => [title, about])).toEqual([
      ['first: Two hills', ''],
      ['second: Two hills', 'a ball'],
      ['two', 'A slope of two'],
    ]);
    expect(read.figures.map(({ figure }) => figure.getAttribute('name'))).toEqual(['first', 'second', 'second']);
  });
});

describe('the page', () => {
  let read: Index;
  beforeAll(() => {
    const { document } = new Window();
    document.write(readFileSync('dist/index.html', 'utf8'));
    read = readPage(document as unknown as ParentNode);
  });

  test('has its words, chapters and figures', () => {
    expect(read.terms.length).toBeGreaterThan(40);
    expect(read.chapters.map(({ number }) => Number(number))).toEqual(read.chapters.map((_, i) => i + 1));
    expect(find(read, 'learning rate').terms[0]?.name).toBe('learning rate');
    expect(find(read, 'terrain').figures[0]?.title).toMatch(/^terrain: /);
  });

  test('tells no wager’s answer', () => {
    for (const { word } of read.figures) expect(word?.closest('.predict') ?? null).toBeNull();
  });

  test('reads each place once, and no number of a picture', () => {
    const all = read.chapters.flatMap(({ blocks }) => blocks.map((b) => b.element));
    expect(new Set(all).size).toBe(all.length);
    for (const block of all) expect(all.some((other) => other !== block && other.contains(block))).toBe(false);
    for (const block of all) expect(block.closest('gd-figure')).toBeNull();
  });
});
