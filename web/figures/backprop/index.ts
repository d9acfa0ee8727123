/** Backpropagation on a small graph: values forwards, blame backwards, one box at a time; an order of one's own; a race. */
import { hundredths } from '../../plot/scales';
import { networkMarks } from '../../plot/network-ink';
import { defineFigure } from '../figure';
import { order } from './goal';
import { modelOf } from './model';
import { orderAsked } from './order-panel';
import { panels } from './panels';
import { plot } from './plot';
import { raceQuestion } from './race-wager';
import { settings, type Backprop } from './seen';
import { styles } from './style';
import { tables } from './tables';
import { question } from './wager';
import { sentence } from './words';

export const figure = defineFigure<typeof settings, Backprop>({
  name: 'backprop',
  needs: 'whole',
  title: 'Blame, passed backwards',
  caption: 'Pull a weight up or down, step from box to box, or ask the boxes yourself.',
  heights: [947, 707],
  settings,
  styles: [networkMarks, styles],
  light: ['guess', 'guessFor', 'priced', 'forks'],
  spots: [
    'graph',
    'hairpin',
    'guess',
    'loupe',
    'slopes',
    'tally',
    'order',
    'account',
    'forks',
    'sheets',
    'price',
    'graphs',
  ],
  // The loss, the last sum and the upper sigmoid stand to the right of what is asked next.
  firstStep: 8,
  model: modelOf,
  plot,
  asked: (v) => (v.model.yours ? orderAsked(v) : v.model.race ? raceQuestion(v, v.model.race) : question(v)),
  panels,
  newStart: (_, random, { dials }) => ({ dials: dials.map(() => hundredths(4 * random() - 2)), guess: null }),
  goals: { order },
  tables,
  sentence,
});
