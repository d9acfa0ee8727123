/** The learning rate's slider, coloured by what plain descent does near the bottom at that rate. */
import type { TemplateResult } from 'lit';
import { clamp } from '../plot/scales';
import { slider } from './slider';

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
    ticks: [
      ...(known && glide < o.max && glide > o.min
        ? [{ value: glide, label: '1 / curvature', side: 'before' as const }]
        : []),
      ...(known && edge < o.max && edge > o.min
        ? [{ value: edge, label: '2 / curvature', side: 'after' as const }]
        : []),
    ],
    input: o.input,
  });
}
