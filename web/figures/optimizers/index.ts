/** Momentum in hand on one ravine; then a race of optimizers from one start, and the arithmetic of any racer's step. */
import { stylesOf } from '../../parts/late';
import { fixed, significant } from '../../plot/format';
import { thousandths } from '../../plot/scales';
import { defineFigure } from '../figure';
import { tracing } from '../traced';
import { asked } from './asked';
import { others } from './coming';
import { chosen, chosenOf, traits } from './chosen';
import { allRacers } from './field';
import { landscape } from './landscapes';
import { leaving } from './leaving';
import { panels } from './panels';
import { pastOf } from './past';
import { plot } from './picture';
import { byArrival, race, resultOf, type Entry } from './race';
import { startsWithin } from './reach';
import { rollsOn, VALUES } from './rolls';
import { settings, USUAL, type Racing, type Seen } from './seen';
import { styles } from './style';
import { raceTables } from './tables';
import { dialsOf, tunedStatus, tunedWell } from './task';

export { others };

function inWords(e: Entry, v: Seen): string {
  const { racer, run, diverged, finish } = e;
  if (diverged && v.step > run.steps) return `${racer.label} ${leaving(e, v.model)}.`;
  const there = finish && finish.step <= v.step ? `, below the line since step ${finish.step}` : '';
  return `${racer.label}: loss ${significant(run.loss(v.step))}${there}.`;
}

function sentence(v: Seen): string {
  const { start, entries, steps, ground, rolls } = v.model;
  const order = [...entries].sort((a, b) => byArrival('steps')(resultOf(a), resultOf(b)));
  const { momentum } = dialsOf(v);
  const { step } = rolls.at(momentum);
  const rolling =
    v.settings.panel === 'momentum'
      ? ` Momentum ${fixed(momentum, 2)}: ${step === undefined ? 'not there in time' : `${step} steps to the finish line`}.`
      : '';
  return `Step ${v.step} of ${steps} on the ${ground.info.label}, from ${fixed(start[0], 2)}, ${fixed(start[1], 2)}.${rolling} ${order
    .map((e) => inWords(e, v))
    .join(' ')}`;
}

export const figure = defineFigure<typeof settings, Racing>({
  name: 'optimizers',
  title: 'A race of optimizers',
  caption: 'Turn the momentum, drag the start, and let others join.',
  heights: [555, 755],
  settings,
  styles: [styles],
  laterStyles: () => stylesOf(others),
  light: [
    'picked',
    'dial',
    'panel',
    'against',
    'log',
    'reach',
    'guessMomentum',
    'swept',
    'guessRound',
    'guessLong',
    'revealed',
  ],
  spots: ['map', 'dial', 'arrivals', 'rails', 'racers', 'step', 'losses', 'dials', 'field', 'ground'],
  compare: {
    by: ['x', 'y', 'racers', 'momentum', 'tuned'],
    run: (m, s) => chosenOf(m, s)?.run,
    traits,
  },
  firstStep: 24,
  speed: 5,
  *prepare(engine, s) {
    allRacers(engine);
    yield;
    landscape(engine, s.landscape, s.condition);
  },
  model: (engine, s) => {
    // What everybody's momentum is unless it is turned needs no telling.
    const momentum = s.momentum === USUAL ? undefined : s.momentum;
    const asks = { landscape: s.landscape, condition: s.condition, start: [s.x, s.y] as const, racers: s.racers };
    const run = race(engine, { ...asks, tuned: s.tuned, ...(momentum === undefined ? {} : { momentum }) });
    const ground = { landscape: s.landscape, condition: s.condition, tuned: run.tuned };
    return {
      ...run,
      rolls: rollsOn(engine, { ...ground, start: run.start }),
      home: () => rollsOn(engine, { ...ground, start: run.ground.start }),
      engine,
      startOn: (name) => landscape(engine, name, s.condition).start,
    };
  },
  runs: ({ model }) => model.entries.map(({ racer, run }) => ({ name: racer.label, options: run.options })),
  still: () => Promise.all([others.come(), tracing.come()]),
  plot,
  asked,
  panels,
  newStart: ({ reach }, random, model) => {
    const { x, y } = startsWithin(model, reach);
    return {
      x: thousandths(x[0] + (x[1] - x[0]) * random()),
      y: thousandths(y[0] + (y[1] - y[0]) * random()),
    };
  },
  tables: (v) => {
    const been = pastOf(v).been(v.model.rolls.key);
    const { momentum } = dialsOf(v);
    const told = been.includes(momentum) ? been : [...been, momentum];
    return raceTables(v.model, chosen(v), v.model.rolls, v.settings.swept ? VALUES : told);
  },
  goals: { tuned: { done: tunedWell, status: tunedStatus } },
  sentence,
});
