/** All that comes with the whole engine. */
export { makeGlue } from 'virtual:descent/whole';
export { facade } from './facade.ts';
