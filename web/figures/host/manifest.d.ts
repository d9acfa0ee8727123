/** What the element knows of figures before their pieces are there; made at build by web/build/manifest.ts. */
declare module 'virtual:figures' {
  export interface Card {
    readonly title: string;
    /** Names of the attributes that are its settings. */
    readonly attributes: readonly string[];
    /** Size of the engine that it needs. */
    readonly needs: import('../../engine/engine').Need;
    /** How tall it is as it opens, in px: in a phone's column, and in a post's. */
    readonly heights?: readonly [narrow: number, wide: number] | undefined;
  }

  /** Every figure's, by name. */
  export const cards: Readonly<Record<string, Card>>;
}
