/** Tables that several figures offer: a run's steps, a curve, bottoms, and a landscape in so many places. */
import type { Objective } from '../engine/engine';
import type { NumberTable } from '../parts/number-table';
import { linspace, type Series } from '../plot/curve';
import { brief } from '../plot/format';
import type { Descent } from './descent';
import type { Profile } from './profile';

export type Column = NumberTable['columns'][number];
export type Cell = NumberTable['rows'][number][number];
type Pair = readonly [number, number];

/** A column in one of the page's ideas. */
export const parameter = (name: string): Column => ({ name, idea: 'parameter' });
export const slope = (name: string): Column => ({ name, idea: 'gradient' });
export const loss = (name = 'loss'): Column => ({ name, idea: 'loss' });
export const optimum = (name: string): Column => ({ name, idea: 'optimum' });
export const plain = (name: string): Column => ({ name });

/** A number that may not be finite: then a word stands in its place, or nothing. */
export const known = (value: number | undefined, otherwise = ''): Cell =>
  value !== undefined && Number.isFinite(value) ? value : otherwise;

export const table = (caption: string, columns: readonly Column[], rows: Iterable<readonly Cell[]>): NumberTable => ({
  caption,
  columns,
  rows: [...rows],
});

/** `count` rows, made one by one. */
export const rowsOf = <R>(count: number, row: (k: number) => R): R[] => Array.from({ length: count }, (_, k) => row(k));

/** What else a run's table says of each step. */
export interface Extra {
  readonly column: Column;
  readonly value: (step: number) => Cell;
}

/** Every step of a run: its parameters, the slope along each, the loss there. */
export function stepsOf(
  run: Descent,
  names: readonly string[] = ['w'],
  extras: readonly Extra[] = [],
  caption = 'Every step',
): NumberTable {
  const slopes = names.map((name) => slope(names.length > 1 ? `slope in ${name[0]}` : 'slope'));
  return table(
    caption,
    [plain('step'), ...names.map(parameter), ...slopes, loss(), ...extras.map((e) => e.column)],
    rowsOf(run.steps + 1, (k) => [
      k,
      ...names.map((_, i) => run.parameter(k, i)),
      ...names.map((_, i) => run.gradient(k, i)),
      run.loss(k),
      ...extras.map((e) => e.value(k)),
    ]),
  );
}

/** Samples of one or several curves over the same places. */
export const samples = (
  caption: string,
  columns: readonly Column[],
  x: ArrayLike<number>,
  ...y: readonly ArrayLike<number>[]
): NumberTable =>
  table(
    caption,
    columns,
    rowsOf(x.length, (i) => [known(x[i]), ...y.map((values) => known(values[i]))]),
  );

/** The loss over one weight, and its bottoms. */
export const groundOf = ({
  curve,
  minima,
}: {
  readonly curve: Series;
  readonly minima: Profile['minima'];
}): NumberTable[] => [
  samples('The curve', [parameter('w'), loss()], curve.x, curve.y),
  table(
    'Bottoms of the curve',
    [optimum('w'), loss(), plain('curvature')],
    minima.map((m) => [m.x, m.y, m.curvature]),
  ),
];

/** A landscape in so many places that a few dozen numbers tell its shape. */
export interface Relief {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Row by row, lowest `y` first. */
  readonly values: Float64Array;
  readonly minima: readonly (readonly [number, number, number])[];
}

const PLACES = 9;

/** Asks for a landscape's relief; takes no time worth speaking of. */
export function reliefOf(objective: Objective, x: Pair, y: Pair, minima: readonly Pair[] = []): Relief {
  const heights = objective.values(minima.flat()).values;
  return {
    x: linspace(...x, PLACES),
    y: linspace(...y, PLACES),
    values: objective.grid({ x, y, columns: PLACES, rows: PLACES }).values,
    minima: minima.map((at, i) => [...at, heights[i] ?? 0]),
  };
}

/** The map for those who cannot see it: a coarse grid of losses, highest `y` first, and its bottoms. */
export function mapOf({ x, y, values, minima }: Relief, names: Pair | readonly string[] = ['x', 'y']): NumberTable[] {
  const [across, up] = names;
  const grid = table(
    'Loss in so many places of the map',
    [plain(`${up}`), ...Array.from(x, (at) => loss(`${across}\u00a0=\u00a0${brief(at)}`))],
    rowsOf(y.length, (k) => {
      const row = y.length - 1 - k;
      return [y[row] ?? 0, ...rowsOf(x.length, (i) => known(values[row * x.length + i]))];
    }),
  );
  const bottoms = table('Bottoms', [optimum(`${across}`), optimum(`${up}`), loss()], minima);
  return minima.length ? [bottoms, grid] : [grid];
}
