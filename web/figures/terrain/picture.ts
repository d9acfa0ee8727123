/**
 * Basins of attraction as a picture in a map: pursued on the side while it can be seen, coarse at first, and
 * painted cell by cell in the colours that the style sheet gives. At build time they are drawn as outlines.
 */
import { noChange, svg, type SVGTemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { ElementPart } from 'lit/directive.js';
import type { BasinMap } from '../../engine/engine';
import { stretchedOver, traceTerrain } from '../../plot/contours';
import type { Box } from '../../plot/scales';
import { racerOf, type Ends } from './ends';

export interface Basins {
  /** What they answer: landscape and rate. */
  readonly key: string;
  readonly map: BasinMap;
  readonly ends: Ends;
}

export interface PictureOptions {
  readonly box: Box;
  /** What is to be shown. */
  readonly key: string;
  /** What is known so far, perhaps of a rate just left. */
  readonly basins: Basins | undefined;
  /** Starts to compute it; `told` is called after each result. Returns how to stop. */
  readonly begin: (told: () => void) => () => void;
}

type Rgb = readonly [number, number, number];

class Picture extends AsyncDirective {
  #image: SVGImageElement | undefined;
  #asked: PictureOptions | undefined;
  #begun = '';
  /** Whether what was begun has shown something; until then it is not stopped for a newer question. */
  #shown = true;
  #stop: (() => void) | undefined;
  #painted: BasinMap | undefined;
  readonly #canvas = document.createElement('canvas');

  override render(_o: PictureOptions): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [o]: [PictureOptions]): typeof noChange {
    if (!this.#image) {
      this.#image = part.element as SVGImageElement;
      // A change of theme changes the letters' colour, whoever brings it about.
      this.#image.addEventListener('transitionend', () => this.#paint());
    }
    this.#asked = o;
    if (this.#begun !== o.key && this.#shown) this.#begin(o);
    if (this.#painted !== o.basins?.map) this.#paint();
    return noChange;
  }

  #begin(o: PictureOptions): void {
    this.#stop?.();
    this.#begun = o.key;
    this.#shown = false;
    this.#stop = o.begin(() => {
      this.#shown = true;
      if (this.#asked && this.#asked.key !== o.key) this.#begin(this.#asked);
    });
  }

  protected override disconnected(): void {
    this.#stop?.();
    this.#begun = '';
    this.#shown = true;
  }

  #colour(name: string): Rgb {
    const { style } = this.#image!;
    style.color = `var(--gd-${name})`;
    const found = getComputedStyle(this.#image!).color;
    const unit = found.startsWith('color') ? 255 : 1;
    return (found.match(/[\d.]+/g) ?? []).slice(0, 3).map((c) => Number(c) * unit) as unknown as Rgb;
  }

  #paint(): void {
    const basins = this.#asked?.basins;
    this.#painted = basins?.map;
    if (!basins || !this.#image) return this.#image?.removeAttribute('href');
    const { columns, rows } = basins.map;
    Object.assign(this.#canvas, { width: columns, height: rows });
    const { style } = this.#image;
    style.transition = 'none';
    const pixels = pixelsOf(basins, (name) => this.#colour(name));
    style.color = '';
    void getComputedStyle(this.#image).color;
    style.transition = '';
    this.#canvas.getContext('2d')?.putImageData(new ImageData(pixels, columns, rows), 0, 0);
    this.#image.setAttribute('href', this.#canvas.toDataURL());
  }
}

/** How much of the map's own tint is covered. */
const COVER = 118;
const BORDER = 190;

/** Row by row from the top, as a picture is; a border runs where neighbours end apart. */
export function pixelsOf({ map, ends }: Basins, colour: (token: string) => Rgb): Uint8ClampedArray<ArrayBuffer> {
  const { columns, rows, end } = map;
  const tints = new Map(ends.bottoms.map((b) => [b.index, colour(b.tint)]));
  const [ink, card] = [colour('ink'), colour('card')];
  const pixels = new Uint8ClampedArray(4 * columns * rows);
  const put = (at: number, [r, g, b]: Rgb, alpha: number): void => pixels.set([r, g, b, alpha], 4 * at);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const cell = (rows - 1 - row) * columns + column;
      const here = end[cell]!;
      const at = row * columns + column;
      const tint = tints.get(here);
      const apart =
        (column + 1 < columns && end[cell + 1] !== here) || (row + 1 < rows && end[cell - columns] !== here);
      if (apart) put(at, ink, BORDER);
      else if (tint) put(at, tint, COVER);
      // Beyond the map: hatched. On its way: dotted. At rest on a saddle or a plateau: dark.
      else if (here === -2) put(at, (row + column) % 8 < 1 ? ink : card, (row + column) % 8 < 1 ? 105 : 130);
      else if (here === -3) put(at, row % 6 || column % 6 ? card : ink, row % 6 || column % 6 ? 50 : 190);
      else put(at, ink, BORDER);
    }
  return pixels;
}

const picture = directive(Picture);

export function basinPicture(o: PictureOptions): SVGTemplateResult {
  const { left, top, right, bottom } = o.box;
  return svg`<image class="basins" x=${left} y=${top} width=${right - left} height=${bottom - top} preserveAspectRatio="none" ${picture(o)}></image>`;
}

/** The same as outlines, for a picture that stands still. */
export function basinOutlines({ map, ends }: Basins, box: Box): SVGTemplateResult {
  const { columns, rows } = map;
  const outline = (index: number): string => {
    const values = Float64Array.from(map.end, (end) => (end === index ? 0 : 1));
    return traceTerrain({ values, columns, rows }, [0.5]).bands[0]?.path ?? '';
  };
  return svg`<g transform=${stretchedOver(box)}>${ends.bottoms.map(
    (b) =>
      svg`<path class=${`gd-racer-basin-${racerOf(b.tint)}`} vector-effect="non-scaling-stroke" d=${outline(b.index)}></path>`,
  )}</g>`;
}
