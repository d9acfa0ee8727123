/** What stands below the picture: the loss curve and its map, the steps, and the controls. */
import { html, nothing, type TemplateResult } from 'lit';
import { arithmetic, waiting } from '../../parts/arithmetic';
import { lossCurve } from '../../parts/loss-curve';
import { lossMap } from '../../parts/loss-map';
import { rateSlider } from '../../parts/rate-slider';
import { segmented } from '../../parts/slider';
import { asText, stepsTable, type Column } from '../../parts/steps-table';
import { brief, fixed, grouped } from '../../plot/format';
import type { Seen } from '../model';
import { dataPanel } from './data-panel';
import { dialsNow, rescale, turn } from './hands';
import type { ScaleName } from './points';
import { shows } from './best-line';
import { inMegaparsecs } from './words';

/** Narrower than this, panels stand one below the other (as the style sheet has it). */
const NARROW = 470;
/** Of the map, and of the loss curve beside it. */
const MAP_HEIGHT = 196;

function columns(v: Seen): Column[] {
  const { run, survey } = v.model;
  const { weight, bias } = survey.decimals;
  return [
    { name: 'weight', value: (k) => run.parameter(k, 0), text: (x) => fixed(x, weight) },
    { name: 'bias', value: (k) => run.parameter(k, 1), text: (x) => fixed(x, bias) },
    { name: 'slope in w', value: (k) => run.gradient(k, 0), text: (x) => brief(x, 4) },
    { name: 'slope in b', value: (k) => run.gradient(k, 1), text: (x) => brief(x, 4) },
    { name: 'loss', value: (k) => run.loss(k), text: (x) => grouped(x) },
  ];
}

/** The closed form in the table's own columns, so that arrival can be seen. */
function leastSquares(v: Seen, shown: readonly Column[]): TemplateResult {
  const { fit, best, decimals } = v.model.survey;
  const mark = html`<svg class="mark" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
    <path class="gd-optimum-line" d="M0.5 6h11M6 0.5v11"></path>
  </svg>`;
  const head = html`<th scope="row">${mark} <span>least squares</span></th>`;
  const instead = (text: unknown): TemplateResult =>
    html`<tr class="exact">
      ${head}
      <td colspan=${shown.length}>${text}</td>
    </tr>`;
  if (fit.error || best === undefined) return instead('no single best line');
  if (!shows(v))
    return instead(
      html`<button type="button" class="link" @click=${() => v.set({ best: true }, { keepTime: true })}>
        show the exact answer
      </button>`,
    );
  const exact: Readonly<Record<string, string>> = {
    weight: fixed(fit.parameters[0] ?? 0, decimals.weight),
    bias: fixed(fit.parameters[1] ?? 0, decimals.bias),
    'slope in w': '0',
    'slope in b': '0',
    loss: grouped(best),
  };
  return html`<tr class="exact">
    ${head}${shown.map((c) => html`<td>${exact[c.name]}</td>`)}
  </tr>`;
}

function steps(v: Seen): TemplateResult {
  const all = columns(v);
  const shown = v.width > NARROW ? all : all.filter((c) => !c.name.startsWith('slope'));
  return stepsTable({
    caption: 'The last steps, and the exact answer',
    columns: shown,
    rows: v.model.steps + 1,
    step: v.step,
    footer: leastSquares(v, shown),
    copied: v.local['copied'] === true,
    copy: () => {
      void navigator.clipboard?.writeText(asText(all, v.model.steps + 1)).then(() => v.setLocal({ copied: true }));
    },
  });
}

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
    descent finds its floor at once and then crawls. Measure x in standard deviations, and the ravine is gone.
  </p>`;
}

export function panels(v: Seen): TemplateResult {
  const { run } = v.model;
  const wide = v.width > NARROW;
  const dial = v.settings.dial === 'weight' ? 0 : 1;
  return html` <div class="beside even">
      ${lossCurve({
        width: wide ? ((v.width - 22) * 6) / 13 : v.width,
        height: MAP_HEIGHT,
        series: [{ name: 'loss', step: run.trace.step, loss: run.trace.loss }],
        steps: run.steps,
        time: v.step,
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
        v.step > 0
          ? arithmetic(run.explain(v.step, dial), false, v.model.survey.decimals[v.settings.dial])
          : waiting('Take a step, and its arithmetic stands here.')
      }
    </div>
    ${steps(v)}`;
}

const SCALE_LABELS: Readonly<Record<ScaleName, string>> = {
  given: 'as given',
  million_light_years: 'million ly',
  standardised: 'std. dev.',
};

function scales(v: Seen): { value: ScaleName; label: string }[] {
  const far = inMegaparsecs(v);
  const names: ScaleName[] = far ? ['given', 'million_light_years', 'standardised'] : ['given', 'standardised'];
  return names.map((value) => ({ value, label: far && value === 'given' ? 'Mpc' : SCALE_LABELS[value] }));
}

export function controls(v: Seen): TemplateResult {
  const { survey } = v.model;
  return html` ${rateSlider({
      id: `${v.id}-rate`,
      value: v.settings.rate,
      ...survey.rates,
      curvature: survey.curvature.largest,
      input: (rate) => v.set({ rate }, { keepTime: true }),
    })}
    <div class="choices">
      ${segmented({
        id: `${v.id}-loss`,
        label: 'loss',
        value: v.settings.loss,
        options: [
          { value: 'mean_squares', label: 'mean' },
          { value: 'sum_squares', label: 'sum' },
        ],
        input: (loss) => v.set({ loss }, { keepTime: true }),
      })}
      ${segmented({
        id: `${v.id}-scale`,
        label: inMegaparsecs(v) ? 'distance in' : 'x',
        value: v.settings.scale,
        options: scales(v),
        input: (scale) => rescale(v, scale),
      })}
    </div>
    ${dataPanel(v)}`;
}
