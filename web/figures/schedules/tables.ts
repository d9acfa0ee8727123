/** The numbers behind the curve, the rates and the losses. */
import type { NumberTable } from '../../parts/number-table';
import { groundOf, known, plain, stepsOf, type Extra } from '../numbers';
import type { Seen } from './seen';

export function scheduleTables({ settings, model: { run, plain: constant, refused, ground } }: Seen): NumberTable[] {
  // The last row has no update to come.
  const rate: Extra = {
    column: plain('rate of the next step'),
    value: (k) => (k < run.steps ? known(run.trace.rate[k]) : ''),
  };
  const tried: Extra = { column: plain('rates refused before it'), value: (k) => refused[k]?.length ?? '' };
  return [
    stepsOf(run, ['w'], refused.length ? [rate, tried] : [rate]),
    ...(settings.schedule === 'constant' ? [] : [stepsOf(constant, ['w'], [], 'Every step at a constant rate')]),
    ...groundOf(ground),
  ];
}
