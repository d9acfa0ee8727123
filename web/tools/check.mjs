/** `npm run check`: format, lint, types, and clang-tidy; `--fix` repairs what can be repaired. */
import path from 'node:path';

import { configureEngine } from './lib/engine.mjs';
import { run, tail, duration } from './lib/exec.mjs';
import { options } from './lib/options.mjs';
import { filesBelow, root, shown } from './lib/paths.mjs';
import { main, Problem } from './lib/problem.mjs';
import { prepare } from './lib/setup.mjs';
import { tidy } from './lib/tidy.mjs';
import { needs } from './lib/toolchain.mjs';

/** @param {string} name */
const inModules = (name) => path.join(root, 'node_modules', name);

/** @param {RegExp} ending */
const cpp = (ending) =>
  ['wasm', 'tests']
    .flatMap((folder) => filesBelow(path.join(root, folder), root))
    .filter((file) => ending.test(file) && !file.includes('/core/simd/'));

/**
 * @typedef {object} Result
 * @property {boolean} ok
 * @property {string[]} logs of what went wrong
 */

/**
 * @param {string} log
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<Result>}
 */
async function plain(log, command, args) {
  const outcome = await run(command, args, { log: `check-${log}` });
  return { ok: outcome.ok, logs: [outcome.log] };
}

/** @type {Record<string, { title: string, run: (fix: boolean) => Promise<Result> }>} */
const checks = {
  format: {
    title: 'Format (Prettier)',
    run: (fix) =>
      plain('format', process.execPath, [
        inModules('prettier/bin/prettier.cjs'),
        fix ? '--write' : '--check',
        '--log-level=warn',
        '--no-error-on-unmatched-pattern',
        '*.json',
        '{web,tests}/**/*.{ts,mjs,json,css,html,yaml}',
      ]),
  },
  lint: {
    title: 'Lint (ESLint)',
    run: (fix) => {
      const config = path.join(root, 'web/tools/eslint.config.mjs');
      const args = ['-c', config, ...(fix ? ['--fix'] : []), 'web', 'tests'];
      return plain('lint', process.execPath, [inModules('eslint/bin/eslint.js'), ...args]);
    },
  },
  types: {
    title: 'Types (TypeScript)',
    run: () =>
      plain('types', process.execPath, [inModules('typescript/bin/tsc'), '-p', path.join(root, 'web/tsconfig.json')]),
  },
  'cpp-format': {
    title: 'C++ format (clang-format)',
    run: (fix) =>
      plain('cpp-format', 'clang-format', [...(fix ? ['-i'] : ['--dry-run', '--Werror']), ...cpp(/\.[ch]pp$/)]),
  },
  tidy: {
    title: 'C++ lint (clang-tidy)',
    run: async (fix) => {
      const folder = await configureEngine('check');
      // What only Emscripten can compile has no entry among the native compiler's commands.
      const sources = cpp(/\.cpp$/).filter(
        (file) => /^(wasm|tests\/engine)\//.test(file) && !file.includes('/bindings/'),
      );
      const { failed, logs } = await tidy(sources, folder, fix);
      return { ok: failed.length === 0, logs };
    },
  },
};

/**
 * @param {{ title: string, run: (fix: boolean) => Promise<Result> }} check
 * @param {boolean} fix
 */
async function attempt({ title, run: body }, fix) {
  const started = performance.now();
  process.stdout.write(`${title} ... `);
  const { ok, logs } = await body(fix);
  process.stdout.write(`${ok ? 'fine' : 'not fine'} (${duration((performance.now() - started) / 1000)})\n`);
  if (!ok) for (const log of logs) process.stdout.write(`\n${tail(log, 60)}\n\nAll of it: ${shown(log)}\n\n`);
  return ok;
}

await main(async () => {
  const { values, words } = options({
    usage: `npm run check -- [--fix] [${Object.keys(checks).join('] [')}]`,
    does: 'Checks format, lint, types and C++, or only what is named.',
    flags: { fix: { type: 'boolean', help: 'repair what can be repaired' } },
    words: true,
  });
  const unknown = words.find((word) => !checks[word]);
  if (unknown) throw new Problem(`There is no check "${unknown}".`, `There are: ${Object.keys(checks).join(', ')}.`);
  await prepare(needs.check);
  let failed = 0;
  for (const [name, check] of Object.entries(checks)) {
    if (words.length > 0 && !words.includes(name)) continue;
    if (!(await attempt(check, values.fix === true))) failed += 1;
  }
  process.stdout.write(failed === 0 ? '\nAll fine\n' : `\n${failed} of the checks not fine\n`);
  return failed === 0 ? 0 : 1;
});
