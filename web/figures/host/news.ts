/** What a figure tells its page: each thing once, when it stands. */
import type { Model, View } from '../figure';
import type { SettingTable } from '../settings';
import type { Choices } from './choices';
import type { GdFigureEventMap } from './downhill.d.ts';
import type { State } from './pin';

type Details = { [E in keyof GdFigureEventMap]: GdFigureEventMap[E]['detail'] };

function tell<E extends keyof Details>(host: EventTarget, event: E, detail: Details[E]): void {
  host.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true }));
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
  choices(choices: Pick<Choices, 'state' | 'texts'>): void {
    if (choices.state === this.#known) return;
    const first = this.#known === undefined;
    this.#known = choices.state;
    const settings = choices.texts;
    const text = JSON.stringify(settings);
    if (!first && text !== this.#state) tell(this.host, 'gd-change', { settings });
    this.#state = text;
  }

  /** @returns whether the time line moved to another step */
  step({ step, model }: Pick<View<SettingTable, Model>, 'step' | 'model'>): boolean {
    if (step === this.#step) return false;
    const first = this.#step < 0;
    this.#step = step;
    if (first) {
      tell(this.host, 'gd-live', null);
      return false;
    }
    tell(this.host, 'gd-step', { step });
    if (model.end && step === model.end.step) tell(this.host, 'gd-end', model.end);
    return true;
  }
}
