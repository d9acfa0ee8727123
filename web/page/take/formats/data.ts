/** The numbers behind the drawing, as CSV: one file a table. */
import type { NumberTable } from '../../../figures/host/downhill.d.ts';
import { textFile, type Format } from '../format';
import { csv } from '../quote';

/** RFC 4180 with a header; numbers in full. */
export function asCsv({ columns, rows }: NumberTable): string {
  const header = columns.map(({ name, unit }) => (unit ? `${name} (${unit})` : name));
  return [header, ...rows].map((row) => `${row.map(csv).join(',')}\r\n`).join('');
}

export const data: Format = {
  name: 'data',
  label: 'data',
  kind: 'file',
  has: (moment) => moment.tables().length > 0,
  pieces: ({ name, tables }) =>
    tables().map((table, i) => {
      const text = asCsv(table);
      const number = i === 0 ? '' : `-${i + 1}`;
      return {
        label: table.caption,
        text,
        downloads: [textFile('save as CSV', `downhill-${name}${number}.csv`, text, 'text/csv')],
      };
    }),
};
