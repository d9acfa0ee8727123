/** What is computed from the settings, and so what every part of the figure sees. */
import type { Engine, ObjectiveOptions, OptimizerInfo, ScheduleInfo } from '../../engine/engine';
import type { Terrain } from '../../plot/contours';
import type { Series } from '../../plot/curve';
import type { Descent } from '../descent';
import type { Model, View } from '../figure';
import type { Relief } from '../numbers';
import type { Pair } from './grounds';
import type { Spec } from './lineup';
import type { Part, State } from './parts';
import { stateOf } from './parts';
import type { settings } from './settings';

/** A run on the picture, or why there is none. */
export interface Track {
  readonly spec: Spec;
  /** From 1, in the table's order. */
  readonly number: number;
  /** Which of the racers' colours. */
  readonly colour: number;
  readonly info: OptimizerInfo;
  readonly schedule: ScheduleInfo;
  readonly run: Descent | undefined;
  /** Steps it takes up on the time line: one more than were recorded where the last one led out. */
  readonly span: number;
  readonly diverged: boolean;
  readonly problem: string | undefined;
}

/** What is descended, and from where. */
export interface On {
  readonly objective: ObjectiveOptions;
  /** Absent: the objective's own, which a network draws. */
  readonly start: readonly number[] | undefined;
}

export interface Bottom {
  readonly at: readonly number[];
  readonly loss: number;
}

/** A function of two weights as a map, or of one as a curve. */
export interface Survey {
  readonly key: string;
  /** Names of the weights, one or two. */
  readonly variables: readonly string[];
  readonly objective: ObjectiveOptions;
  /** What was surveyed; a picture may show less of it. */
  readonly x: Pair;
  readonly y: Pair;
  readonly terrain: Terrain | undefined;
  readonly curve: Series | undefined;
  /** Lowest first. */
  readonly bottoms: readonly Bottom[];
  /** Of all places that were sampled. */
  readonly lowest: number;
  readonly relief: Relief | undefined;
}

/** What is wrong with a formula, and at which character; -1 where it is nowhere in particular. */
export interface Mistake {
  readonly message: string;
  readonly remedy: string;
  readonly position: number;
}

/** A network that learns in the place of a function. */
export interface Learner {
  /** x, y, x, y, ... */
  readonly places: Float64Array;
  /** 0 lies at sea, 1 on land. */
  readonly classes: readonly number[];
  readonly x: Pair;
  readonly y: Pair;
  readonly dials: number;
  /** Weighted sums of the answer on a grid, lowest row first. */
  answers(parameters: Float64Array): { readonly values: Float64Array; readonly columns: number; readonly rows: number };
  /** Which points lie on the wrong shore. */
  wrong(parameters: Float64Array): readonly boolean[];
}

export interface Played extends Model {
  readonly engine: Engine;
  readonly survey: Survey | undefined;
  readonly learner: Learner | undefined;
  readonly tracks: readonly Track[];
  readonly rules: readonly OptimizerInfo[];
  readonly schedules: readonly ScheduleInfo[];
  /** Null if it makes a landscape. */
  readonly read: (formula: string) => Mistake | null;
  /** Derivatives as text; empty where too long to read. */
  readonly slopes: (formula: string) => readonly (readonly [name: string, text: string])[];
  /** What every run descends, and from where. */
  readonly on: On;
  /** Where small steps downhill from a place of the function lead. */
  readonly downhill: (at: readonly number[]) => readonly number[] | undefined;
}

export type Seen = View<typeof settings, Played>;

export const still = { keepTime: true } as const;

/** While a link is prepared everything is there to be changed; only its tags say what becomes of it. */
export const isPreparing = (v: Pick<Seen, 'settings'>): boolean => v.settings.panel === 'class';

/** What the reader may do with a part. */
export function allowed(v: Pick<Seen, 'settings'>, part: Part): State {
  if (!isPreparing(v)) return stateOf(v.settings, part);
  return part === 'ground' || part === 'losses' || part === 'numbers' ? 'see' : 'change';
}

/** Whether a link has taken something away or set a goal: then it is a task for a class. */
export const isTask = ({ settings: s }: Pick<Seen, 'settings'>): boolean =>
  s.goal !== 'none' || s.locked.length > 0 || s.without.length > 0;

/** The chosen run. */
export const pickedOf = ({ settings, model }: Pick<Seen, 'settings' | 'model'>): Track =>
  model.tracks[Math.min(settings.picked, model.tracks.length) - 1]!;

/** Those that the reader sees. */
export const shownTracks = (v: Seen): readonly Track[] =>
  allowed(v, 'others') === 'gone' ? [pickedOf(v)] : v.model.tracks;

/** A run by its number, and its rule where that may be known. */
export const calledOf = (v: Seen, { number, info }: Track): string =>
  allowed(v, 'rules') === 'gone' ? `run ${number}` : `${number} ${info.label}`;

/** The step that led out, of a run that diverged: the first that is not recorded. */
export const outAt = ({ run }: Pick<Track, 'run'>): number => (run?.steps ?? 0) + 1;

/** Whether a run has left for good at a time. */
export const isOut = (t: Track, time: number): boolean => t.run === undefined || (t.diverged && time > t.run.steps);
