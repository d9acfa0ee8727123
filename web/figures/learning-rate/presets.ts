/** Races worth offering by one press each. */
import { FOUR, type Settings } from './seen';

const PLAIN = {
  function: 'parabola',
  curvature: 2,
  start: 3,
  rate: null,
  guess: null,
  axis: 'linear',
  frame: 'kept',
} as const;

export const PRESETS: readonly { readonly label: string; readonly values: Partial<Settings> }[] = [
  { label: 'four regimes', values: { ...PLAIN, rates: FOUR, reach: 1.2 } },
  { label: '100 × steeper', values: { ...PLAIN, curvature: 200, rates: FOUR, reach: 1.2 } },
  {
    label: '… and rates ÷ 100',
    values: { ...PLAIN, curvature: 200, rates: FOUR.map((r) => r / 100), reach: 0.012, frame: 'fitted' },
  },
  { label: 'a habit: 0.1 to 0.0001', values: { ...PLAIN, rates: [1e-4, 1e-3, 0.01, 0.1], axis: 'log' } },
];
