/** Own points as text: read from three columns, and written so that they read back. */
import type { Table } from '../../engine/engine';
import { asCsv } from '../../parts/number-table';
import { FARTHEST, MOST_POINTS } from './lists';
import { ownPoints } from './own';
import type { Seen } from './seen';

export interface Trouble {
  readonly text: string;
  /** 1-based line, or -1. */
  readonly row: number;
}

/** The points as x, y, class; or why the table is none. */
export function pointsIn(table: Table): readonly number[] | Trouble {
  if (table.error) return { text: `${table.error.message} ${table.error.remedy}`, row: table.error.row };
  const rows = Array.from({ length: table.values.length / 3 }, (_, i) =>
    Array.from(table.values.subarray(3 * i, 3 * i + 3)),
  );
  const kinds = [...new Set(rows.map((row) => row[2]!))].sort((a, b) => a - b);
  if (rows.length < 2) return { text: 'There is only one point. Give at least one of each class.', row: -1 };
  if (kinds.length !== 2)
    return {
      text: `The third column holds ${kinds.length} different numbers. Give two: the smaller is the water, the larger the land.`,
      row: -1,
    };
  if (rows.some(([x, y]) => Math.abs(x!) > FARTHEST || Math.abs(y!) > FARTHEST))
    return { text: 'A coordinate is beyond a million. Measure in larger units.', row: -1 };
  return rows.flatMap(([x, y, kind]) => [x!, y!, kinds.indexOf(kind!)]);
}

export function asText(v: Seen): string {
  const points = ownPoints(v);
  const rows = Array.from({ length: points.length / 3 }, (_, i) => [
    points[3 * i]!,
    points[3 * i + 1]!,
    points[3 * i + 2]!,
  ]);
  return asCsv({ caption: '', columns: [{ name: 'x1' }, { name: 'x2' }, { name: 'class' }], rows });
}

export { MOST_POINTS };
