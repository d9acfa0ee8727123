/** `npm run fuzz`: each target of tests/fuzz to ten million inputs, under sanitizers. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { buildEngine, made } from './lib/engine.mjs';
import { duration, run, tail } from './lib/exec.mjs';
import { options } from './lib/options.mjs';
import { inBuild, root, shown } from './lib/paths.mjs';
import { main, Problem } from './lib/problem.mjs';
import { sanitizerLauncher } from './lib/sanitizers.mjs';
import { prepare } from './lib/setup.mjs';
import { needs } from './lib/toolchain.mjs';

const folder = path.join(root, 'tests/fuzz');

/**
 * Runs one fuzzer to its end.
 * @param {string} name
 * @param {string} program
 * @param {number} runs
 * @param {import('./lib/sanitizers.mjs').Launcher} launcher
 * @returns {Promise<boolean>} whether nothing was found
 */
async function fuzz(name, program, runs, { before, env }) {
  // What the fuzzer learns is kept for its next run, apart from the corpus that belongs to the tree.
  const learned = inBuild('fuzz', name, 'corpus');
  const found = inBuild('fuzz', name, 'found');
  rmSync(found, { recursive: true, force: true });
  for (const place of [learned, found]) mkdirSync(place, { recursive: true });
  const [command = program, ...args] = [
    ...before,
    program,
    `-runs=${runs}`,
    `-artifact_prefix=${found}/`,
    `-dict=${path.join(folder, 'dictionary', `${name}.txt`)}`,
    '-max_len=1200',
    '-timeout=10',
    '-rss_limit_mb=2048',
    '-print_final_stats=1',
    learned,
    path.join(folder, 'corpus', name),
  ];
  process.stdout.write(`${name}: ${runs.toLocaleString('en')} inputs ... `);
  const outcome = await run(command, args, { log: `fuzz-${name}`, env });
  process.stdout.write(`${outcome.ok ? 'nothing found' : outcome.ending} in ${duration(outcome.seconds)}\n`);
  if (outcome.ok) return true;
  const inputs = readdirSync(found).map((file) => `  ${shown(path.join(found, file))}`);
  process.stdout.write(`\n${tail(outcome.log, 40)}\n\nAll of its output: ${shown(outcome.log)}\n`);
  process.stdout.write(`The input:\n${inputs.join('\n')}\n`);
  return false;
}

await main(async () => {
  const targets = readdirSync(folder)
    .filter((file) => file.endsWith('.cpp'))
    .map((file) => file.replace(/\.cpp$/, ''));
  const { values, words } = options({
    usage: 'npm run fuzz -- [--runs N] [target ...]',
    does: `Gives random inputs to whatever reads what a stranger wrote: ${targets.join(', ')}.`,
    flags: { runs: { type: 'string', help: 'how many inputs for each target (10000000)' } },
    words: true,
  });
  const runs = Number(values.runs ?? 10_000_000);
  if (!Number.isInteger(runs) || runs < 1) throw new Problem('--runs wants a whole number from 1 on.');
  const unknown = words.find((word) => !targets.includes(word));
  if (unknown) throw new Problem(`There is no target "${unknown}".`, `There are: ${targets.join(', ')}.`);
  const chosen = words.length > 0 ? words : targets;
  await prepare(needs.fuzz);
  const launcher = sanitizerLauncher('clang++');
  if (launcher.note) process.stdout.write(`${launcher.note}\n`);
  const built = await buildEngine(
    'fuzz',
    chosen.map((name) => `fuzz_${name}`),
  );
  let clean = true;
  for (const name of chosen) {
    clean = (await fuzz(name, made(path.join(built, `fuzz_${name}`)), runs, launcher)) && clean;
  }
  return clean ? 0 : 1;
});
