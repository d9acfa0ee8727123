/** The numbers behind both pictures: what every step of one length promises, and the bowl. */
import type { NumberTable } from '../../parts/number-table';
import { mapOf, parameter, plain, rowsOf, slope, table, type Cell, type Relief } from '../numbers';

type Pair = readonly [number, number];

export interface RulerTablesOptions {
  readonly at: Pair;
  readonly gradient: Pair;
  readonly relief: Relief;
  /** Length of one unit of y, in units of x. */
  readonly ruler: number;
  /** Length of the steps that are compared, by the ruler, in units of x. */
  readonly length: number;
  /** The steepest way down, of length 1 by the ruler; undefined on level ground. */
  readonly way: Pair | undefined;
}

/** Degrees from one step to the next, as the ruler sees them. */
const TURN = 15;

export function rulerTables(o: RulerTablesOptions): NumberTable[] {
  const [x, y] = o.at;
  const step = (name: string, [ux, uy]: Pair): Cell[] => {
    const [dx, dy] = [ux * o.length, uy * o.length];
    return [name, dx, dy, x + dx, y + dy, o.gradient[0] * dx + o.gradient[1] * dy];
  };
  const around = rowsOf(360 / TURN, (k) => {
    const angle = (k * TURN * Math.PI) / 180;
    return step(`${k * TURN}°`, [Math.cos(angle), Math.sin(angle) / o.ruler]);
  });
  const columns = [plain('direction'), ...['step in x', 'step in y', 'to x', 'to y'].map(parameter), slope('promised')];
  return [
    table('Steps that the ruler calls equally long', columns, [...(o.way ? [step('steepest', o.way)] : []), ...around]),
    ...mapOf(o.relief),
  ];
}
