/** Controls for whatever numbers the engine says may be set: one slider or switch for each, in its own range. */
import { html, type TemplateResult } from 'lit';
import type { ParameterInfo } from '../engine/engine';
import { brief } from '../plot/format';
import { clamp } from '../plot/scales';
import { rateSlider } from './rate-slider';
import { slider, tidy, toggle, type Tick } from './slider';

export interface HyperparametersOptions {
  readonly id: string;
  readonly parameters: readonly ParameterInfo[];
  /** By name; a switch is 0 or 1. */
  readonly values: Readonly<Record<string, number>>;
  /** What each is unless the reader sets it; marked on the slider. */
  readonly rule: Readonly<Record<string, number>>;
  readonly set: (name: string, value: number) => void;
  /** Curvature by which plain descent's rate is judged; the learning rate's slider then shows its regimes. */
  readonly curvature?: number | undefined;
}

/** How a slider runs: a value's place on it, and the value at a place. */
export interface Run {
  readonly low: number;
  readonly high: number;
  readonly to: (value: number) => number;
  readonly from: (place: number) => number;
}

/** A log slider shows so many decades on either side of the usual value; more could not be aimed at. */
const DECADES = 3;

/**
 * - From tiny to huge: logarithmic, around the usual value.
 * - A memory just below 1: logarithmic in what is missing to 1, so that 0.9 and 0.999 are equally far apart.
 * - Usually all but 0: cubic, so that small values have room.
 */
export function runOf(p: ParameterInfo, usual: number): Run {
  if (p.scale === 'log' || (p.scale === 'whole' && p.max / Math.max(1, p.min) > 100)) {
    const low = Math.max(p.min, p.scale === 'whole' ? 1 : usual * 10 ** -DECADES);
    const high = Math.min(p.max, p.scale === 'whole' ? p.max : usual * 10 ** DECADES);
    return { low: Math.log10(low), high: Math.log10(high), to: Math.log10, from: (v) => tidy(10 ** v, true) };
  }
  if (p.max < 1 && p.max > 0.9 && p.min === 0) {
    const to = (v: number): number => -Math.log10(1 - v);
    return { low: 0, high: 4, to, from: (v) => Number((1 - tidy(10 ** -v, true)).toPrecision(6)) };
  }
  if (p.min === 0 && usual <= 0.01 * p.max && (p.max > 1 || usual > 0))
    return { low: 0, high: Math.cbrt(p.max), to: Math.cbrt, from: (v) => Number((v ** 3).toPrecision(2)) };
  return { low: p.min, high: p.max, to: (v) => v, from: (v) => Number(v.toPrecision(3)) };
}

function control(o: HyperparametersOptions, p: ParameterInfo): TemplateResult {
  const value = o.values[p.name] ?? p.default;
  const usual = o.rule[p.name] ?? p.default;
  if (p.scale === 'flag')
    return toggle({ label: p.label, value: value !== 0, input: (on) => o.set(p.name, on ? 1 : 0) });
  const run = runOf(p, usual);
  if (p.name === 'learningRate' && o.curvature !== undefined)
    return rateSlider({
      id: `${o.id}-${p.name}`,
      value,
      min: 10 ** run.low,
      max: 10 ** run.high,
      curvature: o.curvature,
      input: (rate) => o.set(p.name, rate),
    });
  const shown = (v: number): string => (p.max < 1 && v > 0.99 ? String(Number(v.toPrecision(6))) : brief(v, 3));
  const ticks: Tick[] =
    value === usual ? [] : [{ value: clamp(run.to(usual), run.low, run.high), label: shown(usual) }];
  return slider({
    id: `${o.id}-${p.name}`,
    label: p.label,
    value: clamp(run.to(value), run.low, run.high),
    min: run.low,
    max: run.high,
    step: (run.high - run.low) / 240,
    ticks,
    text: (place) => shown(place === clamp(run.to(value), run.low, run.high) ? value : run.from(place)),
    input: (place) =>
      o.set(p.name, clamp(p.scale === 'whole' ? Math.round(run.from(place)) : run.from(place), p.min, p.max)),
  });
}

export function hyperparameters(o: HyperparametersOptions): TemplateResult {
  return html`<div class="hyperparameters">${o.parameters.map((p) => control(o, p))}</div>`;
}
