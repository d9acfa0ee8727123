/** Installing packages through apt, as root or with sudo. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

import { capture, phase, run, tail, which } from './exec.mjs';
import { shown } from './paths.mjs';
import { Problem } from './problem.mjs';

export const hasApt = () => which('apt-get') !== undefined;

/** Whether apt installs browsers themselves. Ubuntu's packages only open a door to a snap. */
export function aptHasBrowsers() {
  if (!hasApt()) return false;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return !/^ID=ubuntu$/m.test(release);
}

/** @param {readonly string[]} packages */
const command = (packages) => `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/**
 * What must stand in front of a command that changes the system: nothing for root, otherwise sudo.
 * @param {readonly string[]} packages named in the message when there is no way to become root
 * @returns {string[]}
 */
function asRoot(packages) {
  if (process.getuid?.() === 0) return [];
  const remedy = `As root, run:\n  ${command(packages)}\nThen start again.`;
  if (!which('sudo'))
    throw new Problem(
      `These packages are missing, and there is no sudo to install them: ${packages.join(' ')}.`,
      remedy,
    );
  if (capture('sudo', ['-n', 'true']).ok) return ['sudo', '-n'];
  const asked = process.stdin.isTTY && spawnSync('sudo', ['-v'], { stdio: 'inherit' }).status === 0;
  if (!asked)
    throw new Problem(
      `These packages are missing, and sudo did not give permission to install them: ${packages.join(' ')}.`,
      remedy,
    );
  return ['sudo', '-n'];
}

/**
 * Installs packages; says which. The system's package lists are refreshed first, since on a fresh
 * machine there are none.
 * @param {readonly string[]} packages
 */
export async function install(packages) {
  const [program = 'env', ...before] = [...asRoot(packages), 'env'];
  const apt = (/** @type {string[]} */ ...args) =>
    run(
      program,
      [
        ...before,
        'DEBIAN_FRONTEND=noninteractive',
        'apt-get',
        '-q',
        '-o',
        'DPkg::Lock::Timeout=300',
        '-o',
        'Acquire::Retries=3',
        ...args,
      ],
      {
        log: 'apt',
        append: args[0] === 'install',
        session: true,
      },
    );
  await phase(`Installing ${packages.join(', ')}`, async () => {
    // A third-party source that fails to refresh need not matter; what matters is the installation.
    await apt('update');
    const outcome = await apt('install', '-y', '--no-install-recommends', ...packages);
    if (outcome.ok) return;
    throw new Problem(
      `apt-get could not install ${packages.join(' ')} (${outcome.ending}).`,
      `Look for the cause above or in ${shown(outcome.log)}. When it is the network, start again later;\nto do it by hand, as root: ${command(packages)}`,
      tail(outcome.log, 15),
    );
  });
}
