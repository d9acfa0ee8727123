/** The compiled module, delivered by web/build/descent-module.ts. */
declare module 'virtual:descent' {
  /** Emscripten's factory. */
  export default function createDescentModule(settings: { wasmBinary: Uint8Array }): Promise<unknown>;
  /** Makes that factory, out of nothing but its own source text. */
  export function makeGlue(): typeof createDescentModule;
  /** The WebAssembly bytes, sorted by streams.ts, as letters.ts writes them. */
  export const packed: readonly { readonly order: string; readonly text: string }[];
}
