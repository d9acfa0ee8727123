/** The numbers behind the map, the losses and the ranking. */
import type { NumberTable } from '../../parts/number-table';
import { known, loss, mapOf, plain, rowsOf, stepsOf, table } from '../numbers';
import { byArrival, resultOf, type Entry, type Race } from './race';

/** Every step of one racer, and what it had asked for by then. */
export const stepsOfRacer = ({ racer, run }: Entry): NumberTable =>
  stepsOf(
    run,
    ['x', 'y'],
    [{ column: plain('gradients asked for'), value: (k) => known(run.trace.gradientCount[k]) }],
    `Every step of ${racer.label}`,
  );

function results({ entries }: Race): NumberTable {
  const order = [...entries].sort((a, b) => byArrival('steps')(resultOf(a), resultOf(b)));
  return table(
    'Who is first over the finish line',
    [plain('racer'), plain('steps'), plain('gradients'), plain('Hessians'), loss('last loss'), plain('end')],
    order.map(({ racer, finish, run, diverged }) => [
      racer.label,
      finish?.step ?? '',
      finish?.gradients ?? '',
      finish?.hessians ?? '',
      run.loss(run.steps),
      diverged ? 'left' : finish ? 'over the line' : 'not there',
    ]),
  );
}

/** Cells stay empty where a racer has stopped. */
function losses({ entries, steps }: Race): NumberTable {
  return table(
    'Everybody’s loss at every step',
    [plain('step'), ...entries.map((e) => loss(e.racer.label))],
    rowsOf(steps + 1, (k) => [k, ...entries.map(({ run }) => (k > run.steps ? '' : run.loss(k)))]),
  );
}

export const raceTables = (race: Race, chosen: Entry | undefined): NumberTable[] => [
  results(race),
  losses(race),
  ...(chosen ? [stepsOfRacer(chosen)] : []),
  ...mapOf(race.ground.relief),
];
