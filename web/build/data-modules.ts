/** What figures import that is no file among the sources, but is made of others: digits, and a text. */
import type { Plugin } from 'vite';
import { handwritingModule } from './handwriting';
import { readingModule } from './reading';

/** All of it. `bytes`: whether the digits lie beside the script, to be loaded on demand, or a few of them inside it. */
export const dataModules = (bytes: 'beside' | 'inside'): Plugin[] => [handwritingModule(bytes), readingModule()];
