/** What an update rule is in Python, whichever of the two libraries counts. */

export type Module = 'np' | 'torch';

/** Everything of a program that depends on the update rule. */
export interface Update {
  /** Functions it calls, one after the other, without the blank lines around them. */
  readonly functions: readonly (readonly string[])[];
  /** Before the loop: its numbers. */
  readonly setup: readonly string[];
  /** Before the loop, once the gradient at the start is known. */
  readonly memory: readonly string[];
  /** One update: from `w`, `loss` and `g` to a new `w`. */
  readonly body: readonly string[];
}
