/** The npm package: packed, installed into empty projects, bundled, type-checked, and run. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { figures } from '../../web/figures/registry';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = path.join(root, 'dist');
const folder = mkdtempSync(path.join(tmpdir(), 'downhill-package-'));
const project = path.join(folder, 'project');
const patience = 180_000;
const npm = (...words: string[]) => run('npm', [...words, '--offline', '--no-audit', '--no-fund'], { cwd: project });
const write = (file: string, text: string): void => writeFileSync(path.join(project, file), text);
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
    const ways = Object.values(exports).flatMap((way) => (typeof way === 'string' ? [way] : Object.values(way)));
    const missing = ways.filter((file) => !existsSync(path.join(home, file)));
    expect(missing).toEqual(typed ? [] : ['./downhill.d.ts']);
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
const engine: Engine = await loadEngine();
const run = engine.createRun({ objective: { name: 'himmelblau' }, start: [-0.5, -1] });
export const loss: number = run.advance(100).loss;
// @ts-expect-error a start is a list of numbers
engine.createRun({ objective: { name: 'himmelblau' }, start: 'here' });
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
