/** How a pinned run is drawn over one weight, over two, and in the loss curve. */
import { nothing, type SVGTemplateResult } from 'lit';
import type { LossCurveOptions, LossSeries } from '../parts/loss-curve';
import type { SurfaceScene } from '../parts/surface-scene';
import { round } from '../plot/curve';
import { ghost, type GhostOptions } from '../plot/ghost';
import type { Axis, Box } from '../plot/scales';
import { stairsPath } from '../plot/stairs';
import type { Descent } from './descent';
import type { Model, View } from './figure';
import type { Profile } from './profile';
import type { SettingTable } from './settings';

/** A pinned model with the run that is looked at, at a moment. */
export interface PinnedRun {
  readonly model: { readonly run: Descent };
  readonly time: number;
}

interface Room {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

/** Rows nearer to the last drawn one than this many pixels add nothing that could be seen. */
const NEAR = 0.6;

/** Over two parameters: the way on a map. */
export function ghostOnMap(
  pinned: PinnedRun | undefined,
  { box, x, y }: Room,
  look: Pick<GhostOptions, 'line' | 'ball' | 'dash' | 'named'> = {},
): SVGTemplateResult | typeof nothing {
  if (!pinned) return nothing;
  const { run } = pinned.model;
  const at = (t: number): readonly [number, number] => [x.at(run.at(t, 0)), y.at(run.at(t, 1))];
  let [way, lx, ly] = ['', NaN, NaN];
  for (let k = 0; k <= run.steps; k++) {
    const [px, py] = at(k);
    if (k < run.steps && Math.abs(px - lx) + Math.abs(py - ly) < NEAR) continue;
    way += `${way ? 'L' : 'M'}${round(px)} ${round(py)}`;
    [lx, ly] = [px, py];
  }
  return ghost({ way, now: at(pinned.time), end: at(run.steps), box, ...look });
}

/** Over two parameters: the way on a surface. */
export const ghostLines = (pinned: PinnedRun | undefined): NonNullable<SurfaceScene['lines']> =>
  pinned ? [{ points: pinned.model.run.trace.parameters, ink: 'pinned-line' }] : [];

/** Over one weight: stairs on the curve. */
export function ghostOnCurve(
  pinned: PinnedRun | undefined,
  ground: Profile,
  { box, x, y }: Room,
): SVGTemplateResult | typeof nothing {
  if (!pinned) return nothing;
  const { run } = pinned.model;
  const at = (t: number): readonly [number, number] => [x.at(run.at(t, 0)), y.at(ground.value(run.at(t, 0)))];
  const way = stairsPath({ x: run.trace.parameters, y: run.trace.loss }, x, y);
  return ghost({ way, now: at(pinned.time), end: at(run.steps), box });
}

/**
 * A run's losses for the loss curve.
 *
 * @param floor subtracted from every loss, as a log scale may need
 */
export function lossesOf(name: string, { trace, reason }: Descent, floor = 0): LossSeries {
  return {
    name,
    step: trace.step,
    loss: floor === 0 ? trace.loss : trace.loss.map((loss) => loss - floor),
    end: reason === 'diverged' ? 'leaves' : reason === 'converged' ? 'rests' : 'stops',
  };
}

/** What the loss curve shows of one run; while another is pinned of both, each by its name. */
export function lossesBeside<T extends SettingTable, M extends Model & { readonly run: Descent }>({
  model: { run },
  pinned,
  clock,
}: Pick<View<T, M>, 'model' | 'pinned' | 'clock'>): Pick<LossCurveOptions, 'series' | 'steps' | 'time'> {
  const series = pinned
    ? [lossesOf('now', run), { ...lossesOf('pinned', pinned.model.run), pinned: true }]
    : [lossesOf('loss', run)];
  return { series, steps: clock.steps, time: clock.step };
}
