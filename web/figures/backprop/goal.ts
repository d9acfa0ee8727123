/** The task: on the fork, with shares of opposite sign, ask everybody once and get every slope right. */
import { nowOf } from './now';
import { askable, outcomeOf } from './order';
import { verdict } from './order-panel';
import { significant } from '../../plot/format';
import type { Seen } from './seen';

const FORK = 2;

/** What the fork's two users send it, in the right order. */
const shares = (v: Seen): readonly [number, number] => {
  const { whole } = v.model;
  // Wires in the engine's order: into the first sum, the fork, upper, lower.
  return [whole.delivered[2] ?? 0, whole.delivered[3] ?? 0];
};

const isFork = (v: Seen): boolean => v.settings.graph === 'fork' && v.model.yours;
const opposed = (v: Seen): boolean => shares(v)[0] * shares(v)[1] < 0;

export const order = {
  done: (v: Seen): boolean => {
    if (!isFork(v) || !opposed(v)) return false;
    const { complete, once, wrong } = outcomeOf(v, nowOf(v).asked);
    return complete && once && wrong.length === 0;
  },
  status: (v: Seen): string => {
    if (!isFork(v)) return 'open “your order” on the fork first';
    if (!opposed(v)) return 'both shares have the same sign: turn one of the fork’s weights below zero';
    const [upper, lower] = shares(v);
    const { complete, once, wrong } = outcomeOf(v, nowOf(v).asked);
    const said = verdict(v);
    if (complete && once && wrong.length === 0)
      return `solved, because the fork waited for both: ${significant(upper)} and ${significant(lower)} make ${significant(v.model.whole.passed[FORK] ?? 0)}, and ${Math.abs(upper) > Math.abs(lower) ? 'upper' : 'lower'}’s alone would have been too large`;
    if (complete && wrong.length === 0) return `${said}: start over, and ask everybody once`;
    return said === '' ? `${askable(v).length} boxes to ask, each of them once` : said;
  },
};
