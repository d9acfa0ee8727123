/** What stands below the picture, one at a time: the box whose turn it was, your order, the race. */
import { html, type TemplateResult } from 'lit';
import { tabs } from '../../parts/tabs';
import { loupe } from './loupe';
import { orderPanel } from './order-panel';
import { price } from './price';
import type { PANELS, Seen } from './seen';
import { slopes, tally } from './slopes';

export function panels(v: Seen): TemplateResult {
  const choose = (panel: (typeof PANELS)[number]): void => {
    if (panel === v.settings.panel) return;
    // Your own order is asked on the graph that has a fork in it.
    v.set(panel === 'order' ? { panel, graph: 'fork', dials: [], inputs: [], wanted: null } : { panel });
    if (panel === 'race') v.play(5);
  };
  return tabs({
    id: v.id,
    label: 'Panels',
    open: v.settings.panel,
    choose,
    tabs: [
      {
        name: 'box',
        label: 'this box',
        content: () => html`<div class="this-box">${loupe(v)} ${slopes(v)} ${tally(v)}</div>`,
      },
      { name: 'order', label: 'your order', content: () => orderPanel(v) },
      { name: 'race', label: 'the race', content: () => (v.model.race ? price(v, v.model.race) : html``) },
    ],
  });
}
