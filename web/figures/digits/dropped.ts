/** Files that somebody drops: IDX, plain or packed, in any order; what is wrong is told by file and byte. */
import type { EngineError } from '../../engine/engine';
import { keepFiles, type Pictures } from './files';
import type { Seen } from './seen';

interface Opened {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Dimensions as the header says: 3 for pictures, 1 for labels. */
  readonly dimensions: number;
}

/** Largest file that is opened. */
const LARGEST = 64e6;

/** Of the pictures that are given, one in six is kept to be tested on, where no test files come with them. */
const KEPT = 6;

const problem = (name: string, { message, remedy, position }: EngineError): string =>
  `${name}: ${message} ${remedy}${position >= 0 ? ` (byte ${position})` : ''}`;

async function opened(v: Seen, file: File): Promise<Opened | string> {
  if (file.size > LARGEST) return `${file.name}: larger than ${LARGEST / 1e6} MB.`;
  const { bytes, error } = await v.model.engine.unpack(await file.arrayBuffer());
  if (error) return problem(file.name, error);
  return { name: file.name, bytes, dimensions: bytes[3] ?? 0 };
}

/** The first `count` of an IDX file, or those from there on. */
function cut(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const header = 4 + 4 * (bytes[3] ?? 0);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const total = view.getUint32(4);
  const each = (bytes.length - header) / total;
  const part = new Uint8Array(header + (to - from) * each);
  part.set(bytes.subarray(0, header));
  new DataView(part.buffer).setUint32(4, to - from);
  part.set(bytes.subarray(header + from * each, header + to * each), header);
  return part;
}

const countIn = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(4);

/** Pairs pictures with as many labels; the larger pair is to learn from. */
export function paired(files: readonly Opened[]): readonly Pictures[] {
  const labels = files.filter(({ dimensions }) => dimensions === 1);
  return files
    .filter(({ dimensions }) => dimensions === 3)
    .flatMap(({ bytes }) => {
      const mine = labels.find((l) => l.bytes.length >= 8 && bytes.length >= 16 && countIn(l.bytes) === countIn(bytes));
      return mine ? [{ images: bytes, labels: mine.bytes }] : [];
    })
    .sort((a, b) => b.images.length - a.images.length);
}

export function parted({ images, labels }: Pictures): readonly [Pictures, Pictures] {
  const total = countIn(images);
  const kept = Math.max(1, Math.floor(total / KEPT));
  const part = (from: number, to: number): Pictures => ({
    images: cut(images, from, to),
    labels: cut(labels, from, to),
  });
  return [part(0, total - kept), part(total - kept, total)];
}

/** Whether the engine can read them; otherwise why not. */
function refusal(v: Seen, { images, labels }: Pictures): string | undefined {
  const data = v.model.engine.createData({ images, labels });
  const { error, width, height } = data;
  data.dispose();
  if (error) return problem(error.field === 'labels' ? 'Labels' : 'Pictures', error);
  return width === 28 && height === 28
    ? undefined
    : `The pictures are ${width} × ${height}; the network has 28 × 28 inputs.`;
}

export async function takeFiles(v: Seen, list: FileList | null | undefined): Promise<void> {
  const tell = (text: string | undefined): void => v.setLocal({ dropped: { text } });
  if (!list?.length) return;
  tell('Reading …');
  const all = await Promise.all(Array.from(list, (file) => opened(v, file)));
  const wrong = all.find((file) => typeof file === 'string');
  if (wrong !== undefined) return tell(wrong);
  const pairs = paired(all.filter((file) => typeof file !== 'string'));
  const [first, second] = pairs;
  if (!first) return tell('Give two files: pictures (IDX with three dimensions) and as many labels (one dimension).');
  const refused = pairs.map((pair) => refusal(v, pair)).find((text) => text !== undefined);
  if (refused !== undefined) return tell(refused);
  const [training, test] = second ? [first, second] : parted(first);
  keepFiles('own', { training, test });
  tell(undefined);
  v.set({ data: 'own', digit: null }, { keepTime: true });
}
