/** What the tutorial's panel writes is read by others exactly as it was meant. */
import fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { figures } from '../../web/figures/registry';
import { attributeName, Problem } from '../../web/figures/settings';
import type { Format } from '../../web/take/format';
import { formats } from '../../web/take/formats';
import { elementMarkup } from '../../web/take/formats/element';
import { attributes, type Moment } from '../../web/take/moment';
import { hugo, jekyll, tiddlywiki } from '../../web/take/quote';

const page = 'https://example.org/some/where/index.html';

/** Texts that are hard on somebody's quoting. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['"', "'", '`', '\\', '\n', '%}', '{{', '}}', '>}}', '{{< x >}}', '<b>', '&amp;', ']]', '"""', '=', ' '],
      ),
      fc.string({ maxLength: 4, unit: 'grapheme' }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** Any figure with any settings that its own table accepts. */
const moment: fc.Arbitrary<Moment> = fc.constantFrom(...figures.values()).chain((figure) => {
  const entries = Object.entries(figure.settings).map(([key, setting]) => {
    const names = [...setting.accepts.matchAll(/“([^”]*)”/g)].map(([, name]) => name!);
    const texts = fc.oneof(
      nasty,
      fc.double({ noNaN: true }).map(String),
      fc.constantFrom('1', '0.5', '2,3,4,5', ...names),
    );
    return texts.map((text): [string, string][] => {
      const value = setting.read(text);
      return value instanceof Problem ? [] : [[attributeName(key), setting.write(value)]];
    });
  });
  return fc.tuple(fc.tuple(...entries), fc.nat(1000)).map(([states, step]) => ({
    name: figure.name,
    title: figure.title,
    state: Object.fromEntries(states.flat()),
    step,
    height: 700,
    link: `#${figure.name}?step=${step}`,
    page,
    picture: () => Promise.resolve('<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
    tables: () => [],
    runs: () => [],
  }));
});

/** Some settings hold words of the reader's own; they must occur among what is tried. */
const wordy = fc.tuple(moment, nasty).map(([m, text]): Moment => ({ ...m, state: { ...m.state, formula: text } }));

async function textsOf(name: string, m: Moment): Promise<(string | undefined)[]> {
  const format = formats.find((f) => f.name === name) as Format;
  return (await format.pieces(m)).map(({ text }) => text);
}

/** Elements that HTML makes of a text, attributes included. */
function elements(html: string): { tag: string; attributes: Record<string, string> }[] {
  const { document } = new Window();
  const template = document.createElement('template');
  template.innerHTML = html;
  return [...template.content.querySelectorAll('*')].map((e) => ({
    tag: e.tagName.toLowerCase(),
    attributes: Object.fromEntries([...e.attributes].map((a) => [a.name, a.value ?? ''])),
  }));
}

describe('the element', () => {
  test('comes out of HTML with the attributes that went in, and nothing else does', async () => {
    await fc.assert(
      fc.asyncProperty(wordy, async (m) => {
        const [plain, pictured] = await textsOf('element', m);
        const [style, script, figure, ...rest] = elements(plain!);
        expect(style).toEqual({ tag: 'style', attributes: {} });
        expect(plain).toContain(`gd-figure[name="${m.name}"]:not(:defined) { display: block; min-height: 700px; }`);
        expect(script).toEqual({ tag: 'script', attributes: { src: 'downhill.js', defer: '' } });
        expect(figure).toEqual({ tag: 'gd-figure', attributes: Object.fromEntries(attributes(m)) });
        expect(rest).toEqual([]);
        expect(elements(pictured!).map(({ tag }) => tag)).toEqual(['script', 'gd-figure', 'img']);
      }),
      { numRuns: 150 },
    );
  });

  test('always quotes, and never leaves a sign that could end the quotes or begin a tag', () => {
    fc.assert(
      fc.property(wordy, (m) => {
        const inside = elementMarkup(m).slice('<gd-figure '.length, -'></gd-figure>'.length);
        expect(inside).toMatch(/^([a-z][a-z-]*="[^"<>]*" ?)+$/s);
      }),
    );
  });
});

describe('the frame', () => {
  test('asks behind its # for what the figure shows, so that no server can drop it', async () => {
    await fc.assert(
      fc.asyncProperty(wordy, async (m) => {
        const [html] = await textsOf('iframe', m);
        const [frame, ...rest] = elements(html!);
        expect(rest).toEqual([]);
        expect(frame!.attributes['sandbox']).toBe('allow-scripts');
        expect(frame!.attributes['title']).toBe(m.title);
        const address = new URL(frame!.attributes['src']!);
        expect(address.href.split('#')[0]).toBe('https://example.org/some/where/figure.html');
        const [name, query] = address.hash.slice(1).split(/\?(.*)/s);
        expect([['name', name], ...new URLSearchParams(query)]).toEqual(attributes(m));
      }),
      { numRuns: 150 },
    );
  });

  test('is a neighbour where the page is read from disk', async () => {
    const [m] = fc.sample(moment, 1);
    const [html] = await textsOf('iframe', { ...m!, page: 'file:///somewhere/index.html' });
    expect(html).toContain('src="figure.html#');
  });
});

/** A quoted parameter as Hugo 0.111 reads it: its lexer, for one value. */
function readHugo(text: string): string {
  if (text.startsWith('`')) return /^`([^`]*)`$/.exec(text)![1]!;
  let at = 1;
  let escapes = false;
  for (; text[at] !== '"'; at++) {
    if (at >= text.length || text[at] === '\n') throw new Error('unterminated');
    if (text[at] !== '\\') continue;
    if (text[at + 1] === '`') throw new Error('unrecognized escape character');
    if (text[at + 1] === '"') {
      escapes = true;
      at++;
    }
  }
  if (at !== text.length - 1) throw new Error('there is more after the quote');
  return escapes ? text.slice(1, at).replaceAll('\\', '') : text.slice(1, at);
}

/** Jekyll 4.3's regular expression for a parameter, and what it makes of the value. */
function readJekyll(text: string): string {
  const [whole, double, single] = /^(?:"([^"\\]*(?:\\[^\n][^"\\]*)*)"|'([^'\\]*(?:\\[^\n][^'\\]*)*)')/.exec(text)!;
  if (whole !== text) throw new Error('there is more after the quote');
  return double === undefined ? single!.replaceAll("\\'", "'") : double.replaceAll('\\"', '"');
}

/** TiddlyWiki 5.4's regular expression for a parameter of a call. */
function readTiddlyWiki(text: string): string {
  const found = /^(?:"""((?:[^"]|"(?!""))*?)"""|"([^"]*)"|'([^']*)'|\[\[([^\]]*)\]\])/.exec(text)!;
  if (found[0] !== text) throw new Error('there is more after the quote');
  return found.slice(1).find((part) => part !== undefined)!;
}

describe.each([
  ['Hugo', hugo, readHugo, { easy: 'a "b" c\\d' }],
  ['Jekyll', jekyll, readJekyll, { easy: 'it\'s "b"' }],
  ['TiddlyWiki', tiddlywiki, readTiddlyWiki, { easy: 'it\'s "b" c' }],
] as const)('%s', (_, quote, read, { easy }) => {
  test('reads every text that could be written as it was', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const written = quote(text);
        if (written !== undefined) expect(read(written)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['0.2', '0.1,0.3', '', 'sin(x) cos(y) + (x^2 + y^2) / 20', 'adam.learningRate:0.1', easy])(
    'can carry %j',
    (text) => {
      expect(read(quote(text)!)).toBe(text);
    },
  );
});

describe('the blogs', () => {
  const marks = { hugo: /^\{\{< downhill .* \/>\}\}$/s, jekyll: /^\{% include downhill\.html [^]* %\}$/ };
  const calls = { ...marks, tiddlywiki: /^<<downhill [^]*>>$/ };

  test.each(['hugo', 'jekyll', 'tiddlywiki'] as const)('%s gets a call with every attribute', async (name) => {
    const m: Moment = { ...fc.sample(moment, 1)[0]!, state: { rate: '0.2', log: 'log' }, step: 4 };
    const [text] = await textsOf(name, m);
    expect(text).toMatch(calls[name]);
    for (const [attribute, value] of attributes(m))
      expect(text).toContain(name === 'tiddlywiki' ? `${attribute}:"${value}"` : `${attribute}="${value}"`);
  });

  test.each([
    ['hugo', '`"\\'],
    ['jekyll', 'a %} b'],
    ['tiddlywiki', '\'"]"'],
  ])('%s says so where its rules cannot carry a text', async (name, formula) => {
    const format = formats.find((f) => f.name === name)!;
    const [piece] = await format.pieces({ ...fc.sample(moment, 1)[0]!, state: { formula } });
    expect(piece!.text).toBeUndefined();
    expect(piece!.note).toContain('formula');
  });

  test('Liquid never sees the end of the tag, or of a variable, before it comes', () => {
    fc.assert(fc.property(nasty, (text) => void expect(jekyll(text) ?? '').not.toMatch(/%\}|\{\{/)));
  });
});

describe('numbers', () => {
  test('are offered only where there are some', () => {
    const data = formats.find(({ name }) => name === 'data')!;
    const [m] = fc.sample(moment, 1);
    expect(data.has!(m!)).toBe(false);
    expect(data.has!({ ...m!, tables: () => [{ caption: 'Run', columns: [{ name: 'step' }], rows: [[0]] }] })).toBe(
      true,
    );
  });
});

test('every format has a name of its own and something to show', async () => {
  expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length);
  const m = { ...fc.sample(moment, 1)[0]!, state: { rate: '0.2' } };
  for (const format of formats.filter((f) => f.has?.(m) ?? true)) {
    const pieces = await format.pieces(m);
    expect(pieces.length, format.name).toBeGreaterThan(0);
    for (const { text, picture } of pieces) expect(text ?? picture, format.name).toBeTruthy();
  }
});
