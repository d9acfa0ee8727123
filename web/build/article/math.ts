/**
 * Formulas as MathML, made at build time. Every browser of today draws it, screen readers read it, and
 * unlike KaTeX's other output it needs no `style` attributes, which a strict content policy forbids.
 */
import katex from 'katex';
import { palette } from '../../style/tokens';

/** `\gradient{...}` colours a part of a formula by its idea. KaTeX takes the idea's name for a colour. */
const macros = Object.fromEntries(Object.keys(palette).map((idea) => [`\\${idea}`, `\\textcolor{${idea}}{#1}`]));

/**
 * Letters of formulas are set in the text face, which the style sheet slants: the slanted letters that
 * MathML takes by itself are characters of their own, and few fonts have them.
 */
function letters(mathml: string): string {
  const set = mathml
    .replace(/<mi>(.)<\/mi>/gu, '<mi mathvariant="normal" class="letter">$1</mi>')
    // Its ends reach into its neighbours.
    .replaceAll('class="letter">f<', 'class="letter wide">f<')
    .replace(/mathvariant="bold"/g, 'mathvariant="normal" class="bold"');
  const alphabet = /mathvariant="(?!normal")([a-z-]+)"/.exec(set)?.[1];
  if (alphabet !== undefined) throw new Error(`letters of the alphabet "${alphabet}" are not among the page's fonts`);
  // Firefox forgets to shrink an index whose typeface is set, but not the row around it.
  return set.replace(/<(mi|mn|mtext)\b[^>]*>[^<]*<\/\1>/g, '<mrow>$&</mrow>');
}

/**
 * A sign that follows another operator belongs to the number behind it. KaTeX writes it like a difference, and
 * browsers then keep it at a distance.
 */
function signs(mathml: string): string {
  return mathml.replace(/(<mo\b[^>]*>[^<)\]|]<\/mo>)<mo>([−+±])<\/mo>/g, '$1<mo form="prefix">$2</mo>');
}

/**
 * TeX to MathML.
 *
 * @param tex a formula, numbers already filled in
 * @param display on a line of its own, rather than in running text
 * @throws Error on TeX that KaTeX cannot read or the page cannot set
 */
export function formula(tex: string, display: boolean): string {
  const html = katex.renderToString(tex, {
    output: 'mathml',
    displayMode: display,
    strict: 'error',
    macros: { ...macros },
  });
  return signs(letters(html))
    .replace(/^<span class="katex">|<\/span>$/g, '')
    .replace(/<annotation[\s\S]*?<\/annotation>|<\/?semantics>/g, '')
    .replace(' xmlns="http://www.w3.org/1998/Math/MathML"', '')
    .replace(/mathcolor="([a-z]+)"/g, 'class="$1"');
}
