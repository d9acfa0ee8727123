/**
 * A figure at work: what the reader has chosen, the models made of it, the time line, and what only this visit needs;
 * and the view of all this that the figure draws from.
 */
import type { ReactiveControllerHost } from 'lit';
import type { Engine } from '../../engine/engine';
import { comparedSentence } from '../../parts/compared';
import { Player } from '../../parts/player';
import type { AnyFigure, Model, View } from '../figure';
import type { SettingTable } from '../settings';
import type { Attributes } from './attributes';
import { Choices, type Outcome } from './choices';
import type { Link } from './link';
import { Models } from './models';
import { compared } from './pin';

export interface SessionOptions {
  /** Unique within the page. */
  readonly id: string;
  /** Pixels to draw into. */
  readonly width: () => number;
  readonly stillness: () => boolean;
  /** Called after a choice of somebody's here, be it by hand or by script. */
  readonly changed: () => void;
  /** Called when playing stops or a step by hand has arrived. */
  readonly arrived: () => void;
}

/** Below this many pixels there is nothing to be seen, only an element being laid out. */
const NARROWEST = 120;

export class Session {
  readonly choices = new Choices();
  readonly models = new Models();
  readonly player: Player;
  /** Sentences for the reader about what could not be used, kept or computed. */
  notices: readonly string[] = [];
  #local: Record<string, unknown> = {};

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: SessionOptions,
  ) {
    const { stillness, arrived } = options;
    this.player = new Player(host, { end: () => this.models.steps, arrived, stillness });
  }

  /** @returns whether they ask for another figure than before */
  read(figure: AnyFigure | undefined, attributes: Attributes): boolean {
    const other = figure !== this.choices.figure;
    this.#adopt(this.choices.read(figure, attributes));
    if (other) {
      this.models.free();
      this.#local = {};
      this.player.speed = figure?.speed ?? 1;
    }
    return other;
  }

  follow(link: Link): void {
    this.#adopt(this.choices.follow(link));
  }

  /** @param outcome of one of {@link choices}; undefined where there was nothing to do */
  readonly change = (outcome: Outcome | undefined): void => {
    if (!outcome) return;
    this.#adopt(outcome);
    this.options.changed();
  };

  /** Stops at a step, which is held within the run once there is one. */
  stand(step: number): void {
    this.player.pause(false);
    this.player.time = step;
  }

  #adopt({ step, problems }: Outcome): void {
    this.notices = problems;
    if (step !== undefined) this.stand(step);
    this.host.requestUpdate();
  }

  /** Makes the models keep up with the choices. */
  compute(engine: Engine): void {
    const { choices, models, player } = this;
    if (!choices.figure) return;
    const problem = models.follow(engine, choices.figure, choices);
    if (problem !== undefined) this.notices = [problem];
    if (player.time > models.steps) player.time = models.steps;
  }

  /** What the figure draws from; undefined until model and room are there. */
  get view(): View<SettingTable, Model> | undefined {
    const { time, step, beat } = this.player;
    const width = this.options.width();
    const moments = width < NARROWEST ? undefined : this.models.at(time, step, this.choices.state);
    return moments && { ...moments, beat, width, id: this.options.id, local: this.#local, ...this.#hands };
  }

  readonly #hands: Pick<View<SettingTable, Model>, 'set' | 'go' | 'play' | 'setLocal'> = {
    set: (change, options) => {
      const { step, problems } = this.choices.set(change);
      this.change(options?.keepTime ? { problems } : { step, problems });
    },
    go: (step, animate) => this.player.go(step, animate),
    play: (speed) => {
      if (speed !== undefined) this.player.speed = speed;
      // A start just chosen is computed first; then there is something to play.
      void this.host.updateComplete.then(() => this.player.play());
    },
    setLocal: (change) => {
      this.#local = { ...this.#local, ...change };
      this.host.requestUpdate();
    },
  };

  /** What stands there now, in words; undefined while there is nothing. */
  get sentence(): string | undefined {
    const { view } = this;
    const { figure } = this.choices;
    if (!view || !figure) return undefined;
    const both = compared(figure, view);
    return figure.sentence(view) + (both ? ` ${comparedSentence(both)}` : '');
  }
}
