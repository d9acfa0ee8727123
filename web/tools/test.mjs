/** `npm test`: every suite, one after the other, and one line at the end that sums them up. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { blogNeeds, ensureTiddlyWiki } from './lib/blogs.mjs';
import { browserNeeds, ensureBrowser } from './lib/browser.mjs';
import { firefoxNeeds } from './lib/firefox.mjs';
import { runDoctest } from './lib/doctest.mjs';
import { buildEngine, made } from './lib/engine.mjs';
import { duration, run, tail } from './lib/exec.mjs';
import { options } from './lib/options.mjs';
import { inBuild, root, shown } from './lib/paths.mjs';
import { explain, main, Problem } from './lib/problem.mjs';
import { ensurePython } from './lib/python.mjs';
import { judge, readVitest, sum } from './lib/results.mjs';
import { sanitizerLauncher } from './lib/sanitizers.mjs';
import { buildAll, prepare } from './lib/setup.mjs';
import { ensure } from './lib/toolchain.mjs';
import { webkitNeeds } from './lib/webkit.mjs';

/**
 * @typedef {import('./lib/results.mjs').Count} Count
 * @typedef {import('./lib/exec.mjs').Outcome} Outcome
 */

/**
 * Says how a suite went, with the end of its log when it went badly.
 * @param {Count} count
 * @param {Outcome} outcome
 */
function report(count, outcome) {
  const skipped = count.skipped ? `, ${count.skipped} skipped` : '';
  process.stdout.write(`${count.passed} passed, ${count.failed} failed${skipped} in ${duration(outcome.seconds)}\n`);
  if (count.note) process.stdout.write(`This suite counts as failed: ${count.note}.\n`);
  if (count.failed) process.stdout.write(`\n${tail(outcome.log, 60)}\n\nAll of its output: ${shown(outcome.log)}\n`);
  return count;
}

/**
 * A doctest program.
 * @param {string} name of the log
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} [env]
 */
async function doctest(name, command, env = process.env) {
  const { count, outcome } = await runDoctest(name, command, env);
  return report(count, outcome);
}

/**
 * A project of Vitest.
 * @param {string} name
 */
async function vitest(name) {
  const file = inBuild('test', `${name}.json`);
  rmSync(file, { force: true });
  const program = path.join(root, 'node_modules/vitest/vitest.mjs');
  const config = path.join(root, 'web/tools/vitest.config.mjs');
  const args = [
    program,
    'run',
    '--config',
    config,
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const outcome = await run(process.execPath, args, { log: `test-${name}`, timeout: 3600 });
  const count = existsSync(file) ? readVitest(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
  return report(judge(count, outcome), outcome);
}

/**
 * Installs another browser. Where it cannot be had, the tests go on without it.
 * @param {string} name
 * @param {import('./lib/toolchain.mjs').Need[]} needs
 */
async function offer(name, needs) {
  try {
    await ensure(needs);
  } catch (error) {
    process.stdout.write(`${explain(error)}\nThe tests in ${name} are skipped.\n`);
  }
}

/**
 * @typedef {object} Suite
 * @property {string} title
 * @property {boolean} [page] it looks at the built page
 * @property {() => Promise<Count>} run
 */

/** @type {Record<string, Suite>} */
const suites = {
  native: {
    title: 'Engine, native',
    run: async () => doctest('native', [made(path.join(await buildEngine('native'), 'engine_tests'))]),
  },
  sanitized: {
    title: 'Engine, native, under address and undefined-behaviour sanitizers',
    run: async () => {
      const { before, env, note } = sanitizerLauncher();
      if (note) process.stdout.write(`${note}\n`);
      const folder = await buildEngine('sanitized');
      return doctest('sanitized', [...before, made(path.join(folder, 'engine_tests'))], env);
    },
  },
  wasm: {
    title: 'Engine, WebAssembly under Node',
    run: async () => doctest('wasm', [process.execPath, made(path.join(await buildEngine('wasm'), 'engine_tests.js'))]),
  },
  web: { title: 'Page, units', page: true, run: () => vitest('web') },
  code: {
    title: 'Runs as code, in the languages they are written in',
    page: true,
    run: async () => {
      await ensurePython();
      return vitest('code');
    },
  },
  browser: {
    title: 'Page, in the browser',
    page: true,
    run: async () => {
      await ensureBrowser();
      await offer('Firefox', firefoxNeeds());
      await offer('WebKitGTK', webkitNeeds());
      return vitest('browser');
    },
  },
  blogs: {
    title: 'Blog posts, built by blog programs',
    page: true,
    run: async () => {
      await ensureBrowser();
      await ensure(blogNeeds());
      await ensureTiddlyWiki();
      return vitest('blogs');
    },
  },
};

/** What the suites that open pages need beyond what building does. */
const alsoNeeded = {
  browser: () => [...browserNeeds(), ...firefoxNeeds(), ...webkitNeeds()],
  blogs: () => [...browserNeeds(), ...blogNeeds()],
};

/**
 * Runs a suite to its end, whatever happens in it.
 * @param {Suite} suite
 * @returns {Promise<Count>}
 */
async function attempt(suite) {
  process.stdout.write(`\n== ${suite.title}\n`);
  try {
    return await suite.run();
  } catch (error) {
    process.stdout.write(`${explain(error)}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/**
 * Installs what is missing, or says why it cannot.
 * @param {() => import('./lib/toolchain.mjs').Need[]} more beyond what building needs
 */
async function refused(more) {
  try {
    await prepare(more());
    return undefined;
  } catch (error) {
    return explain(error);
  }
}

/** @param {readonly Count[]} counts */
function conclude(counts) {
  const { passed, failed } = sum(counts);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

await main(async () => {
  const { values, words } = options({
    usage: `npm test -- [--seed N|random] [--whole] [${Object.keys(suites).join('] [')}]`,
    does: 'Installs what is missing, builds everything and runs all suites, or only those named.',
    flags: {
      seed: { type: 'string', help: 'other inputs for the property tests, "random" for new ones each time' },
      whole: {
        type: 'boolean',
        help: 'all ten thousand random configurations of the engine, in place of two thousand',
      },
    },
    words: true,
  });
  if (typeof values.seed === 'string') {
    if (!/^(random|-?\d{1,9})$/.test(values.seed)) {
      throw new Problem(`"${values.seed}" is no seed.`, 'A seed is a whole number of up to nine digits, or "random".');
    }
    process.env.DOWNHILL_SEED = values.seed;
  }
  if (values.whole) process.env.DOWNHILL_WHOLE = '1';
  const unknown = words.find((word) => !suites[word]);
  if (unknown) throw new Problem(`There is no suite "${unknown}".`, `There are: ${Object.keys(suites).join(', ')}.`);
  const chosen = words.length > 0 ? words : Object.keys(suites);
  // All at once where that works. A browser that cannot be had must not keep the engine from its tests.
  const extra = Object.entries(alsoNeeded).filter(([name]) => chosen.includes(name));
  const refusal = extra.length > 0 ? await refused(() => extra.flatMap(([, needs]) => needs())) : undefined;
  const without = refusal || extra.length === 0 ? await refused(() => []) : undefined;
  if (without) {
    process.stdout.write(`\n${refusal ?? without}\n`);
    return conclude([{ passed: 0, failed: 1, skipped: 0 }]);
  }
  /** @type {Count[]} */
  const counts = [];
  if (chosen.some((name) => suites[name]?.page)) {
    try {
      await buildAll();
    } catch (error) {
      // The suites of the engine can still tell something.
      process.stdout.write(`${explain(error)}\n`);
      counts.push({ passed: 0, failed: 1, skipped: 0 });
    }
  }
  for (const [name, suite] of Object.entries(suites)) {
    if (chosen.includes(name)) counts.push(await attempt(suite));
  }
  return conclude(counts);
});
