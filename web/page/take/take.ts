/** Offers, below each figure of the tutorial, to take it along: answers the figure's button with a panel. */
import type { GdFigure } from '../../figures/host/downhill.d.ts';
import { Panel } from './panel';

const panels = new WeakMap<GdFigure, Panel>();

function open(figure: GdFigure): void {
  const panel = panels.get(figure) ?? new Panel(figure, () => close(figure));
  panels.set(figure, panel);
  if (!panel.root.parentElement) figure.append(panel.root);
  panel.open();
  figure.setAttribute('take', 'open');
}

function close(figure: GdFigure): void {
  const within = figure.contains(document.activeElement);
  panels.get(figure)?.close();
  figure.setAttribute('take', '');
  // Whoever closed it from within is led back to where it was opened.
  if (within) figure.shadowRoot?.querySelector<HTMLElement>('[part=take]')?.focus();
}

/** To be called when the document is there; figures need not be alive yet. */
export function offerToTake(root: Document): void {
  for (const figure of root.querySelectorAll('gd-figure[linked]')) figure.setAttribute('take', '');
  root.addEventListener('gd-take', ({ target }) => {
    const figure = target as GdFigure;
    if (figure.getAttribute('take') === 'open') close(figure);
    else open(figure);
  });
}
