/** The numbers behind the pictures; what is still to be guessed is left out. */
import type { NumberTable } from '../../parts/number-table';
import { known, loss, parameter, plain, rowsOf, table } from '../numbers';
import { hiddenFrom, hiddenPairs } from './asking';
import { bitsOfTries, hasEnded, lettersIn, sentenceOf, triesOf } from './game';
import { chancesNow, lacking, lettersOf, litPair, surprisesOf } from './now';
import { plays } from './plot';
import { byRarity } from './rows';
import { spoken } from './reading';
import type { Seen } from './seen';

const named = (symbol: string | undefined): string => (symbol === ' ' ? 'space' : spoken(symbol));

function sentence(v: Seen): NumberTable {
  const letters = lettersOf(v);
  const bits = surprisesOf(v, letters);
  const told = Math.min(letters.length, hiddenFrom(v));
  return table(
    'Surprise of each letter',
    [plain('letter'), plain('after'), loss('bits'), plain('one in')],
    rowsOf(told, (i) => [
      named(letters[i]),
      named(i ? letters[i - 1] : ' '),
      known(bits[i]),
      known(bits[i] === undefined ? undefined : 2 ** bits[i]),
    ]),
  );
}

function row(v: Seen): NumberTable[] {
  const { symbols, counts, rows, order } = v.model.reading;
  const { first } = litPair(v);
  if (first < 0) return [];
  const chances = chancesNow(v);
  const hidden = hiddenPairs(v);
  const at = (second: number): number => first * symbols.length + second;
  return [
    table(
      `What follows ${spoken(symbols[first])}`,
      [plain('next letter'), parameter('chance'), plain('counted'), plain('share counted')],
      order.map((second) => {
        const name = named(symbols[second]);
        if (hidden(first, second)) return [name, known(undefined), known(undefined), known(undefined)];
        const seen = counts[at(second)] ?? 0;
        return [name, known(chances[at(second)]), seen, seen / Math.max(1, rows[first] ?? 0)];
      }),
    ),
  ];
}

function updates({ model: { training } }: Seen): NumberTable {
  return table(
    'Perplexity against updates',
    [plain('step'), loss('perplexity'), loss('bits a letter'), loss('nats a letter')],
    rowsOf(training.reached + 1, (k) => [
      k,
      known(Math.exp(training.loss(k))),
      known(training.loss(k) / Math.LN2),
      known(training.loss(k)),
    ]),
  );
}

function rows(v: Seen): NumberTable {
  const { symbols, rows: often } = v.model.reading;
  const lacks = lacking(v, chancesNow(v));
  return table(
    'What each row still lacks',
    [plain('letter'), plain('times seen'), loss('bits above counting')],
    byRarity(v).map((i) => [named(symbols[i]), often[i] ?? 0, known(lacks[i])]),
  );
}

function game(v: Seen): NumberTable[] {
  const letters = [...sentenceOf(v)];
  const tries = triesOf(v);
  const mine = bitsOfTries(tries);
  const ended = hasEnded(v);
  const bits = ended ? surprisesOf(v, letters) : [];
  if (!ended && tries.length === 0) return [];
  return [
    table(
      'Shannon’s game',
      [plain('letter'), plain('tries'), plain('your bits'), ...(ended ? [loss('the table’s bits')] : [])],
      rowsOf(ended ? lettersIn(v) : tries.length, (k) => [
        named(letters[k + 1]),
        tries[k] ?? '',
        ended ? known(mine[k]) : '',
        ...(ended ? [known(bits[k + 1])] : []),
      ]),
    ),
  ];
}

export const surpriseTables = (v: Seen): NumberTable[] =>
  plays(v) ? game(v) : [sentence(v), ...row(v), updates(v), rows(v)];
