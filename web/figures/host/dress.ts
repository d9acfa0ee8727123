/**
 * Style sheets of a shadow root. A browser takes them only from the document they were made in: a figure that is moved
 * to another one - a window popped out, a frame - loses them all, and gets its own from there.
 */
import { adoptStyles, type CSSResult } from 'lit';

const made = new WeakMap<Document, Map<CSSResult, CSSStyleSheet>>();

/** The same sheet for every figure in that document; undefined where a document has no window, and nothing is seen. */
function sheetFor(document: Document, style: CSSResult): CSSStyleSheet | undefined {
  const Sheet = document.defaultView?.CSSStyleSheet;
  if (!Sheet) return undefined;
  const sheets = made.get(document) ?? new Map<CSSResult, CSSStyleSheet>();
  made.set(document, sheets);
  const sheet = sheets.get(style) ?? new Sheet();
  if (!sheets.has(style)) sheet.replaceSync(style.cssText);
  sheets.set(style, sheet);
  return sheet;
}

/** Gives a root these styles, in whichever document it is. */
export function dress(root: ShadowRoot, styles: readonly CSSResult[]): void {
  if (root.ownerDocument === document) return adoptStyles(root, [...styles]);
  const sheets = styles.map((style) => sheetFor(root.ownerDocument, style));
  root.adoptedStyleSheets = sheets.filter((sheet) => sheet !== undefined);
}
