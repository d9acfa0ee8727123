/** Every language a run can be written in. To add one: a file beside this, and a line here. */
import type { Engine, RunOptions } from '../../../engine/engine';

export interface Context {
  /** For defaults. */
  readonly engine: Pick<Engine, 'objectives' | 'optimizers' | 'schedules'>;
  /** What the run is, for the program's first line. */
  readonly name: string;
  /** Where it can be seen. */
  readonly page: string;
}

export interface Language {
  readonly name: string;
  /** What readers call it. */
  readonly label: string;
  /** Name of the file it is saved as. */
  readonly file: string;
  write(run: RunOptions, context: Context): string;
}

export const languages: readonly Language[] = [];
