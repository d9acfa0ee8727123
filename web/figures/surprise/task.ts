/** Two tasks: teach the rarest rows in a hundred updates, and need fewer bits than the table. */
import { fixed, significant } from '../../plot/format';
import { rules } from './choices';
import { hasEnded, lettersIn, readerBits, triesOf } from './game';
import { updateNow } from './now';
import { plays } from './plot';
import { worst, worstTold } from './rows';
import { tableBits } from './ruler';
import type { Seen } from './seen';

/** Updates there are for it, and what a row may still lack, bits. */
export const WITHIN = 100;
export const LITTLE = 0.1;

const levels = ({ settings: { optimizer: o } }: Seen): boolean => o !== 'gradient_descent' && o !== 'momentum';

const taught = (v: Seen): boolean =>
  v.settings.text === '' && updateNow(v) <= WITHIN && updateNow(v) > 0 && worst(v).bits < LITTLE;

export const rareTaught = {
  done: taught,
  status: (v: Seen): string => {
    if (v.settings.text !== '') return 'on this tutorial’s own text';
    const now = updateNow(v);
    if (now > WITHIN) return `update ${now} is too late; go back to ${WITHIN}`;
    if (!taught(v)) return `after ${now} updates ${worstTold(v)}`;
    const why = levels(v)
      ? 'this rule divides each dial’s slope by the size that dial’s slopes have had, so a row seen five times strides as far as one seen two thousand times'
      : 'so long a step that rare rows arrive, and none that swings';
    return `after ${now} updates no row lacks more than ${significant(worst(v).bits, 2)} bits with ${rules[v.settings.optimizer].label}: ${why}`;
  },
};

export const fewerBits = {
  done: (v: Seen): boolean =>
    plays(v) && triesOf(v).length === lettersIn(v) && !v.settings.over && (readerBits(v) ?? Infinity) < tableBits(v),
  status: (v: Seen): string => {
    if (!plays(v)) return 'open Shannon’s game';
    const mine = readerBits(v);
    if (!hasEnded(v) || mine === undefined) return `${triesOf(v).length} of ${lettersIn(v)} letters found`;
    const both = `you ${fixed(mine, 2)} bits a letter, the table ${fixed(tableBits(v), 2)}`;
    if (v.settings.over) return `${both}; play one to its end`;
    return mine < tableBits(v)
      ? `${both}: it sees one letter back, you see words and what the sentence is about`
      : `${both}; it knows how often letters follow each other: begin with e, a space, t`;
  },
};
