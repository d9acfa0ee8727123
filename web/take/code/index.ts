/** A run as code: what a reader may paste elsewhere to see the same numbers. */
import type { Engine, RunOptions } from '../../engine/engine';
import { cpp } from './cpp';
import { isPlain, javascript } from './javascript';
import { notebook } from './notebook';
import { numpy } from './numpy';
import { isWritable, type Context } from './plan';
import { pseudocode } from './pseudocode';
import { pytorch } from './pytorch';

export type { Context } from './plan';
export { isWritable } from './plan';

export interface CodeLanguage {
  readonly name: string;
  readonly label: string;
  /** What a file with it is called. */
  readonly file: string;
  /** The whole program. Only for a run that it {@link writes} and that the engine accepts. */
  write(run: RunOptions, context: Context): string;
  /** Whether there is a program for a run that {@link isWritable}; by default there is. */
  readonly has?: (run: RunOptions) => boolean;
}

/** Whether a language has a program for a run. */
export const writes = ({ has }: CodeLanguage, run: RunOptions): boolean => isWritable(run) && (has?.(run) ?? true);

/** The loss that a run ends with: what whoever runs its program may compare with. */
export function lastLoss(engine: Pick<Engine, 'createRun'>, options: RunOptions): number {
  const run = engine.createRun(options);
  run.advance(options.stepLimit ?? 1000);
  const { loss } = run.trace();
  run.dispose();
  return loss[loss.length - 1] ?? NaN;
}

type Writer = CodeLanguage['write'];

/** Twelve digits: as many as programs in different languages agree on in a run that is not chaotic. */
const compared =
  (write: Writer, sign: string): Writer =>
  (run, context) =>
    write(run, context) +
    (context.last === undefined ? '' : `${sign}last loss, to compare: ${Number(context.last.toPrecision(12))}\n`);

const python = compared(numpy, '# ');

export const languages: readonly CodeLanguage[] = [
  { name: 'pseudocode', label: 'pseudocode', file: 'descent.txt', write: compared(pseudocode, '') },
  { name: 'cpp', label: 'C++ (Eigen)', file: 'descent.cpp', write: compared(cpp, '// ') },
  { name: 'numpy', label: 'NumPy', file: 'descent_numpy.py', write: python },
  { name: 'pytorch', label: 'PyTorch', file: 'descent_pytorch.py', write: compared(pytorch, '# ') },
  { name: 'javascript', label: 'JavaScript', file: 'descent.mjs', write: compared(javascript, '// '), has: isPlain },
];

/** The program in NumPy once more, as a file that opens in Jupyter: its cells are for running, not for reading here. */
export const jupyter: CodeLanguage = {
  name: 'notebook',
  label: 'Jupyter notebook',
  file: 'descent.ipynb',
  write: (run, context) => notebook(python(run, context)),
};
