import type { Card } from 'virtual:figures';
import { runnerImport, type InlineConfig, type Plugin } from 'vite';
import { dataModules } from './data-modules';

type Cards = Readonly<Record<string, Card>>;

const NAME = 'virtual:figures';

/** Delivers every figure's card as `virtual:figures`. */
export function manifestModule(cards: () => Cards | Promise<Cards>): Plugin {
  return {
    name: 'manifest-module',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: async (id) => (id === `\0${NAME}` ? `export const cards = ${JSON.stringify(await cards())};` : undefined),
  };
}

/** The same for a server, which itself knows no figure: read from their sources whenever it is asked for. */
export const freshManifest = (root: string): Plugin =>
  manifestModule(async () => {
    const options: InlineConfig = { root, configFile: false, logLevel: 'warn', plugins: dataModules('inside') };
    const { module } = await runnerImport<{ figureCards: () => Cards }>(`${root}/web/build/manifest.ts`, options);
    return module.figureCards();
  });
