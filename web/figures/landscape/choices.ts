/** What a reader can set of a landscape that nobody can draw. */
import { choice, flag, number, optionalNumber, type Values } from '../settings';

export const VIEWS = ['slice', 'ends', 'edge'] as const;
export const PLANES = ['path', 'random', 'straight', 'between'] as const;
/** Neurons in the hidden row of the many runs. */
export const WIDTHS = ['1', '2', '3', '4', '8', '16'] as const;
/** Rates that a hand can reach. */
export const RATES = { min: 0.04, max: 1 } as const;

/** A place on the map, in hundredths of its width and height from its lower left corner. */
const percent = (label: string, initial: number) => number({ label, initial, min: 0, max: 100 });

export const settings = {
  view: choice('instrument', VIEWS, 'slice'),
  plane: choice('cut along', PLANES, 'path'),
  /** Of the random plane's two directions. */
  draw: number({ label: 'random plane', initial: 1, min: 1, max: 9999, whole: true }),
  /** Of the first weights. */
  seed: number({ label: 'start', initial: 1, min: 1, max: 9999, whole: true }),
  ax: percent('A, across', 8),
  ay: percent('A, up', 78),
  bx: percent('A′, across', 78),
  by: percent('A′, up', 6),
  rate: number({ label: 'learning rate', initial: 0.1, ...RATES }),
  neurons: choice('neurons', WIDTHS, '3'),
  /** Of the many, the run that is looked at; none: the ones in the middle. */
  run: optionalNumber({ label: 'run', min: 1, max: 40, whole: true }),
  /** Where the sharpness will stay. */
  guess: optionalNumber({ label: 'guess', min: 1, max: 60 }),
  revealed: flag('guess answered'),
};

export type Settings = Values<typeof settings>;
