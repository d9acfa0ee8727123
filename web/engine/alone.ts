/** What dist/engine.mjs exports. */
export { loadEngine } from './load.ts';
