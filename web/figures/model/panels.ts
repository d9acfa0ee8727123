/** What stands below the picture: the loss curve, its map, and the arithmetic of the step. */
import { html, nothing, type TemplateResult } from 'lit';
import { arithmetic, waiting } from '../../parts/arithmetic';
import { lossCurve } from '../../parts/loss-curve';
import { lossMap } from '../../parts/loss-map';
import { segmented } from '../../parts/slider';
import { brief, fixed } from '../../plot/format';
import { told } from '../descent';
import { ghostOnMap, lossesBeside } from '../pinned';
import { dialsNow, turn } from './hands';
import { shows } from './best-line';
import type { Seen } from './seen';

/** Narrower than this, panels stand one below the other (as the style sheet has it). */
export const NARROW = 470;
/** Of the map, and of the loss curve beside it. */
const MAP_HEIGHT = 168;

/** From here on descent reaches the valley's floor at once and then hardly moves along it. */
const RAVINE = 1000;

/** The shape of the bowl in a few words. */
function shape(v: Seen): string {
  const { conditionNumber } = v.model.survey.curvature;
  if (v.model.survey.fit.error) return 'a valley with a level floor';
  if (conditionNumber < 1.005) return 'a round bowl';
  const ratio = brief(conditionNumber, 2);
  return conditionNumber < RAVINE ? `${ratio}× as curved across as along` : `a ravine, ${ratio} to 1`;
}

function map(v: Seen, width: number): TemplateResult {
  const { run, survey } = v.model;
  const { fit, dials, decimals } = survey;
  const { weight, bias } = dialsNow(v);
  return lossMap({
    id: `${v.id}-map`,
    width,
    height: MAP_HEIGHT,
    terrain: survey.terrain,
    x: dials.weight,
    y: dials.bias,
    xName: 'weight',
    yName: 'bias',
    path: { rows: run.steps + 1, at: (k) => [run.parameter(k, 0), run.parameter(k, 1)] },
    steps: v.step,
    // Dials in another scale are other dials.
    beneath: v.pinned?.settings.scale === v.settings.scale ? (r) => ghostOnMap(v.pinned, r) : undefined,
    ahead: shows(v),
    now: [weight, bias],
    optimum: fit.error || !shows(v) ? undefined : [fit.parameters[0] ?? 0, fit.parameters[1] ?? 0],
    note: shape(v),
    valueText: `weight ${fixed(weight, decimals.weight)}, bias ${fixed(bias, decimals.bias)}`,
    place: (w, b) => turn(v, { weight: w, bias: b }),
  });
}

/** What a reader would otherwise take for a fault of the figure. */
function remark(v: Seen): TemplateResult | typeof nothing {
  const { fit, count, curvature } = v.model.survey;
  if (fit.error)
    return html`<p class="quiet remark">
      ${count === 1 ? 'Through one point goes' : 'All points share one x, so there is'} more than one best line: the
      loss has a level valley, and descent stops where it first meets the floor.
    </p>`;
  if (curvature.conditionNumber < RAVINE) return nothing;
  return html`<p class="quiet remark">
    Every x is far from zero, so weight and bias pull on the line in nearly the same way, and the bowl is a ravine:
    descent finds its floor at once and then crawls. In the settings, measure x in standard deviations, and the ravine
    is gone.
  </p>`;
}

export function panels(v: Seen): TemplateResult {
  const { run } = v.model;
  const wide = v.width > NARROW;
  const dial = v.settings.dial === 'weight' ? 0 : 1;
  return html`
    <div class="beside even">
      ${lossCurve({
        width: wide ? ((v.width - 22) * 6) / 13 : v.width,
        height: MAP_HEIGHT,
        ...lossesBeside(v),
        logarithmic: v.settings.log === 'log',
        setLogarithmic: (on) => v.set({ log: on ? 'log' : 'linear' }, { keepTime: true }),
        go: (step) => v.go(step),
      })}
      ${map(v, wide ? ((v.width - 22) * 7) / 13 : v.width)}
    </div>
    ${remark(v)}
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
  `;
}
