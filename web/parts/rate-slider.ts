/** The learning rate's slider, coloured by what plain descent does near the bottom at that rate. */
import type { TemplateResult } from 'lit';
import { clamp } from '../plot/scales';
import { slider, type Tick } from './slider';

export interface RateSliderOptions {
  readonly id: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Second derivative at the bottom; 0 or less where there is none, and then no regimes are shown. */
  readonly curvature: number;
  readonly label?: string;
  readonly input: (value: number) => void;
}

/** A label outside its tick needs about this share of the track. */
const ROOM = 0.22;

/** Both thresholds, each named on its outer side; near an end of the track only one of them can be. */
function thresholds(o: RateSliderOptions, glide: number, edge: number): Tick[] {
  const share = (rate: number): number => Math.log(rate / o.min) / Math.log(o.max / o.min);
  const inside = (rate: number): boolean => share(rate) > 0 && share(rate) < 1;
  const [left, right] = [share(glide) > ROOM, share(edge) < 1 - ROOM];
  const first: Tick = { value: glide, label: left ? '1 / curvature' : '', side: 'before' };
  const second: Tick = right
    ? { value: edge, label: '2 / curvature', side: 'after' }
    : { value: edge, label: '2 / curvature', side: 'before' };
  return [...(inside(glide) ? [right ? first : { ...first, label: '' }] : []), ...(inside(edge) ? [second] : [])];
}

/** On a quadratic of curvature L: straight in below 1/L, swinging between 1/L and 2/L, out beyond. */
export function rateSlider(o: RateSliderOptions): TemplateResult {
  const known = o.curvature > 0;
  const inside = (v: number): number => clamp(v, o.min, o.max);
  const [glide, edge] = known ? [1 / o.curvature, 2 / o.curvature] : [o.max, o.max];
  return slider({
    id: o.id,
    label: o.label ?? 'learning rate',
    value: o.value,
    min: o.min,
    max: o.max,
    scale: 'log',
    zones: known
      ? [
          { to: inside(glide), kind: 'safe' },
          { to: inside(edge), kind: 'swinging' },
          { to: o.max, kind: 'divergent' },
        ]
      : [],
    ticks: known ? thresholds(o, glide, edge) : [],
    input: o.input,
  });
}
