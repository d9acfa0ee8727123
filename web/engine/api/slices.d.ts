import type { Answer, Numbers, Values } from './base.d.ts';
import type { Task } from './task.d.ts';

export interface LineRequest {
  /** `dimension` numbers. */
  readonly at: Numbers;
  /** `dimension` numbers. */
  readonly direction: Numbers;
  /** First and last `t`; default -1 and 1. */
  readonly from?: number;
  readonly to?: number;
  /** 2 to 10,000; default 101. Bounded so that an answer takes about a second at most. */
  readonly count?: number;
}

export interface PlaneRequest {
  /** `dimension` numbers. */
  readonly at: Numbers;
  /** Two directions, one after the other: 2 x `dimension` numbers. */
  readonly directions: Numbers;
  /** First and last coordinate along each direction, both on the edge of the plane; default [-1, 1]. */
  readonly x?: readonly [number, number];
  readonly y?: readonly [number, number];
  /** 2 to 1,024; default 41. */
  readonly columns?: number;
  readonly rows?: number;
}

/**
 * The loss at the places `at + x * directions[0] + y * directions[1]`, row by row with the lowest `y`
 * first, as `grid` gives them. A place that is to come answers as the nearest one that was computed;
 * NaN where the loss is not finite, or nothing was computed yet.
 */
export interface PlaneValues extends Values {
  readonly columns: number;
  readonly rows: number;
}

/** Units of work, and of `done` and `total`: losses. */
export type Plane = Task<PlaneValues>;

export interface DirectionsRequest {
  /** `dimension` numbers. */
  readonly at: Numbers;
  /** 0 to 2,147,483,647; default 1. */
  readonly seed?: number;
  /** 1 to 16; default 2. */
  readonly count?: number;
  /**
   * For networks, and their default: in every direction the weights that lead into one neuron are as long
   * together as that neuron's weights at `at`, and biases are held (Li et al. 2018, section 4). Otherwise
   * directions have length 1 and stand at right angles, as far as there is room.
   */
  readonly filterNormalized?: boolean;
}

export interface Directions extends Answer {
  /** count x `dimension`, one direction after the other. */
  readonly directions: Float64Array;
}

export interface PrincipalRequest {
  /** Places, such as the rows of a trace: rows x `dimension`, row by row. */
  readonly points: Numbers;
  readonly dimension: number;
  /** How many directions, 1 to 16 and at most `dimension`; default 2. */
  readonly count?: number;
}

/**
 * Principal components of a path or cloud (Li et al. 2018, section 7.2). Directions have length 1, stand
 * at right angles, and point from the last place towards the first; where the places do not spread in so
 * many, the rest is made up and explains nothing. The lesser of places and dimension is at most 256.
 */
export interface PrincipalDirections extends Directions {
  /** The part of the places' variance that lies along each direction, from 0 to 1. */
  readonly explained: Float64Array;
  /** rows x count, row by row: each place's coordinates, counted from the last place. */
  readonly coordinates: Float64Array;
}

export interface NudgeRequest {
  /** `dimension` numbers. */
  readonly at: Numbers;
  /** Number of the first parameter to nudge, from 0; default 0. */
  readonly first?: number;
  /** How many; default all from there on. Bounded so that an answer takes about a second at most. */
  readonly count?: number;
  /** By how much, 1e-12 to 1; default 1e-6. */
  readonly width?: number;
}

/** Questions about a loss of more parameters than can be drawn. Refused in the smaller engine. */
export interface SliceQuestions {
  /** The loss at `count` places `at + t * direction`, `t` running evenly over `from` to `to`. */
  line(request: LineRequest): Values;
  /** The loss over a plane, in slices. It asks this objective, which must live until the plane is done. */
  createPlane(request: PlaneRequest): Plane;
  randomDirections(request: DirectionsRequest): Directions;
  /**
   * Forward difference quotients, one parameter nudged at a time: `count` of them, for as many losses and one more. What
   * a gradient costs where nobody goes backwards.
   */
  nudge(request: NudgeRequest): Values;
}

export interface SliceCalls {
  principalDirections(request: PrincipalRequest): PrincipalDirections;
}
