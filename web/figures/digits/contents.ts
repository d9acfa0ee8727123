/** The panels that few open first: a piece of their own. */
export { dials } from './dials-panel';
export { digits } from './digits-panel';
export { mine } from './mine-panel';
export { mixups } from './mixups-panel';
export { nudges } from './nudges-panel';
export { row } from './row-panel';
export { scribbles } from './scribbles-panel';
