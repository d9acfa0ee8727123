/**
 * The page's typefaces, cut down to what the page uses: fewer characters, and only the weights and
 * optical sizes that occur. Cutting takes a second or two, so results are kept in `build/fonts`.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/** A font file, ready to be named by a style sheet. */
export interface Font {
  /** Name of the file in `fonts/`. */
  readonly file: string;
  /** Descriptors of its `@font-face`, all but `src`. */
  readonly descriptors: string;
  readonly data: Buffer;
}

interface Cut {
  readonly source: string;
  /** What is kept; every other character of the source goes. */
  readonly characters: string;
  readonly axes?: Record<string, number | { min: number; max: number }>;
  /** What else the source can do: everything, unless this says otherwise. */
  readonly features?: readonly string[];
}

/** A cut for the page. */
interface PageCut extends Cut {
  readonly file: string;
  readonly descriptors: string;
}

/** Characters `from` to `to`, both included. */
function range(from: number, to: number): string {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
}

/** What is typed on a keyboard. */
const typed = range(0x20, 0x7e);
/** The text: English, the names of the people in the sources, and the signs that stand outside formulas. */
const text = `${typed}\u00a0\u00a7\u00a9\u00b0\u00b1\u00b2\u00b3\u00b7\u00d7\u00e0\u00e1\u00e4\u00e7\u00e8\u00e9\u00ed\u00ef\u00f3\u00f6\u00f8\u00fc\u2009\u202f\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2032\u2033\u2192\u2212\u203a`;
/** Titles. */
const titles = `${range(0x41, 0x5a)}${range(0x61, 0x7a)}${range(0x30, 0x39)} !"#&'(),-./:;?\u00a0\u2013\u2014\u2018\u2019\u201c\u201d\u2026`;
/** What is emphasised: the text's characters without the accents of names, which no strong word has. */
const strong = text.replace(/[\u00a7\u00a9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]/g, '');
/** Figures show what readers bring along, in many languages. */
const latin = `${typed}${range(0xa0, 0xff)}\u0131\u0152\u0153\u2009\u202f\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u2020\u2022\u2026\u2032\u2033\u20ac\u2122\u2191\u2192\u2193\u2212\u2215`;
/** Of these, what figures themselves say: few enough for what a connection brings at first. The others come when they are needed. */
const ours = `${typed.replace(/[#$@\\`{}~]/g, '')}\u00a0\u00b0\u00b1\u00b2\u00b3\u00b7\u00b9\u00d7\u2009\u202f\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2032\u2033\u2191\u2192\u2193\u2212`;
const theirs = [...latin].filter((c) => !ours.includes(c)).join('');
const greek = 'ΑΒΓΔΕΖΗΘΛΞΠΣΦΨΩαβγδεζηθικλμνξοπρςστυφχψω';
/** What stands between the letters of a formula; the letters come from the text faces. */
const signs = `!()*+,-./:;<=>?[\\]^_{|}~\u00ac\u00b1\u00b7\u00d7\u00f7\u2026\u2032\u2190\u2191\u2192\u2193\u2194\u21a6\u21d0\u21d2\u21d4\u2113\u2202\u2205\u2207\u2208\u2209\u220f\u2211\u2212\u2213\u2217\u2218\u221a\u221d\u221e\u2225\u222b\u223c\u2243\u2248\u2260\u2261\u2264\u2265\u226a\u226b\u22a4\u22c5\u22ef\u2308\u2309\u230a\u230b\u27e8\u27e9\u03d5\u03f5\u0302\u0303\u0304\u20d7\u00af\u02c6\u02c9\u02dc\u2061\u2062\u2063\u{1d7d9}`;

const serif = '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2';
const sans = '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2';

/** Fractions, small raised digits, marks above any letter and the like would be a sixth of each file, and nothing asks for them. */
const plain = ['kern', 'liga', 'tnum'];

/** The characters as a descriptor, so that a browser asks for the file only where it needs one of them. */
function unicodeRange(characters: string): string {
  const codes = [...new Set(characters)].map((c) => c.codePointAt(0)!).sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const code of codes) {
    const last = runs.at(-1);
    if (last?.[1] === code - 1) last[1] = code;
    else runs.push([code, code]);
  }
  const hex = (code: number): string => code.toString(16).toUpperCase();
  return `unicode-range: ${runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(', ')};`;
}

const sansFace = "font-family: 'Downhill Sans'; font-weight: 400 700; font-style: normal;";
const sansWeights = { wght: { min: 400, max: 700 } };

/** @internal exported for its test */
export const cuts: readonly PageCut[] = [
  // Each weight by itself, at the optical size it occurs in: half as large as one face that could be everything.
  {
    file: 'source-serif-4.woff2',
    source: serif,
    descriptors: "font-family: 'Downhill Serif'; font-weight: 400; font-style: normal;",
    characters: text,
    axes: { wght: 400, opsz: 18 },
    features: plain,
  },
  {
    file: 'source-serif-4-bold.woff2',
    source: serif,
    descriptors: "font-family: 'Downhill Serif'; font-weight: 600 700; font-style: normal;",
    characters: strong,
    axes: { wght: 660, opsz: 18 },
    features: plain,
  },
  {
    file: 'source-serif-4-display.woff2',
    source: serif,
    descriptors: "font-family: 'Downhill Display'; font-weight: 600; font-style: normal;",
    characters: titles,
    axes: { wght: 600, opsz: 42 },
    features: plain,
  },
  {
    file: 'source-serif-4-italic.woff2',
    source: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-italic.woff2',
    descriptors: "font-family: 'Downhill Serif'; font-weight: 400; font-style: italic;",
    characters: text,
    // Italics occur in running text and in claims, which are near enough in size to share one cut.
    axes: { wght: 400, opsz: 20 },
    features: plain,
  },
  {
    file: 'source-serif-4-greek-italic.woff2',
    source: '@fontsource-variable/source-serif-4/files/source-serif-4-greek-opsz-italic.woff2',
    descriptors: "font-family: 'Downhill Serif'; font-weight: 400; font-style: italic; unicode-range: U+370-3FF;",
    characters: greek,
    axes: { wght: 400, opsz: 18 },
    features: plain,
  },
  {
    file: 'source-sans-3.woff2',
    source: sans,
    descriptors: `${sansFace} ${unicodeRange(ours)}`,
    characters: ours,
    axes: sansWeights,
    features: plain,
  },
  {
    file: 'source-sans-3-more.woff2',
    source: sans,
    descriptors: `${sansFace} ${unicodeRange(theirs)}`,
    characters: theirs,
    axes: sansWeights,
    features: plain,
  },
  {
    file: 'stix-two-math.woff2',
    source: '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
    descriptors: "font-family: 'STIX Two Math'; font-weight: 400; font-style: normal;",
    characters: signs,
  },
];

/** Single weights, for a program that draws text but knows no variable fonts. */
const stills: readonly Cut[] = [
  ...[400, 600, 700].map((wght) => ({ source: sans, characters: latin, axes: { wght } })),
  { source: serif, characters: latin, axes: { wght: 600, opsz: 48 } },
];

async function cutDown({ source: name, characters, axes, features }: Cut, format: 'woff2' | 'sfnt', cache: string) {
  const source = await readFile(createRequire(import.meta.url).resolve(name));
  const wanted = JSON.stringify([characters, axes, features, format, 'unhinted']);
  const key = createHash('sha256').update(source).update(wanted).digest('hex').slice(0, 16);
  const kept = join(cache, `${key}.${format}`);
  try {
    return await readFile(kept);
  } catch {
    const options = {
      targetFormat: format,
      // Of the sources only the mathematical one has hints: a quarter of its file, and its letters' neighbours have none.
      noHinting: true,
      ...(axes ? { variationAxes: axes } : {}),
      ...(features ? { keepFeatures: [...features] } : {}),
    };
    const data = await subsetFont(source, characters, options);
    await mkdir(cache, { recursive: true });
    await writeFile(kept, data);
    return data;
  }
}

/**
 * All typefaces of the page.
 *
 * @param cache folder to keep finished cuts in
 */
export async function makeFonts(cache: string): Promise<readonly Font[]> {
  const fonts: Font[] = [];
  // One after the other: the subsetter is one WebAssembly instance anyway.
  for (const cut of cuts) {
    const { file, descriptors } = cut;
    fonts.push({ file, descriptors, data: await cutDown(cut, 'woff2', cache) });
  }
  return fonts;
}

/**
 * The text faces for drawing pictures at build time, as TrueType files of one weight each: the sans in 400, 600 and
 * 700, the serif in 600, for titles.
 *
 * @param cache folder to keep finished cuts in
 */
export async function makeStillFonts(cache: string): Promise<readonly Buffer[]> {
  const fonts: Buffer[] = [];
  for (const cut of stills) fonts.push(await cutDown(cut, 'sfnt', cache));
  return fonts;
}

/**
 * What systems have in place of the text face, with the lines of the text face: when that arrives, no line grows.
 * Faces as narrow as Times are widened too.
 */
const standIns = `
@font-face { font-family: 'Downhill Stand-in'; src: local('DejaVu Serif'), local('Noto Serif'), local('Georgia');
  ascent-override: 103.6%; descent-override: 33.5%; line-gap-override: 0%; }
@font-face { font-family: 'Downhill Narrow Stand-in'; src: local('Liberation Serif'), local('Times New Roman');
  ascent-override: 99.6%; descent-override: 32.2%; line-gap-override: 0%; size-adjust: 104%; }`;

/**
 * `@font-face` rules, for the fonts and for what stands in for the text face.
 *
 * @param address where a style sheet finds a font
 */
export function fontFaces(fonts: readonly Font[], address: (font: Font) => string): string {
  const rules = fonts.map(
    (font) => `@font-face { ${font.descriptors} font-display: swap; src: url("${address(font)}") format("woff2"); }`,
  );
  return rules.join('\n') + standIns;
}
