/** The numbers behind both plots: errors against the step width, the lines at this width, the curve. */
import type { NumberTable } from '../../parts/number-table';
import { brief } from '../../plot/format';
import { groundOf, plain, samples, slope, table } from '../numbers';
import type { Quotients } from './quotients';

export function quotientTables({ ground, at, h, slope: exact, widths, forward, central }: Quotients): NumberTable[] {
  return [
    table(
      `Slopes at w = ${brief(at)} for h = ${brief(h)}`,
      [plain('quotient'), slope('slope'), plain('error')],
      [
        ['forward', forward.value, forward.error],
        ['central', central.value, central.error],
        ['exact', exact, 0],
      ],
    ),
    samples(
      'Error of the slope against the step width',
      [plain('h'), plain('forward error'), plain('central error')],
      widths,
      forward.errors,
      central.errors,
    ),
    ...groundOf(ground),
  ];
}
