/** Races worth starting by one press each. */
import type { Settings } from './seen';

const RAVINE = { landscape: 'ravine', x: -3.5, y: -2.5, tuned: {} } as const satisfies Partial<Settings>;
const SEVEN = ['gradient_descent', 'momentum', 'nesterov', 'adagrad', 'adam', 'lbfgs', 'newton'] as const;

export const presets: readonly { readonly label: string; readonly values: Partial<Settings> }[] = [
  { label: 'round bowl', values: { ...RAVINE, landscape: 'bowl', y: 1.5, condition: 1, racers: SEVEN } },
  { label: 'long ravine', values: { ...RAVINE, condition: 1000, racers: SEVEN } },
  {
    label: 'bias correction off',
    values: {
      ...RAVINE,
      condition: 50,
      racers: ['adam', 'amsgrad', 'nadam'],
      picked: 'adam',
      tuned: { 'adam.biasCorrection': 0 },
    },
  },
  {
    label: 'one diverges',
    values: {
      ...RAVINE,
      condition: 50,
      racers: SEVEN,
      picked: 'gradient_descent',
      tuned: { 'gradient_descent.learningRate': 0.042 },
    },
  },
  {
    label: 'the family of Adam',
    values: {
      ...RAVINE,
      condition: 50,
      picked: 'adam',
      racers: ['rmsprop', 'adam', 'amsgrad', 'adamw', 'adamax', 'nadam', 'radam'],
    },
  },
];
