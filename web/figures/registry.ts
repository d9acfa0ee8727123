/**
 * Every figure, by name, as its room exports it: what builds the page and tests it, in Node. A page loads only those
 * that somebody comes near ({@link ./shelf}). To add one: a folder beside this, whose `index.ts` exports `figure`.
 */
import type { AnyFigure } from './figure';

const rooms = import.meta.glob<{ readonly figure: AnyFigure }>('./*/index.ts', { eager: true });

export const figures: ReadonlyMap<string, AnyFigure> = new Map(
  Object.values(rooms).map(({ figure }) => [figure.name, figure] as const),
);
