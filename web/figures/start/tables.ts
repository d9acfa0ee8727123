/** The numbers behind the first screen's map and its falling loss. */
import type { NumberTable } from '../../parts/number-table';
import { mapOf, parameter, stepsOf, table } from '../numbers';
import type { Seen } from './seen';

export function startTables({ model: { run, others, relief } }: Seen): NumberTable[] {
  const ends = others.map(({ x, y }) => [x[0]!, y[0]!, x[x.length - 1]!, y[y.length - 1]!]);
  return [
    stepsOf(run, ['x', 'y']),
    table('Where balls from other starts end', ['from x', 'from y', 'to x', 'to y'].map(parameter), ends),
    ...mapOf(relief),
  ];
}
