/** A function of one weight, surveyed for drawing: its curve, how much of it to show, and its bottoms. */
import type { DifferenceQuotients, Engine, Numbers, ObjectiveInfo, ObjectiveOptions } from '../engine/engine';
import { linspace, type Series } from '../plot/curve';

/** The curves that the chapters with one weight offer: their name on a button, a start, and where new starts fall. */
export const curves = {
  parabola: { label: 'w² + 5', start: 3, reach: [-3.6, 3.6] },
  linex: { label: 'steep and gentle', start: 5, reach: [-2, 5.6] },
  double_well: { label: 'two wells', start: 1.6, reach: [-1.7, 1.7] },
} as const;
export type CurveName = keyof typeof curves;
export const curveNames = Object.keys(curves) as [CurveName, ...CurveName[]];

export interface Bottom {
  readonly x: number;
  readonly y: number;
  /** Second derivative there; it decides which rates are safe. */
  readonly curvature: number;
}

/** Owns an engine handle: dispose of it. */
export interface Profile {
  readonly curve: Series;
  readonly domain: readonly [number, number];
  /** Loss up to which the curve is drawn. */
  readonly top: number;
  /** Largest loss anywhere on the domain. */
  readonly highest: number;
  readonly minima: readonly Bottom[];
  value(w: number): number;
  slope(w: number): number;
  quotients(w: number, widths: Numbers): DifferenceQuotients;
  /** The bottom nearest to `w`. */
  nearest(w: number): Bottom | undefined;
  /** The bottom that the ground at `w` leads down to, however small the steps. */
  downhill(w: number): Bottom | undefined;
  dispose(): void;
}

/** The registry never changes, so it is asked once, however often a start is dragged. */
const known = new WeakMap<Engine, Map<string, ObjectiveInfo>>();

function infoOf(engine: Engine, name: string): ObjectiveInfo | undefined {
  const infos = known.get(engine) ?? new Map(engine.objectives().map((o) => [o.name, o]));
  known.set(engine, infos);
  return infos.get(name);
}

/** Most of the curve, without letting a steep end flatten the rest. */
function ceiling(values: Float64Array, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return (sorted[Math.floor(sorted.length * share)] ?? 1) * 1.1;
}

/**
 * Surveys a built-in function of one weight.
 *
 * @param share part of the domain whose losses fit under `top`, 0 to 1
 */
export function profile(engine: Engine, options: { readonly name: string } & ObjectiveOptions, share = 0.85): Profile {
  const objective = engine.createObjective(options);
  const info = infoOf(engine, options.name);
  const domain = [info?.domain[0] ?? -1, info?.domain[1] ?? 1] as const;
  const x = linspace(domain[0], domain[1], 241);
  const y = objective.values(x).values;
  const minima = Array.from(info?.minima ?? [], (w, i) => ({
    x: w,
    y: info?.minimumValues[i] ?? 0,
    curvature: objective.curvature([w]).largest,
  }));
  const slope = (w: number): number => objective.evaluate([w]).gradient[0] ?? 0;
  const nearest = (w: number, among: readonly Bottom[] = minima): Bottom | undefined =>
    among.reduce<Bottom | undefined>(
      (best, m) => (!best || Math.abs(m.x - w) < Math.abs(best.x - w) ? m : best),
      undefined,
    );
  return {
    curve: { x, y },
    domain,
    top: ceiling(y, share),
    highest: y.reduce((most, v) => Math.max(most, v), -Infinity),
    minima,
    value: (w) => objective.evaluate([w]).value,
    slope,
    quotients: (w, widths) => objective.differenceQuotients([w], 0, widths),
    nearest: (w) => nearest(w),
    downhill: (w) => {
      const rise = slope(w);
      if (rise === 0) return nearest(w);
      return nearest(
        w,
        minima.filter((m) => (rise > 0 ? m.x < w : m.x > w)),
      );
    },
    dispose: () => objective.dispose(),
  };
}
