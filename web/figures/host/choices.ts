/**
 * What the reader has chosen: settings and pinned run as they stand, as the page's attributes ask for them, and as
 * they were before. It deals in texts and values, and knows nothing of elements, models or pictures.
 */
import type { AnyFigure } from '../figure';
import { attributeName, initialValues, Problem, readSettings, writeSettings, type AnySettings } from '../settings';
import { changes, readAttributes, type Asked, type Attributes } from './attributes';
import { givenTexts } from './given';
import { History } from './history';
import { writeLink, type Link } from './link';
import { sameModel } from './models';
import { keep, parted, readPin, writePin, type State } from './pin';

/** What comes of a choice. */
export interface Outcome {
  /** Where the time line is to stand from now on; undefined where it stays. */
  readonly step?: number | undefined;
  /** Sentences for the reader about what could not be used or kept. */
  readonly problems: readonly string[];
}

export class Choices {
  #figure: AnyFigure | undefined;
  #now: State = { settings: {}, pinned: undefined };
  /** What attributes ask for: what {@link reset} goes back to, and links leave out. */
  #base: Asked = { ...this.#now, step: 0, problems: [] };
  #attributes: Attributes = new Map();
  readonly #history = new History<State>();

  /** Whose settings these are; undefined until attributes name one that there is. */
  get figure(): AnyFigure | undefined {
    return this.#figure;
  }

  /** Another object after every change. */
  get state(): State {
    return this.#now;
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }

  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  /** Takes over what attributes say: all of it for another figure, otherwise only what they say anew. */
  read(figure: AnyFigure | undefined, attributes: Attributes): Outcome {
    const other = figure !== this.#figure;
    const before = this.#attributes;
    const anew = (name: string): boolean => other || attributes.get(name) !== before.get(name);
    this.#figure = figure;
    this.#attributes = attributes;
    if (other) this.#history.clear();
    if (!figure) return { problems: [] };
    const asked = readAttributes(attributes, figure);
    const { settings, pinned } = this.#now;
    this.#now = {
      settings: other ? asked.settings : { ...settings, ...changes(figure, asked.settings, this.#base.settings) },
      pinned: anew('pin') ? asked.pinned : pinned,
    };
    this.#base = asked;
    return { step: anew('step') ? asked.step : undefined, problems: asked.problems };
  }

  /** Goes where a link leads, which the browser's own "back" undoes. */
  follow({ values, pin, step = this.#base.step, problems }: Link): Outcome {
    const settings = { ...this.#base.settings, ...values };
    this.#now = { settings, pinned: this.#figure && pin && keep(this.#figure, settings, pin) };
    return { step, problems };
  }

  /** The link to a step of the present run; empty while there is no figure. */
  link(step: number): string {
    const { settings, pinned } = this.#now;
    return this.#figure ? writeLink(this.#figure, settings, this.#base.settings, step, pinned) : '';
  }

  /** The same, but empty where nothing differs from what attributes ask for. */
  moment(step: number): string {
    const here = this.link(step);
    return this.#figure &&
      here === writeLink(this.#figure, this.#base.settings, this.#base.settings, this.#base.step, this.#base.pinned)
      ? ''
      : here;
  }

  /** What differs from the figure's own defaults, as texts by attribute name. */
  get texts(): Record<string, string> {
    if (!this.#figure) return {};
    const { settings, pinned } = this.#now;
    const texts = Object.fromEntries(writeSettings(this.#figure.settings, settings));
    return pinned ? { ...texts, pin: writePin(this.#figure, pinned, settings) } : texts;
  }

  /** Where the time line stands at first. */
  get firstStep(): number {
    return this.#base.step;
  }

  /** Sets everything as {@link texts} has it: what is left out goes back to the figure's own default. */
  assign(given: unknown): Outcome {
    const figure = this.#figure;
    if (!figure) return { problems: [] };
    const texts = givenTexts(given);
    if (texts instanceof Problem) return { problems: [texts.message] };
    const { pin, ...others } = texts;
    const { values, problems } = readSettings(figure.settings, Object.entries(others));
    const settings = { ...initialValues(figure.settings), ...values };
    const asked = pin === undefined ? undefined : readPin(figure, pin);
    const { step } = this.#change({ settings, pinned: asked && keep(figure, settings, asked.values) }, 'state');
    return { step, problems: [...problems, ...(asked?.problems ?? [])] };
  }

  /**
   * Another run's settings let a pinned one go that stands on another ground; the time line returns to the start.
   *
   * @param what is being changed: changes of the same that follow each other closely are undone as one
   */
  set(change: Partial<AnySettings>, what = Object.keys(change).join()): Outcome {
    const before = this.#now;
    // Said again, a thing is no change: there would be nothing to undo.
    if (Object.entries(change).every(([key, value]) => Object.is(value, before.settings[key]))) return { problems: [] };
    const settings = { ...before.settings, ...change };
    const changed = this.#figure && before.pinned ? parted(this.#figure, before.settings, settings) : [];
    const pinned = changed.length ? undefined : before.pinned;
    const { step } = this.#change({ settings, pinned }, what);
    const gone = `The pinned run was let go, because this changed: ${changed.join(', ')}.`;
    return { step, problems: changed.length ? [gone] : [] };
  }

  /** Pins the present run, or lets go of the pinned one. */
  togglePin(): Outcome {
    const { settings, pinned } = this.#now;
    const kept = this.#figure && !pinned ? keep(this.#figure, settings) : undefined;
    return this.#change({ settings, pinned: kept }, kept ? 'pin' : 'let go');
  }

  /** Back to what the attributes ask for. */
  reset(): Outcome {
    this.#change(this.#base, 'reset');
    return { step: this.#base.step, problems: [] };
  }

  /** @returns undefined where there is nothing to undo */
  undo(): Outcome | undefined {
    return this.#goTo(this.#history.undo(this.#now));
  }

  /** @returns undefined where there is nothing to redo */
  redo(): Outcome | undefined {
    return this.#goTo(this.#history.redo(this.#now));
  }

  /**
   * Does without settings that the engine finds wrong, whoever asked for them: they stand at the figure's own default.
   *
   * @param refusals sentences by setting
   * @returns the same with the names of attributes, for the reader
   */
  refuse(refusals: Readonly<Record<string, string>>): readonly string[] {
    const figure = this.#figure;
    const wrong = Object.keys(refusals);
    if (!figure || !wrong.length) return [];
    const own = Object.fromEntries(wrong.map((key) => [key, figure.settings[key]?.initial]));
    this.#now = { ...this.#now, settings: { ...this.#now.settings, ...own } };
    return wrong.map((key) => `${attributeName(key)}: ${refusals[key]}`);
  }

  /** Goes without a pinned run that could not be computed. */
  letGo(): void {
    this.#now = { ...this.#now, pinned: undefined };
  }

  /** @param what is being changed: changes of the same that follow each other closely are undone as one */
  #change(to: State, what: string): Outcome {
    const from = this.#now;
    this.#history.record(from, what);
    this.#now = { settings: to.settings, pinned: to.pinned };
    const same = !this.#figure || sameModel(this.#figure, from.settings, to.settings);
    return { step: same ? undefined : 0, problems: [] };
  }

  #goTo(state: State | undefined): Outcome | undefined {
    if (!state) return undefined;
    this.#now = state;
    return { problems: [] };
  }
}
