/** How far every descent of this figure goes, alone or in a series. */
export const STEPS = 600;
export const TOLERANCE = 1e-4;
/** A loss or a place beyond this has left every map. */
export const OUT = 1e8;

export const limits = { stepLimit: STEPS, tolerance: TOLERANCE, divergenceLimit: OUT } as const;

/** Rows that make cells square. */
export const rowsFor = (columns: number, x: readonly [number, number], y: readonly [number, number]): number =>
  Math.max(2, Math.round((columns * (y[1] - y[0])) / (x[1] - x[0])));
