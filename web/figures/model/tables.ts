/** The numbers behind the points and their misses, the loss, and its map. */
import type { NumberTable } from '../../parts/number-table';
import { loss, mapOf, optimum, parameter, plain, rowsOf, stepsOf, table } from '../numbers';
import { shows } from './best-line';
import { dialsNow } from './hands';
import { scaled } from './points';
import { namesOf } from './words';
import type { Seen } from './seen';

/** Every step of both dials. */
export const steps = ({ model: { run } }: Seen): NumberTable => stepsOf(run, ['weight', 'bias']);

function points(v: Seen): NumberTable {
  const { points: all, count, scale } = v.model.survey;
  const { x: across, y: up } = namesOf(v);
  const { weight, bias } = dialsNow(v);
  return table(
    'Points and misses',
    [plain('point'), across, up, parameter('the line says'), loss('miss')],
    rowsOf(count, (i) => {
      const [x, y] = [scaled(all[2 * i]!, scale), all[2 * i + 1]!];
      const line = weight * x + bias;
      return [i + 1, x, y, line, y - line];
    }),
  );
}

export function modelTables(v: Seen): NumberTable[] {
  const { fit, best, relief } = v.model.survey;
  const exact =
    best !== undefined && shows(v)
      ? [table('Least squares', [optimum('weight'), optimum('bias'), loss()], [[...fit.parameters, best]])]
      : [];
  return [points(v), steps(v), ...exact, ...mapOf(relief, ['weight', 'bias'])];
}
