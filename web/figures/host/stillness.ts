/** Why figures cannot run in this browser or on this page: said once a page, below the first that a reader meets. */
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { explained, lack, type Lack } from '../../engine/ability';

let asked: { readonly lack: Lack | undefined } | undefined;
/** The figure that says it. */
let speaker: ReactiveControllerHost | undefined;

export class Stillness implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /**
   * Whether the figure can never run. To be asked when the figure is first wanted, before it is drawn, so that nothing
   * moves when it is said; not before, since a browser's first touch of WebAssembly takes its time.
   */
  get forGood(): boolean {
    asked ??= { lack: lack() };
    if (asked.lack) speaker ??= this.host;
    return asked.lack !== undefined;
  }

  hostConnected(): void {
    if (asked?.lack) speaker ??= this.host;
  }

  /** Whoever comes next says it then: a page of posts may exchange them. */
  hostDisconnected(): void {
    if (speaker === this.host) speaker = undefined;
  }

  sentence(): TemplateResult | typeof nothing {
    const missing = asked?.lack;
    if (!missing || speaker !== this.host) return nothing;
    // In English like all that figures say, whatever the page's language.
    return html`<p class="stillness" part="stillness" role="note" lang="en" dir="ltr">
      ${explained('This figure stands still here', missing)}
    </p>`;
  }
}
