/**
 * The figures as one script: including it, once or more, makes `<gd-figure>` and `<gd-task>` work. As a
 * classic script it adds one name to the page, `Downhill`; as a module it exports the same.
 */
import './figures/host/xhtml';
import './figures/host/ahead';
import { defineElements } from './figures/host/element';

/** Included twice, both speak of the same figures and the same engine. */
export const GdFigure = defineElements();
export const { loadEngine } = GdFigure;
