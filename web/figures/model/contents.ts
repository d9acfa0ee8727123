/** The dials as knobs, and what lies in the drawers below them. A piece of its own. */
import { html, type TemplateResult } from 'lit';
import { bothDials } from './dials';
import { controls } from './drawers';
import type { Seen } from './seen';

export const more = (v: Seen): TemplateResult => html`${bothDials(v)} ${controls(v)}`;
export { readDropped } from './data-panel';
