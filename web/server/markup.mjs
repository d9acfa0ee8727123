/** Figures as markup, for whoever writes pages on a server: readers see the picture before any script has run. */

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * One attribute; nothing for a value that is not there, as frameworks leave out what was never given.
 *
 * @param {string} name
 * @param {string | number | boolean | null | undefined} value
 */
function attribute(name, value) {
  if (!/^(?!on)[a-z][a-z0-9-]*$/.test(name))
    throw new Error(
      `“${name}” cannot be an attribute of a figure. Allowed: lower-case letters, digits and hyphens, not beginning with “on”.`,
    );
  if (value === undefined || value === null) return '';
  // Written out, false is false for every attribute, also where true is the default.
  return ` ${name}="${value === true ? '' : escaped(String(value))}"`;
}

/**
 * @param {Readonly<Record<string, string>>} stills by the figures' names: picture and caption, as markup
 */
export function markupOf(stills) {
  /** @param {string} name */
  const stillMarkup = (name) => {
    const still = Object.hasOwn(stills, name) ? stills[name] : undefined;
    if (still === undefined)
      throw new Error(`There is no figure “${name}”. There are ${Object.keys(stills).join(', ')}.`);
    return still;
  };
  /**
   * @param {string} name
   * @param {Readonly<Record<string, string | number | boolean | null | undefined>>} attributes
   */
  const figureMarkup = (name, attributes = {}) => {
    const settings = Object.entries(attributes).map(([key, value]) => attribute(key, value));
    return `<gd-figure name="${name}"${settings.join('')}>${stillMarkup(name)}</gd-figure>`;
  };
  return { figureNames: Object.keys(stills), stillMarkup, figureMarkup };
}
