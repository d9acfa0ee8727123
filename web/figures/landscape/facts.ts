/** What the text says of slices, of where runs end, and of the edge: what the figure shows at its usual settings. */
import type { Engine } from '../../engine/engine';
import { atOnce } from '../../engine/pause';
import { initialValues } from '../settings';
import { BENT, betweenOf, highest } from './between';
import { settings, WIDTHS } from './choices';
import { edgeOf, sharpnessAt, stays, UPDATES } from './edge';
import { LAST, RUNS, trials } from './ends';
import { moons } from './lesson';
import { highOf, HIGH, rowOf } from './rows';
import type { Course, Trials } from './seen';
import { sliceOf } from './slice';
import { UPDATES as WALKED } from './walk';
import { WANTED } from './task';
import { ASKED } from './wager';

type Facts = { readonly [name: string]: number | readonly number[] | Facts };

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

/** Pairs of starts that are looked at beside the first. */
const PAIRS = 10;

interface Between {
  /** Of both ends, and of the first start. */
  readonly one: number;
  readonly two: number;
  readonly begins: number;
  readonly apart: number;
  /** The highest loss of each way. */
  readonly straight: number;
  readonly sorted: number;
  readonly bent: number;
}

function betweenSeeds(engine: Engine, seed: number): Between {
  const between = betweenOf(engine, { ...home, seed });
  const { bent } = between.ways.first(({ updates }) => updates === BENT).now!;
  between.dispose();
  const { straight, sorted, begins, apart } = between;
  return {
    one: straight[0]!,
    two: straight[straight.length - 1]!,
    begins,
    apart,
    straight: highest(straight),
    sorted: highest(sorted),
    bent: highest(bent),
  };
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half) - 1]!) / 2;
}

/** Ways between the ends of runs from two starts, of the first pair and of several. */
function betweenFacts(engine: Engine): Facts {
  const all = Array.from({ length: PAIRS }, (_, k) => betweenSeeds(engine, k + 1));
  const over = (way: 'straight' | 'sorted' | 'bent') => (b: Between) => b[way] / Math.max(b.one, b.two) - 1;
  return {
    ...all[0],
    bends: BENT,
    pairs: PAIRS,
    of: {
      straight: middle(all.map(({ straight }) => straight)),
      sorted: middle(all.map(({ sorted }) => sorted)),
      bent: middle(all.map(({ bent }) => bent)),
    },
    lowered: all.filter(({ straight, sorted }) => sorted < straight).length,
    /** How far above the higher end, in percent: the best that sorting alone does, and the worst of the bent ways. */
    sortedOver: 100 * Math.min(...all.map(over('sorted'))),
    bentOver: 100 * Math.max(...all.map(over('bent'))),
  };
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
