/** What stands below the time bar: one panel at a time, those that only report behind "more". */
import { html, type TemplateResult } from 'lit';
import { tabs } from '../../parts/tabs';
import { fixed } from '../../plot/format';
import { chosen } from './chosen';
import { panelOf } from './coming';
import { isReporting, still, type Seen } from './seen';

/** Before the wager what the plot will hold; after it guess, theory and truth in a line. */
function momentumPanel(v: Seen): TemplateResult {
  const { guessMomentum: guess, swept } = v.settings;
  const { rolls } = v.model;
  if (!swept)
    return html`<p class="verdict small">Ink is where your hand has been; the rest is drawn once you have guessed.</p>`;
  // While the start is dragged, a frame has no time for every value.
  if (v.local['moving'] === true) return html`<p class="verdict small">Let go, and every momentum runs from here.</p>`;
  const best = rolls.best();
  const { theory } = rolls;
  const range = (from: number, to: number): string =>
    from === to ? fixed(to, 2) : `${fixed(from, 2)} to ${fixed(to, 2)}`;
  return html`<p class="verdict small">
    ${guess === null ? '' : html`<span>your guess <b class="idea-guess">${fixed(guess, 2)}</b></span>`}
    ${theory ? html`<span>theory <b class="idea-optimum">${fixed(theory.best, 2)}</b>, ${rolls.at(theory.best).step ?? '—'} steps</span>` : ''}
    ${best ? html`<span>best in this race <b>${range(best.from, best.to)}</b>, ${best.steps} steps</span>` : html`<span>nobody arrives here</span>`}
    <button type="button" class="link" @click=${() => v.set({ guessMomentum: null, swept: false }, still)}>
      guess again
    </button>
  </p>`;
}

type Tab = 'momentum' | 'race' | 'step' | 'guess' | 'more';

export function panels(v: Seen): TemplateResult {
  const entry = chosen(v);
  const { panel } = v.settings;
  return html`${v.model.problems.map((p) => html`<p class="notice">${p}</p>`)}
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
