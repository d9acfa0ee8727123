/** Brings people's handwriting: pieces of MNIST, where this page's host has them. */
import { pause } from '../../engine/pause';
import { available, load, type Piece } from '../../handwriting/handwriting';
import { forgetUnlearned } from './examples';
import { filesOf, keepFiles } from './files';
import type { Reading, Seen } from './seen';

export interface Bringing {
  readonly name: Piece['name'];
  readonly state: 'coming' | 'failed';
  readonly arrived: number;
  readonly bytes: number;
  readonly text: string;
  readonly abort: AbortController;
}

export const offered = available;

export const bringingNow = (v: Seen): Bringing | undefined => v.local['bringing'] as Bringing | undefined;

/** @param then is done once they are there */
export function bring(v: Seen, { name, bytes }: Piece, then: () => void = () => undefined): void {
  const abort = new AbortController();
  const so: Bringing = { name, state: 'coming', arrived: 0, bytes, text: '', abort };
  const tell = (bringing: Bringing | undefined): void => v.setLocal({ bringing });
  tell(so);
  load(name, {
    engine: v.model.engine,
    signal: abort.signal,
    progress: (arrived, all) => tell({ ...so, arrived, bytes: all }),
  }).then(
    (files) => {
      keepFiles(name, files);
      tell(undefined);
      then();
      // Whoever asked has taken them by the next task, or is gone.
      void pause().then(() => forgetUnlearned(name));
    },
    (reason: unknown) => {
      const text = reason instanceof Error ? reason.message : 'These digits could not be loaded.';
      tell(abort.signal.aborted ? undefined : { ...so, state: 'failed', text });
    },
  );
}

export const stop = (v: Seen): void => bringingNow(v)?.abort.abort();

/** The piece that a choice waits for; undefined where nothing is to be loaded. */
export function awaited(v: Seen): Piece | undefined {
  const { missing } = v.model.examples;
  const { data } = v.settings;
  if (!missing || data === 'own') return undefined;
  const name = data === 'generated' ? 'few' : data;
  return filesOf(name)?.files.training ? undefined : available().find((piece) => piece.name === name);
}

const asked = new WeakSet<Reading>();

/** What is here already is brought unasked, once the picture is drawn; everything else is offered with its size. */
export function bringHere(v: Seen): void {
  const piece = awaited(v);
  if (piece?.bytes !== 0 || asked.has(v.model) || v.local['still'] === true) return;
  asked.add(v.model);
  queueMicrotask(() => bring(v, piece));
}
