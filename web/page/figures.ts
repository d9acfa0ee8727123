/**
 * Loads the figures when the page can be read. Their script is larger than all else together: asked for in the
 * document, it would share a slow connection with the style sheet and the typefaces, and run before the first paint.
 */

import { lack } from '../engine/ability';
import { oncePainted } from './painted';

/** Milliseconds after which figures are loaded though nothing was painted, as in a window that nobody looks at. */
const UNPAINTED = 500;

/**
 * Calls back once, when the first paint is told of. By then the browser has noted what it held: a text whose element
 * comes to life between the paint and the note would count as painted only with the figure.
 */
function afterPaint(go: () => void): void {
  let gone = false;
  const first = (): void => {
    if (gone) return;
    gone = true;
    go();
  };
  oncePainted(first);
  setTimeout(first, UNPAINTED);
}

/**
 * Asks what the browser lacks, so that the page says it once and for all figures. A browser's first touch of
 * WebAssembly can take longer than all else before the first paint, so it comes after.
 */
export function sayWhatLacks(): void {
  const missing = lack();
  if (missing) document.documentElement.dataset.lacks = missing;
}

/** Loads the figures, and says what lacks, once the page is painted. */
export function loadFigures(script: string): void {
  afterPaint(() => {
    sayWhatLacks();
    const element = document.createElement('script');
    element.src = script;
    document.body.append(element);
  });
}
