/**
 * How cards are laid out. A figure's is an opened field book, the title on the left page and the picture on the right;
 * a landscape fills the whole card, with the words on a slip of paper.
 */
import { palette, surface } from '../../style/tokens';
import { escapeAttribute } from '../article/escape';
import { drawingOf, MARGIN } from '../picture';
import { families } from './bitmap';
import { breakLines } from './lines';

/** Size in px that readers of cards ask for, and crop least. */
export const CARD = { width: 1200, height: 630 } as const;

/** Width of a line of text in px, given the attributes that say how it is set. */
export type Measure = (text: string, attributes: string) => number;

interface Style {
  readonly size: number;
  /** Weight and family. */
  readonly font: string;
  readonly fill: string;
}

const serif = `font-family="${families.serif}" font-weight="600"`;
const styles = {
  title: { size: 52, font: serif, fill: surface.ink.light },
  /** The tutorial's own title, its name. */
  name: { size: 84, font: serif, fill: surface.ink.light },
  wordmark: { size: 29, font: serif, fill: surface.ink.light },
  line: { size: 23, font: '', fill: surface.ink2.light },
} as const satisfies Record<string, Style>;

/** From one baseline of a title to the next. */
const LEADING = 58;
/** What every card says of the tutorial. */
const LINE = 'gradient descent, made touchable';
/** Width of the left page, or of the slip, and the room on the left of its words. */
const PAGE = { width: 424, margin: 56 } as const;
const SLIP = { left: 44, width: 400, margin: 36 } as const;

const fontOf = ({ size, font }: Style): string => `font-size="${size}" ${font}`;

const text = (words: string, x: number, y: number, style: Style): string =>
  `<text x="${x}" y="${y}" fill="${style.fill}" ${fontOf(style)}>${escapeAttribute(words)}</text>`;

/** Left, top, width, height. */
type Place = readonly [number, number, number, number];

const box = ([x, y, width, height]: Place, fill: string, opacity = 1): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" fill-opacity="${opacity}"></rect>`;

/** A falling loss and the ball at its end, as in the icon, beside the name. */
function wordmark(x: number, y: number): string {
  return `<g transform="translate(${x - 4} ${y - 28})"><path d="M5 5C8 19 13 24 31 24.5" fill="none" stroke="${palette.loss.light}" stroke-width="3" stroke-linecap="round"></path><circle cx="22" cy="18" r="5.4" fill="${palette.parameter.light}"></circle></g>
${text('Downhill', x + 38, y, styles.wordmark)}`;
}

/**
 * A poster as large as it fits into a place with its margin, in the middle. By a transform, since an `<svg>` inside
 * would clip, and the painter does not survive one clipped group in another.
 */
function fitted(poster: string, [x, y, width, height]: Place): string {
  const drawing = drawingOf({ svg: poster });
  const scale = Math.min(width / (drawing.width + 2 * MARGIN), height / (drawing.height + 2 * MARGIN));
  const left = x + (width - scale * drawing.width) / 2;
  const top = y + (height - scale * drawing.height) / 2;
  return `<g transform="translate(${left} ${top}) scale(${scale})">${drawing.marks}</g>`;
}

/** A poster that fills the card. What is too much is cut off on the right, away from the words. */
function filling(poster: string): string {
  const drawing = drawingOf({ svg: poster });
  const scale = Math.max(CARD.width / drawing.width, CARD.height / drawing.height);
  return `<g transform="translate(0 ${(CARD.height - scale * drawing.height) / 2}) scale(${scale})">${drawing.marks}</g>`;
}

const card = (content: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}" font-family="${families.sans}">${content.join('\n')}</svg>`;

function titleLines(title: string, width: number, measure: Measure): readonly string[] {
  return breakLines(title, width, (words) => measure(words, fontOf(styles.title)));
}

/** Title on the left page, picture on the right one. */
export function openBook(title: string, poster: string, measure: Measure): string {
  const { width, margin } = PAGE;
  const lines = titleLines(title, width - margin - 24, measure);
  const first = CARD.height / 2 + 15 - ((lines.length - 1) * LEADING) / 2;
  const right = CARD.width - width;
  return card([
    box([0, 0, CARD.width, CARD.height], surface.paper.light),
    box([width, 0, right, CARD.height], surface.card.light),
    box([width, 0, 1.5, CARD.height], surface.rule.light),
    wordmark(margin, 92),
    ...lines.map((line, i) => text(line, margin, first + i * LEADING, styles.title)),
    text(LINE, margin, 564, styles.line),
    fitted(poster, [width + 24, 28, right - 48, CARD.height - 56]),
  ]);
}

function slip(height: number): { readonly paper: string; readonly left: number; readonly top: number } {
  const top = CARD.height - height - SLIP.left;
  const paper = box([SLIP.left, top, SLIP.width, height], surface.paper.light, 0.94);
  return { paper, top, left: SLIP.left + SLIP.margin };
}

/** A picture that fills the card, and the title on a slip. */
export function landscape(title: string, poster: string, measure: Measure): string {
  const lines = titleLines(title, SLIP.width - 2 * SLIP.margin, measure);
  const height = 184 + lines.length * LEADING;
  const { paper, left, top } = slip(height);
  return card([
    filling(poster),
    paper,
    wordmark(left, top + 62),
    ...lines.map((line, i) => text(line, left, top + 138 + i * LEADING, styles.title)),
    text(LINE, left, top + height - 34, styles.line),
  ]);
}

/** The tutorial's own card: its first screen, and its name. */
export function cover(poster: string): string {
  const { paper, left, top } = slip(220);
  return card([
    filling(poster),
    paper,
    text('Downhill', left - 4, top + 112, styles.name),
    text(LINE, left, top + 172, styles.line),
  ]);
}
