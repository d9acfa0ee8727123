/** Defines the elements once, however often a page includes the script. */
import { makeGlue, packed } from 'virtual:descent';
import { decode } from '../../engine/letters';
import { offerWorker } from '../../engine/worker';
import { GdFigure } from './gd-figure';
import { GdTask } from './goals';

export function defineElements(): void {
  offerWorker(() => ({ glue: makeGlue.toString(), wasm: decode(packed) }));
  if (!customElements.get('gd-figure')) customElements.define('gd-figure', GdFigure);
  if (!customElements.get('gd-task')) customElements.define('gd-task', GdTask);
}
