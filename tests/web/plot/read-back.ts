/** The number that a reader reads: `−1.5`, `12 000`, `2 × 10⁻⁷`, `10⁸`. */
export function readBack(label: string): number {
  const text = label.replaceAll('\u2212', '-').replaceAll('\u202f', '');
  const [, mantissa, exponent] = /^(?:(.+) × )?10([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)$/.exec(text) ?? [];
  if (exponent === undefined) return Number(text);
  const digits = [...exponent].map((sign) => '0123456789-'['⁰¹²³⁴⁵⁶⁷⁸⁹⁻'.indexOf(sign)]).join('');
  return Number(`${mantissa ?? '1'}e${digits}`);
}
