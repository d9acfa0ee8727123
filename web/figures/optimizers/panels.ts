/** What stands below the time bar: one panel at a time, those that only report behind "more". */
import { html, type TemplateResult } from 'lit';
import { tabs } from '../../parts/tabs';
import { groundLack } from '../traced';
import { chosen } from './chosen';
import { panelOf, verdictOf } from './coming';
import { isReporting, still, type Seen } from './seen';

/** Before the wager what the plot will hold; after it guess, theory and truth in a line. */
const momentumPanel = (v: Seen): TemplateResult =>
  v.settings.swept
    ? verdictOf(v)
    : html`<p class="verdict small">Ink is where your hand has been; the rest is drawn once you have guessed.</p>`;

type Tab = 'momentum' | 'race' | 'step' | 'guess' | 'more';

export function panels(v: Seen): TemplateResult {
  const entry = chosen(v);
  const { panel } = v.settings;
  return html`${v.model.problems.map((p) => html`<p class="notice">${p}</p>`)}
  ${groundLack(v.model.ground.lines, () => v.setLocal({}))}
  ${tabs<Tab>({
    id: v.id,
    label: 'The race',
    tabs: [
      { name: 'momentum', label: 'momentum', content: () => momentumPanel(v) },
      { name: 'race', label: 'the race', content: () => panelOf(v) },
      { name: 'step', label: entry ? `${entry.racer.short}’s step` : 'a step', content: () => panelOf(v) },
      { name: 'guess', label: 'who is first?', content: () => panelOf(v) },
      { name: 'more', label: 'more', content: () => panelOf(v) },
    ],
    open: isReporting(panel) ? 'more' : panel,
    choose: (name) => v.set({ panel: name === 'more' ? 'curves' : name }, still),
  })}`;
}
