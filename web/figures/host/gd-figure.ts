/**
 * `<gd-figure name="...">`: the one element. It says when a figure starts, stops and is drawn, and gives it room; what
 * the figure is drawn from is kept by its session, which knows nothing of the page.
 *
 * Until it runs - and wherever it never will - its children stand in its place: a picture drawn at
 * build time and a caption.
 *
 * What a page may rely on is documented in `downhill.d.ts`. What is not: the attribute `take`, by which the tutorial's
 * page has the figure offer to be taken elsewhere.
 */
import { LitElement, html, nothing, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import type { Engine } from '../../engine/engine';
import { loadEngine } from '../../engine/load';
import type { NumberTable } from '../../parts/number-table';
import { figureStyles } from '../../style/figure';
import type { AnyFigure, Model, NamedRun, View } from '../figure';
import type { SettingTable } from '../settings';
import { Address } from './address';
import { attributesOf, hostNames, isOn } from './attributes';
import type { Choices } from './choices';
import type { GdFigure as PublicFigure, ShowRequest } from './downhill.d.ts';
import { Curtain } from './curtain';
import { announceGoals } from './goals';
import { dress } from './dress';
import { Early, takeUp } from './early';
import { Far } from './far';
import { givenText } from './given';
import { keepGrips } from './grips';
import { instrument } from './instrument';
import { Keepsake } from './keepsake';
import { keepKeys } from './keys';
import { inTurn, Launch } from './launch';
import { notFound, type Link } from './link';
import { News } from './news';
import { standalone } from './picture';
import { failure, notices } from './pieces';
import { rehearsing } from './rehearsal';
import { Room, tooNarrow } from './room';
import { scrolling } from './scrolling';
import { Session } from './session';
import { bringFigure, figureHere, heightsOf, isFigure, names, needOf, settingNames, unreadSettings } from './shelf';
import { partOf, pointAt } from './show';
import { Sight } from './sight';
import { Speech } from './speech';
import { Stillness } from './stillness';
import { Theme } from './theme';

const withoutMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
let nextId = 1;

export class GdFigure extends LitElement implements PublicFigure {
  /** The engine of every figure on the page. */
  static readonly loadEngine = loadEngine;
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...hostNames, ...settingNames()];
  }

  /** Attributes have changed since they were last read. */
  #unread = true;
  readonly #early = new Early();
  #opened = false;
  /** The figure's style that is in force. */
  #dressed: readonly CSSResult[] = [];
  readonly #room = new Room();
  readonly #theme = new Theme(this, this.#room.breadth, this.#room.inside);
  readonly #curtain = new Curtain(this.#room.inside, () => this.requestUpdate());
  readonly #news = new News(this);
  readonly #stillness = new Stillness(this);
  readonly #session: Session = new Session(this, {
    id: `gd-${nextId++}`,
    width: () => this.#sight.width,
    stillness: withoutMotion,
    changed: () => {
      this.#speech.later();
      this.#address.keepLater();
      this.#keepsake.keep();
    },
    arrived: () => this.#speech.now(),
  });
  readonly #speech = new Speech(this, () => this.#session.sentence);
  readonly #address = new Address(this, {
    figure: () => this.#chosen().figure,
    name: () => this.name,
    awaited: () => this.#come(),
    link: () => this.link,
    follow: (link) => this.#follow(link),
  });
  readonly #keepsake = new Keepsake(this, () => this.#session.choices.moment(this.#session.player.step));
  readonly #sight = new Sight(this, {
    near: () => {
      // With the next frame, for which styles are computed anyway.
      requestAnimationFrame(this.#theme.follow);
      this.#far.begin();
      void this.#launch.begin();
      if (this.#session.models.resting) void this.#resume();
    },
    seen: () => this.#open(),
    away: () => {
      if (this.playing) this.#session.player.pause(false);
    },
  });
  readonly #far = new Far(this, () => this.#session.rest());
  readonly #launch = new Launch({
    possible: () => !this.#stillness.forGood,
    bring: () => (isFigure(this.name) ? bringFigure(this.name) : undefined),
    // What a figure does not say it needs, it does not ask for.
    engine: () => loadEngine(needOf(this.name)) as Promise<Engine>,
    prepare: (engine) => {
      this.#chosen();
      return this.#session.prepare(engine);
    },
    ready: () => {
      // Taken away meanwhile: what was made ahead is nobody's.
      if (!this.isConnected) this.#session.models.free();
      this.#compute();
    },
    rehearse: () => rehearsing(this.#session.choices.figure, () => this.#session.view),
    shown: () => {
      this.#sight.measure();
      if (scrolling() && this.#session.view && !this.hasAttribute('live')) this.#curtain.lower();
      this.requestUpdate();
    },
  });

  /** As it stands until somebody comes near: without an update of its own, a page full of figures costs nothing. */
  protected override createRenderRoot(): ReturnType<LitElement['createRenderRoot']> {
    const root = super.createRenderRoot() as ShadowRoot;
    dress(root, figureStyles);
    keepKeys(root);
    keepGrips(root);
    return this.#room.within(root);
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) {
      await this.#launch.wanted;
      this.renderRoot.replaceChildren();
    }
    if (this.#launch.apart) await this.#launch.apart;
    void super.scheduleUpdate();
  }

  /** Before it is wanted there is nothing to wait for. */
  protected override async getUpdateComplete(): Promise<boolean> {
    if (!this.hasUpdated && !this.#launch.begun) return true;
    const done = await super.getUpdateComplete();
    if (!this.#curtain.down) return done;
    await this.#curtain.down;
    return super.getUpdateComplete();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // In a copy of a figure that ran, it says what is no longer so.
    if (!this.hasUpdated) this.removeAttribute('live');
    takeUp(this);
    if (this.childElementCount === 0 && !this.hasUpdated) this.#room.reserve(heightsOf(this.name));
    // However far it is, a link may have come for it.
    this.#address.follow();
    // Moved within the page: what was freed is made again.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#session.models.free();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (old === value) return;
    // Whether a panel stands open says nothing about the figure.
    if (name !== 'take') this.#unread = true;
    if (name === 'name') this.#launch.renamed();
    this.requestUpdate();
  }

  get name(): string {
    return this.getAttribute('name') ?? '';
  }

  set name(name: string) {
    const text = givenText(name);
    if (text === undefined) this.removeAttribute('name');
    else this.setAttribute('name', text);
  }

  get state(): Record<string, string> {
    if (!this.#awaited) return this.#chosen().texts;
    return this.#early.state ?? unreadSettings(this.name, attributesOf(this));
  }

  set state(texts: PublicFigure['state'] | null | undefined) {
    this.#chosen();
    if (this.#awaited) this.#early.setState(texts);
    else this.#session.assign(texts);
  }

  get step(): number {
    this.#chosen();
    return this.#awaited ? this.#early.step : this.#session.player.step;
  }

  set step(step: number | null | undefined) {
    this.#chosen();
    if (this.#awaited) this.#early.setStep(step);
    else this.#session.standAt(step);
  }

  get playing(): boolean {
    return this.#session.player.playing;
  }

  get link(): string {
    return this.#awaited ? '' : this.#chosen().link(this.#session.player.step);
  }

  play(): void {
    void this.#ready().then(() => {
      if (this.#session.models.present) this.#session.player.play();
    });
  }

  pause(): void {
    this.#session.player.pause();
  }

  reset(): void {
    this.#early.forget();
    if (!this.#awaited) this.#session.change(this.#chosen().reset());
  }

  async show(request: ShowRequest): Promise<void> {
    await this.#ready();
    const { choices, models, player } = this.#session;
    if (!choices.figure || this.#awaited) return;
    const moves = !this.shows(request);
    if (moves) this.#address.turn();
    player.pause(false);
    this.#session.show(request);
    await this.updateComplete;
    if (request.step === 'end') this.#session.stand(models.steps);
    if (moves) this.#address.keep();
    if (request.play) player.play();
    const part = request.at === undefined ? undefined : await partOf(this, request.at);
    // Where only the stage is in sight, the rest is opened for what lies there.
    this.#session.reveal(part !== undefined && part.closest('.stage') === null);
    await this.updateComplete;
    if (part) pointAt(this, part);
  }

  shows(request: ShowRequest): boolean {
    return !this.#awaited && this.#session.shows(request);
  }

  tables(): readonly NumberTable[] {
    const { view, choices } = this.#awake();
    return (view && choices.figure?.tables?.(view)) ?? [];
  }

  runs(): readonly NamedRun[] {
    const { view, choices } = this.#awake();
    return (view && choices.figure?.runs?.(view)) ?? [];
  }

  picture(): string {
    const { view, choices } = this.#awake();
    const plot = view && this.renderRoot.querySelector<HTMLElement>('[part=plot]');
    if (!choices.figure || !plot) return '';
    return standalone(plot, { title: choices.figure.title, description: choices.figure.sentence(view) });
  }

  /** The figure that is to stand here has yet to come: until then another may stand here, or none. */
  get #awaited(): boolean {
    return isFigure(this.name) && !figureHere(this.name);
  }

  /** What is chosen by now, attributes read; they are read by the figure, so not before its piece has come. */
  #chosen(): Choices {
    const session = this.#session;
    if (!this.#unread || this.#awaited) return session.choices;
    this.#unread = false;
    const figure = figureHere(this.name);
    const other = session.read(figure, attributesOf(this));
    if (!figure) session.notices.say('attributes', [notFound(this.name, names)]);
    else if (other) this.#begin(figure);
    return session.choices;
  }

  /** Another figure stands here than before: whatever was asked of it while it was on its way. */
  #begin(figure: AnyFigure): void {
    this.#news.forget();
    this.#recall(figure);
    this.#address.follow();
    this.#early.handOver(this.#session);
  }

  /** A copy of a figure that was used goes on from there; the address knows better, where it is about this figure. */
  #recall(figure: AnyFigure): void {
    const left = this.#keepsake.recall(figure);
    if (!left) return;
    this.#opened = true;
    this.#session.follow(left);
  }

  #follow(link: Link): void {
    this.#session.follow(link);
    // Who came from a word of the text and goes back is where that word is.
    if (this.#address.turning) void this.#launch.begin();
    else this.#come();
  }

  /** Starts, wherever the reader is, and has the reader come here. */
  #come(): void {
    void this.#launch.begin();
    (this.closest('section') ?? this).scrollIntoView();
  }

  /** Settled when it runs, or cannot. */
  async #ready(): Promise<void> {
    await this.#launch.begin();
    this.#awake();
    await this.updateComplete;
  }

  /** Somebody comes near again: computed and drawn in tasks of their own, as at the start. */
  async #resume(): Promise<void> {
    await inTurn();
    await this.#launch.drawApart(
      () => this.#compute(),
      () => this.requestUpdate(),
    );
  }

  /** What was let go is there again, for whoever asks from afar. */
  #awake(): Session {
    if (this.#session.models.resting) {
      this.#compute();
      this.requestUpdate();
    }
    return this.#session;
  }

  /** The button that was pressed goes when the figure comes: whoever had the focus there has it at the first handle. */
  readonly #again = async (): Promise<void> => {
    await this.#launch.again();
    await this.updateComplete;
    if (this.#session.view && document.activeElement === document.body)
      this.renderRoot.querySelector<HTMLElement>('[tabindex="0"], button')?.focus();
  };

  /** The panel that takes a figure elsewhere is a piece that few ask for. */
  async #take(): Promise<void> {
    try {
      const { toggle } = await import('../../take/take');
      toggle(this);
    } catch {
      this.#session.notices.say('hand', [
        'What takes this figure along could not be loaded. Another press tries again.',
      ]);
      this.requestUpdate();
    }
  }

  /** The one time a figure moves unasked. */
  #open(): void {
    if (this.#opened || withoutMotion()) return;
    void this.#ready().then(() => {
      const { player, models, choices } = this.#session;
      const opening = choices.figure?.opening;
      if (!opening || this.#opened) return;
      this.#opened = true;
      if (player.time > 0 || !models.present || choices.canUndo) return;
      player.speed = opening.speed;
      player.play();
    });
  }

  /** A figure's own style comes with the figure, and that of a part that comes later with the part. */
  #dress(): void {
    const { styles = [], laterStyles } = this.#session.choices.figure ?? {};
    const all = [...new Set([...styles, ...(laterStyles?.() ?? [])])];
    if (all.length === this.#dressed.length && all.every((style, i) => style === this.#dressed[i])) return;
    this.#dressed = all;
    this.adoptedCallback();
  }

  /** Also called by the browser, in another document. */
  adoptedCallback(): void {
    if (this.shadowRoot) dress(this.shadowRoot, [...figureStyles, ...this.#dressed]);
  }

  #compute(): void {
    this.#chosen();
    const { engine } = this.#launch;
    if (engine && this.isConnected) this.#session.compute(engine);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#compute();
    this.#dress();
  }

  protected override updated(): void {
    // What nobody sees yet is no news.
    if (this.#curtain.down) return;
    const { view, choices } = this.#session;
    const { figure } = choices;
    // Lets a page place what it put on the card while the card is not there yet.
    this.toggleAttribute('live', Boolean(figure && view));
    if (figure) this.#news.choices(choices);
    if (!figure || !view) return;
    if (this.#news.step(view)) {
      this.#address.keepLater();
      this.#keepsake.keep();
    }
    if (figure.goals) announceGoals(this, figure.name, figure.goals, view);
  }

  protected override render(): TemplateResult {
    const { view, choices } = this.#session;
    const { figure } = choices;
    // What stood here before is not what is asked for now.
    const drawn = figure && view && !(this.#launch.failure && this.#awaited) && this.#drawn(figure, view);
    // One template for both: what stands for the figure stays where it is while that is laid out behind it.
    return html`${drawn && !this.#curtain.down ? nothing : this.#room.children}${drawn || this.#missing()}`;
  }

  /** What there is to say while there is no figure, or never will be. */
  #missing(): TemplateResult {
    const failed = this.#launch.failure;
    const { cramped, width } = this.#sight;
    if (failed || cramped || this.#stillness.forGood) this.#room.reserve(undefined);
    return html`${this.#stillness.sentence()}${notices(this.#session.notices.all)}${
      failed && failure(failed === 'trying again', () => void this.#again())
    }${cramped ? tooNarrow(width) : nothing}`;
  }

  #drawn(figure: AnyFigure, view: View<SettingTable, Model>): TemplateResult {
    const { choices, player, notices: said, change } = this.#session;
    const take = isOn(this, 'take') ? this.getAttribute('take') : null;
    return instrument({
      figure,
      view,
      player,
      choices,
      chosen: change,
      address: this.#address,
      link: this.#address.ours ? this.link : undefined,
      take: take === null ? undefined : { open: take === 'open', press: () => void this.#take() },
      notices: said.all,
      said: this.#speech.said,
    });
  }
}
