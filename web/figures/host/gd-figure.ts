/**
 * `<gd-figure name="...">`: the one element. It loads the engine, keeps the settings (from attributes,
 * from a link, from the reader's hands), owns time and undo, and gives the figure room to draw.
 *
 * Until it runs - and wherever it never will - its children stand in its place: a picture drawn at
 * build time and a caption.
 *
 * What a page may rely on is documented in `downhill.d.ts`. The one event that is not, `gd-take`, asks the
 * tutorial's page for the panel that takes a figure elsewhere; a page that has one says so by the attribute `take`.
 */
import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { loadEngine } from '../../engine/load';
import { inSlices, pause } from '../../engine/pause';
import type { Engine } from '../../engine/engine';
import { comparedLine, comparedSentence } from '../../parts/compared';
import type { NumberTable } from '../../parts/number-table';
import { Player } from '../../parts/player';
import { timeBar } from '../../parts/time-bar';
import { figureStyles } from '../../style/figure';
import type { AnyFigure, Model, NamedRun, Pieces, View } from '../figure';
import { figures } from '../registry';
import { initialValues, readSettings, type AnySettings, type SettingTable } from '../settings';
import { Address } from './address';
import { changes, observedNames, readAttributes, readStep } from './attributes';
import type { GdFigure as PublicFigure } from './downhill.d.ts';
import { announceGoals } from './goals';
import { History } from './history';
import { notFound, writeLink, type Link } from './link';
import { News, stateOf, tell } from './news';
import { numbersBelow, numbersButton } from './numbers';
import { standalone } from './picture';
import { foot, notices, presetButtons } from './pieces';
import { compared, keep, moment, parted, Pin, readPin, type State } from './pin';
import { Sight } from './sight';
import { Speech } from './speech';
import { Stillness } from './stillness';

type AnyView = View<SettingTable, Model>;

/** Properties that a page may have set before the script was there. */
const EARLY = ['name', 'state', 'step'] as const;
/** Below this many pixels there is nothing to be seen, only an element being laid out. */
const NARROWEST = 120;
/** Where the children show, in place of what does not run yet, or never will. */
function roomForChildren(): Node[] {
  const [poster, picture, card] = ['div', 'slot', 'slot'].map((name) => document.createElement(name));
  poster!.className = 'poster';
  poster!.append(picture!);
  card!.setAttribute('name', 'card');
  return [poster!, card!];
}
let nextId = 1;
/** Figures that come near together start one after the other, each in a task of its own. */
let turn = Promise.resolve();

export class GdFigure extends LitElement implements PublicFigure {
  static override styles = figureStyles;
  /** The engine of every figure on the page. */
  static readonly loadEngine = loadEngine;
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...observedNames()];
  }

  #figure: AnyFigure | undefined;
  #engine: Engine | undefined;
  #starting: Promise<void> | undefined;
  #model: Model | undefined;
  #settings: AnySettings = {};
  /** What attributes ask for: the state that "put back" returns to and that links leave out. */
  #base: State = { settings: {}, pinned: undefined };
  #stale = true;
  #local: Record<string, unknown> = {};
  #notices: readonly string[] = [];
  #unread = true;
  /** What the attributes `step` and `pin` asked for when they were last looked at. */
  #stepText: string | null = null;
  #pinText: string | null = null;
  readonly #news = new News(this);
  #near = false;
  #want: () => void = () => undefined;
  /** Until then its children do. */
  readonly #wanted = new Promise<void>((wanted) => (this.#want = wanted));
  #opened = false;
  readonly #room = roomForChildren();
  readonly #id = `gd-${nextId++}`;
  readonly #history = new History<State>();
  readonly #pin = new Pin();
  readonly #stillness = new Stillness(this);
  readonly #player = new Player(this, {
    end: () => this.#end,
    arrived: () => this.#speech.now(),
    stillness: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  });
  readonly #speech = new Speech(this, () => {
    const view = this.#view();
    if (!view || !this.#figure) return undefined;
    const both = compared(this.#figure, view);
    return this.#figure.sentence(view) + (both ? ` ${comparedSentence(both)}` : '');
  });
  readonly #address = new Address(this, {
    figure: () => {
      this.#read();
      return this.#figure;
    },
    link: () => this.link,
    follow: (link) => this.#follow(link),
  });
  readonly #sight = new Sight(this, {
    near: () => {
      this.#near = true;
      void this.#start();
    },
    seen: () => this.#open(),
    away: () => {
      if (this.#player.playing) this.#player.pause(false);
    },
  });

  /** As it stands until somebody comes near: without an update of its own, a page full of figures costs nothing. */
  protected override createRenderRoot(): ReturnType<LitElement['createRenderRoot']> {
    const root = super.createRenderRoot();
    root.append(...this.#room);
    return root;
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) {
      await this.#wanted;
      this.renderRoot.replaceChildren();
    }
    void super.scheduleUpdate();
  }

  /** Before it is wanted there is nothing to wait for. */
  protected override getUpdateComplete(): Promise<boolean> {
    return this.hasUpdated || this.#starting ? super.getUpdateComplete() : Promise.resolve(true);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#takeEarly();
    // However far it is, a link may have come for it.
    this.#address.follow();
    if (this.#near) void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old === value) return;
    // Whether a panel stands open says nothing about the figure.
    if (name !== 'take') this.#unread = true;
    this.requestUpdate();
  }

  /** Before the element was one, its properties were only names; from here on they mean something. */
  #takeEarly(): void {
    for (const name of EARLY) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete (this as Record<string, unknown>)[name];
      (this as Record<string, unknown>)[name] = value;
    }
  }

  #forget(): void {
    this.#model?.dispose();
    this.#model = undefined;
    this.#pin.dispose();
    this.#stale = true;
  }

  /** Steps on the time line: of the longer run. */
  get #end(): number {
    return Math.max(this.#model?.steps ?? 0, this.#pin.steps);
  }

  get #now(): State {
    return { settings: this.#settings, pinned: this.#pin.values };
  }

  get name(): string {
    return this.getAttribute('name') ?? '';
  }

  set name(name: string) {
    this.setAttribute('name', name);
  }

  get state(): Record<string, string> {
    this.#read();
    return this.#figure ? stateOf(this.#figure, this.#now) : {};
  }

  set state(texts: Readonly<Record<string, string | number | boolean>>) {
    this.#read();
    const figure = this.#figure;
    if (!figure) return;
    const { pin, ...others } = texts;
    const named = Object.entries(others).map(([name, text]) => [name, String(text)] as const);
    const { values, problems } = readSettings(figure.settings, named);
    const settings = { ...initialValues(figure.settings), ...values };
    const asked = pin === undefined ? undefined : readPin(figure, String(pin));
    this.#change({ settings, pinned: asked && keep(figure, settings, asked.values) }, 'state', false);
    this.#notices = [...problems, ...(asked?.problems ?? [])];
  }

  get step(): number {
    this.#read();
    return this.#player.step;
  }

  set step(step: number) {
    this.#read();
    const asked = readStep(String(step));
    if (typeof asked === 'string') this.#notices = [asked];
    else {
      this.#player.pause(false);
      this.#player.time = asked;
    }
    this.requestUpdate();
  }

  get playing(): boolean {
    return this.#player.playing;
  }

  get link(): string {
    this.#read();
    if (!this.#figure) return '';
    return writeLink(this.#figure, this.#settings, this.#base.settings, this.#player.step, this.#pin.values);
  }

  play(): void {
    void this.#start().then(async () => {
      await this.updateComplete;
      if (this.#model) this.#player.play();
    });
  }

  pause(): void {
    this.#player.pause();
  }

  reset(): void {
    this.#read();
    this.#change(this.#base, 'reset', true);
    this.#player.go(this.#firstStep());
  }

  tables(): readonly NumberTable[] {
    const view = this.#view();
    return (view && this.#figure?.tables?.(view)) ?? [];
  }

  runs(): readonly NamedRun[] {
    const view = this.#view();
    return (view && this.#figure?.runs?.(view)) ?? [];
  }

  picture(): string {
    const view = this.#view();
    const plot = view && this.renderRoot.querySelector<HTMLElement>('[part=plot]');
    if (!this.#figure || !plot) return '';
    return standalone(plot, { title: this.#figure.title, description: this.#figure.sentence(view) });
  }

  /** Takes over what attributes say: all of it for another figure, otherwise only what they say anew. */
  #read(): void {
    if (!this.#unread) return;
    this.#unread = false;
    const figure = figures.get(this.name);
    const other = figure !== this.#figure;
    this.#figure = figure;
    if (other) this.#forget();
    if (!figure) {
      this.#notices = [notFound(this.name, [...figures.keys()])];
      return;
    }
    const { settings, pinned, problems } = readAttributes(this, figure);
    this.#notices = problems;
    this.#settings = other ? settings : { ...this.#settings, ...changes(figure, settings, this.#base.settings) };
    this.#base = { settings, pinned };
    this.#stale = true;
    const pin = this.getAttribute('pin');
    if (other || pin !== this.#pinText) this.#pin.values = pinned;
    this.#pinText = pin;
    const step = this.getAttribute('step');
    if (other || step !== this.#stepText) this.#player.time = this.#firstStep();
    this.#stepText = step;
    if (other) this.#begin(figure);
  }

  #begin(figure: AnyFigure): void {
    this.#history.clear();
    this.#local = {};
    this.#news.forget();
    this.#player.speed = figure.speed ?? 1;
    this.#address.follow();
  }

  #firstStep(): number {
    const text = this.getAttribute('step');
    const asked = text === null ? undefined : readStep(text);
    if (typeof asked === 'string') this.#notices = [...this.#notices, asked];
    return typeof asked === 'number' ? asked : (this.#figure?.firstStep ?? 0);
  }

  #follow(link: Link): void {
    this.#notices = link.problems;
    this.#settings = { ...this.#base.settings, ...link.values };
    this.#pin.values = this.#figure && link.pin && keep(this.#figure, this.#settings, link.pin);
    this.#stale = true;
    this.#player.time = link.step ?? this.#firstStep();
    this.#near = true;
    void this.#start();
    (this.closest('section') ?? this).scrollIntoView();
    this.requestUpdate();
  }

  /** The one time a figure moves unasked. */
  #open(): void {
    this.#read();
    const opening = this.#figure?.opening;
    if (!opening || this.#opened || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    this.#opened = true;
    void this.#start().then(async () => {
      await this.updateComplete;
      if (this.#player.time > 0 || !this.#model || this.#history.canUndo) return;
      this.#player.speed = opening.speed;
      this.#player.play();
    });
  }

  #start(): Promise<void> {
    this.#want();
    return (this.#starting ??= this.#getReady());
  }

  async #getReady(): Promise<void> {
    if (this.#stillness.forGood) return;
    try {
      const engine = await loadEngine();
      await (turn = turn.then(pause));
      this.#read();
      const ahead = this.#figure?.prepare?.(engine);
      if (ahead) await inSlices(ahead);
      this.#engine = engine;
      if (this.isConnected && this.#stale) this.#compute();
      await pause();
    } catch {
      this.#notices = [
        'This figure could not be started, so its picture stands here. Loading the page again may help.',
      ];
    }
    this.#sight.measure();
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#read();
    if (!this.#figure || !this.#engine || !this.isConnected) return;
    if (this.#stale) this.#compute();
    const problem = this.#pin.compute(this.#engine, this.#figure, this.#settings);
    if (problem) this.#notices = [problem];
    if (this.#player.time > this.#end) this.#player.time = this.#end;
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
      const before = this.#history.undo(this.#now);
      this.#notices = [problem instanceof Error ? problem.message : 'That could not be computed.'];
      if (!before) return;
      this.#settings = before.settings;
      this.#pin.values = before.pinned;
    }
  }

  /** What the figure draws from; undefined until engine, model and room are there. */
  #view(): AnyView | undefined {
    const model = this.#model;
    if (!model || this.#sight.width < NARROWEST) return undefined;
    const { time, step, beat } = this.#player;
    return {
      ...moment(model, time, step, this.#settings),
      pinned: this.#pin.at(time, step, this.#settings),
      clock: { step, steps: this.#end },
      beat,
      width: this.#sight.width,
      id: this.#id,
      set: (change, options) => this.#set(change, options?.keepTime ?? false),
      go: (step, animate) => this.#player.go(step, animate),
      play: (speed) => {
        if (speed !== undefined) this.#player.speed = speed;
        // A start just chosen is computed first; then there is something to play.
        void this.updateComplete.then(() => this.#player.play());
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
    const settings = { ...this.#settings, ...change };
    const pinned = this.#pin.values;
    const changed = this.#figure && pinned ? parted(this.#figure, this.#settings, settings) : [];
    this.#change({ settings, pinned: changed.length ? undefined : pinned }, Object.keys(change).join(), keepTime);
    if (changed.length) this.#notices = [`The pinned run was let go, because this changed: ${changed.join(', ')}.`];
  }

  readonly #togglePin = (): void => {
    const pinned = this.#figure && !this.#pin.values ? keep(this.#figure, this.#settings) : undefined;
    this.#change({ settings: this.#settings, pinned }, pinned ? 'pin' : 'let go', true);
  };

  /** @param what is being changed: changes of the same that follow each other closely are undone as one */
  #change(state: State, what: string, keepTime: boolean): void {
    this.#history.record(this.#now, what);
    this.#apply(state, keepTime);
  }

  #apply({ settings, pinned }: State, keepTime: boolean): void {
    const light = new Set<string>(this.#figure?.light ?? []);
    const heavy = Object.keys(settings).some((k) => settings[k] !== this.#settings[k] && !light.has(k));
    this.#settings = settings;
    this.#pin.values = pinned;
    if (heavy) this.#stale = true;
    if (!keepTime && heavy) this.#player.go(0);
    this.#notices = [];
    this.#speech.later();
    this.#address.keepLater();
    this.requestUpdate();
  }

  readonly #undo = (): void => {
    const before = this.#history.undo(this.#now);
    if (before) this.#apply(before, true);
  };

  readonly #redo = (): void => {
    const after = this.#history.redo(this.#now);
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
    if (this.#figure) this.#news.settings(this.#figure, this.#now);
    if (!this.#figure || !view) return;
    if (this.#news.step(view)) this.#address.keepLater();
    if (this.#figure.goals) announceGoals(this, this.#figure.name, this.#figure.goals, view);
  }

  async #copyLink(): Promise<void> {
    if (!(await this.#address.copy())) return;
    this.#setLocal({ linkCopied: true });
    setTimeout(() => this.#setLocal({ linkCopied: false }), 2000);
  }

  #foot(figure: AnyFigure, numbers: TemplateResult): TemplateResult {
    const take = this.getAttribute('take');
    return foot({
      caption: figure.caption,
      undo: this.#history.canUndo ? this.#undo : undefined,
      redo: this.#history.canRedo ? this.#redo : undefined,
      link: this.#address.ours ? this.link : undefined,
      linkCopied: this.#local['linkCopied'] === true,
      copyLink: () => void this.#copyLink(),
      numbers,
      take: take === null ? undefined : { open: take === 'open', press: () => tell(this, 'gd-take', null) },
    });
  }

  #pieces(figure: AnyFigure, view: AnyView): Pieces {
    const numbers = numbersButton(view);
    const presets = presetButtons(figure.presets, (p) => {
      this.#set(p.values, false);
      void this.updateComplete.then(() => this.#player.play());
    });
    return {
      plot: html`<div class="plot" part="plot">${figure.plot(view)}</div>`,
      timeBar: this.#timeBar(figure, view),
      panels: figure.panels ? html`<div class="panels">${figure.panels(view)}</div>` : html``,
      controls:
        figure.controls || figure.presets
          ? html`<div class="controls">${figure.controls?.(view)} ${presets}</div>`
          : html``,
      foot: this.#foot(figure, numbers),
      numbers,
    };
  }

  #timeBar(figure: AnyFigure, view: AnyView): TemplateResult {
    const { steps } = view.clock;
    const roll = figure.newStart
      ? () => this.#set(figure.newStart?.(this.#settings, Math.random, view.model) ?? {}, false)
      : undefined;
    if (steps === 0 && !roll) return html``;
    const pin = figure.compare && { on: view.pinned !== undefined, toggle: this.#togglePin };
    const both = compared(figure, view);
    return html`${timeBar({ player: this.#player, steps, end: view.model.end, newStart: roll, pin })}
    ${both ? comparedLine(both) : ''}`;
  }

  protected override render(): TemplateResult {
    const figure = this.#figure;
    const view = this.#view();
    if (!figure || !view) return html`${this.#room}${this.#stillness.sentence()}${notices(this.#notices)}`;
    const pieces = this.#pieces(figure, view);
    const { plot, timeBar: time, panels, controls, foot: last } = pieces;
    return html`
      <div
        class="live ${figure.name}"
        part="figure"
        role="group"
        aria-label=${figure.title}
        lang="en"
        dir="ltr"
        @keydown=${this.#keys}
      >
        ${figure.arrange ? figure.arrange(view, pieces) : [plot, time, panels, controls, last]}
        ${numbersBelow(view, () => this.tables())} ${notices(this.#notices)}
        <p class="unseen" aria-live="polite">${this.#speech.said}</p>
      </div>
      <div class="poster only-print"><slot></slot></div>
    `;
  }
}
