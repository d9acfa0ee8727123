/**
 * Bytes as plain ASCII text that still compresses almost as well as the bytes themselves. Base64 cuts
 * every byte in two and hides repetitions from a server's compression; here a byte stays one letter, or
 * two if it is rare, so that brotli finds what it would have found in the file.
 */

/** Letters that stand for themselves inside a double-quoted string, without the two below. */
const LETTERS = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter((c) => !'"\\`$~}'.includes(c));
/** Before a letter: one of the second, or of the third lot of bytes. */
const SHIFTS = ['~', '}'];

export interface Letters {
  /** Every byte that occurs, as a pair of hexadecimal digits, in the order of the letters it is given. */
  readonly order: string;
  readonly text: string;
}

/** Which byte each letter stands for; then which each of the second lot does, and of the third. */
function assign(bytes: Uint8Array): number[] {
  const count = new Float64Array(256);
  for (const byte of bytes) count[byte] = (count[byte] ?? 0) + 1;
  const byCount = Array.from(count.keys()).filter((byte) => count[byte]);
  byCount.sort((a, b) => (count[b] ?? 0) - (count[a] ?? 0) || a - b);
  // Within each lot in the order of their values: neighbours then share what brotli goes by.
  const ascending = (from: number, to?: number): number[] => byCount.slice(from, to).sort((a, b) => a - b);
  return [...ascending(0, LETTERS.length), ...ascending(LETTERS.length)];
}

/** Writes bytes in letters. */
export function encode(bytes: Uint8Array): Letters {
  const order = assign(bytes);
  const letters: string[] = [];
  order.forEach((byte, rank) => {
    const lot = Math.floor(rank / LETTERS.length);
    letters[byte] = (lot === 0 ? '' : (SHIFTS[lot - 1] ?? '')) + (LETTERS[rank % LETTERS.length] ?? '');
  });
  return {
    order: order.map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    text: Array.from(bytes, (byte) => letters[byte]).join(''),
  };
}

/** The bytes again. */
export function decode({ order, text }: Letters): Uint8Array<ArrayBuffer> {
  const rank = new Uint8Array(128);
  LETTERS.forEach((letter, i) => (rank[letter.charCodeAt(0)] = i));
  const byteAt = Uint8Array.from({ length: 256 }, (_, i) => Number.parseInt(order.slice(2 * i, 2 * i + 2), 16));
  const bytes = new Uint8Array(text.length);
  const [second, third] = SHIFTS.map((shift) => shift.charCodeAt(0));
  let length = 0;
  let lot = 0;
  // By code, not by letter: this runs over half a million of them before the first figure can start.
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === second) lot = LETTERS.length;
    else if (code === third) lot = 2 * LETTERS.length;
    else {
      bytes[length++] = byteAt[(rank[code] ?? 0) + lot] ?? 0;
      lot = 0;
    }
  }
  return bytes.slice(0, length);
}
