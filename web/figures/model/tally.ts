/** The loss as a sum. */
import { html, type TemplateResult } from 'lit';
import { exact, grouped, count as whole } from '../../plot/format';
import type { Seen } from './seen';
import { inMegaparsecs, namesOf } from './words';

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
