/** Builds the page: every chapter, style, font and script, as files side by side and as one file. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { Engine } from '../engine/engine';
import { readChapter, type Chapter } from './article/chapter';
import { pageDocument, type Article, type Assets } from './article/document';
import { escapeAttribute } from './article/figure-element';
import { readGlossary } from './article/glossary';
import { renderChapter, renderGlossary, type Workshop } from './article/render-chapter';
import { writeBlogKits } from './blogs';
import { figureShelf } from './figures';
import { fontFaces, makeFonts, type Font } from './fonts';
import { icon } from './icon';
import { licences } from './licences';
import { bundle } from './scripts';
import { pageStyles } from './styles';

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
  const files = (await readdir(join(root, 'web/article'))).filter(
    (file) => file.endsWith('.md') && file !== 'README.md',
  );
  return Promise.all(
    files
      .sort()
      .map(async (file) => readChapter(`web/article/${file}`, await readFile(join(root, 'web/article', file), 'utf8'))),
  );
}

/** Reads and renders every chapter, with the engine's numbers and the figures' first pictures. */
export async function makeArticle(root: string, engine: Engine): Promise<Article> {
  const chapters = await readChapters(root);
  const coming = (parse(await readFile(join(root, 'web/article/coming.yaml'), 'utf8')) as string[] | null) ?? [];
  const words = 'web/article/glossary.yaml';
  const workshop: Workshop = {
    engine,
    figures: figureShelf(engine),
    glossary: readGlossary(words, await readFile(join(root, words), 'utf8')),
    tables: await readTables(join(root, 'web/figures/tables')),
    links: {
      written: new Set(chapters.map(({ name }) => name)),
      coming: new Set(coming.map((label) => label.replaceAll(' ', '-'))),
    },
  };
  return {
    chapters: chapters.map((chapter) => renderChapter(chapter, workshop)),
    coming,
    glossary: renderGlossary(words, workshop),
  };
}

/** The page's typefaces. */
export function fonts(root: string): Promise<readonly Font[]> {
  return makeFonts(join(root, 'build/fonts'));
}

/**
 * The page's style sheet.
 *
 * @param address where the sheet finds a font; by default in a folder beside it
 */
export async function styleSheet(
  root: string,
  { chapters, coming }: Article,
  { address = ({ file }: Font) => `fonts/${file}`, minify = false } = {},
): Promise<string> {
  return pageStyles(root, fontFaces(await fonts(root), address), chapters.length + coming.length, minify);
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

const besideFiles: Assets = {
  styles: '<link rel="stylesheet" href="downhill.css">',
  pageScript: '<script src="page.js"></script>',
  figureScript: '<script src="downhill.js"></script>',
  icon: 'icon.svg',
  end: `<p><a href="downhill.html">The whole tutorial in one file</a>, to keep and to read without a connection.</p>
<p><a href="LICENSES.txt">Licences of everything inside</a></p>`,
};

/** Writes the page to `dist`. */
export async function writePage({ root, engine, minify }: PageOptions): Promise<void> {
  const dist = join(root, 'dist');
  const article = await makeArticle(root, engine);
  const page = await bundle(root, 'web/page/page.ts', minify);
  const figures = await bundle(root, 'web/downhill.ts', minify, 'Downhill');
  const licenceText = await licences(root, [...page.sources, ...figures.sources]);
  const oneFile: Assets = {
    styles: `<style>${await styleSheet(root, article, { address: ({ data }) => asData('font/woff2', data), minify })}</style>`,
    pageScript: inlineScript(page.classic),
    figureScript: inlineScript(figures.classic),
    icon: asData('image/svg+xml', icon()),
    end: `<details><summary>Licences of everything inside</summary><pre>${escapeAttribute(licenceText)}</pre></details>`,
  };
  await mkdir(join(dist, 'fonts'), { recursive: true });
  const files: Record<string, string | Buffer> = {
    'index.html': pageDocument(article, besideFiles),
    'downhill.html': pageDocument(article, oneFile),
    'downhill.css': await styleSheet(root, article, { minify }),
    'page.js': page.classic,
    'downhill.js': figures.classic,
    'downhill.mjs': figures.module,
    'icon.svg': icon(),
    'LICENSES.txt': licenceText,
    ...Object.fromEntries((await fonts(root)).map(({ file, data }) => [`fonts/${file}`, data])),
  };
  await Promise.all(Object.entries(files).map(([file, content]) => writeFile(join(dist, file), content)));
  await writeBlogKits({ root, engine, script: figures.classic });
}
