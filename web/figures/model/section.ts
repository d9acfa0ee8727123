/** The loss against the weight, with the bias nailed: a cut through the landscape of both dials. */
import type { Engine } from '../../engine/engine';
import { linspace, type Series } from '../../plot/curve';
import type { Survey } from './survey';

export interface Section {
  readonly bias: number;
  readonly curve: Series;
  /** The loss up to which it is drawn. */
  readonly top: number;
  /** The weight that is best at this bias; undefined where the loss does not depend on the weight. */
  readonly lowest: { readonly weight: number; readonly loss: number } | undefined;
}

const PLACES = 161;

function make(engine: Engine, { objective: options, dials }: Survey, bias: number): Section {
  const objective = engine.createObjective(options);
  const [low, high] = dials.weight;
  const x = linspace(low, high, PLACES);
  const y = objective.values(
    Float64Array.from({ length: 2 * PLACES }, (_, i) => (i % 2 ? bias : (x[i >> 1] ?? 0))),
  ).values;
  const slope = (weight: number): number => objective.evaluate([weight, bias]).gradient[0] ?? 0;
  const [from, to] = [slope(low), slope(high)];
  // A parabola's slope is a straight line, and zero where that line crosses it.
  const weight = low - (from * (high - low)) / (to - from);
  const lowest =
    to > from && Number.isFinite(weight) ? { weight, loss: objective.evaluate([weight, bias]).value } : undefined;
  const flat = objective.evaluate([0, bias]).value;
  objective.dispose();
  const highest = y.reduce((a, b) => Math.max(a, b), 0);
  const floor = lowest?.loss ?? 0;
  // From the flat line's loss down to the lowest, or what part of the curve shows a valley.
  return {
    bias,
    curve: { x, y },
    lowest,
    top: Math.max(1.1 * flat, floor + 0.3 * (highest - floor), Number.MIN_VALUE),
  };
}

const latest = new WeakMap<Survey, Section>();

/** Kept while only the weight turns. */
export function sectionOf(engine: Engine, survey: Survey, bias: number): Section {
  const kept = latest.get(survey);
  if (kept?.bias === bias) return kept;
  const section = make(engine, survey, bias);
  latest.set(survey, section);
  return section;
}
