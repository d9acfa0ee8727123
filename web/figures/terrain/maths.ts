/** The engine's TeX as a line of text, where nothing sets formulas: `2 \frac{x}{y^{2}}` reads `2 x / y²`. */
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** What stands between the brace at `from` and its partner, and where that ends. */
function braced(tex: string, from: number): readonly [string, number] {
  let depth = 0;
  for (let i = from; i < tex.length; i++) {
    if (tex[i] === '{') depth++;
    if (tex[i] === '}' && --depth === 0) return [tex.slice(from + 1, i), i + 1];
  }
  return [tex.slice(from + 1), tex.length];
}

const simple = (text: string): string => (/^[\p{L}\d.]+$/u.test(text) ? text : `(${text})`);

function raised(power: string): string {
  if (/^[−-]?\d+$/.test(power))
    return power.replace(/[−-]/, '⁻').replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit);
  return `^${simple(power)}`;
}

/** A whole fraction below the bar is bracketed; above it products need no brackets. */
function fraction(above: string, below: string): string {
  return `${/ [+−] /.test(above) ? `(${above})` : above} / ${simple(below)}`;
}

export function asText(tex: string): string {
  let text = '';
  for (let i = 0; i < tex.length;) {
    const command = /^\\([a-zA-Z]+|.)/.exec(tex.slice(i));
    if (command) {
      i += command[0].length;
      const name = command[1]!;
      if (name === 'frac') {
        const [above, middle] = braced(tex, i);
        const [below, end] = braced(tex, middle);
        text += fraction(asText(above), asText(below));
        i = end;
      } else if (name === 'sqrt' || name === 'operatorname') {
        const [inner, end] = braced(tex, i);
        text += name === 'sqrt' ? `√(${asText(inner)})` : inner;
        i = end;
      } else if (name === 'cdot' || name === 'times') text += '·';
      else if (name === 'pi') text += 'π';
      else if (/^[a-z]/i.test(name) && name !== 'left' && name !== 'right') text += name;
    } else if (tex[i] === '^' && tex[i + 1] === '{') {
      const [power, end] = braced(tex, i + 1);
      text += raised(asText(power));
      i = end;
    } else text += tex[i++] === '-' ? '−' : (tex[i - 1] ?? '');
  }
  return text.replace(/[{}]/g, '').replace(/\s+/g, ' ').trim();
}
