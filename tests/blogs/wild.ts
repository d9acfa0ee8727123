/** Texts that mean something to one language or another on a post's way to the reader, written as each program wants. */
import fc from 'fast-check';

export interface Written {
  readonly text: string;
  /** The text as a parameter, quotes and all. */
  readonly source: string;
  /** What must stand in the post before. */
  readonly before?: string;
}

const chosen = [
  `x^2 + y^2 < "3" & 'a'`,
  `</gd-figure><script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `' onmouseover='alert(1)`,
  '&lt;b&gt; &amp; &#34; &quot; &nonsense;',
  '{{ x }} {{< y >}} {{% z %}} {% if %} {%- -%}',
  '[[link]] [text](url) <<macro>> {{transclusion}} ((a)) $x$ $$y$$',
  '*a* _b_ **c** `d` ~~e~~ -- --- ... # > | - +',
  '\\ \\n \\" \\\\ C:\\dir\\',
  '$& $1 $$ %s %d %q ${x} #{x}',
  '∇f · é ß 漢字 🎢 \u2028 \u00a0 \u200b',
  ' space before and after ',
  '-1e-3',
  '',
];

const pieces = [
  ...[
    '"',
    "'",
    '`',
    '<',
    '>',
    '&',
    '&amp;',
    '{',
    '}',
    '{{',
    '}}',
    '{%',
    '%}',
    '[[',
    ']]',
    '<<',
    '>>',
    '</',
    '/>',
    '>}}',
  ],
  ...['\\', '$', '$&', '%', '*', '_', '--', '^', '|', '=', '/', ' ', 'a', 'on', 'é', '∇', '🎢', '<!--', '-->', '<b>'],
];
const arbitrary = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 14 });

/** The chosen texts and forty others, without those that a program has no way to write. */
function written(write: (text: string, index: number) => Omit<Written, 'text'> | undefined): Written[] {
  return [...chosen, ...fc.sample(arbitrary, 40)].flatMap((text, index) => {
    const how = write(text, index);
    return how ? [{ text, ...how }] : [];
  });
}

/** Backticks take everything but a backtick; one escaped quote makes Hugo drop all backslashes between quotes. */
export function inHugo(): Written[] {
  return written((text) => {
    if (!text.includes('`')) return { source: `\`${text}\`` };
    return text.includes('\\') ? undefined : { source: `"${text.replaceAll('"', '\\"')}"` };
  });
}

/** Liquid ends a tag at `%}` even between quotes; such a text is captured first, and passed on by name. */
export function inJekyll(): Written[] {
  return written((text, index) => {
    const literal = !/%\}|\{\{|\\/.test(text);
    if (literal && !text.includes("'")) return { source: `'${text}'` };
    if (literal) return { source: `"${text.replaceAll('"', '\\"')}"` };
    const name = `wild${index}`;
    return { source: name, before: `{% capture ${name} %}{% raw %}${text}{% endraw %}{% endcapture %}` };
  });
}

/** Four kinds of quotes, none of which can be escaped. */
export function inTiddlyWiki(): Written[] {
  return written((text) => {
    if (!text.includes('"')) return { source: `"${text}"` };
    if (!text.includes("'")) return { source: `'${text}'` };
    if (!/"""|"$/.test(text)) return { source: `"""${text}"""` };
    return text.includes(']') ? undefined : { source: `[[${text}]]` };
  });
}
