/** One weight, one curve: the slope under the ball, the step it asks for, and where that lands. */
import { html, type TemplateResult } from 'lit';
import { arithmetic, waiting } from '../../parts/arithmetic';
import { lossCurve } from '../../parts/loss-curve';
import { predict } from '../../parts/predict';
import { rateSlider } from '../../parts/rate-slider';
import { segmented } from '../../parts/slider';
import { stepsTable } from '../../parts/steps-table';
import { brief, fixed, significant } from '../../plot/format';
import { hundredths } from '../../plot/scales';
import { descend, ending, told } from '../descent';
import { defineFigure, onlyRun } from '../figure';
import { groundOf, stepsOf } from '../numbers';
import { plot } from './plot';
import { RATES, settings, STEPS, type OneWeight, type Seen } from './seen';
import { curveNames, curves, profile } from '../profile';
import { lossesBeside } from '../pinned';

/** A loss beyond this counts as having climbed out: far above anything the plot can show. */
const OUT = 1e4;

function verdict(v: Seen): { truth: number | null; text: string } {
  const { guess, guessFor } = v.settings;
  if (guess === null || v.step < guessFor) return { truth: null, text: '' };
  const [from, truth] = [v.model.run.parameter(guessFor - 1, 0), v.model.run.parameter(guessFor, 0)];
  const miss = (guess - truth) * Math.sign(truth - from || 1);
  const text = Math.abs(miss) < 0.005 ? 'exactly' : `${brief(Math.abs(miss), 2)} too ${miss > 0 ? 'far' : 'short'}`;
  return { truth, text };
}

function panels(v: Seen): TemplateResult {
  const { run } = v.model;
  const half = v.width > 470 ? ((v.width - 22) * 5) / 11 : v.width;
  const said = verdict(v);
  // After the last step there is none to guess.
  const asks = v.settings.guess !== null || v.step < run.steps;
  const asked = predict({
    question: 'Where will the next step land? Drag the triangle, then step.',
    guess: v.settings.guess,
    truth: said.truth,
    truthLabel: `step ${v.settings.guessFor} landed at`,
    verdict: said.text,
    forget: () => v.set({ guess: null }, { keepTime: true }),
  });
  return html` ${asks ? html`<div class="asked">${asked}</div>` : ''}
    <div class="beside">
      ${lossCurve({
        width: half,
        ...lossesBeside(v),
        logarithmic: v.settings.log === 'log',
        setLogarithmic: (on) => v.set({ log: on ? 'log' : 'linear' }, { keepTime: true }),
        go: (step) => v.go(step),
      })}
      <div>
        ${told(v, run.steps) > 0 ? arithmetic(run.explain(told(v, run.steps), 0)) : waiting('Take a step, and its arithmetic stands here.')}
        ${stepsTable({
          table: stepsOf(run),
          step: v.step,
          memory: v,
        })}
      </div>
    </div>`;
}

function controls(v: Seen): TemplateResult {
  return html` ${segmented({
    id: `${v.id}-function`,
    label: 'curve',
    value: v.settings.function,
    options: curveNames.map((name) => ({ value: name, label: curves[name].label })),
    input: (name) => v.set({ function: name, start: curves[name].start, guess: null }),
  })}
  ${rateSlider({
    id: `${v.id}-rate`,
    value: v.settings.rate,
    ...RATES,
    curvature: v.model.ground.nearest(v.model.run.parameter(v.model.run.steps, 0))?.curvature ?? 0,
    input: (rate) => v.set({ rate, guess: null }, { keepTime: true }),
  })}`;
}

/** On the hilltop between the wells: the slope is all but zero, and yet it is no minimum. */
function resting(v: Seen): boolean {
  const { run, ground } = v.model;
  const [from, to] = [run.parameter(0, 0), run.parameter(5, 0)];
  return (
    v.settings.function === 'double_well' &&
    Math.abs(to - from) < 0.05 &&
    ground.minima.every((m) => Math.abs(m.x - to) > 0.3)
  );
}

export const figure = defineFigure<typeof settings, OneWeight>({
  name: 'one-weight',
  title: 'One weight on its loss curve',
  caption: 'Drag the ball, then take a step, and read the line that says what happened.',
  heights: [1095, 930],
  settings,
  light: ['guess', 'guessFor', 'log'],
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
      dispose: () => {
        run.dispose();
        ground.dispose();
      },
    };
  },
  runs: onlyRun,
  plot,
  panels,
  controls,
  presets: [
    { label: 'crawl', values: { function: 'parabola', start: 3, rate: 0.01, guess: null } },
    { label: 'overshoot', values: { function: 'parabola', start: 3, rate: 0.9, guess: null } },
    { label: 'diverge', values: { function: 'parabola', start: 0.5, rate: 1.1, guess: null } },
    { label: 'trapped', values: { function: 'double_well', start: 1.6, rate: 0.05, guess: null } },
  ],
  newStart: (s, random) => {
    const [low, high] = curves[s.function].reach;
    return { start: hundredths(low + (high - low) * random()), guess: null };
  },
  goals: {
    hilltop: {
      done: (v) => v.step >= 5 && resting(v),
      status: (v) =>
        v.settings.function !== 'double_well'
          ? 'choose “two wells” first'
          : `moved ${significant(Math.abs(v.model.run.parameter(5, 0) - v.model.run.parameter(0, 0)), 2)} in five steps${v.step < 5 && resting(v) ? '; now take them' : ''}`,
    },
  },
  tables: ({ model: { run, ground } }) => [stepsOf(run), ...groundOf(ground)],
  sentence: (v) => {
    const { run } = v.model;
    const k = v.step;
    const slope = run.gradient(k, 0);
    const way = slope > 0 ? 'left' : 'right';
    const end = v.model.end && k >= v.model.end.step ? ` It ${v.model.end.text}.` : ` The next step goes ${way}.`;
    return `Step ${k} of ${run.steps}: the weight is ${fixed(run.parameter(k, 0))}, the slope ${fixed(slope)}, the loss ${fixed(run.loss(k))}.${end}`;
  },
});
