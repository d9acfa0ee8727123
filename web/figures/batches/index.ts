/** A noisy compass: every example has a gradient of its own, a batch's arrow is their mean, and the cloud of such arrows shrinks as it grows. */
import { html } from 'lit';
import { fixed, significant } from '../../plot/format';
import { hundredths } from '../../plot/scales';
import { networkMarks } from '../../plot/network-ink';
import { defineFigure } from '../figure';
import { EXAMPLES } from './geyser';
import { map } from './map';
import { model } from './model';
import { panels } from './panels';
import { placeOf, settings, type Batched, type Seen } from './seen';
import { styles } from './style';
import { surveying } from './survey';
import { batchTables } from './tables';
import { rested, restedStatus } from './task';
import { question } from './wager';

function sentence(v: Seen): string {
  const place = placeOf(v);
  const { batch } = v.settings;
  const [w, b] = place.at;
  const asks = batch === EXAMPLES ? `all ${EXAMPLES}` : `${batch} of ${EXAMPLES}`;
  const spread =
    batch === EXAMPLES
      ? 'Its arrow is the true one.'
      : `Batches’ arrows stray ${significant(place.cloud.spread)} from the true one, which is ${significant(Math.hypot(...place.cloud.full))} long.`;
  const end = v.model.end && v.step >= v.model.end.step ? ` It ${v.model.end.text}.` : '';
  return `Update ${v.step} of ${v.model.steps}, asking ${asks} at a time: weight ${fixed(w, 2)}, bias ${fixed(b, 2)}, loss ${significant(place.cloud.loss)}; the lowest is ${significant(v.model.survey.least)}. ${spread}${end}`;
}

export const figure = defineFigure<typeof settings, Batched>({
  name: 'batches',
  needs: 'whole',
  title: 'A noisy compass',
  caption: 'Drag the ball, and pull the edge of the lit window: the cloud of arrows shrinks.',
  heights: [848, 736],
  settings,
  styles: [networkMarks, styles],
  light: ['guess', 'revealed', 'panel', 'against'],
  spots: [
    'map',
    'ball',
    'bottom',
    'paths',
    'needles',
    'arrow',
    'truth',
    'cloud',
    'ring',
    'guess',
    'deck',
    'edge',
    'points',
    'loss',
    'spread',
    'formula',
    'clocks',
    'rest',
    'more',
  ],
  compare: { by: ['weight', 'bias', 'batch', 'rate', 'schedule', 'order', 'seed'], run: (m) => m.run },
  speed: 5,
  *prepare(engine) {
    yield* surveying(engine);
  },
  model,
  runs: ({ model: m, settings: s }) => [
    ...(s.batch < EXAMPLES ? [{ name: `batches of ${s.batch}`, options: m.run.options }] : []),
    { name: `all ${EXAMPLES} asked`, options: m.whole.options },
  ],
  plot: map,
  asked: (v) => html`${question(v)}`,
  panels,
  newStart: (_, random) => ({
    weight: hundredths(-1.5 + 2.5 * random()),
    bias: hundredths(5.8 + 2.4 * random()),
    seed: 1 + Math.floor(9999 * random()),
  }),
  goals: { rest: { done: rested, status: restedStatus } },
  tables: batchTables,
  sentence,
});
