/**
 * Formulas as MathML, made at build time. Every browser of today draws it, screen readers read it, and
 * unlike KaTeX's other output it needs no `style` attributes, which a strict content policy forbids.
 */
import katex from 'katex';
import { palette } from '../../style/tokens';

/** `\gradient{...}` colours a part of a formula by its idea. KaTeX takes the idea's name for a colour. */
const macros = Object.fromEntries(Object.keys(palette).map((idea) => [`\\${idea}`, `\\textcolor{${idea}}{#1}`]));

/**
 * TeX to MathML.
 *
 * @param tex a formula, numbers already filled in
 * @param display on a line of its own, rather than in running text
 * @throws katex.ParseError
 */
export function formula(tex: string, display: boolean): string {
  const html = katex.renderToString(tex, {
    output: 'mathml',
    displayMode: display,
    strict: 'error',
    macros: { ...macros },
  });
  return (
    html
      .replace(/^<span class="katex">|<\/span>$/g, '')
      .replace(/<annotation[\s\S]*?<\/annotation>|<\/?semantics>/g, '')
      .replace(' xmlns="http://www.w3.org/1998/Math/MathML"', '')
      // A single letter is italic by itself, but in glyphs that few fonts have; the style sheet slants ours.
      .replace(/<mi>(.)<\/mi>/gu, '<mi mathvariant="normal" class="letter">$1</mi>')
      .replace(/mathcolor="([a-z]+)"/g, 'class="$1"')
  );
}
