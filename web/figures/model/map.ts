/** Both dials: the curve unfolded into a map, with the old cut and the guess still on it. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { lossMap, type LossMapRoom } from '../../parts/loss-map';
import { round } from '../../plot/curve';
import { brief, fixed } from '../../plot/format';
import { triangle } from '../../plot/marks';
import { clamp } from '../../plot/scales';
import { ghostOnMap } from '../pinned';
import { shows } from './best-line';
import { groundOf } from './ground';
import { dialsNow, turn } from './hands';
import { cutOf, known, type Seen } from './seen';
import { said } from './wager';

const HEIGHT = { wide: 250, narrow: 230 } as const;

/** From here on descent reaches the valley's floor at once and then hardly moves along it. */
export const RAVINE = 1000;

/** The shape of the bowl in a few words. */
function shape(v: Seen): string {
  const { conditionNumber } = v.model.survey.curvature;
  if (v.model.survey.fit.error) return 'a valley with a level floor';
  if (conditionNumber < 1.005) return 'a round bowl';
  const ratio = brief(conditionNumber, 2);
  return conditionNumber < RAVINE ? `${ratio}× as curved across as along` : `a ravine, ${ratio} to 1`;
}

/** The old curve is this line across the map, and the guess stands on it. */
function cut(v: Seen, r: LossMapRoom): SVGTemplateResult {
  const y = r.y.at(cutOf(v));
  if (y < r.box.top || y > r.box.bottom) return svg``;
  const { guess } = v.settings;
  const x = guess === null ? 0 : clamp(r.x.at(guess), r.box.left, r.box.right);
  return svg`<path class="gd-section-line" d=${`M${round(r.box.left)} ${round(y)}H${round(r.box.right)}`}></path>
    <text class="gd-label cut-name" x=${round(r.box.left + 6)} y=${round(y - 6)}>A</text>
    <text class="gd-label cut-name" x=${round(r.box.right - 6)} y=${round(y - 6)} text-anchor="end">A′</text>
    ${guess === null ? '' : svg`${triangle(x, y + 6)}<text class="gd-guess-text" x=${round(x - 8)} y=${round(y + 22)} text-anchor="end">your guess ${said(v, guess)}</text>`}`;
}

/** The cross and the ball by name. */
function names(v: Seen, r: LossMapRoom): SVGTemplateResult {
  const { fit, decimals } = v.model.survey;
  const { weight, bias } = dialsNow(v);
  const [w = 0, b = 0] = fit.parameters;
  const [px, py] = [r.x.at(weight), r.y.at(bias)];
  const inside = px > r.box.left && px < r.box.right - 130 && py > r.box.top + 12 && py < r.box.bottom;
  return svg`${
    fit.error || !shows(v)
      ? ''
      : svg`<text class="gd-optimum-text" x=${round(r.x.at(w) + 12)} y=${round(r.y.at(b) + 18)}>lowest: ${said(v, w)}, ${fixed(b, Math.max(0, decimals.bias - 1))}</text>`
  }
  ${inside && v.time > 0 ? svg`<text class="gd-label" x=${round(px + 14)} y=${round(py - 10)}>the machine, step ${v.step}</text>` : ''}`;
}

export function mapPanel(v: Seen): TemplateResult {
  const { run, survey } = v.model;
  const { fit, dials, decimals } = survey;
  const { weight, bias } = dialsNow(v);
  const height = v.width > 470 ? HEIGHT.wide : HEIGHT.narrow;
  if (!known(v))
    return html`<div class="covered" data-spot="map">
      <p class="quiet">Every weight to the right, every bias upwards: the map is drawn once you have guessed.</p>
      <button type="button" class="pill" @click=${() => v.set({ revealed: true }, { keepTime: true })}>draw it</button>
    </div>`;
  return html`<div data-spot="map">
    ${lossMap({
      id: `${v.id}-map`,
      width: v.width,
      height,
      terrain: groundOf(survey),
      x: dials.weight,
      y: dials.bias,
      xName: 'weight',
      yName: 'bias',
      path: { rows: run.steps + 1, at: (k) => [run.parameter(k, 0), run.parameter(k, 1)] },
      steps: v.step,
      beneath: (r) =>
        svg`${cut(v, r)} ${v.pinned?.settings.scale === v.settings.scale ? ghostOnMap(v.pinned, r) : ''} ${names(v, r)}`,
      ahead: shows(v),
      now: [weight, bias],
      optimum: fit.error || !shows(v) ? undefined : [fit.parameters[0] ?? 0, fit.parameters[1] ?? 0],
      note: shape(v),
      valueText: `weight ${fixed(weight, decimals.weight)}, bias ${fixed(bias, decimals.bias)}`,
      place: (w, b) => turn(v, { weight: w, bias: b }),
    })}
  </div>`;
}
