/** SystemJS's core, delivered by web/build/system.ts: links modules written by Rollup, and loads nothing by itself. */
declare module 'virtual:system' {
  export type Exporting = (name: string | object, value?: unknown) => unknown;

  /** Where a module stands, and how it asks for others. */
  export interface Context {
    readonly import: (id: string) => Promise<object>;
    readonly meta: { readonly url: string };
  }

  export interface Declared {
    readonly setters?: readonly ((module: object) => void)[];
    readonly execute?: () => void;
  }

  export type Declare = (exporting: Exporting, context: Context) => Declared;
  export type Registration = readonly [dependencies: readonly string[], declare: Declare];

  export interface System {
    import(id: string, from?: string): Promise<object>;
    /** Called by each piece with itself. */
    register(dependencies: readonly string[], declare: Declare): void;
    /** What was registered last. */
    getRegister(): Registration | undefined;
    /** To be overridden: the address that `id` means in the piece at `from`. */
    resolve(id: string, from?: string): string;
    /** To be overridden: fetches a piece. */
    instantiate(url: string): Registration | Promise<Registration>;
  }

  export function makeSystem(): System;
}
