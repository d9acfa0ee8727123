/** A figure's first state as a picture of its own: an SVG file that needs no page around it. */
import { inkAttributes } from '../plot/every-ink';
import type { Poster } from '../figures/poster';
import { surface } from '../style/tokens';
import { escapeAttribute } from './article/escape';

export interface Picture {
  /** A whole SVG document. */
  readonly svg: string;
  /** Its size in pixels where nothing says otherwise. */
  readonly width: number;
  readonly height: number;
}

/** Room around the drawing, in px: in a page its marks may reach over the edge, in a file they would be cut off. */
export const MARGIN = 14;
const FONTS = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** Colours of the marks in `drawing` after dark. By day they have them as attributes, for readers without style sheets. */
function darkRules(drawing: string): string {
  const names = new Set([...drawing.matchAll(/class="([^"]*)"/g)].flatMap(([, all = '']) => all.split(' ')));
  const rules = [...names].flatMap((name) => {
    const { fill, stroke } = inkAttributes(name, 'dark');
    const colours = [fill && `fill:${fill}`, stroke && `stroke:${stroke}`].filter(Boolean);
    return colours.length > 0 ? [`.${name}{${colours.join(';')}}`] : [];
  });
  return [`.paper{fill:${surface.card.dark}}`, ...rules].join('');
}

/** A poster's size in px, and what it draws without the element around it. */
interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: string;
}

/** @throws Error if the poster does not state its size */
export function drawingOf({ svg }: Pick<Poster, 'svg'>): Drawing {
  const [opening = ''] = /^<svg\s[^>]*>/.exec(svg) ?? [];
  const [width = NaN, height = NaN] = ['width', 'height'].map((name) =>
    Number(opening.match(`\\s${name}="([^"]+)"`)?.[1]),
  );
  if (!(width > 0 && height > 0)) throw new Error('A poster must say how large it is.');
  return { width, height, marks: svg.slice(opening.length, -'</svg>'.length) };
}

/**
 * The picture on a card of its own, since it cannot know what it will stand on. It is light or dark as the page is
 * that shows it.
 *
 * @throws Error if the poster does not state its size
 */
export function standalonePicture(poster: Poster): Picture {
  const { marks, ...size } = drawingOf(poster);
  const [width, height] = [size.width + 2 * MARGIN, size.height + 2 * MARGIN];
  const place = `x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}"`;
  return {
    width,
    height,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" role="img" aria-label="${escapeAttribute(poster.description)}" font-family="${FONTS}">
<style>@media (prefers-color-scheme:dark){${darkRules(marks)}}</style>
<rect class="paper" ${place} rx="4" fill="${surface.card.light}"></rect>${marks}</svg>
`,
  };
}
