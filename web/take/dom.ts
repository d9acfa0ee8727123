type Children = readonly (Node | string)[];

/** An element with properties, attributes (names with a hyphen, and `role`) and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Readonly<Record<string, unknown>> = {},
  ...children: Children
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes('-') || name === 'role') element.setAttribute(name, String(value));
    else Object.assign(element, { [name]: value });
  }
  element.append(...children);
  return element;
}

/** Lets the browser save a file. */
export function save(file: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  make('a', { href: address, download: file }).click();
  // The download has begun by then, and holds the bytes itself.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/**
 * Copies the text of a field. Where the page may not use the clipboard, the text is left selected, so that the
 * reader's own keys copy it.
 *
 * @returns what happened, for the reader
 */
export async function copy(field: HTMLTextAreaElement): Promise<string> {
  try {
    await navigator.clipboard.writeText(field.value);
    return 'Copied.';
  } catch {
    field.focus();
    field.select();
    return 'Selected: now press Ctrl+C, or ⌘C.';
  }
}
