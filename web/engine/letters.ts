/**
 * Bytes as plain ASCII text that still compresses almost as well as the bytes themselves. Base64 cuts
 * every byte in two and hides repetitions from a server's compression; here a byte stays one letter, or
 * two if it is rare, so that brotli finds what it would have found in the file.
 */

/** Letters that stand for themselves inside a double-quoted string, without the two below. */
const LETTERS = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).filter((c) => !'"\\`$~}'.includes(c));
/** Before a letter: one of the second, or of the third lot of bytes. */
const SHIFTS = ['~', '}'] as const;

export interface Letters {
  /** Every byte once, the frequent ones first, as 256 pairs of hexadecimal digits. */
  readonly order: string;
  readonly text: string;
}

export function encode(bytes: Uint8Array): Letters {
  const count = new Float64Array(256);
  for (const byte of bytes) count[byte] = (count[byte] ?? 0) + 1;
  // Within each lot in the order of their values: neighbours then share what brotli goes by.
  const byCount = Array.from(count.keys()).sort((a, b) => (count[b] ?? 0) - (count[a] ?? 0) || a - b);
  const lots = [0, 1, 2].map((lot) => byCount.slice(lot * LETTERS.length, (lot + 1) * LETTERS.length));
  const order = lots.flatMap((lot) => lot.sort((a, b) => a - b));
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
