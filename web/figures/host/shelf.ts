/** Every figure by its name, each a piece that comes when it is asked for; what is known of it before is on its card. */
import { cards, type Card } from 'virtual:figures';
import type { Need } from '../../engine/engine';
import type { AnyFigure } from '../figure';

interface Room {
  readonly figure: AnyFigure;
}

const rooms = import.meta.glob<Room>('../*/index.ts');
const here = new Map<string, AnyFigure>();

export const names: readonly string[] = Object.keys(cards);

/** Whether there is such a figure, here or to be had. */
export const isFigure = (name: string): boolean => Object.hasOwn(cards, name);

/** The size of the engine that a figure needs. */
export const needOf = (name: string): Need => (isFigure(name) ? cards[name]!.needs : 'functions');

/** How tall a figure is as it opens; undefined where that is not known, or there is no such figure. */
export const heightsOf = (name: string): Card['heights'] => (isFigure(name) ? cards[name]!.heights : undefined);

/** A figure whose piece has come. */
export const figureHere = (name: string): AnyFigure | undefined => here.get(name);

/**
 * Brings a figure's piece.
 *
 * @param name of one that there is
 * @throws where it cannot be had, which another try may mend
 */
export async function bringFigure(name: string): Promise<AnyFigure> {
  const known = here.get(name);
  if (known) return known;
  const { figure } = await rooms[`../${name}/index.ts`]!();
  here.set(name, figure);
  return figure;
}

/** Every attribute that is a setting, of whichever figure. */
export const settingNames = (): string[] => [...new Set(Object.values(cards).flatMap(({ attributes }) => attributes))];

/** Which of a figure's settings some attributes name, as they are written: what is known before it can read them. */
export function unreadSettings(name: string, attributes: ReadonlyMap<string, string>): Record<string, string> {
  const known = isFigure(name) ? cards[name]!.attributes : [];
  return Object.fromEntries([...attributes].filter(([attribute]) => known.includes(attribute)));
}
