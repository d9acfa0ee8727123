/** What stands below the map, one at a time: four rates, a hundred starts, the loss, the step, the block, the shelf. */
import { html, type TemplateResult } from 'lit';
import { tabs, type Tab } from '../../parts/tabs';
import { again, contents, owned } from './coming';
import { isOpen } from './known';
import { ratesPanel } from './rates';
import { panelOf, still, type PanelName, type Seen } from './seen';

/** What lies in a tab that fewer open. */
const later = (v: Seen, name: 'starts' | 'losses' | 'steps' | 'landscapes' | 'formula'): TemplateResult =>
  contents.draw((all) => all[name](v), again(v), HEIGHT[name]);

/** About what each takes, px, kept free until it is there. */
const HEIGHT = { starts: 10, losses: 120, steps: 130, landscapes: 80, formula: 80 } as const;

/** The block itself stands in the map's place. */
const ofBlock = (v: Seen): TemplateResult =>
  html`<p class="line quiet">
    Drag it sideways, or turn and tilt it with the arrow keys.
    <button type="button" class="link away" @click=${() => v.set({ panel: 'rates' }, still)}>back to the map</button>
  </p>`;

export function panels(v: Seen): TemplateResult {
  const all: readonly Tab<PanelName>[] = [
    {
      name: 'rates',
      label: 'rates',
      content: () => html`${ratesPanel(v)}${isOpen(v) ? owned.draw(({ whose }) => whose(v), again(v)) : ''}`,
    },
    { name: 'starts', label: '100 starts', content: () => later(v, 'starts') },
    { name: 'loss', label: 'loss', content: () => later(v, 'losses') },
    { name: 'step', label: 'the step', content: () => later(v, 'steps') },
    { name: 'surface', label: 'surface', content: () => ofBlock(v) },
    {
      name: 'landscapes',
      label: 'landscapes',
      content: () => later(v, 'landscapes'),
    },
    ...(v.settings.ground === 'typed'
      ? [
          {
            name: 'formula' as const,
            label: 'formula',
            content: () => later(v, 'formula'),
          },
        ]
      : []),
  ];
  return html`<div data-spot="panel">
    ${tabs({ id: v.id, label: 'Below the map', tabs: all, open: panelOf(v), choose: (panel) => v.set({ panel }, still) })}
  </div>`;
}
