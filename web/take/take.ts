/** The panel by which a figure is taken along: opened and closed by the figure's own button. */
import type { GdFigure } from '../figures/host/downhill.d.ts';
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

/** Opens a figure's panel, or closes it. */
export function toggle(figure: GdFigure): void {
  if (figure.getAttribute('take') === 'open') close(figure);
  else open(figure);
}
