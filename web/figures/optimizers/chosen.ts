/** The chosen racer, and the hands that choose. */
import { brief, fixed } from '../../plot/format';
import type { Entry, Race } from './race';
import { still, type Seen, type Settings } from './seen';

/** The chosen racer, or the first on the field while the chosen one is not on it. */
export const chosenOf = ({ entries }: Race, { picked }: Settings): Entry | undefined =>
  entries.find((e) => e.racer.name === picked) ?? entries[0];

export const chosen = (v: Seen): Entry | undefined => chosenOf(v.model, v.settings);

/** The chosen racer as it was when its race was pinned; undefined where it did not race then. */
export function pinned(v: Seen): Entry | undefined {
  const name = chosen(v)?.racer.name;
  return v.pinned?.model.entries.find((e) => e.racer.name === name);
}

/** Start and dials of the chosen racer, as a reader knows them. */
export function traits(race: Race, s: Settings): Readonly<Record<string, string>> {
  const entry = chosenOf(race, s);
  const dials = (entry?.racer.info.parameters ?? []).map(({ name, label, scale }) => {
    const value = entry?.values[name] ?? 0;
    return [label, scale === 'flag' ? (value ? 'on' : 'off') : brief(value, 4)];
  });
  const start = race.start.map((c) => fixed(c, 2)).join(', ');
  return { racer: entry?.racer.label ?? '', start, ...(Object.fromEntries(dials) as Record<string, string>) };
}

export function hands(v: Seen) {
  return {
    picked: chosen(v)?.racer.name ?? '',
    lit: v.local['lit'] as string | undefined,
    choose: (name: string): void => v.set({ picked: name }, still),
    light: (name: string | undefined): void => {
      if (v.local['lit'] !== name) v.setLocal({ lit: name });
    },
  };
}
