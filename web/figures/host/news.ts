/** What a figure tells its page: each thing once, when it stands. */
import type { AnyFigure, Model, View } from '../figure';
import { writeSettings, type SettingTable } from '../settings';
import type { GdFigureEventMap } from './downhill.d.ts';
import { writePin, type State } from './pin';

type Details = { [E in keyof GdFigureEventMap]: GdFigureEventMap[E]['detail'] } & {
  /** Asks the tutorial's page for the panel that takes a figure elsewhere. */
  'gd-take': null;
};

export function tell<E extends keyof Details>(host: EventTarget, event: E, detail: Details[E]): void {
  host.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true }));
}

/** What differs from the figure's own defaults, as texts by attribute name. */
export function stateOf(figure: AnyFigure, { settings, pinned }: State): Record<string, string> {
  const texts = Object.fromEntries(writeSettings(figure.settings, settings));
  return pinned ? { ...texts, pin: writePin(figure, pinned, settings) } : texts;
}

export class News {
  #step = -1;
  #known: State | undefined;
  /** The state that was last told of, as text. */
  #state = '';

  constructor(private readonly host: EventTarget) {}

  /** Another figure: what stands first is no news. */
  forget(): void {
    this.#step = -1;
    this.#known = undefined;
  }

  /** Tells only of real changes, so that figures that follow each other come to rest. */
  settings(figure: AnyFigure, state: State): void {
    const { settings: values, pinned } = this.#known ?? {};
    if (values === state.settings && pinned === state.pinned) return;
    const first = this.#known === undefined;
    this.#known = state;
    const settings = stateOf(figure, state);
    const text = JSON.stringify(settings);
    if (!first && text !== this.#state) tell(this.host, 'gd-change', { settings });
    this.#state = text;
  }

  /** @returns whether the time line moved to another step */
  step({ step, model }: Pick<View<SettingTable, Model>, 'step' | 'model'>): boolean {
    if (step === this.#step) return false;
    const first = this.#step < 0;
    this.#step = step;
    if (first) return false;
    tell(this.host, 'gd-step', { step });
    if (model.end && step === model.end.step) tell(this.host, 'gd-end', model.end);
    return true;
  }
}
