/** What stands around every figure's own drawing, or in its place: notices, presets, undo, links. */
import { html, nothing, type TemplateResult } from 'lit';

/** Sentences for the reader about something that could not be used. */
export function notices(sentences: readonly string[]): TemplateResult | typeof nothing {
  return sentences.length
    ? html`<div class="notice" role="status" part="notice" lang="en" dir="ltr">
        ${sentences.map((s) => html`<p>${s}</p>`)}
      </div>`
    : nothing;
}

function action(label: string, act: (() => void) | undefined): TemplateResult {
  return html`<button type="button" class="link" aria-disabled=${act ? nothing : 'true'} @click=${() => act?.()}>
    ${label}
  </button>`;
}

/** In place of a figure whose start failed; the button stays while that is tried again, so that the focus does, too. */
export function failure(trying: boolean, again: () => void): TemplateResult {
  return html`<div class="notice" role="status" part="notice" lang="en" dir="ltr">
    <p>
      This figure could not be started, so its picture stands here.
      ${trying ? action('Trying again …', undefined) : action('Try again', again)}
    </p>
  </div>`;
}

export interface FootOptions {
  readonly caption: string;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
  /** The address of this moment; undefined where the page's address is not ours to use. */
  readonly link: string | undefined;
  readonly linkCopied: boolean;
  readonly copyLink: () => void;
  /** The button that opens the numbers. */
  readonly numbers: TemplateResult;
  /** Offers what the page puts into the slot `take`; undefined where the page has nothing to put there. */
  readonly take: { readonly open: boolean; readonly press: () => void } | undefined;
}

/** Caption, undo and redo, and the ways to take the figure elsewhere. */
export function foot(o: FootOptions): TemplateResult {
  const elsewhere =
    o.link === undefined
      ? nothing
      : html`<a href=${o.link} @click=${o.copyLink}>${o.linkCopied ? 'link copied' : 'link to this moment'}</a>${
            o.take &&
            html`<button
              type="button"
              class="link"
              part="take"
              aria-expanded=${o.take.open ? 'true' : 'false'}
              @click=${o.take.press}
            >
              take this figure with you
            </button>`
          }`;
  return html`
    <p class="caption" part="caption">${o.caption}</p>
    <div class="links">${action('undo', o.undo)} ${action('redo', o.redo)} ${elsewhere} ${o.numbers}</div>
    ${o.take && html`<slot name="take"></slot>`}
  `;
}
