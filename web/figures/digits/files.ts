/** Digits that came from files: MNIST's pieces once they are loaded, and what somebody dropped. Kept as long as the page stands. */
import type { Settings } from './choices';

/** Two files in IDX, unpacked. */
export interface Pictures {
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

/** Digits to learn from, and others to be tested on. */
export interface Files {
  readonly training: Pictures;
  readonly test: Pictures;
}

export type Source = Settings['data'];

let version = 0;
const kept = new Map<Source, { readonly files: Files; readonly version: number }>();

export const keepFiles = (source: Source, files: Files): void => void kept.set(source, { files, version: ++version });

/** What is there of a source, and a number that another file of the same source does not have. */
export const filesOf = (source: Source): { readonly files: Files; readonly version: number } | undefined =>
  kept.get(source);

/** People's handwriting to be tested on: the largest that is there. */
export const realFiles = (): ReturnType<typeof filesOf> => kept.get('all') ?? kept.get('first') ?? kept.get('few');
