/** The page's style sheet: tokens, the navigation's places, the marks of static pictures, and the files in `web/style/page`. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transformWithEsbuild } from 'vite';
import { everyInkStyles } from '../plot/every-ink';
import { customProperties, sharedProperties, widths } from '../style/tokens';
import { navigationRules } from './article/navigation';

/** Both themes: as the system says, unless the reader chose. */
function themes(): string {
  const dark = `color-scheme: dark; ${customProperties('dark')}`;
  return `:root { color-scheme: light; ${customProperties('light')} ${sharedProperties()} }
@media (prefers-color-scheme: dark) { :root:not([data-theme='light']) { ${dark} } }
:root[data-theme='dark'] { ${dark} }
@media print { :root:root:root { color-scheme: light; ${customProperties('light')} } }`;
}

/** Custom properties cannot stand in a media query, so the breakpoint has a name of its own. */
function breakpoints(css: string): string {
  return css
    .replaceAll('(--beside)', `(min-width: ${widths.beside}px)`)
    .replaceAll('(--stacked)', `(width < ${widths.beside}px)`);
}

async function finished(rules: readonly string[], minify: boolean): Promise<string> {
  const { code } = await transformWithEsbuild(breakpoints(rules.join('\n')), 'page.css', {
    loader: 'css',
    minify,
    sourcemap: false,
    target: ['chrome109', 'firefox115', 'safari16.4'],
  });
  return code;
}

async function sheets(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.css')).sort();
  return Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
}

/**
 * The style sheet.
 *
 * @param root the project's folder
 * @param fontFaces rules that name the typefaces
 * @param stops how many chapters the navigation shows
 * @param minify without spaces and comments
 */
export async function pageStyles(root: string, fontFaces: string, stops: number, minify: boolean): Promise<string> {
  const own = await sheets(join(root, 'web/style/page'));
  return finished([fontFaces, themes(), ...own, navigationRules(stops), everyInkStyles('.gd-poster')], minify);
}

/** The style sheet of pages that hold one figure. */
export async function frameStyles(root: string, fontFaces: string, minify: boolean): Promise<string> {
  const own = await sheets(join(root, 'web/style/frame'));
  return finished([fontFaces, themes(), ...own, everyInkStyles('.gd-poster')], minify);
}
