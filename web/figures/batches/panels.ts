/** What stands below the picture, one at a time: the examples asked, the cloud's width, two clocks, coming to rest, settings. */
import { html, type TemplateResult } from 'lit';
import { tabs } from '../../parts/tabs';
import { clocks } from './clocks';
import { losses } from './losses';
import { more } from './more';
import { rest } from './rest';
import { scatter } from './scatter';
import type { PANELS, Seen } from './seen';
import { spreadPlot } from './spread-plot';

type Panel = (typeof PANELS)[number];
const GAP = 16;
/** Narrower than this the loss stands below the points. */
const NARROW = 430;

function asked(v: Seen): TemplateResult {
  if (v.width < NARROW) return html`${scatter(v, v.width)} ${losses(v, v.width)}`;
  const left = Math.round((v.width - GAP) * 0.47);
  return html`<div class="asked-beside">${scatter(v, left)} ${losses(v, v.width - GAP - left)}</div>`;
}

const LABELS: Readonly<Record<Panel, readonly [label: string, content: (v: Seen) => TemplateResult]>> = {
  asked: ['points', asked],
  cloud: ['cloud', spreadPlot],
  clocks: ['two clocks', clocks],
  rest: ['rest', rest],
  more: ['more', more],
};

export const panels = (v: Seen): TemplateResult =>
  tabs<Panel>({
    id: v.id,
    label: 'Panels',
    open: v.settings.panel,
    choose: (panel) => v.set({ panel }, { keepTime: true }),
    tabs: (Object.keys(LABELS) as Panel[]).map((name) => ({
      name,
      label: LABELS[name][0],
      content: () => LABELS[name][1](v),
    })),
  });
