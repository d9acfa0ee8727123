/**
 * What a text asks of a figure: to go to a moment, and to have a part of it looked at. A request sets what it names
 * and leaves the rest; made twice, it changes nothing.
 */
import type { AnyFigure } from '../figure';
import { near, readSettings, type AnySettings } from '../settings';
import type { ShowRequest } from './downhill.d.ts';

/** How long a part that was pointed at stays framed, in milliseconds. */
const FRAMED = 1200;

export interface ReadRequest {
  readonly values: Partial<AnySettings>;
  readonly problems: readonly string[];
}

/** The settings that a request names, read as attributes are. */
export const readRequest = (figure: AnyFigure, { settings = {} }: ShowRequest): ReadRequest =>
  readSettings(figure.settings, Object.entries(settings));

/** Whether a figure stands, to the eye, where a request would have it. */
export function stands(values: Partial<AnySettings>, now: AnySettings): boolean {
  return Object.entries(values).every(([key, said]) => near(now[key], said));
}

/** Four corners around a part, for a moment; what is out of sight comes into sight. */
export function pointAt(host: HTMLElement, spot: string): void {
  const root = host.shadowRoot;
  const part = root?.querySelector(`[data-spot~="${CSS.escape(spot)}"]`);
  if (!root || !part) return;
  part.scrollIntoView({ block: 'nearest' });
  const [there, here] = [part.getBoundingClientRect(), host.getBoundingClientRect()];
  root.querySelector('.corners')?.remove();
  const corners = document.createElement('div');
  corners.className = 'corners';
  const { style } = corners;
  style.left = `${there.left - here.left - host.clientLeft - 6}px`;
  style.top = `${there.top - here.top - host.clientTop - 6}px`;
  style.width = `${there.width + 12}px`;
  style.height = `${there.height + 12}px`;
  root.append(corners);
  setTimeout(() => corners.remove(), FRAMED);
}
