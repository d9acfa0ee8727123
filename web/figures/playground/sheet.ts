/** The figure on paper, to be handed in: what was asked, what was set, where every run ended, and the link to see it again. A piece of its own. */
import { html, type TemplateResult } from 'lit';
import { brief, fixed, significant } from '../../plot/format';
import { moment } from './address';
import { goalSentence, verdict } from './goal';
import { allowed, outAt, shownTracks, type Seen, type Track } from './seen';
import { rateOf } from './table';

/** Every number that is not the rule's usual one. */
function dialsOf(v: Seen, { spec }: Track): string {
  if (allowed(v, 'dials') === 'gone') return '';
  const own = Object.entries(spec.rule.options).filter(([name]) => name !== 'learningRate');
  const schedule = spec.schedule && allowed(v, 'schedule') !== 'gone' ? Object.entries(spec.schedule.options) : [];
  return [...own, ...schedule].map(([name, value]) => `${name} ${brief(value, 4)}`).join(', ');
}

function row(v: Seen, t: Track): TemplateResult {
  const end = t.run?.steps ?? 0;
  const says = t.problem ?? (t.diverged ? `diverged at step ${outAt(t)}` : significant(t.run!.loss(end), 5));
  return html`<tr>
    <th scope="row">${t.number} ${allowed(v, 'rules') === 'gone' ? '' : t.info.label}</th>
    <td>${allowed(v, 'rate') === 'gone' ? '' : brief(rateOf(t), 4)}</td>
    <td>${allowed(v, 'schedule') === 'gone' ? '' : t.schedule.label} ${dialsOf(v, t)}</td>
    <td>${end}</td>
    <td>${says}</td>
  </tr>`;
}

export function sheet(v: Seen): TemplateResult {
  const { survey } = v.model;
  const at = survey?.variables.map((name, i) => `${name} = ${fixed(i ? v.settings.y : v.settings.x, 3)}`).join(', ');
  return html`
    <p class="sheet-name">Name <span></span> Date <span></span></p>
    ${v.settings.goal === 'none' ? '' : html`<p><b>Goal.</b> ${goalSentence(v)} <b>Run ${v.settings.picked}:</b> ${verdict(v).text}.</p>`}
    <p>${at === undefined ? '' : `Start: ${at}. `}The picture shows step ${v.step} of ${v.model.steps}.</p>
    <table>
      <thead>
        <tr>
          <th>run</th>
          <th>rate</th>
          <th>schedule and other numbers</th>
          <th>steps</th>
          <th>last loss</th>
        </tr>
      </thead>
      <tbody>
        ${shownTracks(v).map((t) => row(v, t))}
      </tbody>
    </table>
    ${
      // Whatever is hidden stands in the link.
      allowed(v, 'numbers') === 'gone'
        ? ''
        : html`<p class="sheet-link">${moment({ ...v.settings, panel: 'runs' }, v.step)}</p>`
    }
  `;
}
