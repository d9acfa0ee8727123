/** What is wanted now and then: one of several drawers open at a time, so that the picture stays on the screen. */
import { html, nothing, type TemplateResult } from 'lit';

export interface Drawer {
  readonly name: string;
  readonly label: unknown;
  readonly content: () => TemplateResult;
}

export interface DrawersOptions {
  readonly id: string;
  readonly drawers: readonly Drawer[];
  /** The one that is open; none if no drawer has that name. */
  readonly open: string | undefined;
  readonly toggle: (name: string | undefined) => void;
}

export function drawers(o: DrawersOptions): TemplateResult {
  const open = o.drawers.find((d) => d.name === o.open);
  return html`<div class="drawers">
      ${o.drawers.map(
        (d) =>
          html`<button
            type="button"
            class="drawer-handle"
            aria-expanded=${d === open ? 'true' : 'false'}
            aria-controls=${`${o.id}-drawer`}
            @click=${() => o.toggle(d === open ? undefined : d.name)}
          >
            ${d.label}
          </button>`,
      )}
    </div>
    <div id=${`${o.id}-drawer`} class="drawer">${open?.content() ?? nothing}</div>`;
}
