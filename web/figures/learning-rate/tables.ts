/** The numbers behind the four curves, their losses, and the sweep once it is shown. */
import type { NumberTable } from '../../parts/number-table';
import { groundOf, known, loss, parameter, plain, rowsOf, table, type Cell } from '../numbers';
import { rateText, STEPS, type Race } from './race';

function results({ balls }: Race): NumberTable {
  return table(
    `What the four rates do in ${STEPS} steps`,
    [plain('learning rate'), plain('what it does'), plain('steps made'), loss('last loss')],
    balls.map(({ rate, manner, run, diverged }) => [
      rate,
      manner,
      run.steps,
      diverged ? 'diverged' : run.loss(run.steps),
    ]),
  );
}

/** Cells stay empty where a ball has arrived or left. */
function steps({ balls, steps: count }: Race): NumberTable {
  return table(
    'Every step of all four',
    [
      plain('step'),
      ...balls.flatMap(({ rate }) => [parameter(`w, rate ${rateText(rate)}`), loss(`loss, rate ${rateText(rate)}`)]),
    ],
    rowsOf(count + 1, (k) => [
      k,
      ...balls.flatMap(({ run }): Cell[] => (k > run.steps ? ['', ''] : [run.parameter(k, 0), run.loss(k)])),
    ]),
  );
}

function sweep({ swept: { rates, excess, bands } }: Race): NumberTable[] {
  return [
    table(
      'What rates do, from one to the next',
      [plain('from rate'), plain('to rate'), plain('what they do')],
      bands.map((b) => [b.from, b.to, b.manner]),
    ),
    table(
      `Loss above the bottom after ${STEPS} steps`,
      [plain('learning rate'), loss('loss above the bottom')],
      Array.from(rates, (rate, i) => [rate, known(excess[i], 'diverged')]),
    ),
  ];
}

export const rateTables = (race: Race, revealed: boolean): NumberTable[] => [
  results(race),
  steps(race),
  ...(revealed ? sweep(race) : []),
  ...groundOf(race.ground),
];
