import type { Answer, EngineError, Numbers, ParameterInfo, Values } from './base.d.ts';

/** A set of examples that can be drawn in any number, described as data. */
export interface DataSetInfo {
  /** Name to ask for it by, for example `moons`. */
  readonly name: string;
  readonly label: string;
  /** Whether a class or a number is to be predicted. */
  readonly kind: 'classes' | 'regression';
  /** Where its points lie, as TeX. */
  readonly formula: string;
  readonly source: string;
  /**
   * Range worth drawing, in pairs of lower and upper bound: of both features, or of the only feature and
   * the target. Empty where there are more.
   */
  readonly domain: Float64Array;
  /** Features and classes (0 for a regression) with the parameters' defaults. */
  readonly features: number;
  readonly classes: number;
  /** What may be set, `count` and `seed` first. */
  readonly parameters: readonly ParameterInfo[];
}

/** Which data: exactly one of `set`, `digits`, `inputs` and `images` says which kind. */
export type DataOptions =
  /**
   * A set of {@link DataCalls.dataSets}; further keys set its parameters. Examples are numbered, each is
   * drawn by itself from seed and number, and classes take turns: a larger set begins with the smaller one.
   */
  | ({ readonly set: string } & { readonly [parameter: string]: number | string })
  /** Generated handwriting, 28 x 28 pixels, labels 0 to 9 in turn. 50 microseconds each: see {@link Data.advance}. */
  | {
      readonly digits: {
        /** 1 to 60,000; default 1,000. */
        readonly count?: number;
        /** Whole, 0 to 2,147,483,647; default 1. */
        readonly seed?: number;
        /** Number of the first digit in the endless sequence that the seed names, 0 to 1,000,000,000; default 0. */
        readonly first?: number;
        /** How freely they are written, 0 to 2; default 1. */
        readonly looseness?: number;
        /** How many are drawn when the data is made, 0 to 500; default 500, which takes some 30 milliseconds. */
        readonly atOnce?: number;
      };
    }
  /** Examples given outright. */
  | {
      /** n x features, row by row. */
      readonly inputs: Numbers;
      /** n x outputs, row by row; with `classes` one class number for each example, from 0. */
      readonly targets: Numbers;
      /** 1 to 65,536; default 1. */
      readonly features?: number;
      /** Numbers to predict from each example, 1 to 65,536; default 1. Not with `classes`. */
      readonly outputs?: number;
      /** 2 to 256; left out, numbers are to be predicted. */
      readonly classes?: number;
    }
  /**
   * Pictures in two files of the IDX format, as MNIST's are, already unpacked (see {@link DataCalls.unpack}).
   * An error's `position` is the offset of the byte from which on a file is wrong.
   */
  | {
      /** Unsigned bytes, n x height x width. */
      readonly images: Uint8Array | ArrayBuffer;
      /** Unsigned bytes, n. Without it there are no classes, and nothing to learn. */
      readonly labels?: Uint8Array | ArrayBuffer;
      /** Use the first so many pictures only; default all. */
      readonly limit?: number;
      /** Labels must be below this, 2 to 256; default 10. */
      readonly classes?: number;
    };

/** How far a piece of work is. */
export interface DataProgress extends Answer {
  readonly done: number;
  readonly total: number;
}

/** Grey pictures, one after the other. */
export interface Pictures extends Answer {
  /** Row by row from the top left, 0 for paper and 255 for ink; `width * height` bytes for each picture. */
  readonly pixels: Uint8Array;
}

/**
 * Examples in the engine's memory, which any number of objectives and runs may learn from: pass it on as
 * `data`. They never change. Whoever made it disposes of it; what learns from it goes on doing so.
 *
 * At most 50 million numbers (inputs and targets), and 100 million in everything that is held at once.
 */
export interface Data {
  readonly error: EngineError | null;
  /** What the engine knows it by; 0 if it was refused. */
  readonly id: number;
  readonly count: number;
  /** Inputs of each example. */
  readonly features: number;
  /** Targets of each example; with classes one for each of them. */
  readonly outputs: number;
  /** 0 where numbers are to be predicted. */
  readonly classes: number;
  /** Of a picture in pixels; 0 where the examples are none. */
  readonly width: number;
  readonly height: number;
  /**
   * Draws up to `digits` further digits (rounded down; none for what is no number). The first 500, or as
   * many as `atOnce` says, are drawn when the data is made; other kinds of data are complete from the start. Data can be used when complete.
   */
  advance(digits: number): DataProgress;
  /** Inputs of the examples `from` ... `from + count - 1`, example by example; default all from there on. */
  inputs(from?: number, count?: number): Values;
  /** Their targets; with classes one-hot: 1 for the example's class, 0 for the others. */
  targets(from?: number, count?: number): Values;
  /** Their class numbers; none where numbers are to be predicted. */
  labels(from?: number, count?: number): Values;
  /** The examples as pictures, if that is what they are. */
  pictures(from?: number, count?: number): Pictures;
  dispose(): void;
}

/** A file's content. */
export interface Unpacked extends Answer {
  readonly bytes: Uint8Array;
}

export interface DataCalls {
  /** Every generated set, in the order of the registry. */
  dataSets(): readonly DataSetInfo[];
  createData(options: DataOptions): Data;
  /**
   * A file's content: unpacked if it begins as gzip does, otherwise as it is. Needs a browser (or Node) with
   * `DecompressionStream`. At most 67,108,864 bytes: whatever unpacks to more is refused before it fills the memory.
   */
  unpack(file: Uint8Array | ArrayBuffer): Promise<Unpacked>;
}
