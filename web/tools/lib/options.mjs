/** Command lines: flags with their help, and a clear answer to a mistake. */
import { parseArgs } from 'node:util';

import { Problem } from './problem.mjs';

/** @typedef {{ type: 'boolean' | 'string', help: string }} Flag */

/**
 * Reads `process.argv`. `--help` prints the help and ends the program.
 * @param {object} command
 * @param {string} command.usage for example `npm start -- [--port N]`
 * @param {string} command.does one or two sentences
 * @param {Record<string, Flag>} [command.flags]
 * @param {boolean} [command.words] whether words without dashes are accepted
 * @param {string[]} [argv]
 */
export function options({ usage, does, flags = {}, words = false }, argv = process.argv.slice(2)) {
  /** @type {Record<string, Flag>} */
  const all = { ...flags, help: { type: 'boolean', help: 'show this' } };
  if (argv.includes('--help') || argv.includes('-h')) {
    const rows = Object.entries(all).map(([name, flag]) => {
      const label = `--${name}${flag.type === 'string' ? ' …' : ''}`;
      return `  ${label.padEnd(14)} ${flag.help}`;
    });
    process.stdout.write(`${usage}\n\n${does}\n\n${rows.join('\n')}\n`);
    process.exit(0);
  }
  try {
    const settings = Object.fromEntries(Object.entries(all).map(([name, { type }]) => [name, { type }]));
    const { values, positionals } = parseArgs({ args: argv, options: settings, allowPositionals: words });
    return { values: /** @type {Record<string, string | boolean | undefined>} */ (values), words: [...positionals] };
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new Problem(`${message}.`, `Usage: ${usage}`);
  }
}
