/** What stands below the picture: misread digits, and one panel at a time. */
import { html, type TemplateResult } from 'lit';
import { Late } from '../../parts/late';
import { tabs } from '../../parts/tabs';
import type { PANELS } from './choices';
import { learning } from './learning';
import type { Seen } from './seen';
import { strip } from './strip';

export const contents = new Late(() => import('./contents'));

type Panel = (typeof PANELS)[number];
type Later = Exclude<Panel, 'learning'>;

const later = (v: Seen, name: Later): TemplateResult =>
  contents.draw(
    (all) => all[name](v),
    () => v.setLocal({}),
  );

const LABELS: Readonly<Record<Panel, string>> = {
  learning: 'learning',
  mixups: 'mix-ups',
  row: 'first row',
  nudges: 'nudges',
  mine: 'learn mine',
  scribbles: 'scribbles',
  dials: 'dials',
  digits: 'digits',
};

export function panels(v: Seen): TemplateResult {
  return html`${strip(v)}
  ${tabs<Panel>({
    id: v.id,
    label: 'Panels',
    open: v.settings.panel,
    choose: (panel) => v.set({ panel }, { keepTime: true }),
    tabs: (Object.keys(LABELS) as Panel[]).map((name) => ({
      name,
      label: LABELS[name],
      content: () => (name === 'learning' ? learning(v) : later(v, name)),
    })),
  })}`;
}
