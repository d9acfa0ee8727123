/** The compiled modules, delivered by web/build/descent-module.ts. */
declare module 'virtual:descent' {
  /** Where one size of the engine comes from. */
  export interface Supply {
    /** Of the WebAssembly file beside the script; undefined where there is none. */
    readonly address: string | undefined;
    /** Its glue and its facade. */
    readonly piece: () => Promise<{
      readonly makeGlue: typeof import('virtual:descent/whole').makeGlue;
      readonly facade: (native: never) => object;
    }>;
    /** Its bytes as text. */
    readonly letters: () => Promise<typeof import('virtual:descent/whole/letters')>;
  }
  /** The sizes that this build holds. */
  export const supplies: { readonly functions?: Supply; readonly whole?: Supply };
}

declare module 'virtual:descent/whole' {
  /** Makes, out of nothing but its own source text, what instantiates the module. */
  export function makeGlue(): (module: WebAssembly.Module) => Promise<never>;
}
declare module 'virtual:descent/functions' {
  export { makeGlue } from 'virtual:descent/whole';
}

declare module 'virtual:descent/whole/letters' {
  /** The module's bytes as letters.ts writes them. */
  export const packed: import('./letters.ts').Letters;
}
