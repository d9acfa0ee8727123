/** A figure as it stands in the page before any script runs: the element around its first picture. */
import type { Attributes } from './chapter';
import { escapeAttribute } from './escape';
import { oneOf } from './problem';
import type { FigureShelf } from './setting';

/** A figure, attribute or goal that does not exist; the caller knows the place. */
export class FigureRefusal extends Error {}

export interface Standing {
  /** The figure keeps its state in the page's address. */
  readonly linked?: boolean;
  /** HTML that the figure lays on its card. */
  readonly card?: string;
}

/**
 * `<gd-figure name="..." ...>` with its poster inside.
 *
 * @throws FigureRefusal on an unknown figure or attribute
 */
export function figureElement(
  figures: FigureShelf,
  name: string,
  attributes: Attributes,
  standing: Standing = {},
): string {
  if (!figures.names.includes(name)) throw new FigureRefusal(`Unknown figure \`${name}\`. ${oneOf(figures.names)}`);
  const known = figures.attributes(name);
  const unknown = Object.keys(attributes).find((attribute) => !known.includes(attribute));
  if (unknown !== undefined)
    throw new FigureRefusal(`Figure \`${name}\` has no attribute \`${unknown}\`. ${oneOf(known)}`);
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`);
  const flag = standing.linked ? ' linked' : '';
  const card = standing.card === undefined ? '' : `<div slot="card" class="first-words">${standing.card}</div>`;
  return `<gd-figure name="${name}"${written.join('')}${flag}>${card}${figures.poster(name, attributes)}</gd-figure>`;
}
