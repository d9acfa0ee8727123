/** One weight, one curve: the slope under the ball, the step it asks for, and where that lands. */
import { html } from 'lit';
import { fixed } from '../../plot/format';
import { hundredths } from '../../plot/scales';
import { descend, ending } from '../descent';
import { defineFigure, onlyRun } from '../figure';
import { groundOf, stepsOf } from '../numbers';
import { curves, profile } from '../profile';
import { hilltop } from './goal';
import { hillOf } from './hill';
import { panels, soFar } from './panels';
import { plot } from './plot';
import { settings, STEPS, type OneWeight } from './seen';
import { styles } from './style';
import { question } from './wager';

/** A loss beyond this counts as having climbed out: far above anything the plot can show. */
const OUT = 1e4;

export const figure = defineFigure<typeof settings, OneWeight>({
  name: 'one-weight',
  title: 'One weight on its loss curve',
  caption: 'Drag the ball, then take a step, and read the line that says what happened.',
  heights: [661, 692],
  settings,
  styles: [styles],
  light: ['guess', 'guessFor', 'log', 'panel'],
  spots: ['guess', 'loss', 'loupe', 'sum', 'steps', 'curve'],
  compare: { by: ['rate', 'start'], run: (m) => m.run },
  firstStep: 2,
  model(engine, s) {
    const run = descend(engine, {
      objective: { name: s.function },
      optimizer: { name: 'gradient_descent', learningRate: s.rate },
      start: [s.start],
      stepLimit: STEPS,
      tolerance: 1e-6,
      divergenceLimit: OUT,
    });
    const ground = profile(engine, { name: s.function });
    return {
      run,
      steps: run.steps,
      end: ending(run),
      ground,
      hill: s.function === 'double_well' ? hillOf(engine, s.function, s.rate, ground) : undefined,
      dispose: () => {
        run.dispose();
        ground.dispose();
      },
    };
  },
  runs: onlyRun,
  plot,
  asked: (v) => html`${question(v)}`,
  panels,
  newStart: (s, random) => {
    const [low, high] = curves[s.function].reach;
    return { start: hundredths(low + (high - low) * random()), guess: null };
  },
  goals: { hilltop },
  // While a guess waits for its step, the steps to come are not told.
  tables: (v) => [
    v.settings.guess !== null && v.step < v.settings.guessFor ? soFar(v) : stepsOf(v.model.run),
    ...groundOf(v.model.ground),
  ],
  sentence: (v) => {
    const { run } = v.model;
    const k = v.step;
    const slope = run.gradient(k, 0);
    const way = slope > 0 ? 'left' : 'right';
    const end = v.model.end && k >= v.model.end.step ? ` It ${v.model.end.text}.` : ` The next step goes ${way}.`;
    return `Step ${k} of ${run.steps}: the weight is ${fixed(run.parameter(k, 0))}, the slope ${fixed(slope)}, the loss ${fixed(run.loss(k))}.${end}`;
  },
});
