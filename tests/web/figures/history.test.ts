/** What can be taken back: changes one by one, a drag as one, and what was taken back itself. */
import { describe, expect, test } from 'vitest';

import { History } from '../../../web/figures/host/history';

/** Makes changes of `what` at some moments, each to the next whole number from 0. */
function changed(...changes: readonly (readonly [what: string, when: number])[]): History<number> {
  const history = new History<number>();
  changes.forEach(([what, when], before) => history.record(before, what, when));
  return history;
}

/** Everything that can be taken back, the latest first. */
function takenBack(history: History<number>, present: number): number[] {
  const all: number[] = [];
  for (let now = history.undo(present); now !== undefined; now = history.undo(now)) all.push(now);
  return all;
}

describe('a history', () => {
  test('takes back one change after the other', () => {
    expect(takenBack(changed(['rate', 0], ['start', 10], ['rate', 20]), 3)).toEqual([2, 1, 0]);
  });

  test('holds changes of one thing that follow each other closely for one', () => {
    expect(takenBack(changed(['rate', 0], ['rate', 600], ['rate', 1200]), 3)).toEqual([0]);
    expect(takenBack(changed(['rate', 0], ['rate', 600], ['rate', 1400]), 3)).toEqual([2, 0]);
  });

  test('gives back what was taken back, until something new is done', () => {
    const history = changed(['rate', 0], ['start', 0]);
    expect(history.canRedo).toBe(false);
    expect([history.undo(2), history.undo(1), history.undo(0)]).toEqual([1, 0, undefined]);
    expect([history.redo(0), history.redo(1), history.redo(2)]).toEqual([1, 2, undefined]);
    expect(history.undo(2)).toBe(1);
    history.record(1, 'start', 1);
    expect(history.canRedo).toBe(false);
    expect(takenBack(history, 5)).toEqual([1, 0]);
  });

  test('keeps a new change apart from one that was taken back', () => {
    const history = changed(['rate', 0]);
    history.undo(1);
    history.record(0, 'rate', 1);
    expect(history.canUndo).toBe(true);
  });

  test('remembers the last two hundred, and nothing once it is cleared', () => {
    const history = changed(...Array.from({ length: 300 }, (_, k) => [`setting ${k}`, 0] as const));
    expect(takenBack(history, 300)).toEqual(Array.from({ length: 200 }, (_, k) => 299 - k));
    history.clear();
    expect([history.canUndo, history.canRedo]).toEqual([false, false]);
  });
});
