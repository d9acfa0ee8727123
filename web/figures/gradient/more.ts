/** The other grounds, rates and starts: what the text does not need. */
import { html, type TemplateResult } from 'lit';
import { presetButtons } from '../../parts/presets';
import { rateSlider } from '../../parts/rate-slider';
import { segmented, slider } from '../../parts/slider';
import type { Values } from '../settings';
import { CONDITIONS, RATES, type Seen, type settings } from './seen';
import { landscapeNames, landscapes, type LandscapeName } from './survey';

interface Preset {
  readonly label: string;
  readonly values: Partial<Values<typeof settings>>;
}
const preset = (label: string, values: Preset['values']): Preset => ({
  label,
  values: { ...values, guess: null, revealed: true },
});

export const presets: readonly Preset[] = [
  preset('round bowl', { function: 'bowl', condition: 1, x: -3, y: 2, rate: 0.3 }),
  preset('narrow', { function: 'bowl', condition: 20, x: -3.5, y: 1, rate: 0.08 }),
  preset('a step too far', { function: 'bowl', condition: 4, x: -3, y: 2, rate: 0.6 }),
  preset('four valleys', { function: 'himmelblau', x: -0.5, y: -1, rate: 0.012 }),
];

function choose(v: Seen, to: LandscapeName): void {
  const { start, rate } = landscapes[to];
  v.set({ function: to, x: start[0], y: start[1], rate, guess: null });
}

function begin(v: Seen, { values }: Preset): void {
  v.set(values);
  v.play();
}

export function more(v: Seen): TemplateResult {
  return html`<div class="stack" data-spot="more">
    ${segmented({
      id: `${v.id}-function`,
      label: 'ground',
      value: v.settings.function,
      options: landscapeNames.map((value) => ({ value, label: landscapes[value].label })),
      input: (to) => choose(v, to),
    })}
    <div class="beside even">
      ${rateSlider({
        id: `${v.id}-rate`,
        value: v.settings.rate,
        ...RATES,
        curvature: v.model.curvature,
        input: (rate) => v.set({ rate }, { keepTime: true }),
      })}
      ${
        landscapes[v.settings.function].shaped
          ? slider({
              id: `${v.id}-condition`,
              label: 'condition number',
              value: v.settings.condition,
              ...CONDITIONS,
              scale: 'log',
              ticks: [{ value: 1, label: 'round', side: 'after' }],
              input: (condition) => v.set({ condition, guess: null }, { keepTime: true }),
            })
          : ''
      }
    </div>
    ${presetButtons(presets, (preset) => begin(v, preset))}
  </div>`;
}
