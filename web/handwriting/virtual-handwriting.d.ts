/** What the build knows of MNIST's digits, delivered by web/build/handwriting.ts. */
declare module 'virtual:handwriting' {
  /** A file beside the script: digits of one of the two sets. */
  export interface Part {
    /** Its name, within the folder. */
    readonly file: string;
    readonly set: 'training' | 'test';
    readonly digits: number;
    /** Of the file. */
    readonly bytes: number;
  }
  /** Where the parts lie; undefined where nothing lies beside the script. */
  export const folder: string | undefined;
  /** In the order of the digits. */
  export const parts: Readonly<Record<'first' | 'rest', readonly Part[]>>;
  export const sizes: Readonly<Record<'few' | 'first' | 'rest', { readonly training: number; readonly test: number }>>;
  /** The few that come with the script. */
  export const few: () => Promise<typeof import('virtual:handwriting/few')>;
}

declare module 'virtual:handwriting/few' {
  /** Of each set: its digits, then its labels, packed with gzip, in base64. */
  export const packed: { readonly training: string; readonly test: string };
}
