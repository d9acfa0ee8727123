/**
 * `downhill` where there is no page to put figures into: a server that renders one, a build. It has the names of the
 * real one and defines no element; the engine works here as well.
 */

/** @returns {Promise<unknown>} */
export async function loadEngine() {
  // @ts-expect-error In the package it lies beside this file.
  const engine = /** @type {{ loadEngine: () => Promise<unknown> }} */ (await import('./engine.mjs'));
  return engine.loadEngine();
}

/** What a page's figures are; here only a name. */
export class GdFigure {
  static loadEngine = loadEngine;
}
