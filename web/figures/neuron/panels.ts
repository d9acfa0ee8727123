/** What stands below the picture, one at a time: the chosen neuron's sum, the learning, the points, the network. */
import { html, type TemplateResult } from 'lit';
import { Late } from '../../parts/late';
import { tabs } from '../../parts/tabs';
import { brief, significant } from '../../plot/format';
import { updateNow } from './now';
import type { Seen } from './seen';
import { neuronPanel } from './sum';

export const contents = new Late(() => import('./contents'));

type Later = 'learning' | 'data' | 'network' | 'dials' | 'starts';

const later = (v: Seen, name: Later): TemplateResult =>
  contents.draw(
    (all) => all[name](v),
    () => v.setLocal({}),
  );

/** A rate that is a tenth of one that led out of the numbers, and reads well. */
const tamer = (rate: number): number => Number((rate / 10).toPrecision(1));

/** The run has left the numbers there are: the last picture that had any stays, and one way back is offered. */
function exploded(v: Seen): TemplateResult | string {
  const { training } = v.model;
  const now = updateNow(v);
  if (training.reason !== 'diverged' || now < training.steps) return '';
  const losses = [now - 2, now - 1, now].filter((k) => k >= 0).map((k) => significant(training.loss(k)));
  const rate = tamer(v.settings.rate);
  return html`<div class="exploded" role="status">
    <p>
      <b>Update ${now + 1} has no numbers any more.</b> The loss went
      ${losses.map((text, i) => html`${i ? ', ' : ''}<span class="idea-loss no-break">${text}</span>`)}. Shown: update
      ${now}. Nothing broke; the steps are too long.
    </p>
    <button type="button" class="pill" @click=${() => v.set({ rate })}>try rate ${brief(rate)}</button>
  </div>`;
}

export function panels(v: Seen): TemplateResult {
  const narrow = v.width < 440;
  return html`${exploded(v)}
  ${tabs({
    id: v.id,
    label: 'Panels',
    open: v.settings.panel,
    choose: (panel) => v.set({ panel }, { keepTime: true }),
    tabs: [
      { name: 'neuron', label: narrow ? 'neuron' : 'one neuron', content: () => neuronPanel(v) },
      { name: 'learning', label: 'learning', content: () => later(v, 'learning') },
      { name: 'data', label: 'points', content: () => later(v, 'data') },
      { name: 'network', label: 'network', content: () => later(v, 'network') },
      { name: 'dials', label: narrow ? 'dials' : 'every dial', content: () => later(v, 'dials') },
      { name: 'starts', label: narrow ? '100' : '100 starts', content: () => later(v, 'starts') },
    ],
  })}`;
}
