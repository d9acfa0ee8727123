/** One part in one state, as it stands inside a figure: same style sheet, same surroundings. */
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { figureStyles } from '../style/figure';
import { drawerStyles } from '../style/figure/drawers';
import { twoDialStyles } from '../style/figure/next-step';
import { surfaceStyles } from '../style/figure/surface';

/** A state of a part. */
export interface State {
  /** What is special about it, for example `disabled`. */
  readonly name: string;
  /** @param id unique on the page */
  readonly draw: (id: string) => TemplateResult;
}

/** What one or more files of `web/parts` look like. */
export interface Entry {
  readonly title: string;
  /** File names in `web/parts/`. */
  readonly files: readonly string[];
  readonly states: readonly State[];
  /** Shown only where a figure has the room of a desktop. */
  readonly wide?: boolean;
}

export class GdSpecimen extends LitElement {
  static override styles = [...figureStyles, drawerStyles, twoDialStyles, surfaceStyles];
  state: State | undefined;

  protected override render(): TemplateResult | typeof nothing {
    return this.state
      ? html`<div class="live" role="group" aria-label=${this.title}>${this.state.draw(this.id)}</div>`
      : nothing;
  }
}
customElements.define('gd-specimen', GdSpecimen);

declare global {
  interface HTMLElementTagNameMap {
    'gd-specimen': GdSpecimen;
  }
}
