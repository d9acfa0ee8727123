/** Builds the page: every chapter, style, font and script, as files side by side and as one file. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Engine } from '../engine/engine';
import { addressOf, versioned } from './addresses';
import { readChapter, type Chapter } from './article/chapter';
import { pageDocument, sideDocument, type Article, type Assets } from './article/document';
import { escapeAttribute } from './article/escape';
import { readGlossary } from './article/glossary';
import { renderChapter, renderEnd, renderGlossary, type Workshop } from './article/render-chapter';
import { readSidePage } from './article/side-page';
import { writeBlogKits } from './blogs';
import { cardFile, makeCards } from './cards/cards';
import { figureShelf } from './figures';
import { fontFaces, makeFonts, type Font } from './fonts';
import { figureDocument, frameDocument, oembed, shownFigures, type FrameAssets, type Shown } from './frames';
import { handwritingFiles, handwritingLicence } from './handwriting';
import { icon } from './icon';
import { licences } from './licences';
import { offlineWorker } from './offline';
import { packageFiles } from './package';
import { referenceDocument } from './reference/document';
import { exampleStyles } from './reference/theming';
import { figureCards } from './manifest';
import { makePieces, type Pieces } from './pieces';
import { bundle, type Script } from './scripts';
import { frameStyles, pageStyles } from './styles';

export interface PageOptions {
  /** The project's folder. */
  readonly root: string;
  readonly engine: Engine;
  /** Without spaces and comments. */
  readonly minify: boolean;
}

async function readTables(folder: string): Promise<Map<string, string>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.csv'));
  return new Map(
    await Promise.all(files.map(async (f) => [basename(f, '.csv'), await readFile(join(folder, f), 'utf8')] as const)),
  );
}

async function readChapters(root: string): Promise<Chapter[]> {
  const files = (await readdir(join(root, 'web/article'))).filter((file) => /^\d\d-.+\.md$/.test(file));
  return Promise.all(
    files
      .sort()
      .map(async (file) => readChapter(`web/article/${file}`, await readFile(join(root, 'web/article', file), 'utf8'))),
  );
}

/** Reads and renders every chapter, with the engine's numbers and the figures' first pictures. */
export async function makeArticle(root: string, engine: Engine): Promise<Article> {
  const chapters = await readChapters(root);
  const words = 'web/article/glossary.yaml';
  const last = 'web/article/end.md';
  const workshop: Workshop = {
    engine,
    figures: figureShelf(engine),
    glossary: readGlossary(words, await readFile(join(root, words), 'utf8')),
    tables: await readTables(join(root, 'web/figures/tables')),
    chapters: new Set(chapters.map(({ name }) => name)),
  };
  return {
    chapters: chapters.map((chapter) => renderChapter(chapter, workshop)),
    glossary: renderGlossary(words, workshop),
    end: renderEnd(last, await readFile(join(root, last), 'utf8'), workshop),
  };
}

/** The page's typefaces. */
export function fonts(root: string): Promise<readonly Font[]> {
  return makeFonts(join(root, 'build/fonts'));
}

const besideSheet = ({ file, data }: Font): string => versioned(`fonts/${file}`, data);
const insideSheet = ({ data }: Font): string => asData('font/woff2', data);

/**
 * The page's style sheet.
 *
 * @param address where the sheet finds a font; by default in a folder beside it
 */
export async function styleSheet(
  root: string,
  { chapters }: Article,
  { address = besideSheet, minify = false } = {},
): Promise<string> {
  return pageStyles(root, fontFaces(await fonts(root), address), chapters.length, minify);
}

/** A script written into HTML must not close its own element. */
function inlineScript(code: string): string {
  return `<script>${code.replace(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--')}</script>`;
}

function asData(type: string, data: Buffer | string): string {
  return `data:${type};base64,${Buffer.from(data).toString('base64')}`;
}

export { icon, pageDocument };
export type { Article };

/** Contents of `dist/`, by path. */
type Files = Record<string, string | Uint8Array>;

/** Every script of the site. */
interface Scripts {
  /** Before the first paint. */
  readonly first: Script;
  readonly page: Script;
  readonly search: Script;
  /** The figures in pieces, and the same as one script that holds everything. */
  readonly pieces: Pieces;
  readonly figures: Script;
  readonly frame: Script;
  readonly offline: Script;
}

async function makeScripts(root: string, minify: boolean): Promise<Scripts> {
  return {
    first: await bundle(root, 'web/page/first.ts', minify),
    page: await bundle(root, 'web/page/page.ts', minify),
    search: await bundle(root, 'web/page/search/script.ts', minify),
    pieces: await makePieces(root, minify),
    figures: await bundle(root, 'web/downhill.ts', minify, 'Downhill'),
    frame: await bundle(root, 'web/frame/frame.ts', minify),
    offline: await bundle(root, 'web/offline/worker.ts', minify),
  };
}

/** The tutorial, whose parts lie beside it. */
function besideFiles(files: Files): Assets {
  const address = (file: string): string => versioned(file, files[file]!);
  return {
    styles: `<link rel="stylesheet" href="${address('downhill.css')}">`,
    pageScript: `<script src="${address('first.js')}"></script>
<script src="${address('page.js')}" data-offline="sw.js" data-figures="${address('downhill.js')}" data-search="${address('search.js')}" defer></script>`,
    figureScript: '',
    icon: address('icon.svg'),
    card: addressOf(address(cardFile('index')), 0),
    end: `<p><a href="downhill.html">The whole tutorial in one file</a>, to keep and to read without a connection</p>
<p><a href="attributes.html">The figures for your own page</a>: every attribute, colour, method and event</p>
<p><a href="hosting.html">Put it on a server, a stick or in a post of yours</a></p>
<p><a href="LICENSES.txt">Licences of everything inside</a></p>`,
  };
}

async function hostingDocument(root: string, files: Files): Promise<string> {
  const file = 'web/article/pages/hosting.md';
  return sideDocument(readSidePage(file, await readFile(join(root, file), 'utf8')), besideFiles(files));
}

/** The tutorial with everything inside. */
async function oneFile(
  root: string,
  article: Article,
  { first, page, search, figures }: Scripts,
  licenceText: string,
  minify: boolean,
) {
  const assets: Assets = {
    styles: `<style>${await styleSheet(root, article, { address: insideSheet, minify })}</style>`,
    pageScript: inlineScript(`${first.classic}\n${page.classic}\n${search.classic}`),
    figureScript: inlineScript(figures.classic),
    icon: asData('image/svg+xml', icon()),
    end: `<details><summary>Licences of everything inside</summary><pre>${escapeAttribute(licenceText)}</pre></details>`,
  };
  return pageDocument(article, assets);
}

/** `figure.html` with everything inside, and a page per figure beside the scripts that all of them share. */
async function frameFiles(root: string, shown: readonly Shown[], scripts: Scripts, minify: boolean): Promise<Files> {
  const sans = (await fonts(root)).filter(({ file }) => file.startsWith('source-sans'));
  const sheet = await frameStyles(root, fontFaces(sans, besideSheet), minify);
  const inside: FrameAssets = {
    icon: asData('image/svg+xml', icon()),
    head: `<style>${await frameStyles(root, fontFaces(sans, insideSheet), minify)}</style>\n${inlineScript(scripts.frame.classic)}`,
    end: inlineScript(scripts.figures.classic),
  };
  const beside: FrameAssets = {
    icon: versioned('../icon.svg', icon()),
    head: `<link rel="stylesheet" href="${versioned('../frame.css', sheet)}">
<script src="${versioned('../frame.js', scripts.frame.classic)}"></script>`,
    end: `<script src="${versioned('../downhill.js', scripts.pieces.entry)}"></script>`,
  };
  return {
    'figure.html': frameDocument(shown, inside),
    'frame.css': sheet,
    'frame.js': scripts.frame.classic,
    ...Object.fromEntries(shown.map((figure) => [`figures/${figure.name}.html`, figureDocument(figure, beside)])),
    ...Object.fromEntries(shown.map((figure) => [`oembed/${figure.name}.json`, oembed(figure)])),
  };
}

/** Writes the page to `dist`. */
export async function writePage({ root, engine, minify }: PageOptions): Promise<void> {
  const article = await makeArticle(root, engine);
  const scripts = await makeScripts(root, minify);
  const licenceText = await licences(
    root,
    Object.values(scripts).flatMap(({ sources }: Script | Pieces) => sources),
    [handwritingLicence],
  );
  const cards = await makeCards(engine, join(root, 'build'));
  const versionedCard = (name: string): string => versioned(cardFile(name), cards[cardFile(name)]!);
  const shown = shownFigures(engine, article.chapters, versionedCard);
  const files: Files = {
    'downhill.css': await styleSheet(root, article, { minify }),
    'first.js': scripts.first.classic,
    'page.js': scripts.page.classic,
    'search.js': scripts.search.classic,
    'downhill.js': scripts.pieces.entry,
    'downhill-all.js': scripts.figures.classic,
    ...scripts.pieces.files,
    ...handwritingFiles(),
    'icon.svg': icon(),
    'LICENSES.txt': licenceText,
    ...Object.fromEntries((await fonts(root)).map(({ file, data }) => [`fonts/${file}`, data])),
    ...(await packageFiles(root, shown)),
    ...cards,
    ...(await frameFiles(root, shown, scripts, minify)),
  };
  files['index.html'] = pageDocument(article, besideFiles(files));
  files['hosting.html'] = await hostingDocument(root, files);
  files['attributes.css'] = (await readFile(join(root, 'web/style/reference.css'), 'utf8')) + exampleStyles();
  files['attributes.html'] = await referenceDocument(root, engine, besideFiles(files));
  files['sw.js'] = offlineWorker(
    scripts.offline.classic,
    files,
    new Set(Object.values(figureCards()).map(({ needs }) => needs)),
  );
  files['downhill.html'] = await oneFile(root, article, scripts, licenceText, minify);
  for (const [file, content] of Object.entries(files)) {
    const place = join(root, 'dist', file);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, content);
  }
  await writeBlogKits({ root, shown, script: scripts.figures.classic });
}
