/** A button that copies a text; where the clipboard is closed to us, the text stands there selected instead. */
import { html, nothing, type TemplateResult } from 'lit';

/** Where a part may keep what only this visit needs, as a figure's view does. */
export interface Memory {
  readonly local: Record<string, unknown>;
  readonly setLocal: (change: Record<string, unknown>) => void;
}

/** How long a button says that it is done, in milliseconds. */
const SAID = 2000;

async function copy({ setLocal }: Memory, key: string, text: string, root: ParentNode): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    setLocal({ copied: key, refused: undefined });
    setTimeout(() => setLocal({ copied: undefined }), SAID);
  } catch {
    // Absent on plain http, and refused in frames without its permission.
    setLocal({ refused: key });
    setTimeout(() => {
      const area = root.querySelector<HTMLTextAreaElement>('.refused textarea');
      area?.focus();
      area?.select();
    });
  }
}

/** `key` tells it from the figure's other such buttons; `text` is asked for on the press. */
export function copyButton(memory: Memory, key: string, label: string, text: () => string): TemplateResult {
  const { copied, refused } = memory.local;
  return html`<button
      type="button"
      class="link"
      aria-live="polite"
      @click=${(e: Event) => void copy(memory, key, text(), (e.target as Element).getRootNode() as ShadowRoot)}
    >
      ${copied === key ? 'copied' : label}
    </button>
    ${
      refused === key
        ? html`<label class="refused"
            >This page may not write to the clipboard: copy it from here.<textarea
              readonly
              rows="4"
              .value=${text()}
            ></textarea>
          </label>`
        : nothing
    }`;
}
