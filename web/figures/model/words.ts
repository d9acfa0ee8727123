/** What the axes and the things on them are called. */
import type { Seen } from './seen';

export interface Quantity {
  readonly name: string;
  /** Empty where nobody said. */
  readonly unit: string;
}

export interface Names {
  readonly x: Quantity;
  readonly y: Quantity;
}

/** Written out once Hubble's points become somebody's own, so that moved galaxies keep their axes. */
export const HUBBLE_NAMES = { xName: 'distance, Mpc', yName: 'velocity, km/s' } as const;

/** `size (m²)` and `size, m²` are a name with its unit. */
function quantity(text: string): Quantity {
  const [, name, bracketed, after] = /^(.+?)\s*(?:\(([^()]+)\)|,\s*(\S.*))$/.exec(text) ?? [];
  return name === undefined ? { name: text, unit: '' } : { name, unit: (bracketed ?? after ?? '').trim() };
}

function given({ settings }: Seen): Names {
  const { xName, yName } = settings.points.length ? settings : HUBBLE_NAMES;
  return { x: quantity(xName || 'x'), y: quantity(yName || 'y') };
}

const MEGAPARSEC = 'Mpc';
export const inMegaparsecs = (v: Seen): boolean => given(v).x.unit === MEGAPARSEC;

/** Names and units in the scale that is chosen. */
export function namesOf(v: Seen): Names {
  const names = given(v);
  const { scale } = v.settings;
  if (scale === 'given' || (scale === 'million_light_years' && !inMegaparsecs(v))) return names;
  const unit = scale === 'standardised' ? 'in standard deviations' : 'million light years';
  return { ...names, x: { name: names.x.name, unit } };
}

export const axisName = ({ name, unit }: Quantity): string => (unit ? `${name}, ${unit}` : name);

export function inWords(v: Seen, count: number): string {
  const [one, many] = inMegaparsecs(v) ? ['galaxy', 'galaxies'] : ['point', 'points'];
  return `${count} ${count === 1 ? one : many}`;
}
