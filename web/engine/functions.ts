/** All that comes with the smaller engine. */
export { makeGlue } from 'virtual:descent/functions';
export { functionFacade as facade } from './facade/functions.ts';
