/** `<gd-task for="figure" goal="name">`: a task in the text that knows when it is done. */
import { LitElement, css, html, type TemplateResult } from 'lit';
import type { Goal, Model, View } from '../figure';
import type { SettingTable } from '../settings';
import { dress } from './dress';

interface Standing {
  readonly figure: string;
  readonly goals: Readonly<Record<string, { readonly done: boolean; readonly status: string }>>;
}

const EVENT = 'gd-goals';

/** Tells tasks on the page how a figure stands. */
export function announceGoals(
  host: HTMLElement,
  figure: string,
  goals: Readonly<Record<string, Goal<SettingTable, Model>>>,
  view: View<SettingTable, Model>,
): void {
  const standing: Standing = {
    figure,
    goals: Object.fromEntries(
      Object.entries(goals).map(([name, g]) => [name, { done: g.done(view), status: g.status(view) }]),
    ),
  };
  host.dispatchEvent(new CustomEvent(EVENT, { detail: standing, bubbles: true, composed: true }));
}

const styles = css`
  :host {
    display: block;
  }
  .status {
    font: 500 0.9375rem/1.4 var(--gd-sans, system-ui, sans-serif);
    font-variant-numeric: tabular-nums;
    color: var(--gd-ink2, inherit);
    margin: 0.35em 0 0;
    min-height: 1.4em;
  }
  .done {
    color: var(--gd-optimum, inherit);
    font-weight: 600;
  }
`;

export class GdTask extends LitElement {
  #standing: { done: boolean; status: string } = { done: false, status: '' };
  /** Once done it stays done: a reader who goes on exploring keeps what was achieved. */
  #achieved = '';

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener(EVENT, this.#listen);
  }

  protected override createRenderRoot(): ReturnType<LitElement['createRenderRoot']> {
    const root = super.createRenderRoot();
    dress(root as ShadowRoot, [styles]);
    return root;
  }

  adoptedCallback(): void {
    if (this.shadowRoot) dress(this.shadowRoot, [styles]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener(EVENT, this.#listen);
  }

  readonly #listen = (e: Event): void => {
    const { figure, goals } = (e as CustomEvent<Standing>).detail;
    const mine = goals[this.getAttribute('goal') ?? ''];
    if (figure !== this.getAttribute('for') || !mine) return;
    if (mine.done === this.#standing.done && mine.status === this.#standing.status) return;
    this.#standing = mine;
    if (mine.done) this.#achieved = mine.status;
    this.requestUpdate();
  };

  protected override render(): TemplateResult {
    const text = this.#achieved || this.#standing.status;
    return html`<slot></slot>
      <p class="status ${this.#achieved ? 'done' : ''}" role="status">
        ${this.#achieved ? html`<span aria-hidden="true">✓ </span><span class="word">Done: </span>` : ''}${text}
      </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gd-task': GdTask;
  }
}
