/** The npm package: packed, installed into empty projects, bundled, type-checked, and run. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { figures } from '../../web/figures/registry';
import type * as Server from '../../web/server/server.d.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = path.join(root, 'dist');
const folder = mkdtempSync(path.join(tmpdir(), 'downhill-package-'));
const project = path.join(folder, 'project');
const patience = 180_000;
const npm = (...words: string[]) => run('npm', [...words, '--offline', '--no-audit', '--no-fund'], { cwd: project });
const write = (file: string, text: string): void => writeFileSync(path.join(project, file), text);
const inPackage = (file: string): string => path.join(project, 'node_modules/downhill', file);

/** What Node's algorithm makes of one way into a package: the first condition that holds, in the package's order. */
function resolveExports(manifest: unknown, way: string, conditions: readonly string[]): string | undefined {
  const target = (manifest as { exports: Record<string, Record<string, string>> }).exports[way]!;
  return Object.entries(target).find(([name]) => name === 'default' || conditions.includes(name))?.[1];
}

/** The figures' types are written beside the element; without them only the engine's are checked. */
const typed = existsSync(path.join(dist, 'downhill.d.ts'));

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}
let packed: Packed;

beforeAll(async () => {
  mkdirSync(project);
  write('package.json', JSON.stringify({ name: 'empty', private: true, type: 'module' }));
  const { stdout } = await npm('pack', dist, '--pack-destination', folder, '--json');
  [packed] = JSON.parse(stdout) as [Packed];
  await npm('install', path.join(folder, packed.filename));
}, patience);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  test('holds scripts, types and licences, and none of the tutorial', () => {
    const files = packed.files.map((file) => file.path);
    const needed = [
      'package.json',
      'README.md',
      'LICENSES.txt',
      'downhill.mjs',
      'downhill.js',
      'engine.mjs',
      'engine.d.ts',
    ];
    expect(files).toEqual(expect.arrayContaining([...needed, 'api/run.d.ts', 'figure.html']));
    expect(
      files.filter((file) =>
        /^(index|downhill|hosting)\.html|^(fonts|figures|oembed|blogs)\/|^(sw|page)\.js/.test(file),
      ),
    ).toEqual([]);
  });

  test('brings nothing else along, and every way into it leads to a file', () => {
    expect(readdirSync(path.join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'downhill',
    ]);
    const home = path.join(project, 'node_modules/downhill');
    const { exports, ...rest } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as {
      exports: Record<string, string | Record<string, string>>;
    };
    expect(rest).not.toHaveProperty('dependencies');
    const ways = Object.values(exports).flatMap((way) =>
      typeof way === 'string' ? [way] : [...new Set(Object.values(way))],
    );
    const missing = ways.filter((file) => !existsSync(path.join(home, file)));
    expect(missing).toEqual(typed ? [] : ['./downhill.d.ts']);
  });

  test(
    'on a server, it is a stub with the names of the real one, whoever asks and however',
    { timeout: patience },
    async () => {
      const real = readFileSync(path.join(dist, 'downhill.mjs'), 'utf8');
      const names = [.../export\s*\{([^}]*)\}/.exec(real)![1]!.matchAll(/(\w+)\s*(?:,|$)/g)].map(([, name]) => name!);
      expect(names).toContain('loadEngine');
      write(
        'names.js',
        `import * as downhill from 'downhill';
import { createRequire } from 'node:module';
const required = createRequire(import.meta.url)('downhill');
const engine = await downhill.loadEngine();
const same = (await downhill.GdFigure.loadEngine()).constructor === engine.constructor;
console.log(JSON.stringify([Object.keys(downhill), Object.keys(required), typeof customElements, same]));
`,
      );
      const { stdout, stderr } = await run(process.execPath, ['names.js'], { cwd: project });
      const told = JSON.parse(stdout) as [string[], string[], string, boolean];
      expect(told).toEqual([names.sort(), names, 'undefined', true]);
      expect(stderr).toBe('');
    },
  );

  test.each([
    ['a page', ['browser', 'import'], 'downhill.mjs'],
    ['a page of a bundler that names no platform', ['import'], 'downhill.mjs'],
    ['a window with Node behind it', ['browser', 'node', 'import'], 'downhill.mjs'],
    ['Node', ['node', 'import'], 'nothing.mjs'],
    ['React on a server', ['react-server', 'node', 'import'], 'nothing.mjs'],
    ['a server at the edge', ['edge-light', 'worker', 'browser', 'import'], 'nothing.mjs'],
    ['Cloudflare', ['workerd', 'worker', 'browser', 'import'], 'nothing.mjs'],
    ['Deno', ['deno', 'node', 'import'], 'nothing.mjs'],
  ])('for %s leads to the right file', (_, conditions, file) => {
    const found = resolveExports(JSON.parse(readFileSync(inPackage('package.json'), 'utf8')), '.', conditions);
    expect(found).toBe(`./${file}`);
  });

  test('goes through a build for a server as through one for a page', { timeout: patience }, async () => {
    write(
      'render.js',
      "import 'downhill';\nimport { figureMarkup } from 'downhill/server';\nexport { figureMarkup };\n",
    );
    await build({
      root: project,
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: { ssr: path.join(project, 'render.js'), outDir: path.join(project, 'rendered'), minify: false },
    });
    write('rendered.js', "import { figureMarkup } from './rendered/render.js';\nconsole.log(figureMarkup('start'));\n");
    const { stdout } = await run(process.execPath, ['rendered.js'], { cwd: project });
    expect(stdout).toMatch(/^<gd-figure name="start"><svg /);
  });

  test('does nothing on a server by its plain scripts, which a page includes', { timeout: patience }, async () => {
    write(
      'plain.mjs',
      "await import('downhill/classic'); await import('downhill/all'); console.log('nothing happened');",
    );
    const { stdout } = await run(process.execPath, ['plain.mjs'], { cwd: project });
    expect(stdout).toContain('nothing happened');
  });

  test('writes every figure with its still, on a server', { timeout: patience }, async () => {
    const server = (await import(pathToFileURL(inPackage('server.mjs')).href)) as typeof Server;
    expect([...server.figureNames].sort()).toEqual([...figures.keys()].sort());
    for (const name of server.figureNames) {
      const page = readFileSync(path.join(dist, `figures/${name}.html`), 'utf8');
      expect(page).toContain(server.figureMarkup(name));
      expect(server.figureMarkup(name)).toBe(`<gd-figure name="${name}">${server.stillMarkup(name)}</gd-figure>`);
    }
    const start = (attributes: Parameters<typeof server.figureMarkup>[1]) =>
      server.figureMarkup('start', attributes).slice('<gd-figure name="start"'.length).split('>')[0];
    expect(start({ rate: 0.2, linked: true, starts: false, step: null, pin: undefined })).toBe(
      ' rate="0.2" linked="" starts="false"',
    );
    expect(start({ title: '"><script>&' })).toBe(' title="&#34;&#62;&#60;script&#62;&#38;"');
    for (const name of ['onclick', 'a b', 'A', '', '"', 'x=y']) expect(() => start({ [name]: 1 })).toThrow(/Allowed/);
    for (const name of ['nowhere', 'constructor', ''])
      expect(() => server.figureMarkup(name)).toThrow(/There is no figure “.*”\. There are .*one-weight/);
  });

  test('the figures go through Vite, and each stays a piece of its own', { timeout: patience }, async () => {
    write('main.js', "import 'downhill';\nimport { loadEngine } from 'downhill';\nvoid loadEngine();\n");
    const made = (await build({
      root: project,
      configFile: false,
      logLevel: 'error',
      build: { write: false, minify: false, rollupOptions: { input: path.join(project, 'main.js') } },
    })) as Rollup.RollupOutput;
    const chunks = made.output.filter((part) => part.type === 'chunk');
    const [entry] = chunks.filter(({ isEntry }) => isEntry);
    expect(entry!.imports).toEqual([]);
    expect(entry!.code).toMatch(/customElements\.define\(["']gd-figure["']/);
    const titles = [...figures.values()].map(({ title }) => title);
    const pieces = entry!.dynamicImports.map((name) => chunks.find(({ fileName }) => fileName === name)!.code);
    expect(titles.filter((title) => !pieces.some((code) => code.includes(title)))).toEqual([]);
  });

  test('its types hold, and refuse what is wrong', { timeout: patience }, async () => {
    write(
      'use.ts',
      `import { loadEngine, type Engine } from 'downhill/engine';
${typed ? "import { GdFigure } from 'downhill';\nexport const figure: GdFigure = new GdFigure();" : ''}
import { figureMarkup } from 'downhill/server';
export const markup: string = figureMarkup('start', { rate: 0.2, linked: true, step: undefined });
const engine: Engine = await loadEngine();
const run = engine.createRun({ objective: { name: 'himmelblau' }, start: [-0.5, -1] });
export const loss: number = run.advance(100).loss;
// @ts-expect-error a start is a list of numbers
engine.createRun({ objective: { name: 'himmelblau' }, start: 'here' });
// @ts-expect-error an attribute is no list
figureMarkup('start', { rate: [0.2] });
`,
    );
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    // TypeScript's own libraries need no check; the package's declarations do.
    const strict = ['--noEmit', '--strict', '--skipDefaultLibCheck', '--target', 'es2022', '--lib', 'es2022,dom'];
    const words = ['use.ts', ...strict, '--module', 'nodenext', '--moduleResolution', 'nodenext'];
    const { stdout } = await run(process.execPath, [tsc, ...words], { cwd: project }).catch(
      (failed: { stdout: string }) => failed,
    );
    expect(stdout).toBe('');
  });

  test('the engine descends in Node', { timeout: patience }, async () => {
    write(
      'descend.js',
      `import { loadEngine } from 'downhill/engine';
const engine = await loadEngine();
const run = engine.createRun({ objective: { name: 'himmelblau' }, start: [-0.5, -1] });
const { loss } = run.trace();
const last = run.advance(100);
console.log(JSON.stringify([loss[0], last.loss, last.step]));
run.dispose();
`,
    );
    const { stdout } = await run(process.execPath, ['descend.js'], { cwd: project });
    const [first = NaN, last = NaN, step = NaN] = JSON.parse(stdout) as number[];
    expect(step).toBeGreaterThan(0);
    expect(last).toBeLessThan(first / 10);
  });
});
