/** What a reader can set of the table, its text, and the game. */
import { choice, flag, number, numbers, optionalNumber, words, type Values } from '../settings';

export const SENTENCE = 'the ball rolls downhill';
/** Letters of a sentence that fit below their bars. */
export const LONGEST = 32;
/** Letters of a reader's own text that are read: enough for a table, and a link still holds them. */
export const MOST_LETTERS = 8000;
/** A table with more rows than this could not be read as dots: the rarest symbols become one. */
export const MOST_SYMBOLS = 40;
export const UPDATES = 1000;
/** Sentences of the game, see `sentences.ts`. */
export const ROUNDS = 6;
/** Letters that a game can have been through. */
const MOST_TRIES = 40;

export const OPTIMIZERS = ['gradient_descent', 'momentum', 'adagrad', 'rmsprop', 'adam'] as const;
export const PANELS = ['writes', 'rare', 'text', 'game', 'table'] as const;
export const RATES = { min: 0.01, max: 200 } as const;

export const settings = {
  /** The reader's own; empty: the tutorial's. */
  text: words({ label: 'your text', initial: '', longest: MOST_LETTERS }),
  sentence: words({ label: 'sentence', initial: SENTENCE, longest: LONGEST }),
  letter: number({ label: 'letter', initial: 2, min: 1, max: LONGEST, whole: true }),
  /** A row and a column of the table, counted from 1 as it is drawn; 0: those of the sentence's letter. */
  row: number({ label: 'row', initial: 0, min: 0, max: MOST_SYMBOLS, whole: true }),
  column: number({ label: 'column', initial: 0, min: 0, max: MOST_SYMBOLS, whole: true }),
  optimizer: choice('optimizer', OPTIMIZERS, 'gradient_descent'),
  rate: number({ label: 'learning rate', initial: 20, ...RATES }),
  temperature: number({ label: 'temperature', initial: 1, min: 0, max: 3 }),
  seed: number({ label: 'seed', initial: 4, min: 0, max: 9999, whole: true }),
  panel: choice('panel', PANELS, 'writes'),
  /** Which letter of the sentence, counted from 1, is said to surprise most. */
  guess: optionalNumber({ label: 'guess', min: 1, max: LONGEST, whole: true }),
  revealed: flag('answer shown'),
  round: number({ label: 'round', initial: 1, min: 1, max: ROUNDS, whole: true }),
  /** How many tries each letter took so far. */
  tries: numbers({ label: 'tries', initial: [], min: 1, max: 27, fewest: 0, most: MOST_TRIES }),
  /** Letters that were tried and are not the one asked for; a space is written as a low line. */
  struck: words({ label: 'letters struck out', initial: '', longest: 27 }),
  /** Whether the rest was asked for before the end. */
  over: flag('rest shown'),
  /** How many bits a letter the reader expects to need. */
  bet: optionalNumber({ label: 'bet', min: 0, max: 5 }),
};

export type Settings = Values<typeof settings>;

/** Each with a rate at which it does well on the tutorial's text; see `tests/web/figures/surprise/learning.test.ts`. */
export const rules: Readonly<Record<Settings['optimizer'], { readonly label: string; readonly rate: number }>> = {
  gradient_descent: { label: 'plain', rate: 20 },
  momentum: { label: 'momentum', rate: 10 },
  adagrad: { label: 'Adagrad', rate: 1 },
  rmsprop: { label: 'RMSProp', rate: 0.1 },
  adam: { label: 'Adam', rate: 0.1 },
};
