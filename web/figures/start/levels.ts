/** Levels for more ground than they were chosen for. */

/** `count` more levels above the highest, each a constant factor further up: for the ground around. */
export function continued(levels: readonly number[], count: number): number[] {
  const [low = 0, last = 1] = [levels[0], levels[levels.length - 1]];
  const factor = ((last - low) / ((levels[levels.length - 3] ?? low) - low || 1)) ** 0.5;
  return [...levels, ...Array.from({ length: count }, (_, i) => low + (last - low) * factor ** (i + 1))];
}
