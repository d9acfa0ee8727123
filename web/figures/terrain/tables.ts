/** The numbers behind the basins and the hundred starts. */
import type { StartsSurvey } from '../../engine/engine';
import type { NumberTable } from '../../parts/number-table';
import { known, loss, optimum, parameter, plain, rowsOf, table, type Cell } from '../numbers';
import type { Bottom, Ends } from './ends';
import { binsOf, endOf } from './bins';
import { hundred } from './hundred';
import { near } from './model';
import type { Seen } from './seen';

interface Counted {
  readonly ends: Ends;
  /** Undefined while nobody let them go. */
  readonly starts: StartsSurvey | undefined;
  /** Places this near to a bottom belong to it. */
  readonly near: number;
}

/** Where there are too many for letters, bottoms are told by their rank. */
const nameOf = ({ bottoms }: Ends, bottom: Bottom): string => bottom.letter || String(bottoms.indexOf(bottom) + 1);

function shares({ ends, starts, near }: Counted): NumberTable {
  const found = starts ? rowsOf(starts.end.length, (k) => endOf(starts, k, ends, near)) : [];
  const runs = (bottom: Bottom): Cell => (starts ? found.filter((b) => b === bottom).length : '');
  const nowhere = [
    ['leaves the map', ends.leaving],
    ['not at rest in time', ends.roaming],
    ['rests on no bottom', ends.resting],
  ] as const;
  return table(
    'Where starts end',
    [plain('end'), optimum('x'), optimum('y'), loss(), { name: 'share of the map', unit: '%' }, plain('random starts')],
    [
      ...ends.bottoms.map((b) => [nameOf(ends, b), ...b.at, b.loss, 100 * b.share, runs(b)]),
      ...nowhere.map(([name, share]) => [name, '', '', '', 100 * share, '']),
    ],
  );
}

function each({ ends, starts, near }: Counted): NumberTable[] {
  if (!starts) return [];
  const { bins } = binsOf({ survey: starts, ends, near });
  const rows = rowsOf(starts.end.length, (k): Cell[] => {
    const end = endOf(starts, k, ends, near);
    const [x, y] = [starts.starts[2 * k]!, starts.starts[2 * k + 1]!];
    return [k + 1, x, y, end ? nameOf(ends, end) : '', known(starts.finalLoss[k]), starts.steps[k]!];
  });
  return [
    table(
      'Random starts',
      [plain('start'), parameter('from x'), parameter('from y'), optimum('end'), loss('final loss'), plain('steps')],
      rows,
    ),
    table(
      'How many end with which loss',
      [loss('loss from'), loss('to'), plain('runs')],
      bins.filter(({ count }) => count).map(({ from, to, count }) => [from, to, count]),
    ),
  ];
}

export function endTables({ model, settings }: Seen, ends: Ends): NumberTable[] {
  const starts = settings.starts ? hundred(model, settings.seed) : undefined;
  const counted: Counted = { ends, starts, near: near(model.survey) };
  return [shares(counted), ...each(counted)];
}
