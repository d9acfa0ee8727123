/** The loss as a sum, and both dials as knobs and sliders for those who want them. */
import { html, type TemplateResult } from 'lit';
import { dial } from '../../parts/dial';
import { slider } from '../../parts/slider';
import { exact, fixed, grouped, count as whole } from '../../plot/format';
import { shows } from './best-line';
import { dialsNow, turn } from './hands';
import type { Seen } from './seen';
import { inMegaparsecs, namesOf } from './words';

function oneDial(v: Seen, which: 'weight' | 'bias'): TemplateResult {
  const { dials, decimals } = v.model.survey;
  const value = dialsNow(v)[which];
  const [min, max] = dials[which];
  const input = (x: number): void => turn(v, { [which]: x });
  return html`<div class="one-of-two">
    ${dial({ value, min, max, input })}
    ${slider({
      id: `${v.id}-${which}`,
      label: which,
      value,
      min,
      max,
      idea: 'parameter',
      text: (x) => fixed(x, decimals[which]),
      input,
    })}
  </div>`;
}

/** The exact answer's loss, once it may be seen. */
function least(v: Seen): TemplateResult {
  const { best } = v.model.survey;
  if (best === undefined) return html``;
  return shows(v)
    ? html`<p class="idea-optimum">least possible ${grouped(best)}</p>`
    : html`<p>
        <button type="button" class="link" @click=${() => v.set({ best: true }, { keepTime: true })}>
          show the best line
        </button>
      </p>`;
}

export const bothDials = (v: Seen): TemplateResult =>
  html`<div class="both-dials">${oneDial(v, 'weight')} ${oneDial(v, 'bias')} ${least(v)}</div>`;

const quantity = (name: string, value: number, idea = 'ink'): TemplateResult =>
  html`<span class=${`quantity idea-${idea}`} title=${exact(value)}
    ><small>${name}</small><b>${Number.isInteger(value) && value < 1e6 ? whole(value) : grouped(value)}</b></span
  >`;

/** Loss = all squares ÷ how many; and what that is as a typical miss. */
export function tally(v: Seen): TemplateResult {
  const { run, survey } = v.model;
  const loss = run.loss(v.step);
  const summed = v.settings.loss === 'sum_squares';
  const [sum, mean] = summed ? [loss, loss / survey.count] : [loss * survey.count, loss];
  const { unit } = namesOf(v).y;
  const [one, many] = inMegaparsecs(v) ? ['galaxy', 'galaxies'] : ['point', 'points'];
  const sign = (text: string): TemplateResult => html`<span class="sign">${text}</span>`;
  return html`<div class="tally" data-spot="loss">
    <p class="equation">
      ${quantity('loss', loss, 'loss')}${sign('=')}${quantity('all squares', sum)}${
        summed ? '' : html`${sign('÷')}${quantity(many, survey.count)}`
      }
    </p>
    <p class="quiet">a ${one} is missed by<br />typically <b>${grouped(Math.sqrt(mean), 3)}</b> ${unit}</p>
  </div>`;
}
