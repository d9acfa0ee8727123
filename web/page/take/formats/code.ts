/** The runs as programs that anybody can repeat. */
import type { Engine } from '../../../engine/engine';
import type { GdFigure } from '../../../figures/host/downhill.d.ts';
import { isWritable, languages } from '../code';
import { textFile, type Format, type Piece } from '../format';

/** Figures with many runs show the first ones: the others differ in a number. */
const MOST = 8;

/** The engine that the page's figures use. */
async function pageEngine(): Promise<Engine> {
  const element = customElements.get('gd-figure') as typeof GdFigure | undefined;
  if (!element) throw new Error('This page has no figures.');
  return element.loadEngine();
}

export const code: Format = {
  name: 'code',
  label: 'code',
  kind: 'file',
  has: (moment) => moment.runs().some(({ options }) => isWritable(options)),
  pieces: async ({ runs, page, link }) => {
    const engine = await pageEngine();
    return runs()
      .filter(({ options }) => isWritable(options))
      .slice(0, MOST)
      .flatMap(({ name, options }): Piece[] => {
        const context = { engine, name, page: page + link };
        return languages.map((language) => {
          const text = language.write(options, context);
          return {
            label: `${language.label}: ${context.name}`,
            text,
            downloads: [textFile('save', language.file, text)],
          };
        });
      });
  },
};
