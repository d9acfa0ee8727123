import type { Table, TableCalls } from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { ask, none, type Native } from './ask.ts';

export interface NativeTable {
  readCsv(text: unknown, options: unknown): Native<Table>;
}

const empty = (): Omit<Table, 'error'> => ({ columns: 0, rows: 0, names: [], values: none() });

export const tableCalls = (native: NativeTable): TableCalls => ({
  readCsv: (text, options = {}) => ask(() => native.readCsv(snapshot(text), snapshot(options)), empty),
});
