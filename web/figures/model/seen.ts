/** What a reader can set of the line, what is computed from it, and so what every part of the figure sees. */
import type { Table } from '../../engine/engine';
import type { Descent } from '../descent';
import type { Model, View } from '../figure';
import { choice, flag, number, words } from '../settings';
import { pointsSetting, SCALES, type Points } from './points';
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
};

export interface LineModel extends Model {
  readonly run: Descent;
  readonly survey: Survey;
  readText(text: string): Table;
  /** Largest curvature for points not yet chosen, so that a rate can be chosen with them. */
  curvatureOf(points: Points): number;
}
export type Seen = View<typeof settings, LineModel>;
