/** A run as code: what a reader may paste elsewhere to see the same numbers. */
import type { RunOptions } from '../../engine/engine';
import { cpp } from './cpp';
import { numpy } from './numpy';
import type { Context } from './plan';
import { pseudocode } from './pseudocode';
import { pytorch } from './pytorch';

export type { Context } from './plan';
export { isWritable } from './plan';

export interface CodeLanguage {
  readonly name: string;
  readonly label: string;
  /** What a file with it is called. */
  readonly file: string;
  /** The whole program. Only for a run that {@link isWritable} and that the engine accepts. */
  write(run: RunOptions, context: Context): string;
}

export const languages: readonly CodeLanguage[] = [
  { name: 'pseudocode', label: 'pseudocode', file: 'descent.txt', write: pseudocode },
  { name: 'cpp', label: 'C++ (Eigen)', file: 'descent.cpp', write: cpp },
  { name: 'numpy', label: 'NumPy', file: 'descent_numpy.py', write: numpy },
  { name: 'pytorch', label: 'PyTorch', file: 'descent_pytorch.py', write: pytorch },
];
