/** The compiled module, delivered by web/build/descent-module.ts. */
declare module 'virtual:descent' {
  /** Emscripten's factory. */
  export default function createDescentModule(settings: { wasmBinary: Uint8Array }): Promise<unknown>;
  /** The WebAssembly bytes, as letters.ts writes them. */
  export const packed: { readonly order: string; readonly text: string };
}
