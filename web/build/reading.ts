/**
 * What the figure of chapter 12 learns to read from: the words of earlier chapters, in 27 symbols, delivered as
 * `virtual:reading`. Four chapters are enough: a table counted in all of them needs 0.01 bits a letter less on a text
 * that it has not seen.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const NAME = 'virtual:reading';
const chapters = fileURLToPath(new URL('../article/', import.meta.url));
/** Chapters 1 to 4. */
const READ = /^0[1-4]-[a-z-]+\.md$/;

/**
 * A chapter's words without front matter, sources, formulas, numbers that are computed, and marks.
 */
export function proseOf(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^::: sources\n[\s\S]*?^:::$/gm, '')
    .replace(/^:::.*$/gm, '')
    .replace(/\$\$[\s\S]*?\$\$|\$[^$]*\$|\{\{[^}]*\}\}|<[^>]*>/g, ' ')
    .replace(/\]\([^)]*\)|\]\{[^}]*\}/g, ']');
}

/**
 * The letters a to z and a space between words: 27 symbols, Shannon's. Accents and apostrophes go.
 */
export function lettersOf(prose: string): string {
  return prose
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

/** The files that are read, in the chapters' order. */
export const filesRead = (): string[] =>
  readdirSync(chapters)
    .filter((file) => READ.test(file))
    .sort()
    .map((file) => chapters + file);

/** What is read: letters and single spaces. */
export const reading = (): string =>
  filesRead()
    .map((file) => lettersOf(proseOf(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'))))
    .join(' ');

/**
 * Delivers {@link reading} as `virtual:reading`.
 */
export function readingModule(): Plugin {
  return {
    name: 'reading-module',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined;
      for (const file of filesRead()) this.addWatchFile(file);
      return { code: `export const text = ${JSON.stringify(reading())};`, map: null };
    },
  };
}
