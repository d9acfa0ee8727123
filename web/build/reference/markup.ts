/** Pieces of HTML that the reference is made of. */
import { escapeAttribute } from '../article/escape';

export const escaped = escapeAttribute;

export const code = (text: string): string => `<code>${escaped(text)}</code>`;

/** @param cells HTML; the first one heads the row */
export const row = ([head = '', ...cells]: readonly string[]): string =>
  `<tr><th scope="row">${head}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

/** A table that scrolls within itself where the page is narrow, and by keys as well. */
export function table(heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((text) => `<th scope="col">${escaped(text)}</th>`).join('');
  return `<div class="reference-table" tabindex="0" role="group" aria-label="Table: ${escaped(heads.join(', '))}"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
