/**
 * A file in the format IDX, whose values are still to be written.
 *
 * @param sizes of its dimensions, the last of which runs fastest
 * @returns the file, and the part of it that holds the values
 */
export function idx(sizes: readonly number[]): { readonly file: Uint8Array; readonly values: Uint8Array } {
  const header = 4 + 4 * sizes.length;
  const file = new Uint8Array(sizes.reduce((product, size) => product * size, 1) + header);
  const view = new DataView(file.buffer);
  view.setUint8(2, 0x08); // unsigned bytes
  view.setUint8(3, sizes.length);
  sizes.forEach((size, i) => view.setUint32(4 + 4 * i, size));
  return { file, values: file.subarray(header) };
}
