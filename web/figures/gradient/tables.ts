/** The numbers behind the map, its sections, the compass and the outlook. */
import type { NumberTable } from '../../parts/number-table';
import type { Descent } from '../descent';
import { loss, mapOf, parameter, plain, rowsOf, samples, slope, stepsOf, table } from '../numbers';
import { slopeTowards, type Place } from './place';
import type { Survey } from './survey';

export interface GradientTablesOptions {
  readonly run: Descent;
  readonly survey: Survey;
  readonly place: Place;
  /** Whether the compass is open. */
  readonly open: boolean;
}

/** Degrees from one row of the compass to the next. */
const TURN = 15;

function compass(place: Place): NumberTable {
  const rows = rowsOf(360 / TURN, (k) => [k * TURN, slopeTowards(place, k * TURN)]);
  return table('The slope in every direction', [{ name: 'from x', unit: '°' }, slope('slope')], rows);
}

function outlook({ norm, outlook: { real } }: Place): NumberTable {
  const promised = Array.from(real.x, (rate) => -rate * norm ** 2);
  const columns = [plain('learning rate'), slope('promised'), loss('real')];
  return samples('Change of the loss by one step', columns, real.x, promised, real.y);
}

export const gradientTables = ({ run, survey, place, open }: GradientTablesOptions): NumberTable[] => [
  // Steps and the slopes all around answer the wager.
  ...(open ? [stepsOf(run, ['x', 'y']), compass(place)] : []),
  outlook(place),
  ...place.slices.map(({ x, y }, i) => {
    const dial = 'xy'[i]!;
    return samples(`The ground along ${dial}, through the ball`, [parameter(dial), loss()], x, y);
  }),
  ...mapOf(survey.relief),
];
