/** A list of numbers on its way into the engine. */
export type Numbers = ArrayLike<number>;

/** Why a request was refused. */
export interface EngineError {
  /** Dotted path of the offending option, for example `optimizer.learningRate` or `objective.regression.inputs`. */
  readonly field: string;
  /** What is wrong, as a sentence for a reader. */
  readonly message: string;
  /** What would be right, as a sentence for a reader. */
  readonly remedy: string;
  /** 0-based character offset in a text, or -1 where it has no meaning. */
  readonly position: number;
  /** 1-based row of a table, or -1 where it has no meaning. */
  readonly row: number;
}

/** Anything the engine answers. */
export interface Answer {
  readonly error: EngineError | null;
}

export interface Values extends Answer {
  /** Non-finite values are reported as NaN. */
  readonly values: Float64Array;
}

/** A one-line description of a number a caller may set; enough to draw a control for it. */
export interface ParameterInfo {
  /** Name of the option, for example `learningRate`. */
  readonly name: string;
  /** For a label, for example `learning rate`. */
  readonly label: string;
  readonly default: number;
  /** Smallest and largest accepted values, both included. */
  readonly min: number;
  readonly max: number;
  /** How a slider should run between them; `flag` is a switch (true or false), `whole` takes whole numbers only. */
  readonly scale: 'linear' | 'log' | 'flag' | 'whole';
}
