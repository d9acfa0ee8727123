/** Defines the elements once, however often a page includes the script. */
import { GdFigure } from './gd-figure';
import { GdTask } from './goals';

export function defineElements(): void {
  if (!customElements.get('gd-figure')) customElements.define('gd-figure', GdFigure);
  if (!customElements.get('gd-task')) customElements.define('gd-task', GdTask);
}
