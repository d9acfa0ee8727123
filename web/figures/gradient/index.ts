/** Two dials and a compass: the slopes along each dial, the gradient they make, and what a step against it brings. */
import type { Engine, Objective } from '../../engine/engine';
import { stylesOf } from '../../parts/late';
import { brief, significant } from '../../plot/format';
import { hundredths } from '../../plot/scales';
import { descend, ending } from '../descent';
import { defineFigure, onlyRun } from '../figure';
import type { Values } from '../settings';
import { tracing } from '../traced';
import { asked } from './asked';
import { contents, panels, turnable } from './below';
import { map } from './map';
import { placeAt, type Place } from './place';
import { isOpen, nextOf, placeOf, settings, type Gradient, type Seen } from './seen';
import { gradientStyles } from './style';
import { surveyOf, type Pair } from './survey';
import { gradientTables } from './tables';
import { aligned, alignedStatus } from './task';

const STEPS = 40;
/** A loss beyond this is off every map of this figure. */
const OUT = 1e5;

function model(engine: Engine, s: Values<typeof settings>): Gradient {
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
      if (last?.at[0] !== at[0] || last.at[1] !== at[1]) last = placeAt(objective, at);
      return last;
    },
    dispose: () => {
      run.dispose();
      objective.dispose();
    },
  };
}

/** Where it stands and how steep it is; of the steepest way and the step only what the wager no longer asks. */
function sentence(v: Seen): string {
  const place = placeOf(v);
  const [gx, gy] = place.gradient;
  const here = `Step ${v.step} of ${v.model.steps}: at x ${brief(place.at[0])}, y ${brief(place.at[1])} the loss is ${significant(place.loss)}. Its slope is ${brief(gx)} along x and ${brief(gy)} along y`;
  if (!isOpen(v)) return `${here}. Which way it falls fastest is still to be guessed.`;
  const next = nextOf(v);
  const move = next
    ? ` The next step changes x by ${brief(next[0] - place.at[0])} and y by ${brief(next[1] - place.at[1])}.`
    : v.model.end
      ? ` It ${v.model.end.text}.`
      : '';
  return `${here}; the steepest is ${brief(place.norm)}.${move}`;
}

export const figure = defineFigure<typeof settings, Gradient>({
  name: 'gradient',
  title: 'Two slopes, one gradient',
  caption: 'Drag the ball: both cuts follow. Turn the triangle to where the loss falls fastest, then look.',
  heights: [635, 700],
  settings,
  styles: [gradientStyles],
  laterStyles: () => stylesOf(turnable, contents),
  light: ['needle', 'guess', 'revealed', 'panel', 'cut', 'log', 'turn', 'tilt'],
  compare: { by: ['x', 'y', 'rate'], run: (m) => m.run },
  model,
  runs: onlyRun,
  still: () => Promise.all([contents.come(), tracing.come()]),
  plot: map,
  asked,
  panels,
  spots: [
    'map',
    'ball',
    'line-x',
    'line-y',
    'gradient',
    'step',
    'bottom',
    'guess',
    'cuts',
    'cut-x',
    'cut-y',
    'compass',
    'promise',
    'surface',
    'more',
  ],
  newStart: (s, random, { survey: { tall } }) => ({
    x: hundredths(-3.8 + 7.6 * random()),
    y: hundredths(0.9 * (tall[0] + (tall[1] - tall[0]) * random())),
    guess: null,
    revealed: s.revealed,
  }),
  goals: { aligned: { done: aligned, status: alignedStatus } },
  tables: (v) => gradientTables({ ...v.model, place: placeOf(v), open: isOpen(v) }),
  sentence,
});
