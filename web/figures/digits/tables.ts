/** The numbers behind the pictures: the answers, the losses, the mix-ups, the dials counted. */
import type { NumberTable } from '../../parts/number-table';
import { loss, parameter, plain, rowsOf, table } from '../numbers';
import { mixUps } from './judging';
import { dialsOf } from './layers';
import { updateNow, verdictNow } from './now';
import { LENGTHS } from './mine';
import { dialsNow, meantNow, readNow } from './now';
import type { Seen } from './seen';

function answers(v: Seen): NumberTable {
  const verdict = verdictNow(v);
  return table(
    'What it makes of the pad',
    [plain('digit'), plain('answer')],
    verdict ? rowsOf(10, (d) => [d, verdict.chances[d] ?? 0]) : [],
  );
}

function losses(v: Seen): NumberTable {
  const all = v.model.losses();
  return table(
    'Loss and digits read right, against updates',
    [plain('update'), loss('loss'), loss('loss of the unseen'), plain('right'), plain('right of the unseen')],
    all
      ? rowsOf(all.at.length, (k) => [
          all.at[k]!,
          all.seen[k]!.loss,
          all.unseen[k]!.loss,
          all.seen[k]!.accuracy,
          all.unseen[k]!.accuracy,
        ])
      : [],
  );
}

function confusion(v: Seen): NumberTable {
  const { judged } = v.model.judged(updateNow(v));
  const counts = judged && mixUps(judged);
  return table(
    'What unseen digits are taken for',
    [plain('is'), ...rowsOf(10, (d) => plain(`${d}`))],
    counts ? rowsOf(10, (d) => [d, ...counts.slice(10 * d, 10 * d + 10)]) : [],
  );
}

const dials = (v: Seen): NumberTable =>
  table(
    'Dials',
    [plain('from'), plain('to'), parameter('weights'), parameter('biases'), parameter('together')],
    dialsOf(v.model.sizes).map((d) => [d.from, d.to, d.weights, d.biases, d.all]),
  );

function mine(v: Seen): NumberTable[] {
  if (v.settings.panel !== 'mine' || !dialsNow(v)) return [];
  const { others } = v.model.mine(updateNow(v), readNow(v), meantNow(v), v.settings.ownStep);
  return [
    table(
      'One update on the digit on the pad',
      [plain('rate'), plain('broken'), plain('mended'), plain('right')],
      rowsOf(Math.min(others.length, LENGTHS.length), (k) => [
        others[k]!.rate,
        others[k]!.broken.length,
        others[k]!.mended.length,
        others[k]!.right,
      ]),
    ),
  ];
}

/** Without those that wait for digits still being brought. */
export const digitTables = (v: Seen): NumberTable[] =>
  [answers(v), losses(v), confusion(v), dials(v), ...mine(v)].filter(({ rows }) => rows.length > 0);
