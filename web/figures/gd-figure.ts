/**
 * `<gd-figure name="...">`: the one element. It loads the engine, keeps the settings (from attributes,
 * from a link, from the reader's hands), owns time and undo, and gives the figure room to draw.
 *
 * Until it runs - and wherever it never will - its children stand in its place: a picture drawn at
 * build time and a caption.
 *
 * @fires gd-step - the time line moved to another whole step; detail `{ step }`
 * @fires gd-change - settings changed; detail `{ settings }`, as texts by attribute name
 * @fires gd-end - the run's end was reached; detail `{ step, text }`
 */
import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { loadEngine } from '../engine/load';
import type { Engine } from '../engine/engine';
import { Player } from '../parts/player';
import { timeBar } from '../parts/time-bar';
import { figureStyles } from '../style/figure';
import type { AnyFigure, Model, Pieces, View } from './figure';
import { embedCode } from './embed';
import { announceGoals } from './goals';
import { History } from './history';
import { foot, notices, presetButtons } from './pieces';
import { notFound, readLink, writeLink } from './link';
import { figures } from './registry';
import {
  attributeName,
  initialValues,
  number,
  readSettings,
  writeSettings,
  type SettingTable,
  type Values,
} from './settings';

type AnySettings = Values<SettingTable>;
type AnyView = View<SettingTable, Model>;

/** Attributes that are the host's or the platform's, not a figure's. */
const OWN = /^(name|linked|live|step|class|id|style|slot|title|lang|dir|hidden|part|role|tabindex|(data|aria)-.*)$/;
const stepSetting = number({ label: 'step', initial: 0, min: 0, max: 1_000_000, whole: true });
/** Below this many pixels there is nothing to be seen, only an element being laid out. */
const NARROWEST = 120;
let nextId = 1;

export class GdFigure extends LitElement {
  static override styles = figureStyles;
  static override get observedAttributes(): string[] {
    const names = new Set([...super.observedAttributes, 'name', 'linked', 'step']);
    for (const f of figures.values()) for (const key of Object.keys(f.settings)) names.add(attributeName(key));
    return [...names];
  }

  #figure: AnyFigure | undefined;
  #engine: Engine | undefined;
  #model: Model | undefined;
  #settings: AnySettings = {};
  /** What attributes ask for: the state that "put back" returns to and that links leave out. */
  #base: AnySettings = {};
  #stale = true;
  #width = 0;
  #local: Record<string, unknown> = {};
  #notices: readonly string[] = [];
  #said = '';
  #lastStep = -1;
  #sayTimer: ReturnType<typeof setTimeout> | undefined;
  #linkTimer: ReturnType<typeof setTimeout> | undefined;
  #near = false;
  #opened = false;
  #sight: IntersectionObserver | undefined;
  #sizes: ResizeObserver | undefined;
  readonly #id = `gd-${nextId++}`;
  readonly #history = new History<AnySettings>();
  readonly player = new Player(this, {
    end: () => this.#model?.steps ?? 0,
    arrived: () => this.#say(),
    stillness: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#readAttributes();
    this.#sight = new IntersectionObserver((seen) => this.#seen(seen), { rootMargin: '300px', threshold: [0, 0.4] });
    this.#sight.observe(this);
    this.#sizes = new ResizeObserver(() => this.#measure());
    this.#sizes.observe(this);
    window.addEventListener('hashchange', this.#followLink);
    if (this.#near) void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sight?.disconnect();
    this.#sizes?.disconnect();
    window.removeEventListener('hashchange', this.#followLink);
    clearTimeout(this.#sayTimer);
    clearTimeout(this.#linkTimer);
    this.#model?.dispose();
    this.#model = undefined;
    this.#stale = true;
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (this.isConnected && old !== value) this.#readAttributes();
  }

  /** The figure's settings as texts by attribute name: what differs from the figure's own defaults. */
  get state(): Record<string, string> {
    return this.#figure ? Object.fromEntries(writeSettings(this.#figure.settings, this.#settings)) : {};
  }

  #readAttributes(): void {
    const name = this.getAttribute('name') ?? '';
    this.#figure = figures.get(name);
    if (!this.#figure) {
      this.#notices = [notFound(name, [...figures.keys()])];
      this.requestUpdate();
      return;
    }
    const texts = this.getAttributeNames()
      .filter((n) => !OWN.test(n))
      .map((n) => [n, this.getAttribute(n) ?? ''] as const);
    const { values, problems } = readSettings(this.#figure.settings, texts);
    this.#base = { ...initialValues(this.#figure.settings), ...values };
    this.#settings = this.#base;
    this.#notices = problems;
    this.#history.clear();
    this.#stale = true;
    this.player.time = this.#firstStep();
    this.player.speed = this.#figure.speed ?? 1;
    if (this.hasAttribute('linked')) this.#followLink();
    this.requestUpdate();
  }

  #firstStep(): number {
    const asked = this.getAttribute('step');
    if (asked !== null) {
      const step = stepSetting.read(asked);
      if (typeof step === 'number') return step;
      this.#notices = [...this.#notices, `step: ${step.message}. Allowed: ${stepSetting.accepts}.`];
    }
    return this.#figure?.firstStep ?? 0;
  }

  readonly #followLink = (): void => {
    if (!this.#figure || !this.hasAttribute('linked')) return;
    const link = readLink(location.hash, this.#figure);
    if (!link) return;
    this.#notices = link.problems;
    this.#settings = { ...this.#base, ...link.values };
    this.#stale = true;
    this.player.time = link.step ?? this.#firstStep();
    this.#near = true;
    void this.#start();
    (this.closest('section') ?? this).scrollIntoView();
    this.requestUpdate();
  };

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    const near = entries.some((e) => e.isIntersecting);
    if (near) {
      this.#near = true;
      void this.#start();
      if (entries.some((e) => e.intersectionRatio > 0.35)) this.#open();
    } else if (this.player.playing) this.player.pause(false);
  }

  /** The one time a figure moves unasked. */
  #open(): void {
    const opening = this.#figure?.opening;
    if (!opening || this.#opened || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    this.#opened = true;
    void this.#start().then(async () => {
      await this.updateComplete;
      if (this.player.time > 0 || !this.#model || this.#history.canUndo) return;
      this.player.speed = opening.speed;
      this.player.play();
    });
  }

  async #start(): Promise<void> {
    if (this.#engine) return;
    try {
      this.#engine = await loadEngine();
    } catch {
      this.#notices = ['This browser cannot run the figure, so its picture stands here instead.'];
    }
    this.#measure();
    this.requestUpdate();
  }

  #measure(): void {
    // What the host page's padding leaves: a drawing wider than that would be shrunk, its letters and targets with it.
    const { paddingLeft, paddingRight } = getComputedStyle(this);
    const width = Math.floor(this.clientWidth - (parseFloat(paddingLeft) || 0) - (parseFloat(paddingRight) || 0));
    if (width <= 0 || width === this.#width) return;
    this.#width = width;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.#figure || !this.#engine || !this.isConnected) return;
    if (this.#stale) this.#compute();
    const end = this.#model?.steps ?? 0;
    if (this.player.time > end) this.player.time = end;
  }

  #compute(): void {
    const figure = this.#figure;
    if (!figure || !this.#engine) return;
    this.#stale = false;
    try {
      const model = figure.model(this.#engine, this.#settings);
      this.#model?.dispose();
      this.#model = model;
    } catch (problem) {
      const before = this.#history.undo(this.#settings);
      this.#notices = [problem instanceof Error ? problem.message : 'That could not be computed.'];
      if (before) this.#settings = before;
    }
  }

  /** What the figure draws from; undefined until engine, model and room are there. */
  #view(): AnyView | undefined {
    const model = this.#model;
    if (!model || this.#width < NARROWEST) return undefined;
    return {
      settings: this.#settings,
      model,
      time: this.player.time,
      step: this.player.step,
      beat: this.player.beat,
      width: this.#width,
      id: this.#id,
      set: (change, options) => this.#set(change, options?.keepTime ?? false),
      go: (step, animate) => this.player.go(step, animate),
      play: (speed) => {
        if (speed !== undefined) this.player.speed = speed;
        // A start just chosen is computed first; then there is something to play.
        void this.updateComplete.then(() => this.player.play());
      },
      local: this.#local,
      setLocal: (change) => this.#setLocal(change),
    };
  }

  #setLocal(change: Record<string, unknown>): void {
    this.#local = { ...this.#local, ...change };
    this.requestUpdate();
  }

  #set(change: Partial<AnySettings>, keepTime: boolean): void {
    this.#history.record(this.#settings, Object.keys(change).join());
    this.#apply({ ...this.#settings, ...change }, keepTime);
  }

  #apply(settings: AnySettings, keepTime: boolean): void {
    const light = new Set<string>(this.#figure?.light ?? []);
    const heavy = Object.keys(settings).some((k) => settings[k] !== this.#settings[k] && !light.has(k));
    this.#settings = settings;
    if (heavy) this.#stale = true;
    if (!keepTime && heavy) this.player.go(0);
    this.#notices = [];
    this.#sayLater();
    this.#linkLater();
    this.#tell('gd-change', { settings: this.state });
    this.requestUpdate();
  }

  readonly #undo = (): void => {
    const before = this.#history.undo(this.#settings);
    if (before) this.#apply(before, true);
  };

  readonly #redo = (): void => {
    const after = this.#history.redo(this.#settings);
    if (after) this.#apply(after, true);
  };

  readonly #keys = (e: KeyboardEvent): void => {
    if (
      (e.ctrlKey || e.metaKey) &&
      e.key.toLowerCase() === 'z' &&
      !(e.composedPath()[0] instanceof HTMLTextAreaElement)
    ) {
      e.preventDefault();
      if (e.shiftKey) this.#redo();
      else this.#undo();
    }
  };

  protected override updated(): void {
    const view = this.#view();
    // Lets a page place what it put on the card while the card is not there yet.
    this.toggleAttribute('live', Boolean(this.#figure && view));
    if (!this.#figure || !view) return;
    this.#announceStep(view);
    if (this.#figure.goals) announceGoals(this, this.#figure.name, this.#figure.goals, view);
  }

  #announceStep({ step, model }: AnyView): void {
    if (step === this.#lastStep) return;
    const first = this.#lastStep < 0;
    this.#lastStep = step;
    if (first) return;
    this.#linkLater();
    this.#tell('gd-step', { step });
    if (step === model.end?.step) this.#tell('gd-end', model.end);
  }

  #tell(event: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true }));
  }

  #say(): void {
    const view = this.#view();
    if (!this.#figure || !view) return;
    this.#said = this.#figure.sentence(view);
    this.requestUpdate();
  }

  #sayLater(): void {
    clearTimeout(this.#sayTimer);
    this.#sayTimer = setTimeout(() => this.#say(), 700);
  }

  #link(): string {
    return this.#figure ? writeLink(this.#figure, this.#settings, this.#base, this.player.step) : '';
  }

  #linkLater(): void {
    if (!this.hasAttribute('linked')) return;
    clearTimeout(this.#linkTimer);
    this.#linkTimer = setTimeout(() => {
      try {
        history.replaceState(history.state, '', this.#link());
      } catch {
        // A sandboxed frame may not touch its address; the copied link still works.
      }
    }, 300);
  }

  readonly #copyLink = async (): Promise<void> => {
    const address = new URL(this.#link(), location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      this.#setLocal({ linkCopied: true });
      setTimeout(() => this.#setLocal({ linkCopied: false }), 2000);
    } catch {
      // Without a clipboard the address bar holds the link already.
    }
    this.requestUpdate();
  };

  #foot(figure: AnyFigure): TemplateResult {
    const open = this.#local['embed'] === true;
    return foot({
      caption: figure.caption,
      undo: this.#history.canUndo ? this.#undo : undefined,
      redo: this.#history.canRedo ? this.#redo : undefined,
      link: this.hasAttribute('linked') ? this.#link() : undefined,
      linkCopied: this.#local['linkCopied'] === true,
      copyLink: () => void this.#copyLink(),
      code: open ? embedCode(figure.name, this.state, this.player.step) : undefined,
      toggleCode: () => this.#setLocal({ embed: !open }),
    });
  }

  #pieces(figure: AnyFigure, view: AnyView): Pieces {
    const { steps, end } = view.model;
    const roll = figure.newStart
      ? () => this.#set(figure.newStart?.(this.#settings, Math.random, view.model) ?? {}, false)
      : undefined;
    const presets = presetButtons(figure.presets, (p) => {
      this.#set(p.values, false);
      void this.updateComplete.then(() => this.player.play());
    });
    return {
      plot: html`<div class="plot" part="plot">${figure.plot(view)}</div>`,
      timeBar: steps > 0 || roll ? timeBar({ player: this.player, steps, end, newStart: roll }) : html``,
      panels: figure.panels ? html`<div class="panels">${figure.panels(view)}</div>` : html``,
      controls:
        figure.controls || figure.presets
          ? html`<div class="controls">${figure.controls?.(view)} ${presets}</div>`
          : html``,
      foot: this.#foot(figure),
    };
  }

  protected override render(): TemplateResult {
    const figure = this.#figure;
    const view = this.#view();
    if (!figure || !view)
      return html`<div class="poster"><slot></slot></div>
        <slot name="card"></slot>
        ${notices(this.#notices)}`;
    const pieces = this.#pieces(figure, view);
    const { plot, timeBar: time, panels, controls, foot: last } = pieces;
    return html`
      <div class="live ${figure.name}" part="figure" role="group" aria-label=${figure.title} @keydown=${this.#keys}>
        ${figure.arrange ? figure.arrange(view, pieces) : [plot, time, panels, controls, last]}
        ${notices(this.#notices)}
        <p class="unseen" aria-live="polite">${this.#said}</p>
      </div>
      <div class="poster only-print"><slot></slot></div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gd-figure': GdFigure;
  }
}
