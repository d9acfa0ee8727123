/** What is wanted now and then, one drawer at a time. */
import { html, nothing, type TemplateResult } from 'lit';
import { drawers } from '../../parts/drawers';
import { dataPanel } from './data-panel';
import { settings, steps } from './inside';
import { MOST_LINKED } from './points';
import { inWords } from './words';
import type { Seen } from './seen';

const DRAWERS = {
  steps: () => 'every step',
  settings: () => 'settings',
  points: (v: Seen) => `${inWords(v, v.model.survey.count)}, or your own`,
} as const;
type DrawerName = keyof typeof DRAWERS;

const CONTENTS: Readonly<Record<DrawerName, (v: Seen) => TemplateResult>> = { steps, settings, points: dataPanel };

/** One drawer at a time, so that the picture never leaves the screen for the sake of a table. */
export function controls(v: Seen): TemplateResult {
  const open = v.local['drawer'] as DrawerName | undefined;
  const { points } = v.settings;
  return html`${drawers({
    id: v.id,
    drawers: (Object.keys(DRAWERS) as DrawerName[]).map((name) => ({
      name,
      label: DRAWERS[name](v),
      content: () => CONTENTS[name](v),
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
