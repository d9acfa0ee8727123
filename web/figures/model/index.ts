/** A line with two dials, the points it should follow, and how wrong it is. */
import { html } from 'lit';
import type { Engine } from '../../engine/engine';
import { stylesOf } from '../../parts/late';
import { grouped, fixed, significant } from '../../plot/format';
import { descend, ending } from '../descent';
import { defineFigure, onlyRun } from '../figure';
import { tidy } from './extent';
import { contents, reports } from './coming';
import { panels } from './panels';
import { plot } from './scatter';
import { oneDial, settings, type LineModel, type Seen } from './seen';
import { modelTables } from './tables';
import { sectionOf } from './section';
import { steepestCurvature, surveying, surveyOf, type Survey } from './survey';
import { question } from './wager';
import { namesOf, inWords } from './words';
import { styles } from './style';

const STEPS = 100;
/** How near to the least loss counts as having got there. */
const NEAR = 1.01;

/** A run may grow a thousandfold before it counts as diverged: well beyond anything the plot can show. */
function limitFor(survey: Survey, weight: number, bias: number, engine: Engine): number {
  const objective = engine.createObjective(survey.objective);
  const start = objective.evaluate([weight, bias]).value;
  objective.dispose();
  const { dials } = survey;
  return 1e3 * Math.max(start, survey.best ?? 0, ...dials.weight, ...dials.bias, Math.abs(weight), Math.abs(bias));
}

/** Dials turned on from where the machine had brought them do not count. */
const byHand = (v: Seen): boolean => v.time === 0 && v.local['helped'] !== true;

function near(v: Seen): boolean {
  const { best } = v.model.survey;
  const loss = v.model.run.loss(0);
  const [low, high] = v.model.survey.extent.y;
  // Where the best loss is zero, a miss too small to see must not stand in the way.
  return best !== undefined && loss <= NEAR * best + ((high - low) / 1000) ** 2;
}

function standing(v: Seen): string {
  const { best } = v.model.survey;
  const loss = v.model.run.loss(0);
  if (best === undefined) return 'these points have no single best line';
  if (v.local['helped'] === true) return 'the machine helped; turn a dial well away, and come back yourself';
  if (near(v)) return `loss ${grouped(loss)}: no line gets below ${grouped(best)}, and yours is within 1 % of it`;
  const times = best > 0 ? `, ${significant(loss / best, 3)} times the lowest there is` : '';
  return `loss ${grouped(loss)}${times}${oneDial(v) ? '; free both dials' : ''}`;
}

export const figure = defineFigure<typeof settings, LineModel>({
  name: 'model',
  title: 'A line with two dials',
  caption: 'Drag the line by its end, or the bead under its loss; or drag the dots.',
  heights: [706, 691],
  settings,
  styles: [styles],
  laterStyles: () => stylesOf(contents, reports),
  compare: { by: ['weight', 'bias', 'rate', 'scale'], run: (m) => m.run },
  light: ['xName', 'yName', 'residuals', 'best', 'dial', 'log', 'panel', 'guess', 'revealed', 'cut'],
  spots: ['guess', 'plot', 'curve', 'loss', 'map', 'step'],
  *prepare(engine, s) {
    yield* surveying(engine, s);
  },
  model(engine, s) {
    const survey = surveyOf(engine, s);
    const run = descend(engine, {
      objective: survey.objective,
      optimizer: { name: 'gradient_descent', learningRate: s.rate },
      start: [s.weight, s.bias],
      stepLimit: STEPS,
      divergenceLimit: limitFor(survey, s.weight, s.bias, engine),
    });
    return {
      run,
      survey,
      steps: run.steps,
      end: ending(run),
      section: (bias) => sectionOf(engine, survey, bias),
      curvatureOf: (points) => steepestCurvature(engine, { points, scale: 'given', loss: s.loss }),
      dispose: () => run.dispose(),
    };
  },
  runs: onlyRun,
  plot,
  asked: (v) => html`${question(v)}`,
  panels,
  newStart: (_, random, { survey }) => {
    const within = ([low, high]: readonly [number, number]): number => low + (high - low) * (0.1 + 0.8 * random());
    return {
      weight: tidy(within(survey.dials.weight), survey.dials.weight),
      bias: tidy(within(survey.dials.bias), survey.dials.bias),
    };
  },
  goals: {
    'by-hand': { done: (v) => byHand(v) && near(v), status: standing },
  },
  tables: modelTables,
  sentence: (v) => {
    const { run, survey } = v.model;
    const k = v.step;
    const names = namesOf(v);
    const line = `${names.y.name} is ${fixed(run.parameter(k, 0), survey.decimals.weight)} times ${names.x.name} plus ${fixed(run.parameter(k, 1), survey.decimals.bias)}`;
    const best = survey.best === undefined ? '' : ` The least possible is ${grouped(survey.best)}.`;
    const end = v.model.end && k >= v.model.end.step ? ` It ${v.model.end.text}.` : '';
    return `Step ${k} of ${run.steps}, ${inWords(v, survey.count)}: ${line}. The loss is ${grouped(run.loss(k))}.${best}${end}`;
  },
});
