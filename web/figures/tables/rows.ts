/** A table of numbers that comes with a figure: remarks and a line of names, then a row a line. */
export const rowsOf = (csv: string): number[] =>
  csv.split('\n').flatMap((line) => (/^-?\d/.test(line) ? line.split(',').map(Number) : []));
