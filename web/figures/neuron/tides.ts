/** Neurons' maps as land and sea: bands at fixed answers, traced where the weighted sum reaches them, so that straight coasts are straight. */
import type { Activation } from '../../engine/engine';
import { traceTide, type Tide } from '../../plot/tide';
import type { Maps } from './seen';

/** Below any sum: what a rectifier answers at sea is nothing, however far out. */
const BOTTOMLESS = -1e9;

/** Answers at which the shade changes, from 0 outwards, and the weighted sums that give them. */
export function heights(squash: Activation, steps: number): number[] {
  const share = Array.from({ length: steps }, (_, i) => (i + 1) / (steps + 1));
  // A sigmoid is a tanh at half the pace, lifted: its coast lies at one half.
  const pace = squash === 'tanh' ? 1 : squash === 'sigmoid' ? 2 : undefined;
  const up = share.map((a) => (pace ? pace * Math.atanh(a) : 2.5 * a));
  const silent = squash !== 'linear' && !pace;
  const down = up.map((z) => (silent ? BOTTOMLESS : -z));
  return [...down.reverse(), 0, ...up];
}

const known = new WeakMap<Maps, Map<string, Tide>>();

/** Every second place of a field, which has an odd number of columns and rows. */
function halved(values: Float64Array, columns: number, rows: number) {
  const [c, r] = [(columns + 1) / 2, (rows + 1) / 2];
  const fewer = Float64Array.from(
    { length: c * r },
    (_, i) => values[2 * Math.floor(i / c) * columns + 2 * (i % c)] ?? 0,
  );
  return { values: fewer, columns: c, rows: r };
}

/** @param large for the answer's map: every place, and nine heights instead of five */
export function tideOf(maps: Maps, neuron: number, squash: Activation, large: boolean): Tide {
  const traced = known.get(maps) ?? new Map<string, Tide>();
  known.set(maps, traced);
  const key = `${neuron}${large ? 'l' : 's'}`;
  let tide = traced.get(key);
  if (!tide) {
    const { columns, rows } = maps;
    const values = maps.sums[neuron] ?? new Float64Array(columns * rows);
    tide = traceTide(large ? { values, columns, rows } : halved(values, columns, rows), heights(squash, large ? 4 : 2));
    traced.set(key, tide);
  }
  return tide;
}

/** The coast alone, of a neuron deeper in: it is not straight. */
export function coastPath(maps: Maps, neuron: number): string {
  const { columns, rows } = maps;
  const values = maps.sums[neuron];
  return values ? (traceTide({ values, columns, rows }, [0])[0] ?? '') : '';
}

/** Where each of several answers is the largest: closed paths of the second, the third and so on; the first has the rest. */
export function realms(maps: Maps, first: number): readonly string[] {
  const { columns, rows } = maps;
  const answers = maps.sums.slice(first);
  return answers.slice(1).map((own) => {
    const ahead = Float64Array.from(
      own,
      (z, i) => z - Math.max(...answers.filter((a) => a !== own).map((a) => a[i] ?? 0)),
    );
    return traceTide({ values: ahead, columns, rows }, [0])[0] ?? '';
  });
}
