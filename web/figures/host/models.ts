/**
 * What the engine has computed for a figure: the models of its present and its pinned run, each made anew when what
 * it is made of has changed, and freed when it is let go.
 */
import type { Engine } from '../../engine/engine';
import type { AnyFigure, Model, Moment, View } from '../figure';
import type { AnySettings, SettingTable } from '../settings';
import type { State } from './pin';

type AnyMoment = Moment<SettingTable, Model>;

/** Both runs as they stand when the time line stands somewhere. */
export type Moments = AnyMoment & Pick<View<SettingTable, Model>, 'pinned' | 'clock'>;

/** What is to be computed, and how to go without what cannot be. */
export interface Wanted {
  readonly state: State;
  /** Takes back the last change of the settings; nothing where there was none. */
  undo?(): unknown;
  letGo?(): void;
}

/** Whether a figure's model for some settings is the one for others, too. */
export const sameModel = (figure: AnyFigure, one: AnySettings, other: AnySettings): boolean =>
  Object.keys(figure.settings).every((key) => one[key] === other[key] || figure.light?.includes(key));

function moment(model: Model, time: number, step: number, settings: AnySettings): AnyMoment {
  return { settings, model, time: Math.min(time, model.steps), step: Math.min(step, model.steps) };
}

/** One model, and what it was made of. */
class Made {
  model: Model | undefined;
  #of: AnySettings | undefined;

  /** @returns why it could not be made; then the model before is still there, and these settings are not tried again */
  make(engine: Engine, figure: AnyFigure, settings: AnySettings): string | undefined {
    if (this.#of && sameModel(figure, this.#of, settings)) return undefined;
    this.#of = settings;
    try {
      const model = figure.model(engine, settings);
      this.model?.dispose();
      this.model = model;
      return undefined;
    } catch (problem) {
      return problem instanceof Error ? problem.message : 'That could not be computed.';
    }
  }

  /** Takes a model that is there already. */
  adopt(model: Model, settings: AnySettings): void {
    this.free();
    [this.model, this.#of] = [model, settings];
  }

  free(): void {
    this.model?.dispose();
    this.model = this.#of = undefined;
  }
}

export class Models {
  readonly #present = new Made();
  readonly #pinned = new Made();
  /** Steps on the time line of what was let go; undefined while nothing is. */
  #left: number | undefined;

  /** Of the present run; undefined until {@link follow} has made it. */
  get present(): Model | undefined {
    return this.#present.model;
  }

  /** Takes what was made ahead for some settings; {@link follow} keeps it where it is what is wanted. */
  adopt(model: Model, settings: AnySettings): void {
    this.#present.adopt(model, settings);
  }

  /** Let go, until {@link follow} makes them again. */
  get resting(): boolean {
    return this.#left !== undefined;
  }

  /** Steps on the time line: of the longer run. */
  get steps(): number {
    return this.#left ?? Math.max(this.#present.model?.steps ?? 0, this.#pinned.model?.steps ?? 0);
  }

  /** The last step up to `step` that both runs have by now. */
  reach(step: number): number {
    const [present, pinned] = [this.#present.model, this.#pinned.model].map((m) => m?.reach?.(step) ?? step);
    return Math.min(step, present ?? step, pinned ?? step);
  }

  /**
   * Makes what is wanted and not there yet. What cannot be computed is taken back, or let go.
   *
   * @returns why something could not be computed
   */
  follow(engine: Engine, figure: AnyFigure, wanted: Wanted): string | undefined {
    const rested = this.resting;
    this.#left = undefined;
    const problem = this.#present.make(engine, figure, wanted.state.settings);
    // What was there before could be computed; what only rested was itself there before.
    if (problem !== undefined && !rested && wanted.undo?.()) this.#present.make(engine, figure, wanted.state.settings);
    const pinProblem = this.#pin(engine, figure, wanted.state);
    if (pinProblem === undefined) return problem;
    wanted.letGo?.();
    this.#pinned.free();
    return `pin: ${pinProblem}`;
  }

  #pin(engine: Engine, figure: AnyFigure, { settings, pinned }: State): string | undefined {
    if (pinned) return this.#pinned.make(engine, figure, { ...settings, ...pinned });
    this.#pinned.free();
    return undefined;
  }

  /** Each run rests at its end; undefined while the present one is not there. */
  at(time: number, step: number, { settings, pinned }: State): Moments | undefined {
    const [present, other] = [this.#present.model, this.#pinned.model];
    return (
      present && {
        ...moment(present, time, step, settings),
        pinned: other && moment(other, time, step, { ...settings, ...pinned }),
        clock: { step, steps: this.steps },
      }
    );
  }

  /** Frees what {@link follow} can make again; the time line stays as long as it is. */
  rest(): void {
    const { steps } = this;
    if (!this.present) return;
    this.free();
    this.#left = steps;
  }

  free(): void {
    this.#left = undefined;
    this.#present.free();
    this.#pinned.free();
  }
}
