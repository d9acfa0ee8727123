/** SVG to pixels, at build time: without a browser, so that a build needs none, and with our own fonts only. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Counts up when pictures of the same drawing come out differently. */
const version = '1';

export interface Bitmap {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha of every pixel, row by row from the top. */
  readonly pixels: Uint8Array;
}

/**
 * Families that a painter knows, by the names in their files. Cut to one weight, the sans keeps the name of the
 * lightest, which is where its source starts.
 */
export const families = { sans: 'Source Sans 3 ExtraLight', serif: 'Source Serif 4' } as const;

/** What draws, in the {@link families} it was given. */
export interface Painter {
  /** What the pictures depend on beside what they are made from. */
  readonly version: string;
  readonly paint: (svg: string) => Bitmap;
  /** Width in px of a line of text that `attributes` describe: family, size and weight. */
  readonly measure: (text: string, attributes: string) => number;
}

let ready: Promise<void> | undefined;
const start = async (): Promise<void> =>
  initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));

/**
 * Opacity of a mark as the opacity of its fill and its line. The pictures are the same but for the seam between the
 * two, and layers, which `opacity` asks for, make this version of resvg fail inside a clipped group.
 */
function withoutLayers(svg: string): string {
  return svg.replace(/<(?:path|circle|ellipse|rect|text)\b[^>]*>/g, (mark) =>
    mark.replace(/\sopacity="([^"]*)"/, (_, value: string) => ` fill-opacity="${value}" stroke-opacity="${value}"`),
  );
}

/**
 * Lines that keep their width while what they outline is stretched (`vector-effect`), as lines that are as much wider
 * before it: this version of resvg would draw hairs.
 */
function stretchedLines(svg: string): string {
  return svg.replace(
    /(<g transform="[^"]*scale\(([-\d.e]+)[ ,]([-\d.e]+)\)"[^>]*>)([\s\S]*?)<\/g>/g,
    (_, opening: string, x: string, y: string, inside: string) => {
      const scale = Math.sqrt(Math.abs(Number(x) * Number(y)));
      const wider = (path: string): string =>
        path.replace(/stroke-width="([^"]*)"/, (_, width: string) => `stroke-width="${Number(width) / scale}"`);
      return `${opening}${inside.replace(/<path\b[^>]*vector-effect="non-scaling-stroke"[^>]*>/g, wider)}</g>`;
    },
  );
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻';

/** Powers of ten as raised figures: the text face has only some of the raised ones. */
function raised(svg: string): string {
  return svg.replace(new RegExp(`[${superscripts}]+`, 'g'), (power) => {
    const digits = [...power].map((sign) => '0123456789−'[superscripts.indexOf(sign)]).join('');
    return `<tspan font-size="72%" baseline-shift="super">${digits}</tspan>`;
  });
}

/**
 * Makes a painter.
 *
 * @param fonts TrueType files of Source Sans and Source Serif
 */
export async function makePainter(fonts: readonly Uint8Array[]): Promise<Painter> {
  await (ready ??= start());
  const options = { font: { fontBuffers: [...fonts], defaultFontFamily: families.sans } };
  return {
    version,
    paint(svg) {
      const drawing = new Resvg(stretchedLines(withoutLayers(raised(svg))), options);
      try {
        const { width, height, pixels } = drawing.render();
        return { width, height, pixels };
      } finally {
        drawing.free();
      }
    },
    measure(text, attributes) {
      const drawing = new Resvg(
        `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text ${attributes}>${text}</text></svg>`,
        options,
      );
      try {
        return drawing.getBBox()?.width ?? 0;
      } finally {
        drawing.free();
      }
    },
  };
}
