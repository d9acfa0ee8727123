/** The race itself: one start, one landscape, as many descents as there are racers, and who arrived when. */
import type { Engine, OptimizerOptions } from '../../engine/engine';
import { brief } from '../../plot/format';
import { span } from '../ball-on-curve';
import { descend, type Descent } from '../descent';
import type { Model } from '../figure';
import { allRacers, searches, type Racer } from './field';
import { landscape, type Landscape, type LandscapeName } from './landscapes';
import type { Tuning } from './tuning';

/** Updates a race lasts. */
export const STEPS = 200;
/** The finish line: this share of the start's height above the floor. Who is below it and stays there has arrived. */
export const FINISH = 1e-3;
/** A rate for those whose first step is a length on the ground: this share of the map's shorter side. */
export const STRIDE = 0.05;
/** A loss, or a parameter, this many times the highest loss on the map has diverged. */
const OUT = 100;
/** The dial that a reader turns by hand, as a key of a tuning. */
export const MOMENTUM = 'momentum.momentum';
/** Flat enough to stop: the gradient's norm as a share of curvature times the map's side. */
const FLAT = 1e-9;

/** From which step on a racer stays below the finish line, and what it had asked the loss by then. */
export interface Finish {
  readonly step: number;
  readonly gradients: number;
  readonly values: number;
  readonly hessians: number;
}

export interface Entry {
  readonly racer: Racer;
  readonly run: Descent;
  /** Its hyper-parameters as they are now, switches as 0 and 1. */
  readonly values: Tuning;
  /** What they are by the figure's rule. */
  readonly rule: Tuning;
  readonly finish: Finish | undefined;
  /** Steps it takes up on the time line: one more than were recorded where the last one led out. */
  readonly steps: number;
  readonly diverged: boolean;
}

export interface Race extends Model {
  readonly ground: Landscape;
  /** Where they start, within the map. */
  readonly start: readonly [number, number];
  readonly entries: readonly Entry[];
  /** All there are, on the field or not. */
  readonly racers: readonly Racer[];
  /** Loss at the finish line. */
  readonly line: number;
  /** What of the reader's dials exists and is in range. */
  readonly tuned: Tuning;
  /** What was asked for and does not exist, as sentences. */
  readonly problems: readonly string[];
}

export interface RaceOptions {
  readonly landscape: LandscapeName;
  /** Of bowl and ravine. */
  readonly condition: number;
  readonly start: readonly [number, number];
  readonly racers: readonly string[];
  /** Of the racer of that name, unless {@link tuned} has another. */
  readonly momentum?: number;
  readonly tuned: Tuning;
}

/** What the reader's dials say of the racers: the momentum dial is one of them. */
export const dialled = ({ momentum, tuned }: Pick<RaceOptions, 'momentum' | 'tuned'>): Tuning =>
  momentum === undefined ? tuned : { [MOMENTUM]: momentum, ...tuned };

/** The rate a racer gets unless the reader sets another. */
export function ruledRate({ pace }: Racer, ground: Landscape): number {
  if (pace === 'own') return 1;
  const rate = pace === 'slope' ? 1 / ground.curvature : STRIDE * ground.side;
  return Number(rate.toPrecision(3));
}

/** The engine's defaults, with a rate that suits the ground and a line search where there is one. */
function ruled(racer: Racer, ground: Landscape): Tuning {
  const defaults = Object.fromEntries(racer.info.parameters.map((p) => [p.name, p.default]));
  const search = Object.fromEntries(Object.keys(searches(racer.info)).map((name) => [name, 1]));
  return { ...defaults, ...search, learningRate: ruledRate(racer, ground) };
}

/** What of the reader's tuning exists and is within the engine's ranges; the rest as sentences. */
function accepted(racers: readonly Racer[], tuned: Tuning): { tuned: Tuning; problems: string[] } {
  const problems: string[] = [];
  const good = Object.entries(tuned).filter(([key, value]) => {
    const [name = '', option = ''] = key.split('.');
    const info = racers.find((r) => r.name === name)?.info;
    const parameter = info?.parameters.find((p) => p.name === option);
    if (!parameter) {
      const names = info ? info.parameters.map((p) => p.name) : racers.map((r) => r.name);
      problems.push(`There is no “${info ? key : name}”; there is ${names.join(', ')}.`);
    } else if (value < parameter.min || value > parameter.max)
      problems.push(`${key} may be from ${brief(parameter.min)} to ${brief(parameter.max)}.`);
    else return true;
    return false;
  });
  return { tuned: Object.fromEntries(good), problems };
}

/** Numbers as the engine wants them: switches as true and false. */
function optionsOf({ info }: Racer, values: Tuning): OptimizerOptions {
  const options = info.parameters.map((p) => {
    const value = values[p.name] ?? p.default;
    return [p.name, p.scale === 'flag' ? value !== 0 : p.scale === 'whole' ? Math.round(value) : value];
  });
  return { name: info.name, ...(Object.fromEntries(options) as Record<string, number | boolean>) };
}

/**
 * The last time it comes below the line. The first would be luck: a racer that swings dips below the line in passing,
 * and is up the other side with the next step.
 */
function finishOf({ trace, steps, reason }: Descent, line: number): Finish | undefined {
  let step = steps + 1;
  while (step > 0 && (trace.loss[step - 1] ?? Infinity) <= line) step--;
  if (step > steps || reason === 'diverged') return undefined;
  return {
    step,
    gradients: trace.gradientCount[step] ?? 0,
    values: trace.valueCount[step] ?? 0,
    hessians: trace.hessianCount[step] ?? 0,
  };
}

export interface Course {
  readonly engine: Engine;
  readonly ground: Landscape;
  readonly start: readonly [number, number];
  readonly line: number;
}

export function enter({ engine, ground, start, line }: Course, racer: Racer, tuned: Tuning): Entry {
  const rule = ruled(racer, ground);
  const own = Object.entries(tuned).filter(([key]) => key.startsWith(`${racer.name}.`));
  const values = { ...rule, ...Object.fromEntries(own.map(([key, v]) => [key.split('.')[1] ?? '', v])) };
  const run = descend(engine, {
    objective: ground.objective,
    optimizer: optionsOf(racer, values),
    start: [...start],
    stepLimit: STEPS,
    tolerance: FLAT * ground.curvature * ground.side,
    divergenceLimit: OUT * Math.max(1, ground.highest),
  });
  return {
    racer,
    run,
    values,
    rule,
    finish: finishOf(run, line),
    steps: span(run),
    diverged: run.reason === 'diverged',
  };
}

export function course(engine: Engine, ground: Landscape, start: readonly [number, number]): Course {
  const objective = engine.createObjective(ground.objective);
  const { value } = objective.evaluate([...start]);
  objective.dispose();
  return { engine, ground, start, line: ground.floor + FINISH * Math.max(0, value - ground.floor) };
}

const held = (value: number, [low, high]: readonly [number, number]): number => Math.min(high, Math.max(low, value));

export function race(engine: Engine, o: RaceOptions): Race {
  const ground = landscape(engine, o.landscape, o.condition);
  const racers = allRacers(engine);
  const start = [held(o.start[0], ground.x), held(o.start[1], ground.y)] as const;
  const { tuned, problems } = accepted(racers, dialled(o));
  const unknown = o.racers.filter((name) => !racers.some((r) => r.name === name));
  const on = course(engine, ground, start);
  const entries = racers.filter((r) => o.racers.includes(r.name)).map((racer) => enter(on, racer, tuned));
  return {
    ground,
    start,
    entries,
    racers,
    line: on.line,
    tuned,
    problems: [
      ...unknown.map((name) => `There is no optimizer “${name}”; there is ${racers.map((r) => r.name).join(', ')}.`),
      ...problems,
    ],
    steps: Math.max(0, ...entries.map((e) => e.steps)),
    dispose: () => {
      for (const { run } of entries) run.dispose();
    },
  };
}

/** Someone's place in a race that was run for its result only. */
export interface Result {
  readonly racer: Racer;
  readonly finish: Finish | undefined;
  /** Loss when it ended, or at its last row within bounds. */
  readonly loss: number;
  readonly diverged: boolean;
}

/** Fewest steps first, and among those the fewest gradients; who did not arrive comes last, by loss. */
export function byArrival(by: 'steps' | 'evaluations'): (a: Result, b: Result) => number {
  const first = (f: Finish): number => (by === 'steps' ? f.step : f.gradients);
  const second = (f: Finish): number => (by === 'steps' ? f.gradients : f.hessians);
  return (a, b) => {
    if (a.finish && b.finish) return first(a.finish) - first(b.finish) || second(a.finish) - second(b.finish);
    if (a.finish || b.finish) return a.finish ? -1 : 1;
    return Number(a.diverged) - Number(b.diverged) || a.loss - b.loss;
  };
}

export const resultOf = ({ racer, run, finish, diverged }: Entry): Result => ({
  racer,
  finish,
  loss: run.loss(run.steps),
  diverged,
});
