/** Digits that came from files: MNIST's pieces once they are loaded, and what somebody dropped. Kept as long as the page stands. */
import type { Settings } from './choices';

/** Two files in IDX, unpacked. */
export interface Pictures {
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

/** Digits to learn from, and others to be tested on. */
export interface Files {
  /** Undefined once the engine has read them, where they can be unpacked again: 60,000 take 47 MB. */
  readonly training: Pictures | undefined;
  readonly test: Pictures;
}

export type Source = Settings['data'];

let version = 0;
const kept = new Map<Source, { readonly files: Files; readonly version: number }>();

export const keepFiles = (source: Source, files: Files): void => void kept.set(source, { files, version: ++version });

/** Lets go of the digits to learn from; what the engine has read of them stays there. */
export function forgetTraining(source: Source): void {
  const found = kept.get(source);
  if (found) kept.set(source, { ...found, files: { ...found.files, training: undefined } });
}

/** How many models there are that learn from a source. */
const learners = new Map<Source, number>();

/** A model learns from a source, until it calls what is answered. */
export function learnFrom(source: Source): () => void {
  const more = (by: number): void => void learners.set(source, (learners.get(source) ?? 0) + by);
  more(1);
  let learns = true;
  return () => {
    if (learns) more(-1);
    learns = false;
  };
}

export const isLearned = (source: Source): boolean => (learners.get(source) ?? 0) > 0;

/** What is there of a source, and a number that another file of the same source does not have. */
export const filesOf = (source: Source): { readonly files: Files; readonly version: number } | undefined =>
  kept.get(source);

/** People's handwriting to be tested on: the largest that is there. */
export const realFiles = (): ReturnType<typeof filesOf> => kept.get('all') ?? kept.get('first') ?? kept.get('few');
