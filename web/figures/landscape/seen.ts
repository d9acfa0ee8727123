/** What is computed from the settings, and so what every part of the figure sees. */
import type { Terrain } from '../../plot/contours';
import type { Model, View } from '../figure';
import type { settings } from './choices';
import type { Growth } from './growth';
import type { Lesson } from './lesson';

export type Pair = readonly [number, number];

/** Two directions of a plane, in all dials. */
export interface Directions {
  readonly one: Float64Array;
  readonly two: Float64Array;
}

/** A plane through the place where a run ended, and the run as it falls onto that plane. */
export interface Slice {
  /** Parts of the path's movement along either direction, 0 to 1. */
  readonly shares: Pair;
  /** What the map covers, in the directions' own lengths, counted from the run's end. */
  readonly x: Pair;
  readonly y: Pair;
  /** Where the path stands above the plane at a time. */
  at(time: number): Pair;
  /** The network's own loss at a step. */
  network(step: number): number;
  /** The loss on the plane. */
  plane(at: Pair): number;
  /** The loss at so many places from one to another, both included. */
  section(from: Pair, to: Pair, count: number): Float64Array;
  readonly map: Growth<Terrain>;
}

/** The ways from one end to another, as far as the bent one has been trained. */
export interface Ways {
  /** Updates of its free point so far. */
  readonly updates: number;
  /** Losses along the bent way, as many as {@link Between.straight} has. */
  readonly bent: Float64Array;
  /** The map's directions, of length 1 and square to each other; its origin is the first end. */
  readonly plane: Directions;
  /** Where the bent way's free point lies on it. */
  readonly free: Pair;
  /** What the map covers. */
  readonly x: Pair;
  readonly y: Pair;
  /** The map itself: only once the way is trained. */
  readonly ground?: Terrain | undefined;
}

/** Between the ends of two trainings of one network. */
export interface Between {
  /** Of which starts. */
  readonly seeds: Pair;
  /** The loss of the first start. */
  readonly begins: number;
  /** How far the ends lie apart, over all dials. */
  readonly apart: number;
  /** Losses at even parts of the way, both ends included. */
  readonly straight: Float64Array;
  /** The same to the second end with its neurons sorted alike: another place that says the same. */
  readonly sorted: Float64Array;
  readonly ways: Growth<Ways>;
}

/** The losses of one run at {@link CHECKS}, and its numbers there. */
export interface Trial {
  readonly losses: Float64Array;
  readonly parameters: readonly Float64Array[];
}

/** By width, the runs that are over. */
export type Trials = ReadonlyMap<string, readonly Trial[]>;

export interface Ends {
  readonly runs: Growth<Trials>;
  /** What a run's network says at the maps' places, row by row, lowest first. */
  coast(width: string, parameters: Float64Array): Coast;
  readonly points: { readonly places: Float64Array; readonly targets: readonly number[] };
}

export interface Coast {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
}

/** A run as far as it has been made, and the sharpness along it. */
export interface Course {
  /** At every update. */
  readonly losses: ArrayLike<number>;
  /** The updates at which the sharpness was asked for, and what it was. */
  readonly at: ArrayLike<number>;
  readonly sharpness: ArrayLike<number>;
  /** Whether the next update had no numbers. */
  readonly diverged: boolean;
}

export interface Edge {
  readonly rate: number;
  readonly course: Growth<Course>;
  /** What stood here before, until this one is as far: nothing goes blank under a hand. */
  readonly before: Course | undefined;
}

export interface Landscape extends Model {
  readonly lesson: Lesson;
  /** One of them, by the view. */
  readonly slice?: Slice;
  readonly between?: Between;
  readonly ends?: Ends;
  readonly edge?: Edge;
}

export type Seen = View<typeof settings, Landscape>;
