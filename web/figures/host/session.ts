/**
 * A figure at work: what the reader has chosen, the models made of it, the time line, and what only this visit needs;
 * and the view of all this that the figure draws from.
 */
import type { ReactiveControllerHost } from 'lit';
import type { Engine } from '../../engine/engine';
import { comparedSentence } from '../../parts/compared';
import { Player, SPEEDS } from '../../parts/player';
import type { AnyFigure, Model, View } from '../figure';
import type { SettingTable } from '../settings';
import { readStep, type Attributes } from './attributes';
import { Choices, type Outcome } from './choices';
import type { ShowRequest } from './downhill.d.ts';
import { givenText } from './given';
import type { Link } from './link';
import { Models } from './models';
import { Notices, type About } from './notices';
import { compared, type State } from './pin';
import { readRequest, stands } from './show';
import { NARROWEST } from './sight';

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

export class Session {
  readonly choices = new Choices();
  readonly models = new Models();
  readonly player: Player;
  readonly notices = new Notices();
  /** The choices that the engine has judged. */
  #judged: State | undefined;
  #local: Record<string, unknown> = {};

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: SessionOptions,
  ) {
    const { stillness, arrived } = options;
    this.player = new Player(host, {
      end: () => this.models.steps,
      reach: (step) => this.models.reach(step),
      arrived,
      stillness,
      speeds: () => this.choices.figure?.speeds ?? SPEEDS,
    });
  }

  /** @returns whether they ask for another figure than before */
  read(figure: AnyFigure | undefined, attributes: Attributes): boolean {
    const other = figure !== this.choices.figure;
    const outcome = this.choices.read(figure, attributes);
    if (other) {
      this.notices.only('attributes', []);
      this.models.free();
      this.#local = {};
      this.player.speed = figure?.speed ?? 1;
    }
    this.#adopt(outcome, 'attributes');
    return other;
  }

  follow(link: Link): void {
    this.#adopt(this.choices.follow(link), 'link');
  }

  /** Everything as a script has it, in place of what a link or the reader chose. */
  assign(given: unknown): void {
    if (!this.choices.figure) return;
    for (const about of ['link', 'hand'] as const) this.notices.say(about, []);
    this.#adopt(this.choices.assign(given), 'state');
    this.options.changed();
  }

  /** Where a script wants the time line; where attributes want it, once a script wants nothing any more. */
  standAt(given: unknown): void {
    const text = givenText(given);
    const step = text === undefined ? this.choices.firstStep : readStep(text);
    if (typeof step === 'number') this.stand(step);
    this.#adopt({ problems: typeof step === 'number' ? [] : [step] }, 'step');
  }

  /** @param outcome of one of {@link choices}; undefined where there was nothing to do */
  readonly change = (outcome: Outcome | undefined): void => {
    if (!outcome) return;
    this.notices.only('hand', []);
    this.#adopt(outcome, 'hand');
    this.options.changed();
  };

  /** Goes where a text would have it; what stands so already is no change. */
  show(request: ShowRequest): void {
    const { figure, state } = this.choices;
    if (!figure) return;
    const { values, problems } = readRequest(figure, request);
    if (stands(figure.settings, values, state.settings)) this.#adopt({ problems }, 'hand');
    else {
      const { step, problems: more } = this.choices.set(values, JSON.stringify(request));
      this.change({ step, problems: [...problems, ...more] });
    }
    const { step } = request;
    if (typeof step === 'number') this.stand(step);
  }

  shows(request: ShowRequest): boolean {
    const { figure, state } = this.choices;
    const { step } = request;
    if (!figure || !(this.models.present || this.models.resting)) return false;
    const there = step === undefined || this.player.step === (step === 'end' ? this.models.steps : step);
    return there && stands(figure.settings, readRequest(figure, request).values, state.settings);
  }

  /** Stops at a step, which is held within the run once there is one. */
  stand(step: number): void {
    this.player.pause(false);
    this.player.time = step;
  }

  #adopt({ step, problems }: Outcome, about: About): void {
    this.notices.say(about, problems);
    if (step !== undefined) this.stand(step);
    this.host.requestUpdate();
  }

  /** What the figure does before its first model is made, which may be that model. */
  *prepare(engine: Engine): Generator<void | Promise<void>, void> {
    const { figure, state } = this.choices;
    const { settings } = state;
    if (!figure?.prepare || this.models.present) return;
    try {
      if (Object.keys(figure.refusals?.(engine, settings) ?? {}).length > 0) return;
      const made = yield* figure.prepare(engine, settings);
      if (!made) return;
      if (this.choices.figure === figure && !this.models.present) this.models.adopt(made, settings);
      else made.dispose();
    } catch {
      // Whatever cannot be made is said where it is made at once.
    }
  }

  /** Makes the models keep up with the choices. */
  compute(engine: Engine): void {
    const { choices, models, player } = this;
    if (!choices.figure) return;
    const judged = choices.state === this.#judged;
    const refused = judged ? {} : choices.figure.refusals?.(engine, choices.state.settings);
    const wrong = choices.refuse(refused ?? {});
    const problem = models.follow(engine, choices.figure, choices);
    if (!judged || problem !== undefined)
      this.notices.say('engine', problem === undefined ? wrong : [...wrong, problem]);
    this.#judged = choices.state;
    if (player.time > models.steps) player.time = models.steps;
  }

  /** Lets go of the models, unless the figure would have its reader wait for them again; {@link compute} makes them anew. */
  rest(): void {
    const { view, models, player } = this;
    if (view && !player.playing && !this.choices.figure?.keeps?.(view)) models.rest();
  }

  /** What the figure draws from; undefined until model and room are there. */
  get view(): View<SettingTable, Model> | undefined {
    const { time, step, beat } = this.player;
    const width = this.options.width();
    const moments = width < NARROWEST ? undefined : this.models.at(time, step, this.choices.state);
    return moments && { ...moments, beat, width, id: this.options.id, local: this.#local, ...this.#hands };
  }

  /** Unfolds the picture, and opens what lies below the stage, or closes it. */
  reveal(open: boolean): void {
    this.#hands.setLocal({ rest: open, folded: false });
  }

  readonly #hands: Pick<View<SettingTable, Model>, 'set' | 'go' | 'play' | 'setLocal'> = {
    set: (change, options) => {
      const { step, problems } = this.choices.set(change);
      this.change(options?.keepTime ? { problems } : { step, problems });
    },
    go: (step, animate) => {
      // A choice just made may have made the time line longer, once it is computed.
      if (step <= this.models.steps) this.player.go(step, animate);
      else void this.host.updateComplete.then(() => this.player.go(step, animate));
    },
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
