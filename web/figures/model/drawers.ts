/** What is wanted now and then, one drawer at a time; what lies in them comes when the first is opened. */
import { html, nothing, type TemplateResult } from 'lit';
import { drawers } from '../../parts/drawers';
import { Late } from '../../parts/late';
import { MOST_LINKED } from './points';
import { inWords } from './words';
import type { Seen } from './seen';

export const contents = new Late(() => import('./contents'));

const DRAWERS = {
  steps: () => 'every step',
  settings: () => 'settings',
  points: (v: Seen) => `${inWords(v, v.model.survey.count)}, or your own`,
} as const;
export type DrawerName = keyof typeof DRAWERS;

/** One drawer at a time, so that the picture never leaves the screen for the sake of a table. */
export function controls(v: Seen): TemplateResult {
  const open = v.local['drawer'] as DrawerName | undefined;
  const { points } = v.settings;
  return html`${drawers({
    id: v.id,
    drawers: (Object.keys(DRAWERS) as DrawerName[]).map((name) => ({
      name,
      label: DRAWERS[name](v),
      content: () =>
        contents.draw(
          (all) => all[name](v),
          () => v.setLocal({}),
        ),
    })),
    open,
    toggle: (name) => v.setLocal({ drawer: name }),
  })}
  ${
    points.length > 2 * MOST_LINKED
      ? html`<p class="quiet small">A link has room for ${MOST_LINKED} points, so it leaves these out.</p>`
      : nothing
  }`;
}
