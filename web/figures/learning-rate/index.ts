/** Four balls from one start with four rates in one valley, and the sweep over all the others as the axis they stand on. */
import { brief, fixed, significant } from '../../plot/format';
import { hundredths } from '../../plot/scales';
import { defineFigure } from '../figure';
import { curves } from '../profile';
import { arrivedFast, fastestStatus, isRescaled, rescaledStatus } from './fastest';
import { panels } from './panels';
import { picture } from './picture';
import { race, rateText, STEPS, type Ball, type Race } from './race';
import { chosenBall, ratesOf, settings } from './seen';
import { styles } from './style';
import { rateTables } from './tables';
import { wager } from './wager';

function ballInWords(ball: Ball, step: number): string {
  const name = `Rate ${rateText(ball.rate)} ${ball.manner}`;
  if (ball.diverged && step > ball.run.steps) return `${name}: diverged at step ${ball.run.steps + 1}.`;
  return `${name}: weight ${fixed(ball.run.parameter(step, 0), 2)}, loss ${significant(ball.run.loss(step))}.`;
}

export const figure = defineFigure<typeof settings, Race>({
  name: 'learning-rate',
  title: 'Four learning rates in one valley',
  caption: 'Press play. Then drag a rate along its axis, or a ball in the valley.',
  heights: [535, 710],
  styles: [styles],
  settings,
  light: ['guess', 'revealed', 'log', 'chosen', 'panel', 'axis', 'reach'],
  spots: ['valley', 'sweep', 'guess', 'step'],
  compare: {
    by: ['start', 'rates', 'rate', 'chosen'],
    run: (m, s) => chosenBall(m, s)?.run,
    traits: (m, s) => ({ rate: rateText(chosenBall(m, s)?.rate ?? 0), start: brief(m.start, 4) }),
  },
  firstStep: 3,
  model: (engine, s) =>
    race(engine, {
      function: s.function,
      curvature: s.curvature,
      start: s.start,
      rates: ratesOf(s),
      fitted: s.frame === 'fitted',
    }),
  runs: ({ model }) => model.balls.map(({ rate, run }) => ({ name: `rate ${rateText(rate)}`, options: run.options })),
  plot: picture,
  asked: wager,
  panels,
  newStart: (s, random) => {
    const [low, high] = curves[s.function].reach;
    return { start: hundredths(low + (high - low) * random()), guess: null };
  },
  goals: {
    fastest: {
      done: (v) => arrivedFast(v.model, v.step),
      status: (v) => fastestStatus(v.model),
    },
    /** The same where its answer does not stand in the text. */
    rescaled: {
      done: (v) => isRescaled(v.model) && arrivedFast(v.model, v.step),
      status: (v) => rescaledStatus(v.model),
    },
  },
  tables: (v) => rateTables(v.model, v.settings.revealed),
  sentence: (v) => {
    const { steps, balls } = v.model;
    const of = steps === STEPS ? '' : `, where the last of them ends`;
    return `Step ${v.step} of ${steps}${of}. ${balls.map((b) => ballInWords(b, v.step)).join(' ')}`;
  },
});
