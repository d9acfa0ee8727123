/** Momentum on one ground from one start, for every momentum: when it stays below the line, and the way it takes. */
import type { Engine } from '../../engine/engine';
import { recent } from '../recent';
import { allRacers } from './field';
import { landscape, type Landscape, type LandscapeName } from './landscapes';
import { course, dialled, enter, MOMENTUM, ruledRate, STEPS, type Course, type RaceOptions } from './race';
import type { Tuning } from './tuning';

export interface Roll {
  /** From which step on it stays below the line; undefined where it does not within the race. */
  readonly step: number | undefined;
  /** Where it was, two numbers a row. */
  readonly way: Float64Array;
  readonly diverged: boolean;
}

export interface Theory {
  /**
   * Momentum at which a direction of that curvature comes to rest without swinging: less crawls along it, more swings.
   * `floor` is the softest direction, `walls` the steepest.
   */
  readonly floor: number;
  readonly walls: number;
  /** The larger of both: the least that leaves no direction crawling. */
  readonly best: number;
}

/** The dial's values: hundredths, from 0. */
export const VALUES: readonly number[] = Array.from({ length: 100 }, (_, i) => i / 100);
export const MOST = 0.99;

/**
 * For momentum as v <- beta v + g, w <- w - rate v: in a direction of curvature c, the roots of
 * z^2 - (1 + beta - rate c) z + beta meet at beta = (1 - sqrt(rate c))^2.
 */
export function theoryOf({ softest, curvature }: Landscape, rate: number): Theory | undefined {
  if (softest === undefined) return undefined;
  const meets = (c: number): number => (1 - Math.sqrt(rate * c)) ** 2;
  const [floor, walls] = [meets(softest), meets(curvature)];
  const best = Math.max(floor, walls);
  return best < 1 ? { floor, walls, best } : undefined;
}

export class Rolls {
  readonly #made = new Map<number, Roll>();

  constructor(
    private readonly on: Course,
    private readonly tuned: Tuning,
    /** Tells these from those of another ground, start or rate. */
    readonly key: string,
    readonly theory: Theory | undefined,
  ) {}

  at(momentum: number): Roll {
    const before = this.#made.get(momentum);
    if (before) return before;
    const racer = allRacers(this.on.engine).find(({ name }) => name === 'momentum');
    if (!racer) throw new Error('The engine knows no momentum.');
    const { run, finish, diverged } = enter(this.on, racer, { ...this.tuned, [MOMENTUM]: momentum });
    const roll = { step: finish?.step, way: run.trace.parameters, diverged };
    run.dispose();
    this.#made.set(momentum, roll);
    return roll;
  }

  /** Every `stride`-th value of the dial, and the last. */
  all(stride = 1): readonly { readonly momentum: number; readonly step: number | undefined }[] {
    return VALUES.filter((v, i) => i % stride === 0 || v === MOST).map((momentum) => ({
      momentum,
      step: this.at(momentum).step,
    }));
  }

  /** The fewest steps there are, and from which value of the dial to which they suffice. */
  best(): { readonly steps: number; readonly from: number; readonly to: number } | undefined {
    const all = this.all();
    const steps = Math.min(...all.map((r) => r.step ?? Infinity));
    const those = all.filter((r) => r.step === steps).map((r) => r.momentum);
    const [from, to] = [those[0], those[those.length - 1]];
    return from === undefined || to === undefined ? undefined : { steps, from, to };
  }
}

/** More would only be kept while a start is being dragged. */
const known = recent<Rolls>(4);

type Ground = Pick<RaceOptions, 'landscape' | 'condition' | 'start' | 'tuned'>;

/** The same as long as nothing but the momentum changes. */
export function rollsOn(engine: Engine, o: Ground): Rolls {
  const own = Object.entries(o.tuned).filter(([name]) => name.startsWith('momentum.') && name !== MOMENTUM);
  const key = JSON.stringify([o.landscape, o.condition, o.start, own]);
  return known(engine).of(key, () => made(engine, o, Object.fromEntries(own), key));
}

function made(engine: Engine, o: Ground, tuned: Tuning, key: string): Rolls {
  const ground = landscape(engine, o.landscape, o.condition);
  return new Rolls(course(engine, ground, o.start), tuned, key, theoryOf(ground, rateIn(engine, ground, tuned)));
}

function rateIn(engine: Engine, ground: Landscape, tuned: Tuning): number {
  const racer = allRacers(engine).find(({ name }) => name === 'momentum');
  return tuned['momentum.learningRate'] ?? (racer ? ruledRate(racer, ground) : 1 / ground.curvature);
}

/** Polyak's pair for a bowl: the rate at which walls and floor need the same momentum, and that momentum. */
export function balanced({ softest = 1, curvature }: Landscape): { readonly rate: number; readonly momentum: number } {
  const [soft, steep] = [Math.sqrt(softest), Math.sqrt(curvature)];
  return { rate: 4 / (soft + steep) ** 2, momentum: ((steep - soft) / (steep + soft)) ** 2 };
}

/** For prose: from which step on momentum stays below the line, by momentum as it is written: `at.0.9` is `at[90]`. */
export function momentumFacts(engine: Engine, name: LandscapeName, condition: number) {
  const ground = landscape(engine, name, condition);
  const from = (tuned: Tuning): Rolls =>
    rollsOn(engine, { landscape: name, condition, start: ground.start, tuned: dialled({ tuned }) });
  const usual = from({});
  const pair = balanced(ground);
  const plainAt = (rate: number): number => from({ 'momentum.learningRate': rate }).at(0).step ?? STEPS;
  const plainRate = 2 / ((ground.softest ?? 1) + ground.curvature);
  const best = usual.best();
  const theory = usual.theory?.best ?? 0;
  return {
    condition,
    /** By hundredths; the race's length where it does not arrive. */
    at: usual.all().map(({ step }) => step ?? STEPS),
    theory,
    theorySteps: usual.at(theory).step ?? STEPS,
    ...(best && { best: best.to, bestFrom: best.from, bestSteps: best.steps }),
    plainRate,
    plainSteps: plainAt(plainRate),
    pairRate: pair.rate,
    pairMomentum: pair.momentum,
    pairSteps: from({ 'momentum.learningRate': pair.rate }).at(pair.momentum).step ?? STEPS,
  };
}
