/** Both dials' map, and the machine's steps. A piece of its own. */
import { html, nothing, type TemplateResult } from 'lit';
import { arithmetic, waiting } from '../../parts/arithmetic';
import { lossCurve } from '../../parts/loss-curve';
import { segmented } from '../../parts/slider';
import { told } from '../descent';
import { lossesBeside } from '../pinned';
import { mapPanel, RAVINE } from './map';
import { openQuestion } from './question';
import type { Seen } from './seen';
import { styles as own } from './style-late';

/** A ravine so narrow that it would be taken for a fault of the figure. */
function ravine(v: Seen): TemplateResult | typeof nothing {
  const { fit, curvature } = v.model.survey;
  if (fit.error || curvature.conditionNumber < RAVINE) return nothing;
  return html`<p class="quiet remark">
    Every x is far from zero, so weight and bias pull on the line in nearly the same way, and the bowl is a ravine:
    descent finds its floor at once and then crawls. In the settings, measure x in standard deviations, and the ravine
    is gone.
  </p>`;
}

export const map = (v: Seen): TemplateResult => html`${mapPanel(v)} ${openQuestion(v)} ${ravine(v)}`;

/** The machine's way as a loss curve, and the arithmetic of one step of one dial. */
export function steps(v: Seen): TemplateResult {
  const { run } = v.model;
  const dial = v.settings.dial === 'weight' ? 0 : 1;
  return html`<div data-spot="step">
    ${lossCurve({
      width: v.width,
      height: 160,
      ...lossesBeside(v),
      logarithmic: v.settings.log === 'log',
      setLogarithmic: (on) => v.set({ log: on ? 'log' : 'linear' }, { keepTime: true }),
      go: (step) => v.go(step),
    })}
    <div class="step-arithmetic">
      ${segmented({
        id: `${v.id}-dial`,
        label: 'This step for the',
        value: v.settings.dial,
        options: [
          { value: 'weight', label: 'weight' },
          { value: 'bias', label: 'bias' },
        ],
        input: (d) => v.set({ dial: d }, { keepTime: true }),
      })}
      ${
        told(v, run.steps) > 0
          ? arithmetic(run.explain(told(v, run.steps), dial), false, v.model.survey.decimals[v.settings.dial])
          : waiting('Take a step, and its arithmetic stands here.')
      }
    </div>
  </div>`;
}
export const styles = [own];
