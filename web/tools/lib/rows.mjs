/** The rows that benchmarks return, and how they are shown. */

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {number} value
 * @property {string} unit
 * @property {number | { atLeast?: number, atMost?: number }} [bar] what it is held to; a bare number is
 *   the least a value may be
 */

/**
 * The middle value, or the mean of the two middle ones.
 * @param {readonly number[]} values
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
  return (upper + lower) / 2;
}

/** @param {Row} row */
const limits = ({ bar }) => (typeof bar === 'number' ? { atLeast: bar } : (bar ?? {}));

/**
 * Whether a row meets its bar. What could not be measured meets none.
 * @param {Row} row
 * @returns {'met' | 'missed' | 'free'}
 */
export function judgeRow(row) {
  const { atLeast, atMost } = limits(row);
  if (atLeast === undefined && atMost === undefined) return 'free';
  return row.value >= (atLeast ?? -Infinity) && row.value <= (atMost ?? Infinity) ? 'met' : 'missed';
}

/** @param {number} value */
function number(value) {
  if (!Number.isFinite(value)) return 'not measured';
  return value.toLocaleString(
    'en',
    Math.abs(value) >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 },
  );
}

/**
 * One line: name, value, unit, and the bar with whether it is met.
 * @param {Row} row
 */
export function showRow(row) {
  const { atLeast, atMost } = limits(row);
  const bars = [
    atLeast === undefined ? '' : `at least ${number(atLeast)}`,
    atMost === undefined ? '' : `at most ${number(atMost)}`,
  ].filter(Boolean);
  const verdict = bars.length > 0 ? `   (${bars.join(', ')}: ${judgeRow(row)})` : '';
  return `  ${row.name.padEnd(44)} ${number(row.value).padStart(10)} ${row.unit}${verdict}`;
}
