/** What the element must know of every figure before the figure's own piece is there. */
import type { Card } from 'virtual:figures';
import { figures } from '../figures/registry';
import { attributeName } from '../figures/settings';

/** A card for each figure, by its name. */
export function figureCards(): Readonly<Record<string, Card>> {
  return Object.fromEntries(
    [...figures].map(([name, { title, settings, heights, needs = 'functions' }]) => [
      name,
      { title, attributes: Object.keys(settings).map(attributeName), needs, heights },
    ]),
  );
}
