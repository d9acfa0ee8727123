/** The tutorial's own text, delivered by web/build/reading.ts. */
declare module 'virtual:reading' {
  /** Letters a to z and single spaces. */
  export const text: string;
}
