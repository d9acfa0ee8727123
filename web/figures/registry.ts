/** Every figure, by name. To add one: a file beside this, and a line here. */
import type { AnyFigure } from './figure';
import { oneWeight } from './one-weight';

export const figures: ReadonlyMap<string, AnyFigure> = new Map<string, AnyFigure>(
  [oneWeight].map((figure) => [figure.name, figure as AnyFigure]),
);
