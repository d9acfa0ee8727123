import type { Engine } from '../engine/engine';

/** What the page build needs: its own code, freshly read, and the engine as it was last built. */
export declare function pageTools(root: string): Promise<{ readonly engine: Engine } & typeof import('./page')>;

/** Builds the page into `dist`; `dist/engine.mjs` must have been built. `production` (the default) minifies. */
export declare function buildPage(options: { root: string; mode?: 'production' | 'development' }): Promise<void>;
