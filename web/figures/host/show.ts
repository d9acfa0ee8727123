/**
 * What a text asks of a figure: to go to a moment, and to have a part of it looked at. A request sets what it names
 * and leaves the rest; made twice, it changes nothing.
 */
import type { AnyFigure } from '../figure';
import { near, readSettings, type AnySettings, type SettingTable } from '../settings';
import type { ShowRequest } from './downhill.d.ts';

/** How long a part that was pointed at stays framed, in milliseconds. */
const FRAMED = 1200;
/** How many frames a part is waited for. */
const AWAITED = 120;

export interface ReadRequest {
  readonly values: Partial<AnySettings>;
  readonly problems: readonly string[];
}

/** The settings that a request names, read as attributes are. */
export const readRequest = (figure: AnyFigure, { settings = {} }: ShowRequest): ReadRequest =>
  readSettings(figure.settings, Object.entries(settings));

/** Whether a figure stands, to the eye, where a request would have it. */
export function stands(table: SettingTable, values: Partial<AnySettings>, now: AnySettings): boolean {
  return Object.entries(values).every(([key, said]) => {
    const setting = table[key];
    // What is neither a number nor a list is the same where it is written the same.
    return near(now[key], said) || (setting !== undefined && setting.write(now[key]) === setting.write(said));
  });
}

/** A part of a figure, once it is there: what few open is on its way when it is first asked for. */
export async function partOf(host: HTMLElement, spot: string): Promise<Element | undefined> {
  for (let frame = 0; frame < AWAITED; frame += 1) {
    const part = host.shadowRoot?.querySelector(`[data-spot~="${CSS.escape(spot)}"]`);
    if (part) return part;
    await new Promise(requestAnimationFrame);
  }
  return undefined;
}

/** Where a part is seen: of a drawing, no more than its drawing shows. */
export function visible(part: Element): DOMRect {
  const box = part.getBoundingClientRect();
  const frame = part instanceof SVGElement ? part.ownerSVGElement?.getBoundingClientRect() : undefined;
  if (!frame) return box;
  const [left, top] = [Math.max(box.left, frame.left), Math.max(box.top, frame.top)];
  return new DOMRect(left, top, Math.min(box.right, frame.right) - left, Math.min(box.bottom, frame.bottom) - top);
}

/** Four corners around a part, for a moment; what is out of sight comes into sight. */
export function pointAt(host: HTMLElement, part: Element): void {
  const root = host.shadowRoot;
  if (!root) return;
  part.scrollIntoView({ block: 'nearest' });
  const [there, here] = [visible(part), host.getBoundingClientRect()];
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
