/** The lines that put a figure, exactly as it stands, into somebody's page. */
import { html, type TemplateResult } from 'lit';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

/** The element as HTML: always quoted, and only what differs from the figure's own defaults. */
export function elementMarkup(name: string, state: Readonly<Record<string, string>>, step: number): string {
  const attributes = [['name', name] as const, ...Object.entries(state), ['step', String(step)] as const];
  return `<gd-figure ${attributes.map(([k, v]) => `${k}="${escaped(v)}"`).join(' ')}></gd-figure>`;
}

export function embedCode(name: string, state: Readonly<Record<string, string>>, step: number): TemplateResult {
  return html`<div class="embed" part="embed">
    <p class="quiet">Copy <code>downhill.js</code> beside your page, and write:</p>
    <pre tabindex="0">${`<script src="downhill.js" defer></script>\n${elementMarkup(name, state, step)}`}</pre>
  </div>`;
}
