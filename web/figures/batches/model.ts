/** Two runs from one start, one asking a batch before each update and one asking everybody; and what they meet on the way. */
import type { Engine, Objective, RunOptions } from '../../engine/engine';
import { descend, ending, type Descent } from '../descent';
import type { Values } from '../settings';
import { cloudAt, needlesAt, theoryAt } from './cloud';
import { decks } from './deck';
import { EXAMPLES } from './geyser';
import { raceFrom, type Race } from './race';
import type { Batched, Place, settings } from './seen';
import { surveyOf, type Pair } from './survey';
import { lastOf } from './task';

/** At least so many updates, and so many epochs, unless those are very many. */
const LEAST = 60;
const EPOCHS = 3;
/** A loss beyond this is off every map of this figure. */
const OUT = 1e4;
/** A falling rate is half of what it was after this part of the run, a third after twice as much. */
const HALVED = 0.1;
/** So that no task is solved by a lucky order. */
const SHUFFLES = 20;
/** Draws for each size of a whole curve of them. */
const DRAWS = 1000;

export const updatesOf = (batch: number): number => Math.max(LEAST, EPOCHS * Math.ceil(EXAMPLES / batch));

type Chosen = Values<typeof settings>;

export function optionsOf(engine: Engine, s: Chosen, size: number, schedule: Chosen['schedule']): RunOptions {
  return {
    objective: surveyOf(engine).objective,
    optimizer: { name: 'gradient_descent', learningRate: s.rate },
    schedule:
      schedule === 'falling'
        ? { name: 'inverse_time', decay: 1 / (HALVED * updatesOf(s.batch)) }
        : { name: 'constant' },
    start: [s.weight, s.bias],
    stepLimit: updatesOf(s.batch),
    // It would rest at the bottom otherwise, and the other run would go on alone.
    tolerance: 0,
    divergenceLimit: OUT,
    ...(size === EXAMPLES ? {} : { batch: { size, seed: s.seed, shuffle: s.order === 'shuffled' } }),
  };
}

/** The highest loss above the lowest in the last epoch, the mean over so many shuffles. */
function straying(engine: Engine, objective: Objective, s: Chosen, perEpoch: number): number {
  const { least } = surveyOf(engine);
  let sum = 0;
  for (let seed = 1; seed <= SHUFFLES; seed++) {
    const run = descend(engine, optionsOf(engine, { ...s, seed }, s.batch, s.schedule));
    const { values } = objective.values(run.trace.parameters.slice(-2 * lastOf(run.steps, perEpoch)));
    sum += run.reason === 'diverged' ? Infinity : Math.max(...values) - least;
    run.dispose();
  }
  return sum / SHUFFLES;
}

export function model(engine: Engine, s: Chosen): Batched {
  const survey = surveyOf(engine);
  const objective = engine.createObjective(survey.objective);
  const drawn = { size: s.batch, shuffle: s.order === 'shuffled', seed: s.seed };
  const run = descend(engine, optionsOf(engine, s, s.batch, s.schedule));
  const whole = descend(engine, optionsOf(engine, s, EXAMPLES, s.schedule));
  const deck = decks(objective, drawn);
  const losses = new Map<Descent, Float64Array>();
  let place: Place | undefined;
  let other: Descent | undefined;
  let race: Race | undefined;
  let strays: number | undefined;
  return {
    run,
    whole,
    survey,
    steps: run.steps,
    end: ending(run),
    perEpoch: deck.perEpoch,
    deckAt: (step) => deck.at(step),
    other: () =>
      (other ??= descend(engine, optionsOf(engine, s, s.batch, s.schedule === 'falling' ? 'constant' : 'falling'))),
    lossesOf: (descent) => {
      const known = losses.get(descent) ?? objective.values(descent.trace.parameters).values;
      losses.set(descent, known);
      return known;
    },
    placeAt: (at) => {
      if (place?.at[0] !== at[0] || place.at[1] !== at[1])
        place = {
          at,
          needles: needlesAt(objective, at),
          cloud: cloudAt(objective, at, drawn),
          theory: theoryAt(objective, at),
        };
      return place;
    },
    measured: (at, sizes) => sizes.map((size) => cloudAt(objective, at, { ...drawn, size }, DRAWS).spread),
    race: () => (race ??= raceFrom(engine, objective, survey, [s.weight, s.bias] as Pair)),
    strays: () => (strays ??= straying(engine, objective, s, deck.perEpoch)),
    shuffles: SHUFFLES,
    dispose: () => {
      for (const held of [run, whole, other, objective]) held?.dispose();
    },
  };
}
