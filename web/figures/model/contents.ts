/** The dials as knobs, and what lies in the drawers below them. A piece of its own. */
import { html, type TemplateResult } from 'lit';
import { drawerStyles } from '../../style/figure/drawers';
import { bothDials } from './dials';
import { controls } from './drawers';
import type { Seen } from './seen';
import { styles as own } from './style-late';

export const more = (v: Seen): TemplateResult => html`${bothDials(v)} ${controls(v)}`;
export { readDropped } from './data-panel';
export const styles = [drawerStyles, own];
