/** Who may race: the engine's optimizers as data, each with its number, its colour and its way of choosing a rate. */
import type { Engine, OptimizerInfo, ParameterInfo } from '../../engine/engine';
import { racers as colours } from '../../style/tokens';

/**
 * What a racer's first step is proportional to, and so what its learning rate means.
 *
 * - `slope`: the gradient. A rate suits a curvature.
 * - `ground`: neither gradient nor curvature. A rate is a length on the map.
 * - `own`: the engine's default rate is 1, since the method finds its own length.
 */
export type Pace = 'slope' | 'ground' | 'own';

export interface Racer {
  readonly name: string;
  readonly label: string;
  /** Short enough to stand beside a ball. */
  readonly short: string;
  /** Its start number: its place in the engine's list, from 1. */
  readonly number: number;
  /** Which of the palette's colours. */
  readonly colour: number;
  /** Dash pattern of its curve, where its colour has been given before. */
  readonly dash: string;
  readonly pace: Pace;
  readonly info: OptimizerInfo;
}

/** Those whom the text is about, in its order. */
export const MAIN = ['gradient_descent', 'momentum', 'nesterov', 'adam', 'newton'] as const;

const SHORT: Readonly<Record<string, string>> = {
  gradient_descent: 'plain',
  nesterov: 'Nesterov',
  conjugate_gradient: 'conj. gradients',
};

/** Colours of those whom the text is about: the path's own blue rolls, ink stands for what it is compared with. */
const OWN: Readonly<Record<string, number>> = { gradient_descent: 4, momentum: 0, nesterov: 2, adam: 1, newton: 3 };

const DASH = '7 4';

export const has = (info: OptimizerInfo, name: string): boolean => info.parameters.some((p) => p.name === name);

/** Switched on where there is one: without a search these methods need a rate nobody can give in advance. */
export const searches = (info: OptimizerInfo): Readonly<Record<string, boolean>> =>
  has(info, 'lineSearch') ? { lineSearch: true } : {};

/** Length of the very first step from w = 1 on a parabola of that curvature. */
function firstStep(engine: Engine, info: OptimizerInfo, curvature: number): number {
  const run = engine.createRun({
    objective: { name: 'parabola', curvature },
    optimizer: { name: info.name, learningRate: 0.01, ...searches(info) },
    start: [1],
    stepLimit: 1,
  });
  run.advance(1);
  const { parameters } = run.trace();
  run.dispose();
  return Math.abs((parameters[1] ?? 1) - 1);
}

/** Measured rather than listed, so that a new optimizer of the engine races with a rate that suits it. */
function paceOf(engine: Engine, info: OptimizerInfo): Pace {
  if (rateOf(info)?.default === 1) return 'own';
  return firstStep(engine, info, 8) > 4 * firstStep(engine, info, 1) ? 'slope' : 'ground';
}

export const rateOf = (info: OptimizerInfo): ParameterInfo | undefined =>
  info.parameters.find((p) => p.name === 'learningRate');

/** A colour and a dash for each, no two alike while there are enough: solid lines are given away first. */
function looks(names: readonly string[]): { readonly colour: number; readonly dash: string }[] {
  const count = colours.light.length;
  const free = [0, 1].flatMap((lap) =>
    Array.from({ length: count }, (_, colour) => ({ colour, dash: lap ? DASH : '' })),
  );
  const left = free.filter(({ colour, dash }) => dash || !names.some((name) => OWN[name] === colour));
  let next = 0;
  return names.map((name) => {
    const colour = OWN[name];
    return colour === undefined ? (left[next++ % left.length] ?? { colour: 0, dash: DASH }) : { colour, dash: '' };
  });
}

const known = new WeakMap<Engine, readonly Racer[]>();

/** Every optimizer of the engine, in its order. */
export function allRacers(engine: Engine): readonly Racer[] {
  const before = known.get(engine);
  if (before) return before;
  const dressed = looks(engine.optimizers().map(({ name }) => name));
  const made = engine.optimizers().map((info, i): Racer => ({
    name: info.name,
    label: info.label,
    short: SHORT[info.name] ?? info.label,
    number: i + 1,
    ...(dressed[i] ?? { colour: 0, dash: '' }),
    pace: paceOf(engine, info),
    info,
  }));
  known.set(engine, made);
  return made;
}
