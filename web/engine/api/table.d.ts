import type { Answer } from './base.d.ts';

/** A table of numbers read from text. */
export interface Table extends Answer {
  readonly columns: number;
  readonly rows: number;
  /** Header names, empty strings where there was no header. */
  readonly names: readonly string[];
  /** rows x columns, row by row. */
  readonly values: Float64Array;
}

export interface CsvOptions {
  /** How many numeric columns there must be; 0 (default) accepts any number. */
  readonly columns?: number;
  /** Fewest and most data rows; default 1 and 100,000. */
  readonly minRows?: number;
  readonly maxRows?: number;
}

export interface TableCalls {
  /**
   * Reads comma-, semicolon-, tab- or space-separated numbers with an optional header line. Blank lines
   * and lines that begin with `#` are passed over. An error names the row (counting every line from 1).
   */
  readCsv(text: string, options?: CsvOptions): Table;
}
