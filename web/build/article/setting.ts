/** What every rule of the Markdown dialect needs to know while it works on one piece of text. */
import type { Fact } from './facts';
import type { Attributes } from './chapter';
import type { TermFinder } from './glossary';
import type { ArticleProblem } from './problem';

/** The figures there are, and how one stands in the page before any script runs. */
export interface FigureShelf {
  /** Every figure that may be named. */
  readonly names: readonly string[];
  /** Every attribute a figure understands. */
  attributes(name: string): readonly string[];
  /** Every goal that a task may set in a figure. */
  goals(name: string): readonly string[];
  /** Every part of a figure that a word may point at. */
  spots(name: string): readonly string[];
  /** What is wrong with texts by attribute name, one sentence each. */
  problems(name: string, texts: Readonly<Record<string, string>>): readonly string[];
  /** HTML inside the element: first state as a picture, and its caption. */
  poster(name: string, attributes: Attributes): string;
}

/** Travels through markdown-it as `env`. */
export interface Setting {
  readonly facts: Readonly<Record<string, Fact>>;
  readonly figures: FigureShelf;
  /** The figure beside the text, which tasks refer to. */
  readonly figure: string;
  /** Name of the chapter; addresses within it begin with it. */
  readonly chapter: string;
  readonly chapters: ReadonlySet<string>;
  /** Terms that the text has not used yet; absent where none are explained, as in titles. */
  readonly terms?: TermFinder;
  /** A problem in the piece of text at hand, `line` counted from 0 within it. */
  problem(line: number, message: string): ArticleProblem;
  /** Line, from 0, of the block whose inline text is being read. Kept by the dialect itself. */
  block: number;
}
