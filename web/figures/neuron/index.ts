/** A neuron's map of the plane, its coast in the hand, and a network of them that learns. */
import { fixed, significant } from '../../plot/format';
import { formStyles } from '../../style/figure/forms';
import { networkMarks } from '../../plot/network-ink';
import { defineFigure } from '../figure';
import { answerWord, chosen, judgedNow, nameOf, passingNow, updateNow } from './now';
import { ahead, modelOf } from './model';
import { panels } from './panels';
import { compare } from './pinned';
import { plot } from './plot';
import { FIRST_STEP, settings } from './choices';
import type { Neurons, Seen } from './seen';
import { styles } from './style';
import { byHand } from './task';
import { neuronTables } from './tables';
import { soFar } from './starts';
import { netFor } from './training';
import { asked } from './wager';

function sentence(v: Seen): string {
  const { examples, net, end } = v.model;
  const { right, unseenRight } = judgedNow(v);
  const now = updateNow(v);
  const mine = chosen(v);
  const kept =
    examples.count > examples.seen ? `, and ${unseenRight} of ${examples.count - examples.seen} it never saw` : '';
  const layers = v.settings.layers.length
    ? `hidden layers of ${v.settings.layers.join(', ')} neurons`
    : 'no hidden neuron';
  const passing = passingNow(v);
  const here = `At ${fixed(v.settings.x, 2)}, ${fixed(v.settings.y, 2)} ${nameOf(v, mine)} answers ${fixed(passing.answers[mine] ?? 0, 2)}, and the network ${answerWord(v, passing.answers.slice(net.hidden))}.`;
  const over = end && now >= end.step ? ` ${end.text.replace(/^./, (c) => c.toUpperCase())}.` : '';
  return `Update ${now} of ${v.model.steps}, ${layers}: ${right} of ${examples.seen} points on the right shore${kept}; loss ${significant(v.model.assess(now, 'seen').loss)}. ${here}${over}`;
}

export const figure = defineFigure<typeof settings, Neurons>({
  name: 'neuron',
  title: 'A neuron’s coast',
  caption: 'Drag the coast by its ball, turn it by its arrow, or play and watch it learn.',
  needs: 'whole',
  heights: [931, 714],
  settings,
  styles: [networkMarks, formStyles, styles],
  light: ['neuron', 'x', 'y', 'beat', 'panel', 'guess', 'pushed', 'revealed', 'log'],
  spots: ['map', 'network', 'sum', 'collapsed', 'loss', 'points', 'squash', 'dials', 'starts'],
  firstStep: FIRST_STEP,
  speed: 20,
  // Updates are two a second at speed 1; at the last, 2,000: a whole training in a breath, and its maps still move.
  speeds: [0.25, 1, 5, 20, 100, 1000],
  prepare: ahead,
  model: modelOf,
  keeps: (v) => soFar(v) !== undefined,
  refusals: (_, s): Record<string, string> => {
    const { parameters } = netFor(s);
    return s.weights.length === 0 || s.weights.length === parameters
      ? {}
      : {
          weights: `This network has ${parameters} weights and biases, not ${s.weights.length}. Give all of them, or “drawn”.`,
        };
  },
  compare,
  // The start beside it: another program need not draw it as the engine does.
  runs: ({ model: { training } }) => [
    { name: 'this training', options: { ...training.options, start: training.parameters(0) } },
  ],
  plot,
  asked,
  panels,
  newStart: (_, random) => ({ seed: Math.floor(random() * 1e6), weights: [], pushed: null }),
  goals: { 'by-hand': byHand },
  tables: neuronTables,
  sentence,
});
