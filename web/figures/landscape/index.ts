/** What cannot be drawn: a slice with what it leaves out, where many runs end, and how steep the ground gets under one. */
import { count, significant } from '../../plot/format';
import { networkMarks } from '../../plot/network-ink';
import { defineFigure } from '../figure';
import { highest } from './between';
import { told } from './between-plot';
import { settings } from './choices';
import { sharpnessAt, stays, UPDATES } from './edge';
import { EVERY as LOOK } from './ends';
import { modelOf } from './model';
import { panels } from './panels';
import { plot } from './plot';
import { highOf, HIGH, rowsOf, runsThere } from './rows';
import type { Landscape, Seen } from './seen';
import { slicing } from './slice';
import { styles } from './style';
import { landscapeTables } from './tables';
import { hover } from './task';
import { known, question } from './wager';

function sentence(v: Seen): string {
  const { slice, between, ends, edge, lesson, steps } = v.model;
  if (between) {
    const bent = between.ways.now?.bent;
    const { straight, sorted, seeds } = between;
    return `${v.step} percent of the way from the end of start ${seeds[0]} to that of start ${seeds[1]}: ${bent ? told(v, between, bent) : 'the bent way is being trained'}. The highest losses on the way are ${significant(highest(straight))} straight, ${significant(highest(sorted))} with the neurons sorted alike${bent ? `, ${significant(highest(bent))} bent` : ''}; before training it was ${significant(between.begins)}.`;
  }
  const at = `Update ${count(v.step)} of ${count(steps)}`;
  if (slice) {
    const plane = {
      path: 'the path moved most along',
      random: 'were drawn at random',
      straight: 'lead from start to end',
      between: 'lead through two ends',
    };
    return `${at}, on a map of two directions that ${plane[v.settings.plane]}: the map says ${significant(slice.plane(slice.at(v.step)))}, the network says ${significant(slice.network(v.step))}; ${lesson.dials - 2} directions are left out.`;
  }
  if (ends) {
    const rows = rowsOf(ends.runs.now, v.time).filter(({ runs }) => runs.length);
    const told = rows.map((row) => `${highOf(row)} of ${row.runs.length} with ${row.width}`);
    return `After ${count(v.step)} updates, runs whose loss is above ${HIGH}, by neurons: ${told.join(', ') || 'none has been made yet'}. ${runsThere(rows)}, looked at every ${LOOK} updates.`;
  }
  const course = edge?.course.now;
  if (!course) return `${at}: the run is being made.`;
  const here = sharpnessAt(course, v.time);
  const open = known(v);
  const held = open ? stays(course) : undefined;
  return `${at}: loss ${significant(course.losses[Math.min(v.step, course.losses.length - 1)] ?? NaN)}${here === undefined ? '' : `, sharpness ${significant(here)}`}.${open ? ` The rate ${v.settings.rate} can bear ${significant(2 / v.settings.rate)}.` : ''}${held === undefined ? '' : ` In the second half of ${count(UPDATES)} updates the sharpness stays at ${significant(held)}.`}${course.diverged ? ' The run diverged.' : ''}`;
}

export const figure = defineFigure<typeof settings, Landscape>({
  name: 'landscape',
  title: 'What cannot be drawn',
  caption: 'Drag A and A′ across the map, drop many runs, or pull the line that is the rate.',
  needs: 'whole',
  heights: [690, 770],
  settings,
  styles: [networkMarks, styles],
  light: ['ax', 'ay', 'bx', 'by', 'neurons', 'run', 'guess', 'revealed'],
  spots: [
    'map',
    'path',
    'section',
    'ball',
    'profile',
    'says',
    'planes',
    'runs',
    'coasts',
    'sharpness',
    'line',
    'zone',
    'guess',
    'numbers',
    'rate',
  ],
  firstStep: 300,
  speed: 50,
  speeds: [1, 10, 50, 200],
  *prepare(engine, s) {
    if (s.view === 'slice' && s.plane !== 'between') yield* slicing(engine, s);
  },
  model: modelOf,
  plot,
  asked: question,
  panels,
  newStart: (_, random) => ({ seed: 1 + Math.floor(9999 * random()) }),
  goals: { hover },
  tables: landscapeTables,
  sentence,
});
