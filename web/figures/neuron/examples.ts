/** The points: drawn by the engine from one of its sets, or somebody's own; the last of them may be kept from the network. */
import type { Engine } from '../../engine/engine';
import { around, type Ground } from './ground';
import { told } from './inputs';
import type { Settings } from './choices';

export interface Examples {
  /** x, y, x, y, ... the unseen ones last. */
  readonly places: Float64Array;
  /** 0 lies at sea, 1 on land. */
  readonly classes: readonly number[];
  readonly kinds: number;
  readonly count: number;
  /** How many the network learns from. */
  readonly seen: number;
  /** What the network learns from, and what it is only judged by, as the engine takes them. */
  readonly learned: Lists;
  readonly kept: Lists | undefined;
  readonly ground: Ground;
}

export interface Lists {
  readonly inputs: Float64Array;
  /** One for each example: as its answer should be, or its class number. */
  readonly targets: readonly number[];
}

/** Where the engine's own sets are drawn; own points stand on the same ground unless they reach beyond. */
const HOME = around([-1.9, 1.9], [-1.4, 1.4]);

/** What is asked for, and the noise there that one unit of ours stands for: each set has its own size. */
const SETS: Readonly<
  Record<
    string,
    { readonly options: { readonly set: string } & Readonly<Record<string, number | string>>; readonly noise: number }
  >
> = {
  moons: { options: { set: 'moons' }, noise: 1 },
  circle: { options: { set: 'circle' }, noise: 1 },
  xor: { options: { set: 'xor', gap: 0.08 }, noise: 0.5 },
  spiral: { options: { set: 'spiral' }, noise: 0.2 },
  blobs: { options: { set: 'blobs' }, noise: 2 },
  three: { options: { set: 'blobs', classes: 3 }, noise: 2 },
};

export interface Points {
  readonly places: Float64Array;
  readonly classes: readonly number[];
  readonly ground: Ground;
}

export function drawn(engine: Engine, s: Pick<Settings, 'data' | 'noise' | 'draw' | 'count'>): Points {
  const { options, noise } = SETS[s.data] ?? SETS['moons']!;
  const data = engine.createData({ ...options, count: s.count, seed: s.draw, noise: noise * s.noise });
  if (data.error) throw new Error(`${data.error.field}: ${data.error.message} ${data.error.remedy}`);
  const info = engine.dataSets().find(({ name }) => name === options.set);
  const [x0 = -1, x1 = 1, y0 = -1, y1 = 1] = info?.domain ?? [];
  const points = {
    places: data.inputs().values,
    classes: Array.from(data.labels().values),
    ground: around([x0, x1], [y0, y1]),
  };
  data.dispose();
  return points;
}

/** Whether all of somebody's own points stand on the usual ground. */
function own(points: readonly number[]): Points {
  const places = Float64Array.from(points.filter((_, i) => i % 3 < 2));
  const [xs, ys] = [places.filter((_, i) => i % 2 === 0), places.filter((_, i) => i % 2 === 1)];
  const inside = (values: Float64Array, [low, high]: readonly [number, number]): boolean =>
    values.every((value) => value >= low && value <= high);
  const range = (values: Float64Array): [number, number] => [Math.min(...values), Math.max(...values)];
  const home = inside(xs, HOME.x) && inside(ys, HOME.y);
  return {
    places,
    classes: points.filter((_, i) => i % 3 === 2),
    ground: home ? HOME : around(range(xs), range(ys), 0.15),
  };
}

/** The engine's name for the loss: three classes are told apart by cross-entropy alone. */
export function lossName({
  loss,
  data,
}: Pick<Settings, 'loss' | 'data'>): 'mse' | 'binary_cross_entropy' | 'cross_entropy' {
  if (data === 'three') return 'cross_entropy';
  return loss === 'cross_entropy' ? 'binary_cross_entropy' : 'mse';
}

export function examplesOf(engine: Engine, s: Settings): Examples {
  const points = s.data === 'own' && s.points.length ? own(s.points) : drawn(engine, s);
  const count = points.classes.length;
  const seen = Math.max(1, count - Math.round(count * s.unseen));
  const kinds = s.data === 'three' ? 3 : 2;
  // What is squashed into -1 ... 1, or not at all, has its coast at zero; probabilities have it at one half.
  const low = lossName(s) === 'mse' ? -1 : 0;
  const lists = (from: number, to: number): Lists => ({
    inputs: told(s.inputs, points.places.subarray(2 * from, 2 * to)),
    targets: points.classes.slice(from, to).map((kind) => (kinds === 2 && kind === 0 ? low : kind)),
  });
  return {
    ...points,
    kinds,
    count,
    seen,
    learned: lists(0, seen),
    kept: seen < count ? lists(seen, count) : undefined,
  };
}
