/** The numbers behind the drawing, as CSV: one file a table. */
import { asCsv } from '../../parts/number-table';
import { textFile, type Format } from '../format';

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
