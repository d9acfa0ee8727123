/** The numbers behind the picture: every run step by step, where they end, and the ground. What a link hides stays hidden. */
import type { NumberTable } from '../../parts/number-table';
import { known, loss, mapOf, parameter, plain, rowsOf, samples, stepsOf, table, type Cell } from '../numbers';
import { allowed, outAt, shownTracks, type Seen, type Track } from './seen';
import { rateOf } from './table';

const name = ({ number, info }: Track): string => `${number} ${info.label}`;

/** More weights than a map has are no table for reading. */
const names = (v: Seen): readonly string[] => v.model.survey?.variables ?? [];

function ends(v: Seen): NumberTable {
  return table(
    'All runs',
    [
      plain('run'),
      plain('rate'),
      plain('schedule'),
      plain('steps'),
      ...names(v).map((n) => parameter(`last ${n}`)),
      loss('last loss'),
      plain('end'),
    ],
    shownTracks(v).map((t): Cell[] => [
      name(t),
      rateOf(t),
      t.schedule.label,
      t.run?.steps ?? '',
      ...names(v).map((_, i) => known(t.run?.parameter(t.run.steps, i))),
      known(t.run?.loss(t.run.steps)),
      t.problem ?? (t.diverged ? `diverged at step ${outAt(t)}` : (t.run?.reason ?? '').replace('_', ' ')),
    ]),
  );
}

function losses(v: Seen): NumberTable {
  const tracks = shownTracks(v);
  return table(
    'Loss at every step',
    [plain('step'), ...tracks.map((t) => loss(name(t)))],
    rowsOf(v.model.steps + 1, (k) => [k, ...tracks.map(({ run }): Cell => (run && k <= run.steps ? run.loss(k) : ''))]),
  );
}

export function playTables(v: Seen): readonly NumberTable[] {
  if (allowed(v, 'numbers') === 'gone') return [];
  const { survey } = v.model;
  const steps = survey
    ? shownTracks(v).flatMap((t) => (t.run ? [stepsOf(t.run, names(v), [], `Every step of ${name(t)}`)] : []))
    : [];
  const ground = survey?.curve
    ? [samples('The curve', [parameter(names(v)[0] ?? 'w'), loss()], survey.curve.x, survey.curve.y)]
    : survey?.relief
      ? mapOf(survey.relief, names(v))
      : [];
  return [ends(v), losses(v), ...steps, ...ground];
}
