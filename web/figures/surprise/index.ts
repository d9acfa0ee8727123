/** A table of letter pairs that learns to be less surprised, and Shannon's game beside it. */
import { fixed, significant } from '../../plot/format';
import { networkMarks } from '../../plot/network-ink';
import { defineFigure } from '../figure';
import { asks, hiddenFrom } from './asking';
import { settings } from './choices';
import { hasEnded, lettersIn, readerBits, triesOf } from './game';
import { modelOf, trained } from './model';
import { bitsNow, lettersOf, litPair, meanOf, perplexityNow, surprisesOf, updateNow } from './now';
import { panels } from './panels';
import { plays, plot } from './plot';
import { likeliest } from './beside';
import { legible, spoken } from './reading';
import { tableBits } from './ruler';
import type { Seen, Surprised } from './seen';
import { styles } from './style';
import { surpriseTables } from './tables';
import { fewerBits, rareTaught } from './task';
import { asked } from './wager';

function gameSentence(v: Seen): string {
  const so = `Shannon’s game: ${triesOf(v).length} of ${lettersIn(v)} letters found.`;
  if (!hasEnded(v)) return `${so} Guess the next one.`;
  const mine = readerBits(v);
  return `${so} ${mine === undefined ? '' : `You needed ${fixed(mine, 2)} bits a letter, `}the table ${fixed(tableBits(v), 2)}, the alphabet ${fixed(Math.log2(v.model.reading.symbols.length), 2)}.`;
}

function sentence(v: Seen): string {
  if (plays(v)) return gameSentence(v);
  const { reading, steps, end } = v.model;
  const now = updateNow(v);
  const { first } = litPair(v);
  const bits = surprisesOf(v, lettersOf(v)).slice(0, hiddenFrom(v));
  const row =
    first < 0
      ? ''
      : ` After ${spoken(reading.symbols[first])} it expects ${likeliest(v, first, 2)
          .filter(({ hidden }) => !hidden)
          .map(({ symbol, chance }) => `${spoken(reading.symbols[symbol])} (${Math.round(100 * chance)} %)`)
          .join(' or ')}.`;
  const mean = meanOf(bits);
  const looked =
    mean === undefined
      ? ''
      : ` “${v.settings.sentence}”${asks(v) ? ', as far as it is told,' : ''} surprises it by ${significant(mean)} bits a letter.`;
  const over = end && now >= end.step ? ` ${end.text.replace(/^./, (c) => c.toUpperCase())}.` : '';
  return `Update ${now} of ${steps}: perplexity ${significant(perplexityNow(v))} of ${reading.symbols.length}, ${significant(bitsNow(v))} bits a letter; counting comes to ${significant(reading.perplexity)}.${row}${looked}${over}`;
}

export const figure = defineFigure<typeof settings, Surprised>({
  name: 'surprise',
  title: 'A table that is surprised',
  caption: 'Drag along the sentence: every letter lights its row, and the bar over it says how much it surprised.',
  needs: 'whole',
  heights: [660, 725],
  settings,
  styles: [networkMarks, styles],
  light: [
    ...(['sentence', 'letter', 'row', 'column', 'temperature', 'seed', 'panel', 'guess', 'revealed'] as const),
    ...(['round', 'tries', 'struck', 'over', 'bet'] as const),
  ],
  spots: [
    ...[
      'bars',
      'guess',
      'table',
      'perplexity',
      'curve',
      'counted',
      'row',
      'samples',
      'temperature',
      'rare',
      'rule',
      'text',
    ],
    ...['sentence', 'keyboard', 'ruler', 'bet', 'both', 'tries', 'took'],
  ],
  firstStep: 100,
  speed: 20,
  // Updates are two a second at speed 1.
  speeds: [1, 5, 20, 100],
  prepare: trained,
  model: modelOf,
  refusals: (_, s): Record<string, string> =>
    s.text === '' || [...legible(s.text)].length > 1
      ? {}
      : { text: 'There are no two letters in this text. Give a sentence or more, or leave it empty.' },
  plot,
  asked,
  panels,
  goals: { rare: rareTaught, shannon: fewerBits },
  tables: surpriseTables,
  sentence,
});
