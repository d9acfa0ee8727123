/** What comes when a tab is first opened. */
import { svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { Late } from '../../parts/late';
import type { Seen, Strip } from './seen';

export const others = new Late(() => import('./others'));

/** About what such a panel takes, kept free until it is there. */
const HEIGHT: Readonly<Record<string, number>> = { race: 50, step: 160, guess: 20 };
const REPORTS = 160;

export const panelOf = (v: Seen): TemplateResult =>
  others.draw(
    (all) => all.panel(v),
    () => v.setLocal({}),
    HEIGHT[v.settings.panel] ?? REPORTS,
  );

/** Its room is kept; what is wrong where it cannot be had is said in the panel. */
export const stripOf = (v: Seen, which: Strip, top: number, height: number): SVGTemplateResult =>
  others.here?.strip(v, which, top, height) ?? svg``;

export const verdictOf = (v: Seen): TemplateResult =>
  others.draw(
    (all) => all.verdict(v),
    () => v.setLocal({}),
  );
