/** What the text says of slices, of where runs end, and of the edge: what the figure shows at its usual settings. */
import type { Engine } from '../../engine/engine';
import { atOnce } from '../../engine/pause';
import { initialValues } from '../settings';
import { settings, WIDTHS } from './choices';
import { edgeOf, sharpnessAt, stays, UPDATES } from './edge';
import { LAST, RUNS, trials } from './ends';
import { moons, networkOf } from './lesson';
import { highOf, HIGH, rowOf } from './rows';
import type { Course, Trials } from './seen';
import { sliceOf } from './slice';
import { UPDATES as WALKED, walkOf } from './walk';
import { WANTED } from './task';
import { ASKED } from './wager';

type Facts = { readonly [name: string]: number | readonly number[] | Facts };

/** Updates of the bent way's free point. */
const BENT = 500;

const home = initialValues(settings);

function sliceFacts(engine: Engine, plane: typeof home.plane): Facts {
  const slice = sliceOf(engine, { ...home, plane });
  const step = 300;
  const facts = {
    first: 100 * slice.shares[0],
    second: 100 * slice.shares[1],
    shown: 100 * (slice.shares[0] + slice.shares[1]),
    step,
    map: slice.plane(slice.at(step)),
    network: slice.network(step),
    begins: slice.network(0),
    ends: slice.network(WALKED),
  };
  slice.dispose();
  return facts;
}

function endFacts(engine: Engine): Facts {
  let all: Trials = new Map();
  atOnce(
    (function* () {
      for (const so of trials(engine)) yield void (all = so);
    })(),
  );
  const early = 300;
  const of = (width: (typeof WIDTHS)[number]): Facts => {
    const row = rowOf(all, width, LAST);
    const loss = (share: number): number => row.losses[row.ranked[Math.round(share * (RUNS - 1))]!]!;
    return {
      high: highOf(row),
      early: highOf(rowOf(all, width, early)),
      lowest: loss(0),
      middle: loss(0.5),
      highest: loss(1),
      times: loss(1) / loss(0),
    };
  };
  return {
    runs: RUNS,
    updates: LAST,
    earlyUpdates: early,
    above: HIGH,
    ...Object.fromEntries(WIDTHS.map((width) => [`of${width}`, of(width)])),
  };
}

function edgeFacts(engine: Engine, rate: number): Facts {
  const edge = edgeOf(engine, { ...home, rate });
  const course = edge.course.finish() as Course;
  edge.dispose();
  const sharpness = Array.from(course.sharpness);
  return {
    rate,
    bears: 2 / rate,
    stays: stays(course) ?? 0,
    starts: sharpness[0]!,
    asked: sharpnessAt(course, ASKED.until) ?? 0,
    highest: Math.max(...sharpness),
    lossAtHalf: course.losses[UPDATES / 2] ?? 0,
    loss: course.losses[course.losses.length - 1]!,
    lasts: course.losses.length - 1,
  };
}

/** Ways between the ends of runs from two starts: straight, with the neurons sorted alike, and bent. */
function betweenFacts(engine: Engine): Facts {
  const [one, two] = [1, 2].map((seed) => walkOf(engine, seed));
  const [from, to] = [one!, two!].map(({ parameters, dimension }) => parameters.slice(-dimension));
  const asked = networkOf(moons(engine), 1);
  const objective = engine.createObjective(asked);
  const sorted = objective.matchNeurons(from!, to!);
  const highest = (end: Float64Array): number => {
    const direction = end.map((w, i) => w - from![i]!);
    return Math.max(...objective.line({ at: from!, direction, from: 0, to: 1, count: 101 }).values);
  };
  const bend = engine.createBend({
    objective: asked,
    optimizer: { name: 'adam', learningRate: 0.03 },
    from: from!,
    to: to!,
    stepLimit: BENT,
    columns: 101,
  });
  const wrong = sorted.error ?? bend.error;
  if (wrong) throw new Error(`${wrong.field}: ${wrong.message} ${wrong.remedy}`);
  bend.advance(Infinity);
  const facts = {
    one: objective.evaluate(from!).value,
    two: objective.evaluate(to!).value,
    highest: highest(to!),
    sorted: highest(sorted.parameters),
    bent: Math.max(...bend.result().bent),
    bends: BENT,
    begins: one!.losses[0]!,
    apart: Math.hypot(...to!.map((w, i) => w - from![i]!)),
  };
  bend.dispose();
  objective.dispose();
  return facts;
}

export function landscapeFacts(engine: Engine): Facts {
  const { dials, count } = moons(engine);
  return {
    dials,
    left: dials - 2,
    points: count,
    updates: UPDATES,
    until: ASKED.until,
    wanted: WANTED,
    path: sliceFacts(engine, 'path'),
    random: sliceFacts(engine, 'random'),
    straight: sliceFacts(engine, 'straight'),
    ends: endFacts(engine),
    between: betweenFacts(engine),
    edge: {
      tenth: edgeFacts(engine, 0.1),
      fifth: edgeFacts(engine, 0.2),
      third: edgeFacts(engine, 0.3),
      half: edgeFacts(engine, 0.5),
    },
  };
}
