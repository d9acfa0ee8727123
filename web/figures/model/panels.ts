/** What stands below the picture, one at a time: one dial's curve, both dials' map, the machine's steps, and the rest. */
import { html, type TemplateResult } from 'lit';
import { tabs } from '../../parts/tabs';
import { curvePanel } from './curve';
import { more, report } from './coming';
import { tally } from './tally';
import { dialsNow } from './hands';
import { openQuestion } from './question';
import { panelOf, type Seen } from './seen';

/** From one dial to both, the cut is kept; back again, descent starts where the dials are. */
function choose(v: Seen, panel: Seen['settings']['panel']): void {
  const from = panelOf(v);
  // What is open already is no choice, and nothing to undo.
  if (panel === from && panel === v.settings.panel) return;
  if (panel === 'one') v.set({ panel, ...dialsNow(v) });
  else if (from === 'one' && panel !== 'more') v.set({ panel, cut: v.settings.bias }, { keepTime: true });
  else v.set({ panel }, { keepTime: true });
}

export const panels = (v: Seen): TemplateResult =>
  tabs({
    id: v.id,
    label: 'Panels',
    open: panelOf(v),
    choose: (panel) => choose(v, panel),
    tabs: [
      {
        name: 'one',
        label: 'one dial',
        content: () => html`${curvePanel(v)} ${tally(v)} ${openQuestion(v)}`,
      },
      { name: 'both', label: 'both dials', content: () => report(v, 'map') },
      { name: 'step', label: 'each step', content: () => report(v, 'steps') },
      {
        name: 'more',
        label: v.width < 400 ? 'data' : 'data and settings',
        content: () => more(v),
      },
    ],
  });
