/** Two dials and a compass: the slopes along each dial, the gradient they make, and what a step against it brings. */
import { html, type TemplateResult } from 'lit';
import { rateSlider } from '../../parts/rate-slider';
import { segmented, slider } from '../../parts/slider';
import { fixed, significant } from '../../plot/format';
import type { Objective } from '../../engine/engine';
import { hundredths } from '../../plot/scales';
import { descend, ending } from '../descent';
import { defineFigure, onlyRun, type Pieces } from '../figure';
import { panels } from './below';
import { elsewhere, put, turn } from './hands';
import { mapWithSections } from './map';
import { prediction } from './panels';
import { placeAt, type Place } from './place';
import { CONDITIONS, isOpen, nextOf, placeOf, RATES, settings, type Gradient, type Seen } from './seen';
import { landscapeNames, landscapes, surveyOf, type LandscapeName, type Pair } from './survey';
import { gradientTables } from './tables';
import { aligned, alignedStatus } from './task';
import type { Values } from '../settings';
import { surfaceStyles } from '../../style/figure/surface';
import { twoDialStyles } from '../../style/figure/next-step';

const STEPS = 40;
/** A loss beyond this is off every map of this figure. */
const OUT = 1e5;

function plot(v: Seen): TemplateResult {
  const { run, survey } = v.model;
  return mapWithSections({
    id: v.id,
    width: v.width,
    survey,
    place: placeOf(v),
    next: nextOf(v),
    path: { rows: run.steps + 1, at: (k) => [run.parameter(k, 0), run.parameter(k, 1)] },
    step: v.step,
    pinned: v.pinned,
    open: isOpen(v),
    needle: v.settings.needle,
    guess: v.time === 0 ? v.settings.guess : null,
    hint: !isOpen(v),
    put: (x, y) => put(v, x, y),
    turn: (needle) => turn(v, needle),
    point: (guess) => v.set({ guess }, { keepTime: true }),
  });
}

function controls(v: Seen): TemplateResult {
  const name = v.settings.function;
  const choose = (to: LandscapeName): void => {
    const { start, rate } = landscapes[to];
    v.set({ function: to, x: start[0], y: start[1], rate, guess: null });
  };
  return html` ${segmented({
    id: `${v.id}-function`,
    label: 'landscape',
    value: name,
    options: landscapeNames.map((value) => ({ value, label: landscapes[value].label })),
    input: choose,
  })}
  ${
    landscapes[name].shaped
      ? slider({
          id: `${v.id}-condition`,
          label: 'condition number',
          value: v.settings.condition,
          ...CONDITIONS,
          scale: 'log',
          ticks: [{ value: 1, label: 'round', side: 'after' }],
          input: (condition) => v.set({ condition, guess: null }, { keepTime: true }),
        })
      : ''
  }
  ${rateSlider({
    id: `${v.id}-rate`,
    value: v.settings.rate,
    ...RATES,
    curvature: v.model.curvature,
    input: (rate) => v.set({ rate, revealed: true }, { keepTime: true }),
  })}`;
}

function arrange(v: Seen, pieces: Pieces): TemplateResult {
  return html`${pieces.plot}
    <div class="asked">
      ${prediction({
        place: placeOf(v),
        survey: v.model.survey,
        // It is about the place where it was made.
        guess: v.time === 0 ? v.settings.guess : null,
        open: isOpen(v),
        reveal: () => v.set({ revealed: true }, { keepTime: true }),
        again: () => elsewhere(v),
      })}
    </div>
    ${pieces.timeBar} ${pieces.panels} ${pieces.controls} ${pieces.foot}`;
}

function model(engine: Parameters<typeof surveyOf>[0], s: Values<typeof settings>): Gradient {
  const survey = surveyOf(engine, { function: s.function, condition: s.condition });
  const run = descend(engine, {
    objective: survey.objective,
    optimizer: { name: 'gradient_descent', learningRate: s.rate },
    start: [s.x, s.y],
    stepLimit: STEPS,
    tolerance: 1e-3,
    divergenceLimit: OUT,
  });
  const objective: Objective = engine.createObjective(survey.objective);
  let last: Place | undefined;
  const foot: Pair =
    run.reason === 'diverged'
      ? (survey.minima[0] ?? [0, 0])
      : [run.parameter(run.steps, 0), run.parameter(run.steps, 1)];
  return {
    run,
    steps: run.steps,
    end: ending(run),
    survey,
    curvature: Math.max(0, objective.curvature(foot).largest),
    placeAt: (at) => {
      if (last?.at[0] !== at[0] || last.at[1] !== at[1]) last = placeAt(objective, at, survey.domain);
      return last;
    },
    dispose: () => {
      run.dispose();
      objective.dispose();
    },
  };
}

export const figure = defineFigure<typeof settings, Gradient>({
  name: 'gradient',
  title: 'Two slopes, one gradient',
  caption: 'Drag the ball, on the map or on the surface. Turn the surface, turn the needle, then play.',
  heights: [1260, 1454],
  settings,
  styles: [surfaceStyles, twoDialStyles],
  light: ['needle', 'guess', 'revealed', 'panel', 'log', 'turn', 'tilt'],
  compare: { by: ['x', 'y', 'rate'], run: (m) => m.run },
  model,
  runs: onlyRun,
  plot,
  panels,
  controls,
  arrange,
  presets: [
    {
      label: 'round bowl',
      values: { function: 'bowl', condition: 1, x: -3, y: 2, rate: 0.3, guess: null, revealed: true },
    },
    {
      label: 'narrow',
      values: { function: 'bowl', condition: 20, x: -3.5, y: 1, rate: 0.08, guess: null, revealed: true },
    },
    {
      label: 'a step too far',
      values: { function: 'bowl', condition: 4, x: -3, y: 2, rate: 0.6, guess: null, revealed: true },
    },
    {
      label: 'four valleys',
      values: { function: 'himmelblau', x: -0.5, y: -1, rate: 0.012, guess: null, revealed: true },
    },
  ],
  newStart: (s, random, { survey: { domain } }) => {
    const anywhere = (): number => hundredths(domain[0] * 0.9 + 0.9 * (domain[1] - domain[0]) * random());
    return { x: anywhere(), y: anywhere(), guess: null, revealed: s.revealed };
  },
  goals: { aligned: { done: aligned, status: alignedStatus } },
  tables: (v) => gradientTables({ ...v.model, place: placeOf(v), open: isOpen(v) }),
  sentence: (v) => {
    const place = placeOf(v);
    const next = nextOf(v);
    const [dx, dy] = next ? [next[0] - place.at[0], next[1] - place.at[1]] : [0, 0];
    const move = next
      ? ` The next step changes x by ${significant(dx)} and y by ${significant(dy)}.`
      : v.model.end
        ? ` It ${v.model.end.text}.`
        : '';
    return `Step ${v.step} of ${v.model.steps}: at x ${fixed(place.at[0], 2)}, y ${fixed(place.at[1], 2)} the loss is ${significant(place.loss)}. Its slope is ${significant(place.gradient[0])} along x and ${significant(place.gradient[1])} along y; the steepest is ${significant(place.norm)}.${move}`;
  },
});
