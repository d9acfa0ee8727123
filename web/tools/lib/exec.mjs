/** Child processes: run with a log, shown as one line each, and ended together with the tool. */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, createWriteStream, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { inBuild, root, shown } from './paths.mjs';
import { Problem } from './problem.mjs';

/**
 * @typedef {{ child: import('node:child_process').ChildProcess, group: boolean }} Running
 * @type {Set<Running>}
 */
const running = new Set();

/**
 * @param {Running} entry
 * @param {NodeJS.Signals} signal
 */
function end({ child, group }, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(group ? -child.pid : child.pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}

/** @param {NodeJS.Signals} signal */
function endChildren(signal) {
  for (const entry of running) end(entry, signal);
}

/** What the tool reports when it is interrupted: the shell's usual numbers. */
const statuses = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
for (const signal of /** @type {(keyof typeof statuses)[]} */ (Object.keys(statuses))) {
  process.once(signal, () => {
    endChildren('SIGTERM');
    process.stderr.write('\n');
    process.exit(statuses[signal]);
  });
}
process.once('exit', () => endChildren('SIGTERM'));

/** From here on, Ctrl+C is how the user is expected to end the tool. */
export function interruptMeansDone() {
  statuses.SIGINT = 0;
  statuses.SIGTERM = 0;
}

/**
 * Finds a program on the PATH.
 * @param {string} name
 * @param {string | undefined} [searchPath]
 * @returns {string | undefined} its path
 */
export function which(name, searchPath = process.env.PATH) {
  for (const folder of (searchPath ?? '').split(path.delimiter)) {
    const file = path.join(folder || '.', name);
    try {
      accessSync(file, constants.X_OK);
      if (statSync(file).isFile()) return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/**
 * Runs something short and returns what it printed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function capture(command, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    timeout: 60_000,
    ...options,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { ok: status === 0, status, stdout: stdout ?? '', stderr: stderr ?? '' };
}

/**
 * @typedef {object} Outcome
 * @property {boolean} ok it ended by itself with status 0
 * @property {string} ending how it ended, in words
 * @property {number} seconds
 * @property {string} log path of the file that holds its output
 */

/**
 * Runs a program to its end with its output in `build/log/<log>.log`. Throws only when the program
 * cannot be started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ log: string, cwd?: string, env?: NodeJS.ProcessEnv, append?: boolean, session?: boolean, timeout?: number }} options
 *   `session`: it stays in this terminal's session (sudo remembers a password per session)
 *   `timeout`: seconds after which it is ended
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { log, cwd = root, env = process.env, append = false, session = false, timeout }) {
  const file = inBuild('log', `${log}.log`);
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const output = createWriteStream(file, { flags: append ? 'a' : 'w' });
    output.write(`$ ${[command, ...args].join(' ')}\n`);
    // Its own process group, so that ending it also ends what it has started itself.
    const child = spawn(command, args, {
      cwd,
      env,
      detached: !session,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const entry = { child, group: !session };
    running.add(entry);
    child.stdout.pipe(output, { end: false });
    child.stderr.pipe(output, { end: false });
    let late = false;
    const timer =
      timeout === undefined
        ? undefined
        : setTimeout(() => {
            late = true;
            end(entry, 'SIGKILL');
          }, timeout * 1000);
    child.once('error', (error) => {
      running.delete(entry);
      output.end();
      reject(new Problem(`${command} could not be started: ${error.message}`, 'Is it installed and executable?'));
    });
    child.once('close', (code, signal) => {
      running.delete(entry);
      clearTimeout(timer);
      const ending = late
        ? `was ended after ${timeout} s`
        : signal
          ? `ended by ${signal}`
          : `ended with status ${code}`;
      const seconds = (performance.now() - started) / 1000;
      output.end(() => resolve({ ok: code === 0, ending, seconds, log: file }));
    });
  });
}

/**
 * A text without terminal colours.
 * @param {string} text
 */
// eslint-disable-next-line no-control-regex -- colours begin with the escape character
export const plainText = (text) => text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');

/**
 * The last lines of a log, fit to be shown: without colours, stack frames and endless lines.
 * @param {string} text
 * @param {number} lines
 */
export function lastLines(text, lines) {
  return plainText(text)
    .trimEnd()
    .split('\n')
    .filter((line) => !/^\s+at .*(:\d+\)?|\(native\)|<anonymous>\)?)$/.test(line))
    .slice(-lines)
    .map((line) => (line.length > 300 ? `${line.slice(0, 300)} ...` : line))
    .join('\n');
}

/**
 * @param {string} file
 * @param {number} [lines]
 */
export const tail = (file, lines = 30) => lastLines(readFileSync(file, 'utf8'), lines);

/** @param {number} seconds */
export function duration(seconds) {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/**
 * One line on the screen around a piece of work: its title at once, the time it took at the end.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function phase(title, work) {
  const started = performance.now();
  process.stdout.write(`${title} ... `);
  try {
    const result = await work();
    process.stdout.write(`${duration((performance.now() - started) / 1000)}\n`);
    return result;
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  }
}

/**
 * A program that must succeed: otherwise a `Problem` that shows the end of its output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2] & { cause: string, remedy?: string }} options
 */
export async function must(command, args, { cause, remedy = '', ...options }) {
  const outcome = await run(command, args, options);
  if (outcome.ok) return outcome;
  const whole = `All of its output: ${shown(outcome.log)}`;
  throw new Problem(
    `${cause} (${path.basename(command)} ${outcome.ending}).`,
    [remedy, whole].filter(Boolean).join('\n'),
    tail(outcome.log),
  );
}
