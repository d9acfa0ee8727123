/** The panels that few open first: a piece of their own. */
export { data } from './data-panel';
export { dials } from './dials-panel';
export { learningPanel as learning } from './learning';
export { network } from './network-panel';
export { starts } from './starts';
