/** Where a file puts its text, by its name: a script from disk can hand over nothing in another way. */
const PLACE = Symbol.for('downhill.handwriting');

/**
 * A file's text, which arrives as a script, as the pieces of the figures do.
 *
 * @param address of the script
 * @param name under which it puts its text
 * @returns undefined where it cannot be had
 */
export async function fetchPart(address: string, name: string): Promise<string | undefined> {
  const place: Record<string, string> = ((globalThis as Record<symbol, unknown>)[PLACE] ??= {}) as never;
  try {
    await import(/* @vite-ignore */ /* webpackIgnore: true */ address);
  } catch {
    return undefined;
  }
  const text = place[name];
  // Its millions of letters are needed no longer than it takes to unpack them.
  delete place[name];
  return text;
}
