/** Defines the elements once, however often a page includes the script. */
import { workerSource } from '../../engine/load';
import { pause } from '../../engine/pause';
import { offerWorker } from '../../engine/source';
import { GdFigure } from './gd-figure';
import { GdTask } from './goals';

/** @returns the class in force: the first script's, which every figure on the page is one of */
export function defineElements(): typeof GdFigure {
  offerWorker(workerSource);
  if (!customElements.get('gd-figure')) customElements.define('gd-figure', GdFigure);
  // Nothing waits for tasks, so they come in a task of their own.
  void pause().then(() => customElements.get('gd-task') ?? customElements.define('gd-task', GdTask));
  return customElements.get('gd-figure') as typeof GdFigure;
}
