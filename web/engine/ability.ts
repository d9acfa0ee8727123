/** What the engine needs of a browser, asked before anything is unpacked, and what to say where it is missing. */

/** What is missing: all of WebAssembly, its vector instructions, or the page's leave to run it. */
export type Lack = 'webassembly' | 'simd' | 'policy';

/** A whole module: one function that makes a vector of sixteen equal bytes and counts their set bits. */
const VECTORS = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0], // "\0asm", version 1
  ...[1, 5, 1, 96, 0, 1, 123], // a type: nothing -> v128
  ...[3, 2, 1, 0], // a function of this type
  ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11], // i32.const 0, i8x16.splat, i8x16.popcnt
);

/** What keeps the engine from running here; nothing where it can. */
export function lack(): Lack | undefined {
  if (typeof WebAssembly === 'undefined') return 'webassembly';
  try {
    if (!WebAssembly.validate(VECTORS)) return 'simd';
    // What is sound but refused is forbidden. Browsers say so here without writing an error to the console.
    return new WebAssembly.Module(VECTORS) && undefined;
  } catch {
    return 'policy';
  }
}

/** What is missing and who can help: the end of a sentence, and a sentence. */
const reasons: Readonly<Record<Lack, string>> = {
  webassembly: 'your browser lacks WebAssembly, or has it turned off. Any browser of 2023 or later has it.',
  simd:
    'the WebAssembly of your browser lacks vector instructions (SIMD). Any browser of 2023 or later has them, on a ' +
    'computer made since 2010.',
  policy:
    'the content security policy of this page keeps WebAssembly from running. Whoever looks after the page can allow ' +
    "it: script-src needs 'wasm-unsafe-eval'.",
};

/** All that can be missing. */
export const lacks = Object.keys(reasons) as Lack[];

/** @param what what cannot be had, as a clause: `This figure stands still here` */
export const explained = (what: string, missing: Lack): string => `${what}: ${reasons[missing]}`;
