/** What stands below the picture, one at a time: the box whose turn it was, your order, the race. */
import { html, type TemplateResult } from 'lit';
import { tabs } from '../../parts/tabs';
import { loupe } from './loupe';
import { others } from './others';
import { orderPanel } from './order-panel';
import { price } from './price';
import type { PANELS, Seen } from './seen';
import { slopes, tally } from './slopes';

type Panel = (typeof PANELS)[number];

/** Panels beside which the sweep stands where it stood. */
const isSweep = (panel: Panel): boolean => panel === 'box' || panel === 'graphs';

function choose(v: Seen, panel: Panel): void {
  const { settings } = v;
  if (panel === settings.panel) return;
  // Your own order is asked on the graph that has a fork in it.
  const fork = panel === 'order' && settings.graph !== 'fork';
  v.set(fork ? { panel, graph: 'fork', dials: [], inputs: [], wanted: null, order: [] } : { panel }, {
    keepTime: isSweep(panel) && isSweep(settings.panel),
  });
}

export function panels(v: Seen): TemplateResult {
  return tabs({
    id: v.id,
    label: 'Panels',
    open: v.settings.panel,
    choose: (panel) => choose(v, panel),
    tabs: [
      {
        name: 'box',
        label: 'this box',
        content: () => html`<div class="this-box">${loupe(v)} ${slopes(v)} ${tally(v)}</div>`,
      },
      { name: 'order', label: 'your order', content: () => orderPanel(v) },
      { name: 'race', label: 'the race', content: () => (v.model.race ? price(v, v.model.race) : html``) },
      { name: 'graphs', label: 'other graphs', content: () => others(v) },
    ],
  });
}
