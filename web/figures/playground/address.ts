/** The address of this moment, and the code that puts the figure as it stands into another page. */
import { initialValues, writeSettings } from '../settings';
import { settings, type Settings } from './settings';

const NAME = 'playground';

/** What differs from the figure's own beginning, by attribute. */
const changed = (s: Settings): [string, string][] => writeSettings(settings, s, initialValues(settings));

/** Behind the `#`, as every link to a moment is written. */
export function moment(s: Settings, step: number): string {
  const query = new URLSearchParams([...changed(s), ['step', String(step)]]);
  return `#${NAME}?${query.toString().replace(/%(2C|3B|3D)/g, decodeURIComponent)}`;
}

/**
 * The page that holds this figure alone, beside the tutorial's; undefined where neither is what stands in the window,
 * as in somebody's post.
 */
export function ownPage(): string | undefined {
  if (typeof location === 'undefined') return undefined;
  const here = location.href.replace(/[#?].*$/, '');
  if (/\/figures\/playground(\.html)?$/.test(here)) return here;
  return document.querySelector('gd-figure[linked]') ? new URL(`figures/${NAME}.html`, here).href : undefined;
}

const quote = (text: string): string =>
  `"${text.replace(/[&"<>]/g, (sign) => ({ '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)}"`;

/** The element with all that was set. */
export function markup(s: Settings, step: number): string {
  const attributes = [['name', NAME], ...changed(s), ['step', String(step)]] as const;
  return `<script src="downhill.js" defer></script>\n<gd-figure ${attributes.map(([name, value]) => `${name}=${quote(value)}`).join('\n  ')}></gd-figure>`;
}
