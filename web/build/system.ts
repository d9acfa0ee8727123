import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const NAME = 'virtual:system';
const file = createRequire(import.meta.url).resolve('systemjs/s.js');

/**
 * Delivers SystemJS as `virtual:system`. By itself it would become a global of the page's, look through the page's
 * scripts and start those that are meant for another SystemJS: so it gets no document, and a window of its own.
 */
export function systemModule(): Plugin {
  return {
    name: 'system-module',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) =>
      id === `\0${NAME}`
        ? `export function makeSystem() {
const self = {};
const document = undefined;
${readFileSync(file, 'utf8')}
return self.System;
}`
        : undefined,
  };
}
