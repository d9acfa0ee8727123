import type { Answer } from './base.d.ts';

/** A typed formula as it was understood. */
export interface ParsedFormula extends Answer {
  /** 1 or 2. */
  readonly dimension: number;
  /** Their names, in the order of the parameters: `x`; `x`, `y`; `w`; or `w1`, `w2`. */
  readonly variables: readonly string[];
  /** The formula as TeX; empty where it would be longer than 4,000 characters. */
  readonly tex: string;
  /** Its derivative by each variable as TeX; empty where it would be too long to read. */
  readonly gradientTex: readonly string[];
}

export interface FormulaCalls {
  /**
   * Reads a formula in one or two variables: `x` and `y`, or `w`, or `w1` and `w2`; the names it uses
   * decide how many. `+ - * / ^`, parentheses, `|x|`, the constants `pi` and `e`, and the functions
   * `abs acos asin atan atan2 cos cosh exp gauss log log10 log2 max min relu sigmoid sign sin sinh
   * softplus sqrt step tan tanh` (`log` and `ln` are natural, `gauss(x)` is `exp(-x^2)`).
   *
   * As on paper, `-x^2` is `-(x^2)`, `a^b^c` is `a^(b^c)`, and a product needs no sign: `2x`,
   * `3(x + 1)`, `2 pi x`, `xy`. A name is never a function of what follows unless it is one of the
   * above, so `x(y + 1)` is a product; and such a product is no different from one with a sign, so
   * `1/2x` is `(1/2)x`. What people paste is read too: `x²`, `−`, `·`, `×`, `√`, `π`, `w₁`, `**`.
   *
   * At most 1,000 characters, nested at most 100 deep. An error's `position` is the place in the text.
   */
  parseFormula(text: string): ParsedFormula;
}
