/**
 * What the address of a frame asks for, as a link to a moment is written: `#learning-rate?rate=0.2&step=4`. Servers
 * that tidy addresses (`figure.html` to `figure`) leave that alone, and drop the older `?name=learning-rate&rate=0.2`,
 * which is still read. A page without an address of its own, as in `srcdoc`, says the same of itself:
 * `<html data-figure="learning-rate?rate=0.2">`. The hash comes first, then the query, then that.
 *
 * Addresses come from strangers. What they name is looked up or becomes the value of an attribute, never
 * markup.
 */

export interface FrameRequest {
  /** The figure's name as it was asked for, known or not; undefined where none was. */
  readonly name: string | undefined;
  /** The figure's settings, by attribute name; of a name given twice, the first. */
  readonly attributes: ReadonlyMap<string, string>;
  /** `undefined` follows the system. */
  readonly theme: 'light' | 'dark' | undefined;
  readonly transparent: boolean;
}

/** Longest address that is looked at, in characters, so that a stranger's costs nothing. */
const LONGEST = 20_000;
/** Longest attribute name: the figures' own are far shorter. */
const LONGEST_NAME = 40;

/** Attributes with a meaning that are no property of every element by that name. */
const taken = new Set(['class', 'exportparts', 'is', 'linked', 'live', 'name', 'xmlns']);

/**
 * Whether an address may set this attribute. Names that no figure knows may pass, because the element
 * answers them with what it does know; `popover` or `onclick` may not.
 *
 * @param platform names of the properties that every element has, in lower case
 */
function allowed(name: string, platform: ReadonlySet<string>): boolean {
  return (
    name.length <= LONGEST_NAME &&
    /^[a-z][a-z0-9-]*$/.test(name) &&
    !/^(on|aria-|data-)/.test(name) &&
    !taken.has(name) &&
    !platform.has(name)
  );
}

/** A text of the form `name?query`; without a question mark it is all name. */
function split(text: string): [name: string, query: string] {
  const cut = text.indexOf('?');
  return cut < 0 ? [text, ''] : [text.slice(0, cut), text.slice(cut + 1)];
}

/**
 * Reads an address.
 *
 * @param search the query, with or without its question mark
 * @param hash the fragment, with or without its `#`
 * @param own what the page says of itself, in the form of the hash
 * @param platform names of the properties that every element has, in lower case
 */
export function readRequest(search: string, hash: string, own: string, platform: ReadonlySet<string>): FrameRequest {
  const query = new URLSearchParams(search.slice(0, LONGEST));
  const asked = hash.replace(/^#/, '') || (query.has('name') ? '' : own);
  const [linked, link] = split(asked.slice(0, LONGEST));
  const linkQuery = new URLSearchParams(link);
  const settings = linked === '' ? query : linkQuery;
  const of = (key: string): string | null => linkQuery.get(key) ?? query.get(key);
  const attributes = new Map<string, string>();
  for (const [key, value] of settings) {
    if (key === 'theme' || key === 'background' || attributes.has(key)) continue;
    if (allowed(key, platform)) attributes.set(key, value);
  }
  const theme = of('theme');
  return {
    name: linked || query.get('name') || undefined,
    attributes,
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    transparent: of('background') === 'transparent',
  };
}
