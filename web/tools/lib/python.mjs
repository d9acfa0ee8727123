/** Python with NumPy and PyTorch, for the programs that the page writes. */
import { existsSync } from 'node:fs';

import { hasApt } from './apt.mjs';
import { capture, which } from './exec.mjs';
import { ensure } from './toolchain.mjs';

const SYSTEM = '/usr/bin/python3';

/** The Python to use: the system's own, since only that one sees the system's packages. */
export const python = () => (existsSync(SYSTEM) ? SYSTEM : (which('python3') ?? 'python3'));

/**
 * Whether Python finds a module; importing one to see takes seconds.
 * @param {string} name
 */
export const hasModule = (name) =>
  capture(python(), ['-c', `import importlib.util, sys; sys.exit(importlib.util.find_spec("${name}") is None)`]).ok;

/**
 * @param {string} module
 * @returns {import('./toolchain.mjs').Need}
 */
const module = (module) => ({
  name: `Python's ${module}`,
  apt: [`python3-${module}`],
  present: () => hasModule(module),
});

/** Whether apt, by the lists it has, could install it. @param {string} name */
const aptKnows = (name) => hasApt() && /^\s*Candidate: \d/m.test(capture('apt-cache', ['policy', name]).stdout);

/**
 * Installs what is missing: NumPy in any case, PyTorch where apt has it. Elsewhere the tests that need it are
 * skipped, and say so.
 */
export async function ensurePython() {
  // First what refreshes apt's lists, if anything does.
  await ensure([module('numpy')]);
  if (!hasModule('torch') && aptKnows('python3-torch')) await ensure([module('torch')]);
}
