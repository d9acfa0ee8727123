/** Whether the ball comes to rest: the loss above the lowest with the rate as it is chosen, the other way, and without noise. */
import { html, type TemplateResult } from 'lit';
import { lossCurve, type LossSeries } from '../../parts/loss-curve';
import { brief, significant } from '../../plot/format';
import type { Descent } from '../descent';
import { EXAMPLES } from './geyser';
import { meanAbove } from './task';
import type { Seen } from './seen';

/** Below this a curve is at the foot, or an axis would reach down to rounding. */
const LOWEST = 3e-4;

function above(v: Seen, name: string, run: Descent, rank: number): LossSeries {
  const { least } = v.model.survey;
  return {
    name,
    rank,
    step: run.trace.step,
    loss: v.model.lossesOf(run).map((loss) => Math.max(LOWEST, loss - least)),
    end: run.reason === 'diverged' ? 'leaves' : 'stops',
  };
}

export function rest(v: Seen): TemplateResult {
  const { run, whole } = v.model;
  const { schedule, rate } = v.settings;
  const falls = schedule === 'falling';
  const last = (r: Descent): number => r.trace.rate[r.steps] ?? rate;
  const mean = meanAbove(v.model);
  return html`<div data-spot="rest">
    ${lossCurve({
      width: v.width,
      height: 148,
      series: [
        above(v, falls ? 'falling' : 'constant', run, 0),
        above(v, falls ? 'constant' : 'falling', v.model.other(), 1),
        above(v, `all ${EXAMPLES}`, whole, 2),
        ...(v.pinned ? [{ ...above(v, 'pinned', v.pinned.model.run, 0), pinned: true }] : []),
      ],
      steps: v.clock.steps,
      time: v.clock.step,
      logarithmic: true,
      yName: 'loss above the lowest',
      go: (step) => v.go(step),
    })}
    <p class="quiet small">
      ${falls ? html`The rate falls from ${brief(rate)} to ${significant(last(run), 2)}` : html`The rate stays ${brief(rate)}`}:
      in the last epoch the ball is on average <b class="idea-loss">${significant(mean, 2)}</b> above the lowest loss.
    </p>
  </div>`;
}
