/** The runs as programs that anybody can repeat. */
import type { Engine, RunOptions } from '../../../engine/engine';
import type { GdFigure } from '../../../figures/host/downhill.d.ts';
import { languages } from '../code';
import { textFile, type Format, type Piece } from '../format';

/** Figures with many runs show the first ones: the others differ in a number. */
const MOST = 8;

/** What a run is, in a few words. */
export function runName({ optimizer, schedule }: RunOptions): string {
  const method = (optimizer?.name ?? 'gradient_descent').replaceAll('_', ' ');
  const rate = optimizer?.['learningRate'];
  const plan = schedule && schedule.name !== 'constant' ? `, ${schedule.name.replaceAll('_', ' ')} schedule` : '';
  return `${method}${typeof rate === 'number' ? `, learning rate ${rate}` : ''}${plan}`;
}

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
  has: (moment) => languages.length > 0 && moment.runs().length > 0,
  pieces: async ({ runs, page, link }) => {
    const engine = await pageEngine();
    return runs()
      .slice(0, MOST)
      .flatMap((run): Piece[] => {
        const context = { engine, name: runName(run), page: page + link };
        return languages.map((language) => {
          const text = language.write(run, context);
          return {
            label: `${language.label}: ${context.name}`,
            text,
            downloads: [textFile('save', language.file, text)],
          };
        });
      });
  },
};
