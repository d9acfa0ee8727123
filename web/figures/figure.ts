/**
 * What a figure is: settings, a model computed from them by the engine, and pictures of that model.
 * The host element {@link ./host/gd-figure} does everything else: time, URL, undo, keyboard,
 * speech, size. A new figure is one file that exports one of these, and one line in the registry.
 */
import type { CSSResult, SVGTemplateResult, TemplateResult } from 'lit';
import type { Engine, Need, RunOptions } from '../engine/engine';
import type { NumberTable } from '../parts/number-table';
import type { Beat } from '../parts/player';
import type { Descent, Ending } from './descent';
import type { SettingTable, Values } from './settings';

/** What the engine computed for one choice of settings. Owns its handles; the host disposes of it. */
export interface Model {
  /** Number of updates on the time line; 0 for a figure without time. */
  readonly steps: number;
  /** Undefined while the run simply went on to its limit. */
  readonly end?: Ending | undefined;
  /**
   * For a run that is made while it plays: works towards a step for a few milliseconds and answers the last one there
   * is by now. The time line waits for it. Without it every step is there.
   */
  reach?(step: number): number;
  dispose(): void;
}

/** A model at a moment. */
export interface Moment<T extends SettingTable, M extends Model> {
  readonly settings: Values<T>;
  readonly model: M;
  /** Where the time line stands, at most at the model's end; between two whole steps while the ball moves. */
  readonly time: number;
  /** The last whole step reached. */
  readonly step: number;
}

/** What a figure sees when it draws. */
export interface View<T extends SettingTable, M extends Model> extends Moment<T, M> {
  /** A run kept to compare with, at the same moment; only where the figure has {@link Figure.compare}. */
  readonly pinned?: Moment<T, M> | undefined;
  /** The time line itself, which lasts as long as the longer of both runs. */
  readonly clock: { readonly step: number; readonly steps: number };
  /** While a step is taken slowly, which of its three beats it is at; otherwise null. */
  readonly beat: Beat | null;
  /** Pixels to draw into. */
  readonly width: number;
  /** Unique within the page, for references between elements. */
  readonly id: string;
  /**
   * Changes settings. `keepTime` leaves the time line where it is; otherwise it returns to the start.
   * Changes made during one drag are one undo.
   */
  readonly set: (change: Partial<Values<T>>, options?: { readonly keepTime?: boolean }) => void;
  /** Moves the time line; `animate` lets the ball travel one step. */
  readonly go: (step: number, animate?: boolean) => void;
  /** Plays from where the time line stands, at the given speed if one is given. */
  readonly play: (speed?: number) => void;
  /** Values that only this visit needs (an open panel, text being typed); not in links, not undone. */
  readonly local: Record<string, unknown>;
  readonly setLocal: (change: Record<string, unknown>) => void;
}

/** Something the reader may be asked to bring about; a task in the text refers to it by name. */
export interface Goal<T extends SettingTable, M extends Model> {
  done(view: View<T, M>): boolean;
  /** What stands there now, in a few words, for a reader who is not there yet or just arrived. */
  status(view: View<T, M>): string;
}

/** What is said of a run beside another: its length, its end and its losses. */
export type Outcome = Pick<Descent, 'steps' | 'reason' | 'loss'>;

/** How a pinned run stands beside the present one. */
export interface Comparison<T extends SettingTable, M extends Model> {
  /** In which settings the two may differ. When another setting changes the model, the pinned run is let go. */
  readonly by: readonly (keyof T & string)[];
  /** The run that is looked at; undefined while there is none. */
  run(model: M, settings: Values<T>): Outcome | undefined;
  /** What tells such a run from others, as texts by name; default: the settings {@link by}, by their labels. */
  traits?(model: M, settings: Values<T>): Readonly<Record<string, string>>;
}

/** A run that a figure shows, so that it can be made again elsewhere. */
export interface NamedRun {
  /** What tells it from the figure's other runs: `Adam`, or `rate 0.2`. */
  readonly name: string;
  /** What the figure itself passed to the engine. */
  readonly options: RunOptions;
}

export interface Figure<T extends SettingTable, M extends Model> {
  /** What `<gd-figure name="...">` asks for. */
  readonly name: string;
  /** The size of the engine that is enough for it; of the whole it is given no more. Default: `functions`. */
  readonly needs?: Need;
  readonly title: string;
  /** What to try, as one or two sentences. */
  readonly caption: string;
  readonly settings: T;
  /**
   * How tall it is as it opens, in px: 360 px wide, and 640 px wide. Kept free until it is there, where no picture stands
   * for it.
   */
  readonly heights?: readonly [narrow: number, wide: number];
  /** Parts that a word in the text may point at: elements that its drawing marks `data-spot`. */
  readonly spots?: readonly string[];
  /** What it needs beyond the style that all figures share (`../style/figure`). */
  readonly styles?: readonly CSSResult[];
  /** The style of those parts that have come by now ({@link ../parts/late}). */
  readonly laterStyles?: () => readonly CSSResult[];
  /** Which settings do not change the model, and so cost nothing to change. */
  readonly light?: readonly (keyof T & string)[];
  /** Present where a run can be pinned: then {@link plot} draws `view.pinned`, too. */
  readonly compare?: Comparison<T, M>;
  /** Where the time line stands at first, so that the first picture already teaches. */
  readonly firstStep?: number;
  /** Plays once by itself when it first comes into view, unless the reader asked for stillness. */
  readonly opening?: { readonly speed: number };
  /** Speed its time line plays at until the reader chooses another; default 1. */
  readonly speed?: number;
  /** Speeds to choose from, where a run takes more updates than can be followed one by one. */
  readonly speeds?: readonly number[];
  /** Brings what its static picture takes beyond what the figure opens with; that is drawn at build time only. */
  readonly still?: () => Promise<unknown>;
  /** Width its static picture is drawn at; default {@link ./poster}'s. */
  readonly posterWidth?: number;
  /**
   * Does ahead, before the first model is made, what takes longer than a frame, and yields wherever the page may
   * paint and listen in between, or a promise of what it waits for. It may answer with that model, made for the very
   * settings. {@link model} must do without it, too.
   */
  prepare?(engine: Engine, settings: Values<T>): Generator<void | Promise<void>, M | void>;
  model(engine: Engine, settings: Values<T>): M;
  /**
   * Whether something stands here that the reader has waited for and would have to wait for again. Otherwise the host
   * lets go of the model while the figure is far from the window, and has it made again when it comes near.
   */
  keeps?(view: View<T, M>): boolean;
  /**
   * What only the engine can judge and finds wrong: by setting, a sentence that says what, where, and what would be
   * right. Such a setting stands at its default, like one whose text cannot be read; {@link model} never meets it.
   */
  refusals?(engine: Engine, settings: Values<T>): Readonly<Record<string, string>>;
  /** The main picture: an `<svg>` at `view.width`. Drawn in the page at build time, too. */
  plot(view: View<T, M>): TemplateResult;
  /** The wager's question and its button in one line of at most 44 px, between picture and time bar. */
  asked?(view: View<T, M>): TemplateResult;
  /** What stands below the time bar: loss curve, arithmetic, tables. */
  panels?(view: View<T, M>): TemplateResult;
  /** Sliders and choices. */
  controls?(view: View<T, M>): TemplateResult;
  /** Starts worth offering by one press each. */
  readonly presets?: readonly { readonly label: string; readonly values: Partial<Values<T>> }[];
  /** Gives the settings another start, for the "new start" button; `random` is uniform in [0, 1). */
  newStart?(settings: Values<T>, random: () => number, model: M): Partial<Values<T>>;
  /** The runs on the picture; for data and code to take along. */
  runs?(view: View<T, M>): readonly NamedRun[];
  readonly goals?: Readonly<Record<string, Goal<T, M>>>;
  /**
   * The numbers behind each of its plots as it stands, from the model; asked for only when somebody wants them.
   * What is still to be guessed is left out.
   */
  tables?(view: View<T, M>): readonly NumberTable[];
  /** The picture in words, for a screen reader and for the static picture's description. */
  sentence(view: View<T, M>): string;
  /** Arranges the pieces; default: one below the other, as an instrument. */
  arrange?(view: View<T, M>, pieces: Pieces): TemplateResult;
}

export interface Pieces {
  readonly plot: TemplateResult;
  readonly asked: TemplateResult;
  readonly timeBar: TemplateResult;
  readonly panels: TemplateResult;
  readonly controls: TemplateResult;
  readonly foot: TemplateResult;
  /** Opens the numbers, which then stand below everything; it is in the foot already. */
  readonly numbers: TemplateResult;
}

/** Any figure, whatever its settings and model: what the registry and the host deal in. */
export type AnyFigure = Figure<SettingTable, Model>;

/** Lets the compiler infer settings and model. */
export function defineFigure<T extends SettingTable, M extends Model>(figure: Figure<T, M>): Figure<T, M> {
  return figure;
}

/** For a figure with one run: its {@link Figure.runs}. */
export const onlyRun = ({ model }: { readonly model: { readonly run: Descent } }): readonly NamedRun[] => [
  { name: 'gradient descent', options: model.run.options },
];

export type { SVGTemplateResult, TemplateResult };
