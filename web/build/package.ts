/** What makes `dist/` an npm package as well: `npm pack ./dist`. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Of everything in `dist/`, what a project needs that brings its own pages. */
const files = [
  'downhill.mjs',
  'downhill.js',
  'downhill-all.js',
  'pieces/',
  'downhill.d.ts',
  'downhill.d.mts',
  'engine.mjs',
  'engine.d.ts',
  'engine.d.mts',
  'api/',
  'figure.html',
  'LICENSES.txt',
];

const ways = {
  '.': { types: './downhill.d.ts', default: './downhill.mjs' },
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

/**
 * The package's own files: what describes it, and its types. Name, version and licence are the project's; it depends on nothing.
 *
 * @param root the project's folder
 */
export async function packageFiles(root: string): Promise<Record<string, string>> {
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
  };
}
