/** The programs and headers that building needs: found where they are, installed where apt can. */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

import { hasApt, install } from './apt.mjs';
import { capture, lastLines, which } from './exec.mjs';
import { build } from './paths.mjs';
import { Problem } from './problem.mjs';
import { atLeast, parseEmscriptenVersion, parseVersion } from './version.mjs';

export const oldest = { node: [20, 19], emscripten: [3, 1, 6], cmake: [3, 20] };

/**
 * @typedef {object} Need
 * @property {string} name as a reader knows it
 * @property {string[]} apt the Debian and Ubuntu packages that bring it
 * @property {() => boolean} present
 */

const includeFolders = ['/usr/include', '/usr/local/include', '/opt/homebrew/include'];
/** @param {string} file */
const hasHeader = (file) => includeFolders.some((folder) => existsSync(path.join(folder, file)));
/** @param {string} variable of the environment, set by a user who keeps headers in their own place */
const isChosen = (variable) => Boolean(process.env[variable]);
/** Debian keeps JavaScript modules for its own Node here; other builds of Node do not look. */
const debianModules = '/usr/share/nodejs';

/** @type {Need[]} */
const toBuild = [
  {
    name: 'Emscripten 3.1.6 or newer',
    apt: ['emscripten', 'node-acorn'],
    // Debian's Emscripten needs acorn, a package of its own; others carry it inside.
    present: () =>
      which('emcc') !== undefined && (which('emcc') !== '/usr/bin/emcc' || existsSync(`${debianModules}/acorn`)),
  },
  { name: 'CMake 3.20 or newer', apt: ['cmake'], present: () => which('cmake') !== undefined },
  { name: 'Ninja', apt: ['ninja-build'], present: () => which('ninja') !== undefined },
  {
    name: 'Eigen 3.4',
    apt: ['libeigen3-dev'],
    present: () => isChosen('DOWNHILL_EIGEN') || hasHeader('eigen3/Eigen/Core') || hasHeader('Eigen/Core'),
  },
  {
    name: 'doctest',
    apt: ['doctest-dev'],
    present: () => isChosen('DOWNHILL_DOCTEST') || hasHeader('doctest/doctest.h'),
  },
  {
    name: 'a native C++20 compiler',
    apt: ['g++'],
    present: () => [process.env.CXX, 'c++', 'g++', 'clang++'].some((name) => name && which(name)),
  },
];

/** @type {Need[]} */
const toCheck = ['clang-format', 'clang-tidy'].map((name) => ({
  name,
  apt: [name],
  present: () => which(name) !== undefined,
}));

/** Whether clang++ brings libFuzzer, which distributions keep in a package of its own. */
function hasLibFuzzer() {
  const answer = capture('clang++', ['-fsanitize=fuzzer', '-###', '-x', 'c++', '/dev/null']);
  const library = /"([^"]*libclang_rt\.fuzzer[^"]*)"/.exec(answer.stderr)?.[1];
  return library !== undefined && existsSync(library);
}

/** @type {Need[]} */
const toFuzz = [
  { name: 'clang++', apt: ['clang'], present: () => which('clang++') !== undefined },
  {
    name: "libFuzzer, clang's fuzzing library",
    apt: ['libclang-rt-dev'],
    present: () => which('clang++') !== undefined && hasLibFuzzer(),
  },
];

export const needs = { build: toBuild, check: toCheck, fuzz: toFuzz };

/** Commands for systems without apt, where their package managers are known to have it all. */
const elsewhere = `macOS:   brew install emscripten cmake ninja eigen doctest
Fedora:  dnf install emscripten cmake ninja-build eigen3-devel doctest-devel gcc-c++
Arch:    pacman -S emscripten cmake ninja eigen doctest gcc
or Emscripten from https://emscripten.org/docs/getting_started/downloads.html, with emcc on the PATH.
DOWNHILL_EIGEN and DOWNHILL_DOCTEST may name the folders that hold Eigen/Core and doctest/doctest.h.`;

/** Refuses a Node that is too old for the page's build, before anything else fails because of it. */
export function checkNode() {
  const version = parseVersion(process.version) ?? [];
  if (atLeast(version, oldest.node)) return;
  throw new Problem(
    `Node ${process.version} (${process.execPath}) is too old: ${oldest.node.join('.')} or newer is needed.`,
    'Install Node 20 (https://nodejs.org/en/download) and start again.',
  );
}

/**
 * Makes sure that everything in `wanted` is there, installing through apt what is not.
 * @param {readonly Need[]} wanted
 */
export async function ensure(wanted) {
  const missing = () => wanted.filter((need) => !need.present());
  const before = missing();
  if (before.length === 0) return;
  const names = before.map((need) => need.name).join(', ');
  if (!hasApt()) {
    throw new Problem(
      `Missing on this system: ${names}.`,
      `Install it and start again. For all that building needs:\n${elsewhere}`,
    );
  }
  await install(before.flatMap((need) => need.apt));
  const after = missing();
  if (after.length === 0) return;
  throw new Problem(
    `apt-get installed ${before.flatMap((need) => need.apt).join(' ')}, but this is still not found: ${after.map((need) => need.name).join(', ')}.`,
    'Is /usr/bin on the PATH?',
  );
}

/** Where Emscripten's system libraries go when its installation does not hold them. */
const ownCache = path.join(build, 'emscripten-cache');

/**
 * Whether a build failed only because a library was lacking that could not be written. If so, the next
 * one writes it to the project's folder.
 * @param {string} output
 */
export function needsOwnCache(output) {
  if (!output.includes('FROZEN_CACHE') || existsSync(ownCache)) return false;
  mkdirSync(ownCache, { recursive: true });
  return true;
}

/**
 * @typedef {object} Emscripten
 * @property {string} emcc path of the compiler driver
 * @property {number[]} version
 * @property {NodeJS.ProcessEnv} env what its programs must run with
 */

/**
 * The Emscripten on the PATH, as it is.
 * @returns {Emscripten}
 */
export function emscripten() {
  const emcc = which('emcc');
  if (!emcc) throw new Problem('emcc, the Emscripten compiler, is not on the PATH.', elsewhere);
  const env = { ...process.env };
  if (existsSync(`${debianModules}/acorn`)) {
    env.NODE_PATH = [process.env.NODE_PATH, debianModules].filter(Boolean).join(path.delimiter);
  }
  // Debian delivers its system libraries ready and frozen. Any other installation would write what it
  // lacks into its own folder; it is kept from that, and writes to ours when something is lacking.
  const config = which('em-config', path.dirname(emcc));
  if (!env.EM_CACHE && config && capture(config, ['FROZEN_CACHE'], { env }).stdout.trim() === 'False') {
    if (existsSync(ownCache)) env.EM_CACHE = ownCache;
    else env.EM_FROZEN_CACHE = '1';
  }
  const answer = capture(emcc, ['--version'], { env });
  const version = parseEmscriptenVersion(answer.stdout);
  if (!answer.ok || !version) {
    throw new Problem(
      `${emcc} does not run.`,
      'Repair that Emscripten, or take it off the PATH to have another one used.',
      lastLines(answer.stderr, 8),
    );
  }
  if (!atLeast(version, oldest.emscripten)) {
    throw new Problem(
      `Emscripten ${version.join('.')} (${emcc}) is too old: ${oldest.emscripten.join('.')} or newer is needed.`,
      "Update it (emsdk install latest; emsdk activate latest), or take it off the PATH to have the system's installed.",
    );
  }
  return { emcc, version, env };
}

/** Refuses a CMake that cannot read this project. */
export function checkCmake() {
  const version = parseVersion(capture('cmake', ['--version']).stdout) ?? [0];
  if (atLeast(version, oldest.cmake)) return;
  throw new Problem(
    `CMake ${version.join('.')} is too old: ${oldest.cmake.join('.')} or newer is needed.`,
    'Update it from https://cmake.org/download/.',
  );
}
