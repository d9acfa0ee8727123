/** The numbers behind the map, the losses and the ranking. */
import type { NumberTable } from '../../parts/number-table';
import { known, loss, mapOf, plain, rowsOf, stepsOf, table } from '../numbers';
import type { Rolls } from './rolls';
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
    'Who is first over the finish line, and stays there',
    [plain('racer'), plain('steps'), plain('gradients'), plain('Hessians'), loss('last loss'), plain('end')],
    order.map(({ racer, finish, run, diverged }) => [
      racer.label,
      finish?.step ?? '',
      finish?.gradients ?? '',
      finish?.hessians ?? '',
      run.loss(run.steps),
      diverged ? 'left' : finish ? 'there' : 'not there',
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

/** What the hand has found out, or all of it once the wager is made. */
function dial(rolls: Rolls, values: readonly number[]): NumberTable {
  return table(
    'Steps to the finish line, by momentum',
    [plain('momentum'), plain('steps')],
    values.map((momentum) => [momentum, rolls.at(momentum).step ?? 'not there']),
  );
}

/** @param values of the momentum dial whose outcome may be told */
export const raceTables = (
  race: Race,
  chosen: Entry | undefined,
  rolls: Rolls,
  values: readonly number[],
): NumberTable[] => [
  results(race),
  dial(rolls, values),
  losses(race),
  ...(chosen ? [stepsOfRacer(chosen)] : []),
  ...mapOf(race.ground.relief),
];
