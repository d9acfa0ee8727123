/** Style sheets within scripts, without the comments and spaces that nobody's browser needs: minifiers leave strings alone. */
import type { Plugin } from 'vite';

/** A sheet as a template, without anything that is put into it by script. */
const SHEET = /\bcss`([^`$\\]*)`/g;

/** Spaces that mean something are left: between the parts of a selector or a value, and around + and - in sums. */
export const plain = (sheet: string): string =>
  sheet
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();

export function plainStyles(): Plugin {
  return {
    name: 'plain-styles',
    enforce: 'pre',
    transform: (code, id) =>
      /\/web\/.*\.ts$/.test(id) && code.includes('css`')
        ? { code: code.replace(SHEET, (_, sheet: string) => `css\`${plain(sheet)}\``), map: null }
        : null,
  };
}
