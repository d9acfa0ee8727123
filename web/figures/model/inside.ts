/** What lies in the drawers: every step as a table, and the settings. */
import { html, type TemplateResult } from 'lit';
import { rateSlider } from '../../parts/rate-slider';
import { segmented } from '../../parts/slider';
import { stepsTable } from '../../parts/steps-table';
import { fixed, grouped, significant } from '../../plot/format';
import { shows } from './best-line';
import { rescale } from './hands';
import type { ScaleName } from './points';
import { steps as stepsTableOf } from './tables';
import { inMegaparsecs } from './words';
import type { Seen } from './seen';

/** Narrower than this, a table has no room for slopes. */
const NARROW = 470;

/** Short enough for the narrow column beside the text. */
function text(v: Seen): (value: number, name: string) => string {
  const { weight, bias } = v.model.survey.decimals;
  return (value, name) =>
    name === 'weight'
      ? fixed(value, weight)
      : name === 'bias'
        ? fixed(value, bias)
        : name === 'loss'
          ? grouped(value)
          : significant(value, 4);
}

/** The closed form in the table's own columns, so that arrival can be seen. */
function leastSquares(v: Seen, shown: readonly string[]): TemplateResult {
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
    ${head}${shown.map((name) => html`<td>${exact[name]}</td>`)}
  </tr>`;
}

export function steps(v: Seen): TemplateResult {
  const table = stepsTableOf(v);
  const leaves = (name: string): boolean => v.width <= NARROW && name.startsWith('slope');
  const shown = table.columns.slice(1).map((c) => c.name);
  return stepsTable({
    table,
    step: v.step,
    leaves,
    text: text(v),
    footer: leastSquares(
      v,
      shown.filter((name) => !leaves(name)),
    ),
    memory: v,
  });
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

export function settings(v: Seen): TemplateResult {
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
      ${segmented({
        id: `${v.id}-residuals`,
        label: 'residuals as',
        value: v.settings.residuals,
        options: [
          { value: 'squares', label: 'squares' },
          { value: 'lines', label: 'lines' },
          { value: 'none', label: 'nothing' },
        ],
        input: (residuals) => v.set({ residuals }, { keepTime: true }),
      })}
    </div>`;
}
