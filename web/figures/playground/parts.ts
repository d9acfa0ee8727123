/**
 * What a teacher's link can leave to its readers, show them, or take away. Everything is theirs unless it is named in
 * one of two lists, which stand in the link.
 */
import { Problem, shown, type Setting } from '../settings';

export type State = 'change' | 'see' | 'gone';

/** Each part with the states it can be in, in the order in which a press goes through them. */
export const PARTS = {
  formula: { label: 'formula', states: ['change', 'see', 'gone'] },
  ground: { label: 'ground', states: ['see', 'gone'] },
  start: { label: 'start', states: ['change', 'see'] },
  rules: { label: 'rules', states: ['change', 'see', 'gone'] },
  rate: { label: 'rate', states: ['change', 'see', 'gone'] },
  schedule: { label: 'schedule', states: ['change', 'see', 'gone'] },
  dials: { label: 'other dials', states: ['change', 'see', 'gone'] },
  others: { label: 'other runs', states: ['change', 'see', 'gone'] },
  noise: { label: 'noise', states: ['change', 'see', 'gone'] },
  losses: { label: 'loss curves', states: ['see', 'gone'] },
  numbers: { label: 'numbers and code', states: ['see', 'gone'] },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly states: readonly State[] }>>;

export type Part = keyof typeof PARTS;
export const partNames = Object.keys(PARTS) as readonly Part[];
const isPart = (name: string): name is Part => Object.hasOwn(PARTS, name);

/** Written `formula,start`. */
export function partList(label: string): Setting<readonly Part[]> {
  return {
    label,
    initial: [],
    accepts: `any of ${partNames.map((name) => `“${name}”`).join(', ')}, separated by commas`,
    read: (text) => {
      if (text.length > 400) return new Problem('the text is too long');
      const names = text.split(/[\s,]+/).filter((name) => name !== '');
      const odd = names.find((name) => !isPart(name));
      return odd === undefined ? [...new Set(names.filter(isPart))] : new Problem(`“${shown(odd)}” is no part`);
    },
    write: (parts) => parts.join(','),
  };
}

export interface Kept {
  readonly locked: readonly Part[];
  readonly without: readonly Part[];
}

/** What a program or a table of numbers would give away. */
const GIVEN_AWAY: readonly Part[] = ['formula', 'ground', 'rules', 'rate', 'schedule', 'dials', 'others'];

export function stateOf({ locked, without }: Kept, part: Part): State {
  const states: readonly State[] = PARTS[part].states;
  if (without.includes(part) && states.includes('gone')) return 'gone';
  if (part === 'numbers' && GIVEN_AWAY.some((name) => without.includes(name))) return 'gone';
  return locked.includes(part) && states.includes('see') ? 'see' : states[0]!;
}

/** The lists with a part one state further on. */
export function turned(kept: Kept, part: Part): Kept {
  const states: readonly State[] = PARTS[part].states;
  const next = states[(states.indexOf(stateOf(kept, part)) + 1) % states.length]!;
  const without = (list: readonly Part[]): readonly Part[] => list.filter((name) => name !== part);
  return {
    locked: next === 'see' && states[0] !== 'see' ? [...without(kept.locked), part] : without(kept.locked),
    without: next === 'gone' ? [...without(kept.without), part] : without(kept.without),
  };
}
