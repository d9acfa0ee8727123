/** What strangers write into attributes and links: from sensible through careless to hostile. */
import fc from 'fast-check';

import type { AnyFigure } from '../../../web/figures/figure';
import { attributeName, type Setting } from '../../../web/figures/settings';

/** Texts that would do harm wherever they were taken for markup, code, a selector, a handler or a path. */
export const harm = fc.constantFrom(
  '"><img src=x onerror=hit()>',
  "'><svg onload=hit()>",
  '</script><script>hit()</script>',
  '</textarea><iframe src="javascript:hit()">',
  '<style>*{}</style>',
  '<!--',
  'javascript:hit()',
  'url(javascript:hit())',
  '{{x}}',
  '${hit()}',
  '`;hit();//',
  '"""; import os',
  '*/ hit(); /*',
  ']]>',
  '__proto__',
  'constructor',
  'toString',
  '__proto__:1',
  'x.__proto__:1',
  '%',
  '%E0%A4%A',
  '\u202e<b>',
  '\ud800',
  '\0',
  '\u2028',
  '..',
  ']',
);

const oddNumbers = fc.constantFrom(
  ...[
    'NaN',
    '-NaN',
    'Infinity',
    '-Infinity',
    '1e999',
    '-1e999',
    '1e308',
    '5e-324',
    '1e-999',
    '-0',
    '+.5',
    '5.',
    '.',
    '',
  ],
  ...['0x10', '1_000', '1,000', '١', '１', '²', '−3', '1e', '--1', '9'.repeat(39), '9'.repeat(5000), '0.1'.repeat(9)],
);

const lists = fc
  .array(fc.oneof(fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map(String), oddNumbers), { maxLength: 12 })
  .map((all) => all.join(','));

/** Formulas at the edge of what there is: poles, overflow, no number anywhere, depth, and mistakes. */
export const formulas = fc.oneof(
  fc.constantFrom(
    ...['1/0', '0/0', 'x/0', 'log(0)', 'log(x)', 'sqrt(-1)', 'sqrt(x y)', 'exp(exp(exp(x)))', '10^10^10', 'x^1000'],
    ...[
      '1/x + 1/y',
      'tan(x) tan(y)',
      '1e308 x^2',
      '1e-308 x',
      '0 x',
      '7',
      'y',
      'x^y',
      '(-2)^x',
      'asin(x)',
      'x*',
      '',
      ' ',
    ],
    ...['('.repeat(90) + 'x' + ')'.repeat(90), '-'.repeat(199) + 'x', '+'.repeat(300), 'x'.repeat(201), 'z + q', 'x=y'],
  ),
  fc
    .array(fc.constantFrom('x', 'y', '2', '^', '(', ')', '+', '-', '/', 'exp', 'log', ' ', '1e9', '.'), {
      maxLength: 20,
    })
    .map((parts) => parts.join('')),
);

const within = ({ accepts }: Setting<unknown>): fc.Arbitrary<string> => {
  const [, from, to] = / from (-?[\d.e+-]+) to (-?[\d.e+-]+)/.exec(accepts) ?? [];
  if (from === undefined || to === undefined) return fc.constantFrom('', 'true', 'false', '0', '1');
  const [low, high] = [Number(from), Number(to)];
  const edges = [
    low,
    high,
    (low + high) / 2,
    low + (high - low) * 1e-9,
    high - (high - low) * 1e-9,
    low - 1,
    high * 2 + 1,
  ];
  const magnitudes = [low, 1e-6, 1e-3, 0.1, 1, 100, 1e5].filter((value) => value >= low && value <= high);
  return fc.constantFrom(...edges, ...magnitudes, Math.round((low + high) / 3)).map(String);
};

/** Whether a setting takes words, which are shown as they are. */
const isWords = ({ accepts }: Setting<unknown>): boolean => accepts.includes('on one line');

/** Texts for one setting: mostly such as it takes, at the ends of what it takes, and such as no setting should. */
export function textsFor(setting: Setting<unknown>): fc.Arbitrary<string> {
  const names = [...setting.accepts.matchAll(/“([^”]*)”/g)].map(([, name]) => name!);
  const own = fc.constantFrom(setting.write(setting.initial), ...names);
  const anything = fc.oneof(harm, fc.string({ unit: 'binary', maxLength: 300 }), fc.constant('long '.repeat(10_000)));
  if (isWords(setting)) {
    // Without words that a number which is none would be written as: where they are shown, they are the stranger's.
    const clean = (text: string): boolean => !/NaN|Infinity|undefined|\[object/.test(text);
    return fc.oneof({ weight: 3, arbitrary: formulas }, { weight: 1, arbitrary: own }, anything.filter(clean));
  }
  return fc.oneof(
    { weight: 6, arbitrary: within(setting) },
    { weight: 3, arbitrary: own },
    { weight: 2, arbitrary: lists },
    oddNumbers,
    anything,
  );
}

type Pairs = [name: string, text: string][];

/** Some of a figure's settings, by attribute name, now and then one that it does not have. */
export function settingsFor(figure: AnyFigure): fc.Arbitrary<Pairs> {
  const entries = Object.entries(figure.settings).map(([key, setting]) =>
    textsFor(setting).map((text): [string, string] => [attributeName(key), text]),
  );
  const unknown = fc.tuple(fc.constantFrom('colour', 'points', 'data', 'href', 'src', 'rate'), harm);
  const known = fc.oneof(...entries);
  return fc.uniqueArray(fc.oneof({ weight: 9, arbitrary: known }, { weight: 1, arbitrary: unknown }), {
    maxLength: 7,
    selector: ([name]) => name,
  });
}

/** A pinned run, as an attribute has it. */
export const pinFor = (figure: AnyFigure): fc.Arbitrary<string> =>
  fc.oneof(
    settingsFor(figure).map((pairs) => pairs.map(([name, text]) => `${name}=${text}`).join(';')),
    harm,
    fc.constantFrom('', ';', '=', ';;=;%', 'rate', 'rate=%', 'rate==1', ';'.repeat(5000)),
  );

/** Where the time line is to stand. */
export const steps = fc.oneof(fc.nat(60).map(String), oddNumbers, harm, fc.constantFrom('1e9', '1000000', '-1', '2.5'));

/** Whatever somebody may paste as a table. */
export const tables = fc.oneof(
  fc
    .array(fc.array(fc.oneof(oddNumbers, fc.nat(9).map(String), harm), { maxLength: 4 }), { maxLength: 12 })
    .chain((rows) =>
      fc.constantFrom(',', ';', '\t', ' ').map((between) => rows.map((row) => row.join(between)).join('\n')),
    ),
  fc.string({ unit: 'binary', maxLength: 500 }),
  fc.constantFrom(
    '',
    '\n\n\n',
    '"',
    '"a\n'.repeat(2000),
    '1,2\n'.repeat(5000),
    `a${'😀'.repeat(30)},b\n1,2\n3,4`,
    '1;2\r3;4',
    'x,y\n1e300,-1e300\n2,1e300',
  ),
);
