/**
 * What the first figure in the window needs is asked for before the rest of the script has run: on a phone the engine
 * is on its way while the elements are still being made. To be imported before all that takes time.
 */
import { lack } from '../../engine/ability';
import { loadEngine } from '../../engine/load';
import { bringFigure, isFigure, needOf } from './shelf';

/** What is laid out for this question is what the page has painted already, or is about to. */
function inWindow(figure: Element): boolean {
  const { top, bottom } = figure.getBoundingClientRect();
  return figure.getClientRects().length > 0 && bottom >= 0 && top <= innerHeight;
}

/** What does not come now is asked for again, and missed aloud, by the figure itself. */
const quietly = (coming: Promise<unknown>): void => void coming.catch(() => undefined);

if (typeof document !== 'undefined' && !customElements.get('gd-figure')) {
  const name = [...document.querySelectorAll('gd-figure')].find(inWindow)?.getAttribute('name') ?? '';
  if (isFigure(name) && !lack()) {
    quietly(loadEngine(needOf(name)));
    quietly(bringFigure(name));
  }
}
