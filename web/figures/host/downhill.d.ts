/**
 * Downhill's figures, as seen from a page's scripts: `<gd-figure>`, its properties, methods and events.
 *
 * A page needs none of this: attributes say everything (`attributes.html` lists them). Importing `downhill.mjs`, or
 * including `downhill.js`, defines the elements; doing so twice is harmless. The classic script adds one global
 * name, `Downhill`, which holds what is exported here.
 *
 * Nothing here throws: what cannot be used is said in the figure itself, with what is allowed.
 */

import type { Engine, FunctionEngine, Need, RunOptions } from '../../engine/engine.d.ts';

export as namespace Downhill;

/** The engine alone, the same that the figures on the page use; for functions, or by default the whole of it. */
export declare function loadEngine(need?: 'whole'): Promise<Engine>;
export declare function loadEngine(need: Need): Promise<FunctionEngine>;

/** A figure: `<gd-figure name="learning-rate" rate="0.2">`. */
export declare class GdFigure extends HTMLElement {
  /** The engine of every figure on the page. */
  static readonly loadEngine: typeof loadEngine;
  /** Which figure; the attribute of this name. */
  name: string;
  /**
   * What differs from the figure's own defaults, as texts by attribute name: `{ rate: '0.2' }`. Setting it sets
   * everything: what is left out, undefined or null goes back to the figure's default. Read and checked as attributes
   * are. Undoable.
   */
  get state(): Record<string, string>;
  set state(texts: Readonly<Record<string, string | number | boolean | undefined | null>> | undefined | null);
  /**
   * Where the time line stands, in whole updates; setting it stops playing. Held within the run. Undefined or null
   * asks for what the attribute says.
   */
  get step(): number;
  set step(step: number | undefined | null);
  readonly playing: boolean;
  /** The address of this moment within the tutorial, from its `#` on. */
  readonly link: string;
  /** Plays from where the time line stands, from the start if it stands at the end; loads the engine if need be. */
  play(): void;
  pause(): void;
  /** Back to what the attributes ask for. Undoable. */
  reset(): void;
  /**
   * Goes to a moment: sets what is named, leaves the rest as it is, and has a part looked at. Undoable, and done twice
   * it changes nothing. Settled when it is drawn.
   */
  show(request: ShowRequest): Promise<void>;
  /** Whether the figure stands where {@link show} would bring it, as nearly as a hand can. */
  shows(request: ShowRequest): boolean;
  /**
   * The drawing as it stands: an SVG with its colours written into it, without scripts or references to elsewhere.
   * Empty while there is nothing to see.
   */
  picture(): string;
  /** What is drawn, as numbers: the run, and whatever stands beside it. Empty until the figure has been computed. */
  tables(): readonly NumberTable[];
  /** The runs that are shown, as the engine makes them. Empty for a figure that shows none. */
  runs(): readonly NamedRun[];
  /** Settled when what was changed is drawn. */
  readonly updateComplete: Promise<boolean>;
}

/** A moment of a figure that a text speaks of. */
export interface ShowRequest {
  /** Texts by attribute name, as attributes are written. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where the time line is to stand, in whole updates; by itself it stays, or returns to the start for another run. */
  readonly step?: number | 'end' | undefined;
  /** Plays from there. */
  readonly play?: boolean;
  /** A part of the figure to frame for a moment: one of those that `attributes.html` lists. */
  readonly at?: string | undefined;
}

/** A run that a figure shows, so that it can be made again: `engine.createRun(options)`. */
export interface NamedRun {
  /** What tells it from the figure's other runs, such as `Adam`. */
  readonly name: string;
  readonly options: RunOptions;
}

/** Numbers of a figure, ready for a table or a file. */
export interface NumberTable {
  readonly caption: string;
  readonly columns: readonly {
    readonly name: string;
    readonly unit?: string;
    /** Which of the tutorial's ideas, and so colours, it belongs to. */
    readonly idea?: 'parameter' | 'gradient' | 'loss' | 'optimum' | 'guess';
  }[];
  /** One entry for each column. */
  readonly rows: readonly (readonly (number | string)[])[];
}

/** All of them bubble, and cross shadow roots. */
export interface GdFigureEventMap {
  /** The figure has come to life; once, and again for another figure in its place. */
  'gd-live': CustomEvent<null>;
  /** The time line moved to another whole step. */
  'gd-step': CustomEvent<{ readonly step: number }>;
  /** Settings changed, by whomever; `settings` is {@link GdFigure.state}. */
  'gd-change': CustomEvent<{ readonly settings: Readonly<Record<string, string>> }>;
  /** The run's end was reached: where, and in words how it ended. */
  'gd-end': CustomEvent<{ readonly step: number; readonly text: string; readonly arrived?: boolean }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'gd-figure': GdFigure;
  }
  interface GlobalEventHandlersEventMap {
    'gd-live': GdFigureEventMap['gd-live'];
    'gd-step': GdFigureEventMap['gd-step'];
    'gd-change': GdFigureEventMap['gd-change'];
    'gd-end': GdFigureEventMap['gd-end'];
  }
}
