/** Version numbers as programs print them. */

/**
 * The first version number in a text: `"ninja 1.11.1 (x)"` -> `[1, 11, 1]`.
 * @param {string} text
 * @returns {number[] | undefined}
 */
export function parseVersion(text) {
  const match = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
  return match?.slice(1).map((part) => Number(part ?? 0));
}

/**
 * Emscripten's own version in the output of `emcc --version`. The line also holds words like
 * `gcc/clang-like`, and with some builds a commit; the number stands after the closing parenthesis.
 * @param {string} text
 */
export function parseEmscriptenVersion(text) {
  const match = /emscripten.*?\) (\d+\.\d+\.\d+)/i.exec(text);
  return match?.[1] === undefined ? undefined : parseVersion(match[1]);
}

/**
 * Whether `version` is `minimum` or newer, part by part.
 * @param {readonly number[]} version
 * @param {readonly number[]} minimum
 */
export function atLeast(version, minimum) {
  for (const [index, wanted] of minimum.entries()) {
    const part = version[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}
