/** What a reader can set of a landscape and a start on it, and so what every part of the figure sees. */
import { LOOKS, type Look } from '../../plot/look';
import type { View } from '../figure';
import { choice, flag, number, numbers, words } from '../settings';
import { FINE } from './border';
import { ASKED, groundNames } from './grounds';
import type { Terrain } from './model';

/** What stands below the map, one at a time; until one is chosen, the one that the landscape is about. */
export const panelNames = ['auto', 'rates', 'starts', 'loss', 'step', 'surface', 'landscapes', 'formula'] as const;
export type PanelName = Exclude<(typeof panelNames)[number], 'auto'>;

export const HOME: Look = { turn: 24, tilt: 40 };

export const settings = {
  ground: choice('landscape', groundNames, ASKED),
  /** The reader's own landscape. */
  formula: words({ label: 'formula in x and y', initial: 'sin(x) cos(y) + (x^2 + y^2) / 20', longest: 200 }),
  reach: number({ label: 'how far its map reaches', initial: 5, min: 0.1, max: 100 }),
  x: number({ label: 'start x', initial: -0.5, min: -100, max: 100 }),
  y: number({ label: 'start y', initial: 0.96, min: -100, max: 100 }),
  rate: number({ label: 'learning rate', initial: 0.03, min: 1e-6, max: 10 }),
  /** Not yes or no: what is there unasked could not be left out by leaving out an attribute. */
  basins: choice('basins', ['shown', 'hidden'], 'shown', { '': 'shown', true: 'shown', false: 'hidden' }),
  starts: flag('a hundred random starts shown'),
  seed: number({ label: 'seed of the random starts', initial: 1, min: 1, max: 1_000_000, whole: true }),
  border: numbers({ label: 'border drawn', initial: [], min: -100, max: 100, fewest: 0, most: FINE }),
  revealed: flag('border shown'),
  panel: choice('panel', panelNames, 'auto'),
  log: choice('loss axis', ['linear', 'log'], 'linear'),
  turn: number({ label: 'surface turned', initial: HOME.turn, min: 0, max: 360 }),
  tilt: number({ label: 'surface tilted', initial: HOME.tilt, min: LOOKS.tilt[0], max: LOOKS.tilt[1] }),
};

export type Seen = View<typeof settings, Terrain>;

/** A change that leaves the time line where it is. */
export const still = { keepTime: true } as const;

/** The panel that stands there. */
export function panelOf({ settings: { panel, ground } }: Seen): PanelName {
  if (ground === 'typed') return panel === 'auto' ? 'formula' : panel;
  return panel === 'auto' || panel === 'formula' ? 'rates' : panel;
}
