/** Reads PNG files of our own kind, one byte a pixel, by the specification rather than by what wrote them. */
import { crc32, inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** `0xrrggbb` of every pixel. */
  readonly colours: readonly number[];
}

/** Chunks by type; a wrong checksum or signature throws. */
function chunks(file: Buffer): Map<string, Buffer> {
  if (file.subarray(0, 8).toString('hex') !== '89504e470d0a1a0a') throw new Error('no PNG signature');
  const found = new Map<string, Buffer>();
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    const body = file.subarray(at + 4, at + 8 + length);
    if (crc32(body) !== file.readUInt32BE(at + 8 + length)) throw new Error('wrong checksum');
    found.set(body.toString('latin1', 0, 4), body.subarray(4));
    at += 12 + length;
  }
  return found;
}

export function readPng(file: Buffer): Picture {
  const parts = chunks(file);
  const header = parts.get('IHDR')!;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, kind, compression, filter, interlace] = header.subarray(8);
  if (depth !== 8 || kind !== 3 || compression !== 0 || filter !== 0 || interlace !== 0) throw new Error('not indexed');
  const palette = parts.get('PLTE')!;
  const rows = inflateSync(parts.get('IDAT')!);
  if (rows.length !== (width + 1) * height || !parts.has('IEND')) throw new Error('cut short');
  const colours: number[] = [];
  for (let y = 0; y < height; y++) {
    const row = rows.subarray(y * (width + 1), (y + 1) * (width + 1));
    if (row[0] !== 0) throw new Error('a filter');
    for (const index of row.subarray(1)) {
      if (3 * index >= palette.length) throw new Error('no such colour');
      colours.push(palette.readUIntBE(3 * index, 3));
    }
  }
  return { width, height, colours };
}
