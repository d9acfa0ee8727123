/** What is set now and then: the rate and how it changes, the order, and another shuffle. */
import { html, type TemplateResult } from 'lit';
import { rateSlider } from '../../parts/rate-slider';
import { segmented } from '../../parts/slider';
import { RATES, type Seen } from './seen';

/** Of seeds that are offered. */
const SEEDS = 9999;

export const more = (v: Seen): TemplateResult =>
  html`<div class="more-of-batches" data-spot="more">
    ${rateSlider({
      id: `${v.id}-rate`,
      value: v.settings.rate,
      ...RATES,
      curvature: v.model.survey.curvature,
      input: (rate) => v.set({ rate }),
    })}
    <div class="choices">
      ${segmented({
        id: `${v.id}-schedule`,
        label: 'the rate',
        value: v.settings.schedule,
        options: [
          { value: 'constant', label: 'stays' },
          { value: 'falling', label: 'falls' },
        ],
        input: (schedule) => v.set({ schedule }),
      })}
      ${segmented({
        id: `${v.id}-order`,
        label: 'order',
        value: v.settings.order,
        options: [
          { value: 'shuffled', label: 'shuffled' },
          { value: 'sorted', label: 'by the wait' },
        ],
        input: (order) => v.set({ order }),
      })}
      <button
        type="button"
        class="pill"
        @click=${() => v.set({ seed: (v.settings.seed % SEEDS) + 1, order: 'shuffled' })}
      >
        shuffle again
      </button>
    </div>
  </div>`;
