/** The article build: numbers come from the engine, and what does not resolve fails with its place. */
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readChapter } from '../../web/build/article/chapter';
import { navigation } from '../../web/build/article/navigation';
import { renderChapter, type Workshop } from '../../web/build/article/render-chapter';
import type { Engine } from '../../web/engine/engine';

const engineFile = new URL('../../dist/engine.mjs', import.meta.url);
const file = 'web/article/07-sample.md';
let workshop: Workshop;

beforeAll(async () => {
  if (!existsSync(engineFile)) throw new Error('dist/engine.mjs is missing: run npm run build first.');
  const { loadEngine } = (await import(engineFile.href)) as { readonly loadEngine: () => Promise<Engine> };
  workshop = {
    engine: await loadEngine(),
    tables: new Map([['line', 'x,y\n0,1\n1,3\n2,5\n']]),
    figures: {
      names: ['one-weight', 'start'],
      attributes: () => ['rate', 'start'],
      goals: (name) => (name === 'one-weight' ? ['hilltop'] : []),
      spots: () => ['curve'],
      problems: (_, texts) => Object.keys(texts).flatMap((name) => (name === 'rate' ? [] : [`There is no ${name}.`])),
      poster: () => '<svg class="gd-poster"></svg>',
    },
    glossary: [{ term: 'sample', forms: ['sample', 'samples'], text: 'One of *many*.' }],
    chapters: new Set(['sample', 'model']),
  };
});

interface Sample {
  readonly rate?: number;
  readonly matter?: readonly string[];
  readonly claim?: string;
}

/** A chapter whose body begins on line 11 when `matter` is empty. */
function source(body: string, { rate = 0.1, matter = [], claim = 'A claim.' }: Sample = {}): string {
  return [
    '---',
    'name: sample',
    'title: A sample',
    'short: sample',
    `claim: ${claim}`,
    'figure: one-weight',
    'facts:',
    `  first: { run: { objective: { name: parabola }, optimizer: { name: gradient_descent, learningRate: ${rate} }, start: [3], stepLimit: 4 } }`,
    ...matter,
    'keep: Keep it.',
    '---',
    body,
  ].join('\n');
}

const html = (body: string, sample?: Sample): string =>
  renderChapter(readChapter(file, source(body, sample)), workshop).html;
const problem = (body: string, sample?: Sample): string => {
  try {
    html(body, sample);
  } catch (error) {
    return (error as Error).message;
  }
  return 'no problem';
};

describe('words that set the figure', () => {
  test('carry settings, step and part, with the numbers that facts have', () => {
    expect(html('[glides]{rate="0.2" step="3" at="curve"}')).toContain(
      '<gd-word for="one-weight" set="rate=0.2" step="3" at="curve">glides</gd-word>',
    );
    expect(html('[on]{play}')).toContain('<gd-word for="one-weight" play="">on</gd-word>');
    expect(html('[there]{rate="{{first.rate[0]}}" step="{{first.steps}}"}')).toContain('set="rate=0.1" step="4"');
  });

  test('keep the colour of their idea, and numbers within', () => {
    expect(html('[{{first.parameter[1]}}]{.parameter step="1"}')).toContain(
      '<gd-word for="one-weight" step="1"><span class="parameter">2.4</span></gd-word>',
    );
  });

  test('of a figure are read exactly, whatever the text around rounds', () => {
    expect(html('[x]{rate="{{first.change[1]}}"}')).toContain('set="rate=-0.48"');
  });

  test('explain no term: they are pressed for something else', () => {
    expect(html('[a sample]{step="1"} and a sample')).toMatch(/>a sample<\/gd-word> and a <a class="term"/);
  });
});

describe('numbers in prose', () => {
  test('follow the run they name', () => {
    expect(html('It lands at {{first.parameter[1]}}.')).toContain('It lands at 2.4.');
    expect(html('It lands at {{first.parameter[1]}}.', { rate: 0.2 })).toContain('It lands at 1.8.');
  });

  test('reach every part of a run', () => {
    const text = html(
      '{{first.steps}} {{first.reason}} {{first.gradient[0]}} {{first.rate[0]}} {{first.loss[-1]|.4f}} {{first.change[0]|abs}}',
    );
    expect(text).toContain('4 step limit 6 0.1 6.5099 0.6');
  });

  test('come from every kind of fact', () => {
    const matter = [
      '  line: { fit: { table: line } }',
      '  bend: { curvature: { objective: { name: parabola }, at: [0] } }',
      '  height: { value: { objective: { regression: { table: line } }, at: [2, 1] } }',
      '  rates: { sweep: { objective: { name: parabola }, start: [3], stepLimit: 20, rates: [0.1, 1.5] } }',
      '  quotient: { quotients: { objective: { name: parabola }, at: [3], widths: [0.5] } }',
    ];
    const text = html(
      '{{line.parameters[0]|2}} {{line.rows}} {{bend.threshold}} {{height.value}} {{rates.behaviours[1]}} {{quotient.forward[0]}}',
      { matter },
    );
    expect(text).toContain('2.0 3 1 0 divergent 6.5');
  });

  test('have significant digits, d3 formats, grouped thousands and powers of ten', () => {
    const matter = [
      '  big: { value: { objective: { name: parabola }, at: [114] } }',
      '  small: { quotients: { objective: { name: parabola }, at: [3], widths: [1e-6] } }',
    ];
    expect(html('{{first.loss[0]|3}} {{first.loss[1]|.1f}} {{big.value}}', { matter })).toContain(
      '14.0 10.8 13\u202f001',
    );
    expect(html('{{small.widths[0]|2}}', { matter })).toContain('1.0 × 10<sup>−6</sup>');
    expect(html('$ {{small.widths[0]|2}} $ and $h = {{small.widths[0]|2}}$', { matter })).toContain(
      '<msup><mrow><mn>10</mn></mrow>',
    );
  });

  test('carry the minus sign of typography in text and TeX’s own in formulas', () => {
    expect(html('{{first.change[0]}}')).toContain('<p>\u22120.6</p>');
    expect(html('from -3 to 4-5 - or so')).toContain('from \u22123 to 4\u20135 \u2013 or so');
    expect(html('$d = {{first.change[0]}}$')).toMatch(/<mo form="prefix">−<\/mo><mrow><mn>0.6<\/mn>/);
  });

  test('stand in tables, titles of folds, claims and coloured words', () => {
    expect(html('| a | b |\n|---|---|\n| {{first.loss[0]|3}} | x |')).toContain('<td>14.0</td>');
    expect(html('::: deeper After {{first.steps}} steps\nText.\n:::')).toContain('<summary>After 4 steps</summary>');
    expect(html('', { claim: 'Only {{first.steps}} steps.' })).toContain('Only 4 steps.');
    expect(html('[w = {{first.parameter[0]}}]{.parameter}')).toContain('<span class="parameter">w = 3</span>');
  });
});

describe('a mistake fails the build and names file and line', () => {
  test.each([
    [
      'an unknown fact, with the names there are',
      'Text.\n\nMore {{second.loss[0]}}.',
      `${file}:13: \`second.loss[0]\` names no number. Known: first.steps, first.reason, first.parameter[0 ... 4]`,
    ],
    ['a row beyond the run', '{{first.loss[9]}}', `${file}:11: \`first.loss[9]\` names no number.`],
    ['an inherited name', '{{first.constructor}}', `${file}:11: \`first.constructor\` names no number.`],
    ['an unknown format', 'One\ntwo {{first.loss[0]|3q}}', `${file}:12: Unknown format \`3q\``],
    ['a format on a word', '{{first.reason|3}}', `${file}:11: \`first.reason\` is a word`],
    ['an open placeholder', '{{first.loss[0]', `${file}:11: \`{{\` is never closed`],
    ['a broken formula', 'See\n\n$\\frac{1}$', `${file}:13: This formula cannot be read`],
    [
      'an unknown colour',
      'The [slope]{.slope}',
      `${file}:11: Unknown mark \`{.slope}\`. Known: {.parameter}, {.gradient}`,
    ],
    [
      'a word that sets what there is not',
      '[x]{speed="2"}',
      `${file}:11: Figure \`one-weight\` cannot be set so: There`,
    ],
    ['a word that points nowhere', '[x]{at="moon"}', `${file}:11: Figure \`one-weight\` has no part \`moon\` to point`],
    ['a word at half a step', '[x]{step="1.5"}', `${file}:11: \`step="1.5"\` is neither a whole number nor`],
    ['a word with a loose end', '[x]{step="1" fast}', `${file}:11: \`fast\` cannot be read.`],
    ['an unknown block', '\n::: perdict\nText\n:::', `${file}:12: Unknown block \`perdict\`. Known: predict, task`],
    ['a block left open', '::: predict\nText', `${file}:11: Block \`predict\` is never closed`],
    ['a close without a block', 'Text\n\n:::', `${file}:13: This \`:::\` closes nothing`],
    [
      'an unknown goal',
      '::: task goal="valley"\nText\n:::',
      `${file}:11: Figure \`one-weight\` has no goal \`valley\`. Known: hilltop.`,
    ],
    [
      'an unknown figure',
      '::: figure name="two-weights"\n:::',
      `${file}:11: Unknown figure \`two-weights\`. Known: one-weight, start.`,
    ],
    [
      'an unknown attribute',
      '::: figure name="start" speed="2"\n:::',
      `${file}:11: Figure \`start\` has no attribute \`speed\`. Known: rate, start.`,
    ],
    ['text in a figure', '::: figure name="start"\nText\n:::', `${file}:11: Nothing may stand inside \`::: figure\``],
    ['a fold without a title', '::: deeper\nText\n:::', `${file}:11: Say what is deeper`],
    ['a link to nowhere', 'See [there](#nowhere).', `${file}:11: There is no chapter \`nowhere\``],
    ['a second title', '# Title', `${file}:11: The title stands in the front matter`],
  ])('%s', (_, body, message) => {
    expect(problem(body)).toContain(message);
  });

  test.each([
    ['a refused run', ['  bad: { run: { objective: { name: parabole } } }'], `${file}:9: Fact \`bad\`: objective`],
    [
      'an unknown kind of fact',
      ['  bad: { walk: {} }'],
      `${file}:9: Fact \`bad\`: Unknown kind of fact \`walk\`. Known: run, fit`,
    ],
    ['two questions in one fact', ['  bad: { run: {}, fit: {} }'], `${file}:9: Fact \`bad\` must ask one question`],
    [
      'an unknown table',
      ['  bad: { fit: { table: mars } }'],
      `${file}:9: Fact \`bad\`: Unknown table \`mars\`. Known: line.`,
    ],
    ['an unknown field', ['color: red'], `${file}:9: Unknown field \`color\``],
    ['broken YAML', ['attributes: { rate: [ }'], `${file}:9: `],
    [
      'attributes that are not plain',
      ['attributes: { rate: [1] }'],
      `${file}:9: \`attributes\` must name plain values`,
    ],
    [
      'an unknown attribute of the chapter’s figure',
      ['attributes: { speed: 2 }'],
      `${file}:9: Figure \`one-weight\` has no attribute \`speed\``,
    ],
  ])('%s', (_, matter, message) => {
    expect(problem('', { matter })).toContain(message);
  });

  test('a number that is not finite', () => {
    const matter = ['  rates: { sweep: { objective: { name: parabola }, start: [3], rates: [5] } }'];
    expect(problem('{{rates.finalLoss[0]}}', { matter })).toContain(`${file}:12: \`rates.finalLoss[0]\` is NaN`);
  });

  test('a chapter without front matter, a name or a number', () => {
    expect(() => readChapter(file, 'Text')).toThrow(`${file}:1: A chapter begins with front matter`);
    expect(() => readChapter(file, '---\ntitle: x\n---\n')).toThrow(`${file}:2: Front matter lacks \`name\``);
    expect(() => readChapter('web/article/sample.md', source(''))).toThrow('named by its number');
  });
});

describe('blocks and marks', () => {
  test('a task is tied to the figure beside the text', () => {
    expect(html('::: task goal="hilltop"\nTry.\n:::')).toContain(
      '<gd-task for="one-weight" goal="hilltop">\n<p>Try.</p>\n</gd-task>',
    );
  });

  test('a figure may stand within a fold, closed by colons of the same length', () => {
    const text = html('::: deeper Why?\nText.\n\n::: figure name="start" rate="0.2"\n:::\nMore.\n:::\n\nAfter.');
    expect(text).toMatch(
      /<details class="deeper" id="sample-[a-z-]+">[\s\S]*<gd-figure name="start" rate="0.2" linked>[\s\S]*More\.<\/p>\n<\/details>\n<p>After/,
    );
  });

  test('colons within code are code', () => {
    expect(html('::: predict\n```\n:::\n```\n:::')).toContain('<code>:::\n</code>');
  });

  test('the sentence to keep stands before the sources', () => {
    expect(html('Text.\n\n::: sources\n- A book.\n:::')).toMatch(/Text\.[\s\S]*class="keep"[\s\S]*class="sources"/);
  });

  test('keys, idea colours in formulas, and headings below the chapter’s', () => {
    expect(html('Press [[Step]].')).toContain('<kbd>Step</kbd>');
    expect(html('$\\gradient{g}$')).toContain('class="gradient"');
    expect(html('$$ w $$')).toContain('<span class="formula"><math display="block">');
    expect(html('## More')).toContain('<h3>More</h3>');
    expect(html('It costs \\$5 or $6.')).toContain('It costs $5 or $6.');
  });

  test('a sign belongs to its number after an operator, and is a difference after a number or a bracket', () => {
    const sign = '<mo form="prefix">−</mo>';
    for (const tex of ['x = -1', '2 \\times -3', '\\left(-2\\right)']) expect(html(`$${tex}$`)).toContain(sign);
    for (const tex of ['a - b', '(a) - b', '2 - 1']) expect(html(`$${tex}$`)).not.toContain(sign);
  });

  test('thousands and per cent are set as all numbers of the page are', () => {
    expect(html('All 13,002 of them, 84 % at 1,2 and 3,4567.')).toContain(
      'All 13\u202f002 of them, 84\u00a0% at 1,2 and 3,4567.',
    );
  });

  test('a link to another chapter is a link', () => {
    expect(html('In [chapter 1](#model).')).toContain('In <a href="#model">chapter 1</a>.');
  });

  test('a term explains itself where the text first uses it, and nowhere else', () => {
    const made = html('## Sample\n\nA *sample* of samples.\n\n::: sources\n- Sample, 1951.\n:::', {
      claim: 'A sample.',
    });
    expect(made.match(/class="term"/g)).toHaveLength(1);
    expect(made).toContain('<em><a class="term" href="#term-sample">sample</a></em> of samples.');
  });

  test('markup in the text is shown, not obeyed', () => {
    expect(html('<script>alert(1)</script> <b onclick="x">b</b>')).not.toMatch(/<script|<b /);
    expect(html('', { claim: '<img src=x onerror=alert(1)>' })).not.toContain('<img');
    expect(html('[[<b>]]')).toContain('<kbd>&lt;b&gt;</kbd>');
    expect(html('[x](javascript:alert(1))')).not.toContain('href="javascript');
    expect(html('', { matter: ['attributes: { rate: "\\"><script>" }'] })).toContain(
      'rate="&#34;&#62;&#60;script&#62;"',
    );
  });
});

test('the navigation links every chapter', () => {
  const nav = navigation([
    { number: 0, label: 'start', name: 'start' },
    { number: 1, label: 'gradient', name: 'gradient' },
  ]);
  expect(nav).toContain('<a class="stop" href="#start">');
  // Once along the curve, once in the list under the chapter's name.
  expect(nav.match(/<a /g)).toHaveLength(4);
  expect(nav).not.toMatch(/style=/);
});
