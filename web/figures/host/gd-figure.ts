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
import { loadEngine } from '../../engine/load';
import { pause } from '../../engine/pause';
import type { Engine } from '../../engine/engine';
import { Player } from '../../parts/player';
import { timeBar } from '../../parts/time-bar';
import { figureStyles } from '../../style/figure';
import type { AnyFigure, Model, Pieces, View } from '../figure';
import { embedCode } from './embed';
import { announceGoals } from './goals';
import { History } from './history';
import { foot, notices, presetButtons } from './pieces';
import { Address } from './address';
import { notFound, writeLink, type Link } from './link';
import { Sight } from './sight';
import { Speech } from './speech';
import { figures } from '../registry';
import {
  attributeName,
  initialValues,
  number,
  readSettings,
  writeSettings,
  type SettingTable,
  type Values,
} from '../settings';

type AnySettings = Values<SettingTable>;
type AnyView = View<SettingTable, Model>;

/** Attributes that are the host's or the platform's, not a figure's. */
const OWN = /^(name|linked|live|step|class|id|style|slot|title|lang|dir|hidden|part|role|tabindex|(data|aria)-.*)$/;
const stepSetting = number({ label: 'step', initial: 0, min: 0, max: 1_000_000, whole: true });
/** Below this many pixels there is nothing to be seen, only an element being laid out. */
const NARROWEST = 120;
let nextId = 1;
/** Figures that come near together start one after the other, each in a task of its own. */
let turn = Promise.resolve();

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
  #local: Record<string, unknown> = {};
  #notices: readonly string[] = [];
  #lastStep = -1;
  #near = false;
  #opened = false;
  readonly #id = `gd-${nextId++}`;
  readonly #history = new History<AnySettings>();
  readonly player = new Player(this, {
    end: () => this.#model?.steps ?? 0,
    arrived: () => this.#speech.now(),
    stillness: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  });
  readonly #speech = new Speech(this, () => {
    const view = this.#view();
    return view && this.#figure?.sentence(view);
  });
  readonly #address = new Address(this, {
    figure: () => this.#figure,
    link: () => this.#link(),
    follow: (link) => this.#follow(link),
  });
  readonly #sight = new Sight(this, {
    near: () => {
      this.#near = true;
      void this.#start();
    },
    seen: () => this.#open(),
    away: () => {
      if (this.player.playing) this.player.pause(false);
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#readAttributes();
    if (this.#near) void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
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
    this.#address.follow();
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

  #follow(link: Link): void {
    this.#notices = link.problems;
    this.#settings = { ...this.#base, ...link.values };
    this.#stale = true;
    this.player.time = link.step ?? this.#firstStep();
    this.#near = true;
    void this.#start();
    (this.closest('section') ?? this).scrollIntoView();
    this.requestUpdate();
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
      const engine = await loadEngine();
      await (turn = turn.then(pause));
      this.#engine = engine;
      if (this.isConnected && this.#stale) this.#compute();
      await pause();
    } catch {
      this.#notices = ['This browser cannot run the figure, so its picture stands here instead.'];
    }
    this.#sight.measure();
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
    if (!model || this.#sight.width < NARROWEST) return undefined;
    return {
      settings: this.#settings,
      model,
      time: this.player.time,
      step: this.player.step,
      beat: this.player.beat,
      width: this.#sight.width,
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
    this.#speech.later();
    this.#address.keepLater();
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
    this.#address.keepLater();
    this.#tell('gd-step', { step });
    if (step === model.end?.step) this.#tell('gd-end', model.end);
  }

  #tell(event: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true }));
  }

  #link(): string {
    return this.#figure ? writeLink(this.#figure, this.#settings, this.#base, this.player.step) : '';
  }

  async #copyLink(): Promise<void> {
    if (!(await this.#address.copy())) return;
    this.#setLocal({ linkCopied: true });
    setTimeout(() => this.#setLocal({ linkCopied: false }), 2000);
  }

  #foot(figure: AnyFigure): TemplateResult {
    const open = this.#local['embed'] === true;
    return foot({
      caption: figure.caption,
      undo: this.#history.canUndo ? this.#undo : undefined,
      redo: this.#history.canRedo ? this.#redo : undefined,
      link: this.#address.ours ? this.#link() : undefined,
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
        <p class="unseen" aria-live="polite">${this.#speech.said}</p>
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
