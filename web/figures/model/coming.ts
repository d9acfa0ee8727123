/** What comes when its tab is first opened, each a piece. */
import type { TemplateResult } from 'lit';
import { Late } from '../../parts/late';
import type { Seen } from './seen';

/** Both dials' map, and the machine's steps. */
export const reports = new Late(() => import('./reports'));
/** The dials as knobs, and the drawers. */
export const contents = new Late(() => import('./contents'));

/** Kept free for either until it is there: about what they take. */
const HEIGHT = { reports: 230, contents: 200 } as const;

export const report = (v: Seen, name: 'map' | 'steps'): TemplateResult =>
  reports.draw(
    (all) => all[name](v),
    () => v.setLocal({}),
    HEIGHT.reports,
  );

export const more = (v: Seen): TemplateResult =>
  contents.draw(
    (all) => all.more(v),
    () => v.setLocal({}),
    HEIGHT.contents,
  );
