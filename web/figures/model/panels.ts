/** What stands below the picture, one at a time: one dial's curve, both dials' map, the machine's steps, and the rest. */
import { html, nothing, type TemplateResult } from 'lit';
import { arithmetic, waiting } from '../../parts/arithmetic';
import { lossCurve } from '../../parts/loss-curve';
import { segmented } from '../../parts/slider';
import { tabs } from '../../parts/tabs';
import { told } from '../descent';
import { lossesBeside } from '../pinned';
import { curvePanel } from './curve';
import { bothDials, tally } from './dials';
import { controls } from './drawers';
import { dialsNow } from './hands';
import { mapPanel, RAVINE } from './map';
import { panelOf, type Seen } from './seen';

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

/** The machine's way as a loss curve, and the arithmetic of one step of one dial. */
function steps(v: Seen): TemplateResult {
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

/** From one dial to both, the cut is kept; back again, descent starts where the dials are. */
function choose(v: Seen, panel: Seen['settings']['panel']): void {
  const from = panelOf(v);
  // What is open already is no choice, and nothing to undo.
  if (panel === from && panel === v.settings.panel) return;
  if (panel === 'one') v.set({ panel, ...dialsNow(v) });
  else if (from === 'one' && panel !== 'more') v.set({ panel, cut: v.settings.bias }, { keepTime: true });
  else v.set({ panel }, { keepTime: true });
}

export const panels = (v: Seen): TemplateResult =>
  tabs({
    id: v.id,
    label: 'Panels',
    open: panelOf(v),
    choose: (panel) => choose(v, panel),
    tabs: [
      {
        name: 'one',
        label: 'one dial',
        content: () => html`${curvePanel(v)} ${tally(v)} ${v.model.survey.fit.error ? remark(v) : nothing}`,
      },
      { name: 'both', label: 'both dials', content: () => html`${mapPanel(v)} ${remark(v)}` },
      { name: 'step', label: 'each step', content: () => steps(v) },
      {
        name: 'more',
        label: v.width < 400 ? 'data' : 'data and settings',
        content: () => html`${bothDials(v)} ${controls(v)}`,
      },
    ],
  });
