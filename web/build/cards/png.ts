/** PNG files of few colours: drawings are flat, so that 256 of them do, in a third of the bytes. */
import { crc32, deflateSync } from 'node:zlib';
import type { Bitmap } from './bitmap';

/** As many as one byte a pixel can name. */
const MOST = 256;
/** A difference in a channel, of 255, that nobody sees between neighbours. */
const UNSEEN = 8;
/** So many of the most frequent colours are kept as they are, however near to each other: what is flat shows every change. */
const EXACT = 32;

type Colour = readonly [number, number, number];

const red = (colour: number): number => colour >> 16;
const green = (colour: number): number => (colour >> 8) & 255;
const blue = (colour: number): number => colour & 255;

function distance(a: number, b: number): number {
  return Math.max(Math.abs(red(a) - red(b)), Math.abs(green(a) - green(b)), Math.abs(blue(a) - blue(b)));
}

/** Every pixel as one number, `0xrrggbb`. Pictures are opaque: what a pixel's alpha says is ignored. */
function colours({ pixels }: Bitmap): Uint32Array {
  return Uint32Array.from(
    { length: pixels.length / 4 },
    (_, i) => (pixels[4 * i]! << 16) | (pixels[4 * i + 1]! << 8) | pixels[4 * i + 2]!,
  );
}

function byFrequency(picture: Uint32Array): number[] {
  const counts = new Map<number, number>();
  for (const colour of picture) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || a - b).map(([colour]) => colour);
}

/**
 * At most 256 colours such that each colour of the picture is, in every channel, as near to one of them as can be, or
 * so near that nobody sees it: fewer colours make smaller files.
 *
 * @param all colours of the picture, the most frequent first
 */
function choose(all: readonly number[]): number[] {
  for (let bound = UNSEEN; ; bound++) {
    const chosen = all.slice(0, EXACT);
    for (const colour of all.slice(EXACT)) {
      if (chosen.every((known) => distance(known, colour) > bound)) chosen.push(colour);
      if (chosen.length > MOST) break;
    }
    if (chosen.length <= MOST) return chosen;
  }
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  for (let i = 1; i < palette.length; i++)
    if (distance(palette[i]!, colour) < distance(palette[best]!, colour)) best = i;
  return best;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The finished file of an opaque picture. */
export function encodePng(bitmap: Bitmap): Buffer {
  const { width, height } = bitmap;
  const picture = colours(bitmap);
  const all = byFrequency(picture);
  const palette = choose(all);
  const index = new Map(all.map((colour) => [colour, nearest(palette, colour)]));
  const rows = Buffer.alloc((width + 1) * height);
  // Each row begins with the number of its filter: none, which suits flat colours.
  picture.forEach((colour, i) => (rows[i + 1 + Math.floor(i / width)] = index.get(colour)!));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a pixel, each the place of a colour in the palette.
  header.set([8, 3, 0, 0, 0], 8);
  const entries = palette.flatMap((colour): Colour => [red(colour), green(colour), blue(colour)]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(entries)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}
