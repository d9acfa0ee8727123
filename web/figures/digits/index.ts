/** A pad to write on, read by a network that learns in front of the reader. */
import { count, fixed } from '../../plot/format';
import { formStyles } from '../../style/figure/forms';
import { networkMarks } from '../../plot/network-ink';
import { defineFigure } from '../figure';
import { asked } from './asked';
import { wordsOf } from './answers';
import { FIRST_STEP, light, settings } from './choices';
import { begun, prepare } from './ahead';
import { updateNow, verdictNow } from './now';
import { panels } from './panels';
import { compare } from './pinned';
import { plot } from './plot';
import type { Reading, Seen } from './seen';
import { styles } from './style';
import { digitTables } from './tables';
import { fooled } from './task';

/** Seconds of training that a reader would not want to wait for twice. */
const WAITED = 1;

function sentence(v: Seen): string {
  const now = updateNow(v);
  const verdict = verdictNow(v);
  const words = wordsOf(v, verdict);
  const told = verdict
    ? ` The largest answers: ${verdict.best} ${fixed(verdict.chances[verdict.best] ?? 0, 2)}, ${verdict.second} ${fixed(verdict.chances[verdict.second] ?? 0, 2)}.`
    : '';
  return `Update ${count(now)} of ${count(v.model.steps)}, network of ${v.model.sizes.join(', ')}: ${words}.${told}`;
}

export const figure = defineFigure<typeof settings, Reading>({
  name: 'digits',
  title: 'A network reads your digits',
  caption: 'Write on the pad with a pen, a finger or the arrow keys; play and watch it learn.',
  needs: 'whole',
  heights: [950, 725],
  settings,
  styles: [networkMarks, formStyles, styles],
  light,
  spots: [
    'pad',
    'rows',
    'answers',
    'strip',
    'learning',
    'mixups',
    'firstrow',
    'nudges',
    'mine',
    'scribbles',
    'dials',
    'digits',
  ],
  firstStep: FIRST_STEP,
  speed: 100,
  // Updates are two a second at speed 1; the last is as fast as the engine makes them.
  speeds: [1, 10, 100, 1000, 10_000],
  prepare,
  model: begun,
  keeps: ({ settings, model }) =>
    !['generated', 'few'].includes(settings.data) || (model.training?.seconds ?? 0) > WAITED,
  compare,
  plot,
  asked,
  panels,
  newStart: (_, random) => ({ seed: Math.floor(random() * 1e6) }),
  goals: { fooled },
  tables: digitTables,
  sentence,
});
