/** The page's own typefaces, put into a drawing that leaves the page: elsewhere nobody has them. */

interface Face {
  readonly family: string;
  /** Its `@font-face` but for where the font is. */
  readonly descriptors: string;
  /** For which characters it is; empty where for all. */
  readonly range: string;
  /** Its `src`, and the address in there: of a file, or the data itself where the page holds everything. */
  readonly source: string;
  readonly named: string;
  /** The whole of that address. */
  readonly address: string;
}

const DESCRIPTORS = ['font-family', 'font-weight', 'font-style', 'unicode-range'];

function faceOf({ style, parentStyleSheet }: CSSFontFaceRule): Face | undefined {
  const source = style.getPropertyValue('src');
  const named = /url\("?([^")]+)"?\)/.exec(source)?.[1];
  if (named === undefined) return undefined;
  const descriptors = DESCRIPTORS.filter((name) => style.getPropertyValue(name) !== '');
  return {
    family: style.getPropertyValue('font-family').replace(/["']/g, ''),
    descriptors: descriptors.map((name) => `${name}:${style.getPropertyValue(name)};`).join(''),
    range: style.getPropertyValue('unicode-range'),
    source,
    named,
    address: new URL(named, parentStyleSheet?.href ?? document.baseURI).href,
  };
}

function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    // On disk, each file is another site to the browser, and none may read the other's rules.
    return [];
  }
}

/** The faces whose fonts are brought along by the page rather than found on the machine. */
function faces(): readonly Face[] {
  const rules = [...document.styleSheets].flatMap(rulesOf);
  return rules.flatMap((rule) => (rule instanceof CSSFontFaceRule ? (faceOf(rule) ?? []) : []));
}

function asData(font: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done((reader.result as string).replace(/^data:[^;,]*/, 'data:font/woff2'));
    reader.onerror = () => failed(new Error('The typeface could not be read.'));
    reader.readAsDataURL(font);
  });
}

const known = new Map<string, Promise<string | undefined>>();
/** The font at `address` as data; undefined where it cannot be had. */
function fontData(address: string): Promise<string | undefined> {
  if (address.startsWith('data:')) return Promise.resolve(address);
  const asked =
    known.get(address) ?? fetch(address).then(async (answer) => (answer.ok ? asData(await answer.blob()) : undefined));
  known.set(address, asked);
  return asked.catch(() => {
    // The next picture may have more luck.
    known.delete(address);
    return undefined;
  });
}

/** What a drawing says, letter by letter. */
const lettersOf = (svg: string): readonly number[] =>
  Array.from(
    new Set(
      [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('text')].flatMap((text) => [
        ...(text.textContent ?? ''),
      ]),
    ),
    (letter) => letter.codePointAt(0)!,
  );

/** Whether a face that is for some characters only is for one of these. */
function hasOne(range: string, letters: readonly number[]): boolean {
  if (range === '') return true;
  const runs = Array.from(range.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi), ([, from = '', to = from]) =>
    [from, to].map((code) => parseInt(code, 16)),
  );
  return letters.some((letter) => runs.some(([from, to]) => letter >= from! && letter <= to!));
}

/**
 * The drawing with the page's typefaces that it names inside. Where they cannot be read, as on disk, it stays as it is,
 * and is shown in what its viewer has.
 *
 * @param svg a whole document
 */
export async function withTypefaces(svg: string): Promise<string> {
  const letters = lettersOf(svg);
  const rules = faces()
    .filter(({ family, range }) => svg.includes(family) && hasOne(range, letters))
    .map(async ({ descriptors, source, named, address }) => {
      const data = await fontData(address);
      return data === undefined ? '' : `@font-face{${descriptors}src:${source.replace(named, data)}}`;
    });
  const style = (await Promise.all(rules)).join('');
  return style === '' ? svg : svg.replace(/^<svg\b[^>]*>/, (opening) => `${opening}<style>${style}</style>`);
}
