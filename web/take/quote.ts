/**
 * Texts quoted by the rules of those who will read them. Each function gives a text that is read as exactly
 * `text`, or nothing where the rules have no way to write it.
 */

/** Between double quotes in HTML. */
export function html(text: string): string {
  return `"${text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)}"`;
}

const inQuotes = (text: string): string => `"${text}"`;

/**
 * A parameter of a Hugo shortcode. Between double quotes a backslash is itself, except before a quote, and except
 * that one escaped quote makes Hugo drop all backslashes; between backticks everything is itself.
 */
export function hugo(text: string): string | undefined {
  if (!/["`\n]|\\$/.test(text)) return inQuotes(text);
  if (!text.includes('`')) return `\`${text}\``;
  if (text.includes('\n')) return undefined;
  if (!text.includes('\\')) return inQuotes(text.replaceAll('"', '\\"'));
  return /"|\\$|\\`/.test(text) ? undefined : inQuotes(text);
}

/**
 * A parameter of a Jekyll include. Backslashes come in pairs with what follows, and only that before a quote of
 * the same kind is dropped. Liquid ends the tag at `%}` even within quotes, and takes `{{` for a file name's variable.
 */
export function jekyll(text: string): string | undefined {
  if (/%\}|\{\{|\\\n/.test(text)) return undefined;
  // A backslash that is left over at the end would take the closing quote with it.
  if ((/\\*$/.exec(text)?.[0].length ?? 0) % 2) return undefined;
  if (!text.includes('"')) return inQuotes(text);
  if (!text.includes("'")) return `'${text}'`;
  return /\\/.test(text) ? undefined : inQuotes(text.replaceAll('"', '\\"'));
}

/** A parameter of a TiddlyWiki procedure: four kinds of quotes, none of which can be escaped. */
export function tiddlywiki(text: string): string | undefined {
  if (!text.includes('"')) return inQuotes(text);
  if (!text.includes("'")) return `'${text}'`;
  if (!/"""|"$/.test(text)) return `"""${text}"""`;
  return text.includes(']') ? undefined : `[[${text}]]`;
}
