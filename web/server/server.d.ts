/** Figures as markup, for whoever writes pages on a server. Needs no page, no engine and no file beside it. */

/** Every figure that there is. */
export declare const figureNames: readonly string[];

/**
 * What stands inside a figure until it runs, and wherever it never will: its picture and caption, as HTML. For
 * frameworks that write the element themselves.
 *
 * @throws Error with the names that there are, for another one
 */
export declare function stillMarkup(name: string): string;

/**
 * A figure with its still inside: `figureMarkup('one-weight', { rate: 0.2 })`. `true` writes an attribute without a
 * value, `undefined` and `null` none; values are escaped. The still shows the figure as it first stands, whatever the
 * attributes.
 *
 * @throws Error for a name that no figure, or no attribute, can have
 */
export declare function figureMarkup(
  name: string,
  attributes?: Readonly<Record<string, string | number | boolean | null | undefined>>,
): string;
