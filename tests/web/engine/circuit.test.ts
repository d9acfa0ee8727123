/** A circuit as callers see it: all of it in one answer, and refusals that say what would be right. */
import { describe, expect, test } from 'vitest';

import type { CircuitOptions } from '../../../web/engine/engine.d.ts';
import { engine, withObjective } from './support';

/** Two squashes that both listen to the first box, and a sum of them. */
const fork: CircuitOptions = {
  inputs: [0.8],
  dials: [0.9, -0.2, 1.2, 0.8, 1.1],
  target: 0.4,
  functions: 'tanh sigmoid tanh linear',
  wires: [0, 0, 0, 1, 1, 2, 2, 1, 3, 3, 2, 4, 3, 3, 4],
  biases: [1, -1, -1, -1],
};

describe('a circuit', () => {
  test('goes forwards as plain arithmetic does', () => {
    const { values, sums, error } = engine.circuit(fork);
    expect(error).toBeNull();
    const a = Math.tanh(0.9 * 0.8 - 0.2);
    const b = 1 / (1 + Math.exp(-1.2 * a));
    const c = Math.tanh(0.8 * a);
    const out = 1.1 * b + 1.1 * c;
    const expected = [0.8, a, b, c, out, (out - 0.4) ** 2];
    for (const [i, value] of expected.entries()) expect(values[i]).toBeCloseTo(value, 12);
    expect(sums[4]).toBeCloseTo(out - 0.4, 12);
  });

  test('has the slopes that nudging has, also of a dial that is used twice', () => {
    const { gradient, nudged, nudgedInSingle } = engine.circuit(fork);
    for (const [i, slope] of gradient.entries()) expect(slope).toBeCloseTo(nudged[i]!, 8);
    expect(nudgedInSingle.some((slope, i) => Math.abs(slope - gradient[i]!) > 1e-4)).toBe(true);
  });

  test('is asked last built first unless told otherwise, everybody once', () => {
    const { order, asked } = engine.circuit(fork);
    expect([...order]).toEqual([5, 4, 3, 2, 1]);
    expect([...asked]).toEqual([0, 1, 1, 1, 1, 1]);
    expect(engine.circuit({ ...fork, order: [5, 4, 3, 2, 1] }).gradient).toEqual(engine.circuit(fork).gradient);
  });

  test('says where blame stands while it is under way', () => {
    const { delivered, taken, arrived, reached, backwards } = engine.circuit({ ...fork, order: [5, 4, 3, 1] });
    // Wires: into box 0, 1, 2, then two into box 3, then into the loss.
    expect([...arrived]).toEqual([1, 0, 1, 1, 1, 1]);
    expect(taken[2]).toBe(delivered[2]);
    expect(taken[3]).toBe(0);
    expect([...reached]).toEqual([1, 1, 0, 1, 1]);
    expect([...backwards]).toEqual([1, 4, 4, 4]);
  });

  test.each([
    ['functions', { functions: 'tanh sigmod tanh linear' }, /sigmoid/],
    ['functions', { functions: '' }, /1 to 256/],
    ['wires', { wires: [0, 0] }, /three/],
    ['wires', { wires: [0, 1, 0] }, /from 0 to 0/],
    ['wires', { wires: [1, 0, 0, 0, 0, 0] }, /from 1 to 3/],
    ['wires', { wires: [0, 0, 5] }, /from -1 to 4/],
    ['biases', { biases: [1] }, /4 boxes/],
    ['order', { order: [0] }, /from 1 to 5/],
    ['order', { order: [6] }, /from 1 to 5/],
    ['width', { width: 0 }, /./],
    ['dials', { dials: [1e200, 0, 1, 1, 1e200] }, /smaller/],
    ['other', { other: 1 }, /./],
  ])('refuses a wrong %s', (field, wrong, remedy) => {
    const { error, values } = engine.circuit({ ...fork, ...wrong });
    expect(error?.field).toBe(field);
    expect(error?.remedy).toMatch(remedy);
    expect(values).toHaveLength(0);
  });
});

describe('nudging', () => {
  const network = { layers: [2, 3, 1], inputs: [0.5, -1], targets: [1], seed: 4 };

  test('prices a network’s dials as a sweep does, in any portions', () =>
    withObjective({ network }, (objective) => {
      const at = Array.from({ length: objective.dimension }, (_, i) => Math.sin(3 * i));
      const { gradient } = objective.evaluate(at);
      const { values } = objective.nudge({ at });
      expect(values).toHaveLength(gradient.length);
      for (const [i, slope] of values.entries()) expect(slope).toBeCloseTo(gradient[i]!, 5);
      expect([...objective.nudge({ at, first: 4, count: 3 }).values]).toEqual([...values.slice(4, 7)]);
    }));

  test('refuses what is no part of the parameters', () =>
    withObjective({ network }, (objective) => {
      const at = new Float64Array(objective.dimension);
      for (const [field, wrong] of [
        ['first', { first: 13 }],
        ['count', { first: 12, count: 2 }],
        ['width', { width: 0 }],
        ['at', { at: [1] }],
      ] as const)
        expect(objective.nudge({ at, ...wrong }).error?.field).toBe(field);
    }));
});
