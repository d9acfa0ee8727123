/**
 * What this visit has seen of the momentum dial: where the hand has been, and which values stand as ghosts. Neither in
 * links nor undone. It is kept as the figure is drawn, since words in a text turn the dial as well as hands do.
 */
import { VALUES } from './rolls';
import type { Seen } from './seen';

/** Nearer to each other than this, two ways look alike. */
const APART = 0.05;
const GHOSTS = 2;

export class Past {
  readonly #been = new Map<string, Set<number>>();
  #key = '';
  #at = NaN;
  #ghosts: readonly number[] = [];

  /** @param held while the hand has the dial: what it passes leaves ink, but no ghosts */
  see(key: string, momentum: number, held: boolean): void {
    this.mark(key, momentum, momentum);
    if (key !== this.#key) [this.#key, this.#at, this.#ghosts] = [key, momentum, []];
    if (held || Math.abs(momentum - this.#at) < APART) return;
    this.#ghosts = this.#with(momentum);
    this.#at = momentum;
  }

  #with(momentum: number): readonly number[] {
    return [...this.#ghosts, this.#at].filter((g) => Math.abs(g - momentum) >= APART).slice(-GHOSTS);
  }

  /** The hand went from one value to another, and past all between. */
  mark(key: string, from: number, to: number): void {
    const been = this.#been.get(key) ?? new Set<number>();
    // Another start or rate is another curve.
    if (!this.#been.has(key)) this.#been.clear();
    this.#been.set(key, been);
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    for (const value of VALUES) if (value > low && value < high) been.add(value);
    been.add(to);
  }

  /** In order. */
  been(key: string): readonly number[] {
    return [...(this.#been.get(key) ?? [])].sort((a, b) => a - b);
  }

  /** Earlier values, the latest last; while the hand has the dial, the value it was taken from is one of them. */
  ghosts(momentum: number): readonly number[] {
    return this.#with(momentum).filter(Number.isFinite);
  }
}

export function pastOf(v: Seen): Past {
  const before = v.local['past'];
  if (before instanceof Past) return before;
  const made = new Past();
  v.local['past'] = made;
  return made;
}
