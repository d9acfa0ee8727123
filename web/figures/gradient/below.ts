/** What stands below the map, one at a time: its two cuts, and what comes when its tab is first opened. */
import { html, type TemplateResult } from 'lit';
import { Late } from '../../parts/late';
import { tabs } from '../../parts/tabs';
import { groundLack } from '../traced';
import { twoCuts } from './cuts';
import type { PANELS, Seen } from './seen';

/** The surface, the compass, the promise, the steps, and what fewer ask for: two pieces. */
export const turnable = new Late(() => import('./block'));
export const contents = new Late(() => import('./contents'));

/** As tall as the compass and the promise, kept free until they are there. */
const HEIGHT = 130;

const later = (v: Seen, name: 'compassPanel' | 'promisePanel' | 'stepsPanel' | 'more'): TemplateResult =>
  contents.draw(
    (all) => all[name](v),
    () => v.setLocal({}),
    HEIGHT,
  );

function surfacePanel(v: Seen): TemplateResult {
  return html`<div data-spot="surface">
    ${turnable.draw(
      ({ block }) => block(v),
      () => v.setLocal({}),
    )}
  </div>`;
}

export function panels(v: Seen): TemplateResult {
  const all = tabs<(typeof PANELS)[number]>({
    id: v.id,
    label: 'Below the map',
    tabs: [
      { name: 'cuts', label: v.width < 430 ? 'cuts' : 'the two cuts', content: () => twoCuts(v) },
      { name: 'compass', label: 'compass', content: () => later(v, 'compassPanel') },
      { name: 'promise', label: 'promise', content: () => later(v, 'promisePanel') },
      { name: 'surface', label: 'surface', content: () => surfacePanel(v) },
      { name: 'steps', label: 'steps', content: () => later(v, 'stepsPanel') },
      { name: 'more', label: 'more', content: () => later(v, 'more') },
    ],
    open: v.settings.panel,
    choose: (panel) => v.set({ panel }, { keepTime: true }),
  });
  return html`${groundLack(v.model.survey.lines, () => v.setLocal({}))} ${all}`;
}
