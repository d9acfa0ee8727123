/** What a tool says when it cannot go on: a cause and a remedy, never a stack trace. */

export class Problem extends Error {
  /**
   * @param {string} cause what is wrong, as a sentence
   * @param {string} [remedy] what to do about it; may have several lines
   * @param {string} [detail] output worth seeing, such as the end of a log
   */
  constructor(cause, remedy = '', detail = '') {
    super(cause);
    this.name = 'Problem';
    this.remedy = remedy;
    this.detail = detail;
  }
}

/**
 * The text shown for anything that was thrown.
 * @param {unknown} error
 * @returns {string}
 */
export function explain(error) {
  if (error instanceof Problem) {
    const indent = (/** @type {string} */ text) => text.replace(/^(?=.)/gm, '  ');
    return [
      error.detail && `${indent(error.detail.trimEnd())}\n`,
      `Stopped: ${error.message}`,
      error.remedy && indent(error.remedy),
    ]
      .filter(Boolean)
      .join('\n');
  }
  const failure = error instanceof Error ? error : new Error(String(error));
  if (process.env.DEBUG) return failure.stack ?? failure.message;
  return `Stopped: ${failure.message}\n  This was not foreseen. DEBUG=1 in front of the command shows where it happened.`;
}

/**
 * Runs a command's main function and turns what it throws into a message and an exit status.
 * @param {() => Promise<number | void>} body returns the exit status; nothing means 0
 */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    process.stderr.write(`\n${explain(error)}\n`);
    process.exitCode = 1;
  }
}
