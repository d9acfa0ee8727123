/** Small, fixed data for the gallery: nothing here is computed by the engine, so that it shows without one. */
import type { Explanation, Term } from '../engine/engine';
import type { Player } from '../parts/player';
import type { Field } from '../plot/contours';

export const nothingHappens = (): void => undefined;

/** A time line at rest, playing, or wherever a state needs it. */
export function player(at: Partial<Pick<Player, 'time' | 'playing' | 'speed' | 'slow' | 'beat'>>): Player {
  const time = at.time ?? 0;
  const hands = { go: nothingHappens, back: nothingHappens, next: nothingHappens, toggle: nothingHappens };
  const still = { time, step: Math.floor(time), playing: false, speed: 1, slow: false, beat: null };
  return { ...still, ...hands, faster: nothingHappens, ...at } as unknown as Player;
}

const term = (symbol: string, label: string, role: Term['role'], value: number, expression = ''): Term => ({
  symbol,
  tex: symbol,
  label,
  role,
  value,
  expression,
});

/** A step from 3 with slope `gradient` at rate 0.1. */
export function explanation(gradient: number): Explanation {
  const rate = 0.1;
  const terms = [
    term('x', 'was at', 'parameter', 3),
    term('r', 'rate', 'rate', rate),
    term('g', 'slope', 'gradient', gradient),
    term('s', 'step', 'step', rate * gradient, 'r * g'),
    term('n', 'lands at', 'result', 3 - rate * gradient, 'x - s'),
  ];
  return { error: null, step: 1, coordinate: 0, terms };
}

/** A loss that falls by a constant factor. */
export function falling(rows: number, factor: number): { step: Float64Array; loss: Float64Array } {
  return {
    step: Float64Array.from({ length: rows }, (_, k) => k),
    loss: Float64Array.from({ length: rows }, (_, k) => 9 * factor ** k),
  };
}

export const span = [-2, 2] as const;

/** An elliptic bowl over `span` in both directions. */
export function bowl(): Field {
  const [columns, rows] = [33, 33];
  const at = (i: number): number => span[0] + ((span[1] - span[0]) * i) / (columns - 1);
  const values = Float64Array.from(
    { length: columns * rows },
    (_, i) => at(i % columns) ** 2 + 3 * at(Math.floor(i / columns)) ** 2,
  );
  return { values, columns, rows };
}
