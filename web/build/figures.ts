/** The figures as the article build sees them: names, attributes, goals, and first pictures. */
import type { Engine } from '../engine/engine';
import { renderPoster } from '../figures/poster';
import { figures } from '../figures/registry';
import { attributeName, readSettings } from '../figures/settings';
import { escapeAttribute } from './article/escape';
import type { FigureShelf } from './article/setting';

/** Attributes that the host element understands for every figure. */
const common = ['step', 'pin'];

/** The shelf of real figures, drawn by `engine`. */
export function figureShelf(engine: Engine): FigureShelf {
  return {
    names: [...figures.keys()],
    attributes: (name) => [...Object.keys(figures.get(name)?.settings ?? {}).map(attributeName), ...common],
    goals: (name) => Object.keys(figures.get(name)?.goals ?? {}),
    spots: (name) => figures.get(name)?.spots ?? [],
    problems: (name, texts) => readSettings(figures.get(name)?.settings ?? {}, Object.entries(texts)).problems,
    poster: (name, attributes) => {
      const settings = Object.fromEntries(Object.entries(attributes).filter(([key]) => !common.includes(key)));
      const { svg, caption } = renderPoster(engine, name, settings, undefined, false);
      return `${svg}<span class="gd-caption">${escapeAttribute(caption)}</span>`;
    },
  };
}
