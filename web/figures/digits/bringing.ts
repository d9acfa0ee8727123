/** Brings people's handwriting: pieces of MNIST, where this page's host has them. */
import { keepFiles } from './files';
import type { Seen } from './seen';

/** What is offered. */
export interface Offer {
  readonly name: 'few' | 'first' | 'all';
  readonly training: number;
  readonly test: number;
  readonly bytes: number;
}

export interface Bringing {
  readonly name: Offer['name'];
  readonly state: 'coming' | 'failed';
  readonly arrived: number;
  readonly bytes: number;
  readonly text: string;
  readonly abort: AbortController;
}

export const offered = (): readonly Offer[] => [];
export const bring = (_v: Seen, _piece: Offer): void => undefined;
export const stop = (_v: Seen): void => undefined;
void keepFiles;
