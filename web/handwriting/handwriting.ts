/** MNIST's digits, loaded when they are asked for, from the files beside the script. */
import { few, folder, parts, sizes, type Part } from 'virtual:handwriting';

import type { Engine } from '../engine/engine.d.ts';
import { idx } from './idx';
import { fetchPart } from './part';

/** 400, 10,000 or 60,000 digits to learn from, with 100, 2,000 or 10,000 others. */
export type PieceName = 'few' | 'first' | 'all';

export interface Piece {
  readonly name: PieceName;
  /** Digits to learn from. */
  readonly training: number;
  /** Digits of the test set. */
  readonly test: number;
  /** What is still to be fetched for it, in bytes; 0 when it is all there. */
  readonly bytes: number;
}

/** Two files in the format IDX, as {@link Engine.createData} takes them. */
export interface Pictures {
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

export interface Handwriting {
  readonly training: Pictures;
  readonly test: Pictures;
}

export interface Loading {
  readonly engine: Pick<Engine, 'unpack'>;
  /**
   * Told at the start and whenever something has arrived.
   *
   * @param arrived bytes that are there
   * @param bytes as many as there will be: the piece's `bytes` when it was asked for
   */
  readonly progress?: (arrived: number, bytes: number) => void;
  /** Ends it. What has arrived by then is kept, and not fetched again. */
  readonly signal?: AbortSignal;
}

/** How many files are asked for at a time. */
const ABREAST = 3;
/** Bytes of a packed file, by its name: all of MNIST takes 11 MB here, unpacked it would be 55. */
const arrived = new Map<string, Uint8Array>();
/** Files on their way: whoever asks meanwhile waits for the same, since a script hands over its text only once. */
const coming = new Map<string, Promise<void>>();
/** Whether a file turned out not to be there. */
let missing = false;

const partsOf = (name: PieceName): readonly Part[] =>
  name === 'few' ? [] : name === 'first' ? parts.first : [...parts.first, ...parts.rest];

const bytesOf = (some: readonly Part[]): number => some.reduce((sum, { bytes }) => sum + bytes, 0);

const lacking = (name: PieceName): Part[] => partsOf(name).filter(({ file }) => !arrived.has(file));

function pieceOf(name: PieceName): Piece {
  const { training, test } =
    name === 'all'
      ? { training: sizes.first.training + sizes.rest.training, test: sizes.first.test + sizes.rest.test }
      : sizes[name];
  return { name, training, test, bytes: bytesOf(lacking(name)) };
}

/**
 * What can be had, the smallest first: the few that come with the script, and what lies beside it. What turned out not to
 * be there is not offered any more.
 */
export function available(): readonly Piece[] {
  const names: readonly PieceName[] = ['few', 'first', 'all'];
  return names
    .map(pieceOf)
    .filter(({ name, bytes }) => name === 'few' || (folder !== undefined && (bytes === 0 || !missing)));
}

/**
 * Digits of one piece; `all` begins with those of `first`, and fetches only what is not there yet. Of the test set's
 * 10,000, `first` has every fifth, because its first half is easier than its second; the others follow in their order.
 *
 * @throws whatever ended it: the signal's reason; an Error to be shown as it is, when a file is not beside the script
 */
export async function load(name: PieceName, loading: Loading): Promise<Handwriting> {
  const { signal } = loading;
  signal?.throwIfAborted();
  if (name === 'few') {
    const { packed } = await few();
    const set = (text: string, digits: number): Promise<Pictures> => pictures([bytesIn(text)], digits, loading);
    return { training: await set(packed.training, sizes.few.training), test: await set(packed.test, sizes.few.test) };
  }
  await fetchAll(name, loading);
  const all = partsOf(name);
  const { training, test } = pieceOf(name);
  const set = (which: Part['set'], digits: number): Promise<Pictures> => {
    const files = all.filter((part) => part.set === which).map(({ file }) => arrived.get(file)!);
    return pictures(files, digits, loading);
  };
  return { training: await set('training', training), test: await set('test', test) };
}

async function bring(file: string): Promise<void> {
  try {
    const text = await fetchPart(new URL(file, folder).href, file);
    if (text !== undefined) arrived.set(file, bytesIn(text));
  } finally {
    coming.delete(file);
  }
}

/** @returns whether it is there by then */
async function here(file: string): Promise<boolean> {
  if (arrived.has(file)) return true;
  const under = coming.get(file) ?? bring(file);
  coming.set(file, under);
  await under;
  return arrived.has(file);
}

async function fetchAll(name: PieceName, { progress, signal }: Loading): Promise<void> {
  const wanted = lacking(name);
  const bytes = bytesOf(wanted);
  const tell = (): void => progress?.(bytes - bytesOf(wanted.filter(({ file }) => !arrived.has(file))), bytes);
  tell();
  const queue = [...wanted];
  let lost = false;
  const fetchNext = async (): Promise<void> => {
    for (let part = queue.shift(); part && !lost && !signal?.aborted; part = queue.shift()) {
      if (!(await here(part.file))) lost = true;
      if (!signal?.aborted) tell();
    }
  };
  if (folder === undefined) lost = true;
  else await unlessAborted(Promise.all(Array.from({ length: ABREAST }, fetchNext)), signal);
  signal?.throwIfAborted();
  if (!lost) return;
  missing = true;
  throw new Error('These digits do not lie beside the page, or could not be reached.');
}

/** Waits for work, but no longer than the signal lets it. */
function unlessAborted(work: Promise<unknown>, signal?: AbortSignal): Promise<unknown> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

const bytesIn = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

const AREA = 28 * 28;

/** Unpacks some files, each its digits and then their labels, into one of each. */
async function pictures(files: readonly Uint8Array[], digits: number, { engine, signal }: Loading): Promise<Pictures> {
  const images = idx([digits, 28, 28]);
  const labels = idx([digits]);
  let done = 0;
  for (const file of files) {
    const { error, bytes } = await engine.unpack(file);
    signal?.throwIfAborted();
    if (error) throw new Error(`${error.message} ${error.remedy}`);
    const count = bytes.length / (AREA + 1);
    images.values.set(bytes.subarray(0, count * AREA), done * AREA);
    labels.values.set(bytes.subarray(count * AREA), done);
    done += count;
  }
  return { images: images.file, labels: labels.file };
}
