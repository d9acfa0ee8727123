/**
 * Numbers as a reader sees them: a true minus sign, no trailing noise, and a word instead of a value
 * that is not finite. Nothing on a page prints a number any other way.
 */

const MINUS = '\u2212';
const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function superscript(n: number): string {
  const digits = String(Math.abs(n)).replace(/\d/g, (d) => SUPERSCRIPT[Number(d)] ?? d);
  return n < 0 ? `⁻${digits}` : digits;
}

function withMinus(text: string): string {
  return text.replace('-', MINUS);
}

/** `digits` significant digits, 1 to 15; powers of ten beyond 10⁶ or below 10⁻³. `-0` reads as `0`. */
export function significant(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return 'beyond reach';
  if (value === 0) return (0).toFixed(Math.max(0, digits - 1));
  // Of the rounded value: 0.9996 to three digits is 1.00.
  const magnitude = Math.floor(Math.log10(Math.abs(Number(value.toPrecision(Math.max(1, digits))))));
  if (magnitude >= 6 || magnitude < -3) {
    const [mantissa = '0', exponent = '0'] = value.toExponential(Math.max(0, digits - 1)).split('e');
    return `${withMinus(mantissa)} × 10${superscript(Number(exponent))}`;
  }
  const decimals = Math.max(0, digits - 1 - magnitude);
  return withMinus(value.toFixed(Math.min(15, decimals)));
}

/** A fixed number of decimals, for columns that must align; falls back to powers of ten when huge. */
export function fixed(value: number, decimals = 3): string {
  if (!Number.isFinite(value)) return 'beyond reach';
  if (Math.abs(value) >= 1e6) return significant(value, 4);
  const text = value.toFixed(decimals);
  return withMinus(Number(text) === 0 ? text.replace('-', '') : text);
}

/** As few digits as say the same to `digits` significant ones: 0.1 rather than 0.100. */
export function brief(value: number, digits = 3): string {
  return significant(value, digits)
    .replace(/^([^×]*\.\d*?)0+(?= ×|$)/, '$1')
    .replace(/\.(?= ×|$)/, '');
}

/** The exact value, for titles and copied tables: what JavaScript itself would read back. */
export function exact(value: number): string {
  return Number.isFinite(value) ? String(value) : '';
}

/** Whole numbers with thin spaces between thousands, at which no line breaks. */
export function count(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
}

/** Losses and other sizes a reader compares: thousands set apart from 10,000 on, four significant digits below. */
export function grouped(value: number, digits = 4): string {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e12) return significant(value, digits);
  return Math.abs(value) >= 9999.5 ? withMinus(count(value)) : significant(value, digits);
}
