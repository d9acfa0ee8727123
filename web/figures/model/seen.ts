/** What a reader can set of the line, what is computed from it, and so what every part of the figure sees. */
import type { Descent } from '../descent';
import type { Model, View } from '../figure';
import { choice, flag, number, optionalNumber, words } from '../settings';
import { pointsSetting, SCALES, type Points } from './points';
import type { Section } from './section';
import type { Survey } from './survey';

const FAR = 1e15;

export const settings = {
  points: pointsSetting,
  xName: words({ label: 'name of x', initial: '', longest: 40 }),
  yName: words({ label: 'name of y', initial: '', longest: 40 }),
  scale: choice('scale of x', SCALES, 'given'),
  weight: number({ label: 'weight', initial: 0, min: -FAR, max: FAR }),
  bias: number({ label: 'bias', initial: 0, min: -FAR, max: FAR }),
  rate: number({ label: 'learning rate', initial: 0.3, min: 1e-8, max: 1000 }),
  loss: choice('loss', ['mean_squares', 'sum_squares'], 'mean_squares'),
  residuals: choice('misses', ['squares', 'lines', 'none'], 'squares'),
  /** Whether the closed-form line is shown before the machine has begun. */
  best: flag('least squares'),
  dial: choice('arithmetic of', ['weight', 'bias'], 'weight'),
  log: choice('loss axis', ['linear', 'log'], 'linear'),
  /** One dial against the loss, both on a map, the machine's steps, or what is wanted now and then. */
  panel: choice('panel', ['one', 'both', 'step', 'more'], 'one'),
  /** Of the weight, with the bias where it is nailed. */
  guess: optionalNumber({ label: 'guess', min: -FAR, max: FAR }),
  /** Whether the loss of every weight may be seen. */
  revealed: flag('every weight'),
  /** Where the bias was nailed when the second dial was freed. */
  cut: number({ label: 'bias of the cut', initial: 0, min: -FAR, max: FAR }),
};

export interface LineModel extends Model {
  readonly run: Descent;
  readonly survey: Survey;
  /** The loss of every weight at one bias. */
  section(bias: number): Section;
  /** Largest curvature for points not yet chosen, so that a rate can be chosen with them. */
  curvatureOf(points: Points): number;
}
export type Seen = View<typeof settings, LineModel>;

/** Once the machine has begun, both dials turn. */
export const panelOf = (v: Seen): Seen['settings']['panel'] =>
  v.settings.panel === 'one' && v.time > 0 ? 'both' : v.settings.panel;

/** Whether one dial is free and the other nailed. */
export const oneDial = (v: Seen): boolean => panelOf(v) === 'one';

/** Where the bias is nailed; afterwards, where it was. */
export const cutOf = (v: Seen): number => (oneDial(v) ? v.settings.bias : v.settings.cut);

/** Whether the wager is made or skipped, so that the loss of other lines than the one at hand may be shown. */
export const known = (v: Seen): boolean => v.settings.revealed || v.settings.best || v.time > 0;
