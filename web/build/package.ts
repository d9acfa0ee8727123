/** What makes `dist/` an npm package as well: `npm pack ./dist`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureMarkup, type Shown } from './frames';

/** Of everything in `dist/`, what a project needs that brings its own pages. */
const files = [
  'downhill.mjs',
  'downhill.js',
  'downhill-all.js',
  'pieces/',
  'downhill.d.ts',
  'downhill.d.mts',
  'nothing.mjs',
  'server.mjs',
  'server.d.ts',
  'markup.mjs',
  'engine.mjs',
  'engine.d.ts',
  'engine.d.mts',
  'api/',
  'figure.html',
  'LICENSES.txt',
];

/** Who renders pages has none: there the package is a stub. A browser comes before Node, since some programs are both. */
const onServer = './nothing.mjs';
const ways = {
  '.': {
    types: './downhill.d.ts',
    'edge-light': onServer,
    workerd: onServer,
    worker: onServer,
    browser: './downhill.mjs',
    node: onServer,
    deno: onServer,
    default: './downhill.mjs',
  },
  './server': { types: './server.d.ts', default: './server.mjs' },
  './engine': { types: './engine.d.ts', default: './engine.mjs' },
  './classic': './downhill.js',
  './all': './downhill-all.js',
  './figure.html': './figure.html',
  './package.json': './package.json',
};

/** The types of `downhill.js` and `downhill.mjs`, beside those of the engine. */
async function types(root: string): Promise<Record<string, string>> {
  const source = await readFile(join(root, 'web/figures/host/downhill.d.ts'), 'utf8');
  return {
    'downhill.d.ts': source.replace(/'[./]*\/engine\/engine\.d\.ts'/, "'./engine.d.ts'"),
    // TypeScript looks for those of an .mjs file under this name.
    'downhill.d.mts': "export * from './downhill.js';\n",
  };
}

/** What a server writes figures with: their stills, and how. */
async function forServers(root: string, shown: readonly Shown[]): Promise<Record<string, string>> {
  const source = (file: string): Promise<string> => readFile(join(root, 'web/server', file), 'utf8');
  const stills = Object.fromEntries(shown.map((figure) => [figure.name, pictureMarkup(figure)]));
  return {
    'nothing.mjs': await source('nothing.mjs'),
    'markup.mjs': await source('markup.mjs'),
    'server.d.ts': await source('server.d.ts'),
    'server.mjs': `import { markupOf } from './markup.mjs';

export const { figureNames, stillMarkup, figureMarkup } = markupOf(${JSON.stringify(stills, null, 1)});
`,
  };
}

/**
 * The package's own files: what describes it, and its types. Name, version and licence are the project's; it depends on nothing.
 *
 * @param root the project's folder
 * @param shown every figure
 */
export async function packageFiles(root: string, shown: readonly Shown[]): Promise<Record<string, string>> {
  const project = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  const { name, version, license } = project;
  const description =
    'Gradient descent, made touchable: interactive figures as one element, and the engine behind them.';
  // Importing either script defines the elements, whether or not anything of it is used.
  const sideEffects = ['./downhill.mjs', './downhill.js', './downhill-all.js', './pieces/*'];
  const made = { name, version, description, license, type: 'module', exports: ways, sideEffects, files };
  return {
    'package.json': `${JSON.stringify(made, null, 2)}\n`,
    'README.md': await readFile(join(root, 'web/build/package.md'), 'utf8'),
    ...(await types(root)),
    ...(await forServers(root, shown)),
  };
}
