/** Whether the native compiler has its sanitizers, and how their programs must be started here. */
import { writeFileSync } from 'node:fs';

import { capture, which } from './exec.mjs';
import { inBuild } from './paths.mjs';
import { Problem } from './problem.mjs';

/**
 * @typedef {object} Launcher
 * @property {string[]} before what stands in front of the program
 * @property {NodeJS.ProcessEnv} env
 * @property {string} note what could not be had, or nothing
 */

/**
 * Tries a small program, for two things are not the compiler's fault: a kernel that spreads addresses
 * more widely than older sanitizers expect, and a container that forbids looking for leaks.
 * @param {string} [compiler]
 * @returns {Launcher}
 */
export function sanitizerLauncher(compiler = process.env.CXX || 'c++') {
  const source = inBuild('sanitizer-probe/probe.cpp');
  const program = inBuild('sanitizer-probe/probe');
  writeFileSync(source, 'int main() { return 0; }\n');
  const compiled = capture(compiler, ['-fsanitize=address,undefined', source, '-o', program]);
  if (!compiled.ok) {
    throw new Problem(
      `The compiler ${compiler} cannot build for address and undefined-behaviour sanitizers.`,
      'Install g++ or clang++ with its sanitizer libraries, or name another compiler in CXX.',
      compiled.stderr,
    );
  }
  const fixed = which('setarch') ? ['setarch', '--addr-no-randomize'] : [];
  const env = (/** @type {number} */ leaks) => ({
    ...process.env,
    ASAN_OPTIONS: `detect_leaks=${leaks}:strict_string_checks=1`,
    UBSAN_OPTIONS: 'print_stacktrace=1',
  });
  /** @type {Launcher[]} */
  const launchers = [1, 0].flatMap((leaks) =>
    [fixed, []].map((before) => ({
      before,
      env: env(leaks),
      note: leaks ? '' : 'This system forbids looking for leaks, so they were not looked for.',
    })),
  );
  const working = launchers.find(({ before, env: settings }) => {
    const [command = program, ...args] = [...before, program];
    return capture(command, args, { env: settings, timeout: 10_000 }).ok;
  });
  if (working) return working;
  throw new Problem(
    'Programs built for the sanitizers do not run on this system.',
    'Its kernel may spread addresses too widely for this compiler: as root, sysctl vm.mmap_rnd_bits=28.',
  );
}
