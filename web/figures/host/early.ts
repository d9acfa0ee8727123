/** What a script has set of a figure too early: before its element was one, or before its piece was there to read it. */
import { Problem } from '../settings';
import { readStep } from './attributes';
import { givenText, givenTexts } from './given';
import type { Session } from './session';

/** Properties that a page may have set before the script was there. */
const PROPERTIES = ['name', 'state', 'step'] as const;

/** Before the element was one, its properties were only names; from here on they mean something. */
export function takeUp(element: HTMLElement): void {
  const properties = element as unknown as Record<string, unknown>;
  for (const name of PROPERTIES) {
    if (!Object.hasOwn(element, name)) continue;
    const value = properties[name];
    delete properties[name];
    properties[name] = value;
  }
}

export class Early {
  #state: { readonly given: unknown } | undefined;
  #step: number | undefined;

  /** What was set as the state, as far as it has texts; undefined where nothing was. */
  get state(): Record<string, string> | undefined {
    const texts = this.#state && givenTexts(this.#state.given);
    return texts instanceof Problem ? {} : texts && { ...texts };
  }

  setState(given: unknown): void {
    this.#state = { given };
  }

  get step(): number {
    const step = readStep(givenText(this.#step) ?? '0');
    return typeof step === 'number' ? step : 0;
  }

  setStep(step: number | null | undefined): void {
    this.#step = step ?? undefined;
  }

  forget(): void {
    this.#state = this.#step = undefined;
  }

  /** Hands over what was set, once there is a figure to read it. */
  handOver(session: Session): void {
    const [state, step] = [this.#state, this.#step];
    this.forget();
    if (state) session.assign(state.given);
    if (step !== undefined) session.standAt(step);
  }
}
