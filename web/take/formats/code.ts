/** The runs as programs that anybody can repeat: a format for each language. */
import type { FunctionEngine } from '../../engine/engine';
import type { GdFigure } from '../../figures/host/downhill.d.ts';
import { jupyter, languages, lastLoss, writes, type CodeLanguage } from '../code';
import { textFile, type Format, type Piece } from '../format';
import type { Moment } from '../moment';

/** The engine that the page's figures use. */
async function pageEngine(): Promise<FunctionEngine> {
  const element = customElements.get('gd-figure') as typeof GdFigure | undefined;
  if (!element) throw new Error('This page has no figures.');
  return element.loadEngine('functions');
}

const writable = (language: CodeLanguage, { runs }: Moment) =>
  runs().filter(({ options }) => writes(language, options));

const program = (language: CodeLanguage): Format => ({
  name: language.name,
  label: language.label,
  kind: 'file',
  has: (moment) => writable(language, moment).length > 0,
  pieces: async (moment) => {
    const engine = await pageEngine();
    return writable(language, moment).map(({ name, options }): Piece => {
      const last = lastLoss(engine, options);
      const text = language.write(options, { engine, name, page: moment.page + moment.link, last });
      return { label: name, text, downloads: [textFile('save', language.file, text)] };
    });
  },
});

export const programs: readonly Format[] = [...languages, jupyter].map(program);
