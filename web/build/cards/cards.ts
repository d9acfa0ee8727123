/**
 * The pictures that chats, feeds and mail programs show beside a link: one for each figure, drawn from its first
 * state, and one for the tutorial. PNG, since few of them take SVG or WebP. Drawing them all takes a few seconds, so
 * that finished ones are kept in `build/cards`.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../../engine/engine';
import { renderPoster } from '../../figures/poster';
import { figures } from '../../figures/registry';
import { makeStillFonts } from '../fonts';
import { makePainter, type Painter } from './bitmap';
import { cover, landscape, openBook } from './layout';
import { encodePng } from './png';

/** Width in px that figures are drawn at: the narrowest at which plots still stand beside each other. */
const WIDTH = 460;
/** The figure whose picture is the tutorial's, too. */
const FIRST = 'start';

async function drawn(svg: string, painter: Painter, cache: string): Promise<Buffer> {
  const key = createHash('sha256').update(`${painter.version}\0${svg}`).digest('hex').slice(0, 16);
  const kept = join(cache, `${key}.png`);
  try {
    return await readFile(kept);
  } catch {
    const png = encodePng(painter.paint(svg));
    await mkdir(cache, { recursive: true });
    await writeFile(kept, png);
    return png;
  }
}

function layOut(engine: Engine, name: string, painter: Painter): string {
  // A figure with a width of its own is one that fills a screen.
  const wide = figures.get(name)?.posterWidth !== undefined;
  const { title, svg } = renderPoster(engine, name, {}, wide ? undefined : WIDTH);
  return (wide ? landscape : openBook)(title, svg, painter.measure);
}

/**
 * Every card by its file's name, `cards/one-weight.png` for a figure and `cards/index.png` for the tutorial, each
 * {@link CARD} in size.
 *
 * @param build folder to keep fonts and finished cards in
 */
export async function makeCards(engine: Engine, build: string): Promise<Readonly<Record<string, Buffer>>> {
  const painter = await makePainter(await makeStillFonts(join(build, 'fonts')));
  const cards: Record<string, Buffer> = {};
  const add = async (name: string, svg: string): Promise<void> => {
    cards[cardFile(name)] = await drawn(svg, painter, join(build, 'cards'));
  };
  for (const name of figures.keys()) await add(name, layOut(engine, name, painter));
  await add('index', cover(renderPoster(engine, FIRST).svg));
  return cards;
}

/** Path below `dist/` of the card of a figure, or of `index`. */
export function cardFile(name: string): string {
  return `cards/${name}.png`;
}
