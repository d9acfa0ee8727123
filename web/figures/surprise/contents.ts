/** The panels that few open first: a piece of their own. */
export { rare } from './rare';
export { text } from './text-panel';
