/** Building the C++: configure once per folder, then let ninja decide what is stale. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';

import { must, phase, which } from './exec.mjs';
import { inBuild, root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { checkCmake, emscripten, needsOwnCache } from './toolchain.mjs';

/**
 * @typedef {object} Kind
 * @property {string} title
 * @property {string[]} options for CMake
 * @property {boolean} [wasm]
 * @property {string} [compiler] where not any native one will do
 */

/** A folder's sources compiled as one take half the time; see CMakeLists.txt. */
const together = ['-DCMAKE_UNITY_BUILD=ON'];

/** @type {Record<'wasm' | 'native' | 'sanitized' | 'fuzz' | 'bench' | 'check', Kind>} */
const kinds = {
  wasm: { title: 'the engine for WebAssembly', options: ['-DCMAKE_BUILD_TYPE=Release'], wasm: true },
  native: { title: 'the engine natively', options: ['-DCMAKE_BUILD_TYPE=Release', ...together] },
  check: {
    title: 'the engine for clang-tidy',
    // It cannot read another compiler's precompiled headers.
    options: ['-DCMAKE_BUILD_TYPE=Release', '-DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON'],
  },
  sanitized: {
    title: 'the engine under sanitizers',
    // A build type of our own, without NDEBUG: Eigen then checks every index and shape as well.
    options: [
      '-DCMAKE_BUILD_TYPE=Checked',
      '-DCMAKE_CXX_FLAGS_CHECKED=-O1',
      '-DDOWNHILL_SANITIZE=address,undefined',
      ...together,
    ],
  },
  fuzz: {
    title: 'the fuzzers',
    compiler: 'clang++',
    options: [
      '-DCMAKE_BUILD_TYPE=Checked',
      // Watching every comparison costs half the speed; the dictionaries know the words already.
      '-DCMAKE_CXX_FLAGS_CHECKED=-O2 -fno-sanitize-coverage=trace-cmp',
      '-DDOWNHILL_SANITIZE=fuzzer-no-link,address,undefined',
      '-DDOWNHILL_FUZZ=ON',
      '-DDOWNHILL_TESTS=OFF',
    ],
  },
  bench: {
    title: 'the engine natively, for the benchmark',
    // Emscripten's compiler is clang too, and of the two its code is the faster.
    ...(which('clang++') ? { compiler: 'clang++' } : {}),
    options: ['-DCMAKE_BUILD_TYPE=Release', '-DDOWNHILL_BENCH=ON', '-DDOWNHILL_TESTS=OFF'],
  },
};

/** The modules that the page is made with: the engine in two sizes. */
export const modules = ['descent', 'functions'];

/** Header folders that the user names, for systems that keep them in unusual places. */
const chosen = ['DOWNHILL_EIGEN', 'DOWNHILL_DOCTEST'].flatMap((name) =>
  process.env[name] ? [`-D${name}=${process.env[name]}`] : [],
);

/**
 * Configures a build folder when it is new or was made with other tools, options or in another place;
 * CMake cannot change its compiler afterwards, so the folder then starts empty.
 * @param {keyof typeof kinds} name
 * @param {NodeJS.ProcessEnv} env
 * @param {string} tools what the folder was configured with, as a text to compare
 */
async function configure(name, env, tools) {
  const folder = inBuild(name, '.');
  const stamp = path.join(folder, 'configured-with.txt');
  const settings = [...kinds[name].options, ...chosen];
  const now = [root, tools, ...settings].join('\n');
  const current =
    existsSync(path.join(folder, 'build.ninja')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now;
  if (current) return folder;
  rmSync(folder, { recursive: true, force: true });
  const cmake = ['cmake', '-S', root, '-B', folder, '-G', 'Ninja', ...settings];
  const [command = 'cmake', ...args] = kinds[name].wasm ? ['emcmake', ...cmake] : cmake;
  await must(command, args, {
    log: `configure-${name}`,
    env,
    cause: `CMake could not configure ${kinds[name].title}`,
  });
  writeFileSync(stamp, now);
  return folder;
}

/**
 * The environment a kind is built in, and a text that changes when its compiler does.
 * @param {keyof typeof kinds} name
 */
function compiler(name) {
  checkCmake();
  if (kinds[name].wasm) {
    const { emcc, version, env } = emscripten();
    return { env, tools: `${emcc} ${version.join('.')} ${env.EM_CACHE ?? ''}` };
  }
  const cxx = kinds[name].compiler ?? process.env.CXX;
  const env = cxx ? { ...process.env, CXX: cxx } : process.env;
  return { env, tools: `${cxx ?? which('c++')} ${process.env.CXXFLAGS ?? ''}` };
}

/**
 * Makes sure that a build folder is configured.
 * @param {keyof typeof kinds} name
 * @returns {Promise<string>} the folder, which holds `compile_commands.json`
 */
export function configureEngine(name) {
  const { env, tools } = compiler(name);
  return configure(name, env, tools);
}

/**
 * Configures and compiles one kind.
 * @param {keyof typeof kinds} name
 * @param {readonly string[]} targets
 * @returns {Promise<string>} its build folder
 */
async function make(name, targets) {
  const { env, tools } = compiler(name);
  const folder = await configure(name, env, tools);
  await must('ninja', ['-C', folder, '-j', String(availableParallelism()), ...targets], {
    log: `build-${name}`,
    env,
    cause: `Building ${kinds[name].title} failed`,
  });
  return folder;
}

/**
 * Builds one kind of the engine, all of it or only some targets.
 * @param {keyof typeof kinds} name
 * @param {readonly string[]} [targets]
 * @returns {Promise<string>} its build folder
 */
export async function buildEngine(name, targets = []) {
  // What Emscripten writes are scripts of the older kind; the project's own are modules.
  writeFileSync(inBuild('package.json'), '{ "type": "commonjs" }\n');
  return phase(`Building ${kinds[name].title}`, () =>
    make(name, targets).catch((error) => {
      if (kinds[name].wasm && error instanceof Problem && needsOwnCache(error.detail)) return make(name, targets);
      throw error;
    }),
  );
}

/**
 * A file that a build must have made.
 * @param {string} file
 */
export function made(file) {
  if (existsSync(file)) return file;
  throw new Problem(
    `The build did not make ${path.relative(root, file)}.`,
    'CMakeLists.txt names what is built; delete build/ and start again.',
  );
}
