/** Links to a moment: `#one-weight?rate=0.2&step=4`, the figure's name and what differs from its page's. */
import type { AnyFigure } from '../figure';
import { readSettings, writeSettings, type Values } from '../settings';
import { readPin, writePin } from './pin';

const LONGEST = 20_000;

export interface Link {
  readonly values: Partial<Values<AnyFigure['settings']>>;
  readonly step: number | undefined;
  /** In what a pinned run differs from these; undefined where none is asked for. */
  readonly pin: Partial<Values<AnyFigure['settings']>> | undefined;
  readonly problems: readonly string[];
}

/** Whether a hash asks something of the figure of a name. */
export const isAbout = (hash: string, name: string): boolean => hash.startsWith(`#${name}?`);

/** What a hash asks of `figure`; undefined if it is about something else. */
export function readLink(hash: string, figure: AnyFigure): Link | undefined {
  if (!isAbout(hash, figure.name)) return undefined;
  const text = hash.slice(1);
  const cut = figure.name.length;
  if (text.length > LONGEST)
    return {
      values: {},
      step: undefined,
      pin: undefined,
      problems: ['The link is too long to be one of ours; the figure stands as it was.'],
    };
  const query = new URLSearchParams(text.slice(cut + 1));
  const stepText = query.get('step');
  query.delete('step');
  const pinText = query.get('pin');
  query.delete('pin');
  const pin = pinText === null ? undefined : readPin(figure, pinText);
  const { values, problems } = readSettings(figure.settings, query);
  const step = stepText !== null && /^\d{1,7}$/.test(stepText) ? Number(stepText) : undefined;
  const all = [...problems, ...(pin?.problems ?? [])];
  if (stepText !== null && step === undefined) all.push('step: the link does not name a whole number.');
  return {
    values,
    step,
    pin: pin?.values,
    problems: all.length ? ['Part of the link could not be read, so that part stands at its default.', ...all] : [],
  };
}

export function writeLink(
  figure: AnyFigure,
  settings: Values<AnyFigure['settings']>,
  base: Values<AnyFigure['settings']>,
  step: number,
  pinned?: Values<AnyFigure['settings']>,
): string {
  const query = new URLSearchParams(writeSettings(figure.settings, settings, base));
  query.set('step', String(step));
  if (pinned) query.set('pin', writePin(figure, pinned, settings));
  // As legible as an address may be.
  return `#${figure.name}?${query.toString().replace(/%(2C|3B|3D)/g, decodeURIComponent)}`;
}

/** For a name nobody knows: what there is, and the nearest of them. */
export function notFound(name: string, known: readonly string[]): string {
  const list = known.map((k) => `“${k}”`).join(', ');
  const asked = name === '' ? 'A figure needs a name.' : `There is no figure “${name.slice(0, 40)}”.`;
  return `${asked} Write name="..." with one of ${list}.`;
}
