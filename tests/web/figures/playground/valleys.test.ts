/** Three valleys from one start: what the text says of them, its wager and its task. */
import { describe, expect, test } from 'vitest';
import { figure as playground } from '../../../../web/figures/playground';
import { VALLEYS } from '../../../../web/figures/playground/grounds';
import type { Spec } from '../../../../web/figures/playground/lineup';
import { isAsked, MOVED, truth } from '../../../../web/figures/playground/wager';
import { plain, written } from '../bare-stage';
import { type PlayStage, engine, stage } from './opening';

const lastOf = (s: PlayStage, i: number): readonly [number, number, number] => {
  const run = s.model.tracks[i]!.run!;
  return [run.parameter(run.steps, 0), run.parameter(run.steps, 1), run.loss(run.steps)];
};

describe('the valleys', () => {
  test('one start, three rules, three valleys, and the lowest is Adam’s', () => {
    const s = stage();
    const [right, upper, left] = [0, 1, 2].map((i) => lastOf(s, i));
    expect(right![0]).toBeCloseTo(2.216, 2);
    expect(upper!.slice(0, 2)[1]).toBeCloseTo(2.47, 2);
    expect(left![0]).toBeCloseTo(-0.74, 2);
    const bottoms = s.model.survey!.bottoms;
    expect(bottoms[0]!.at[0]).toBeCloseTo(left![0], 1);
    for (const end of [right!, upper!, left!])
      expect(bottoms.some(({ at }) => Math.hypot(at[0]! - end[0], at[1]! - end[1]) < 0.1)).toBe(true);
    expect(left![2]).toBeLessThan(right![2]);
    expect(right![2]).toBeLessThan(upper![2]);
  });

  test('a tenth to the left only Adam still ends where it did', () => {
    expect(truth(engine).stays).toEqual([3]);
    const moved = stage({ x: MOVED.x });
    const home = stage();
    const apart = [0, 1, 2].map((i) => Math.hypot(...[0, 1].map((k) => lastOf(moved, i)[k]! - lastOf(home, i)[k]!)));
    expect(apart.map((d) => d < 0.1)).toEqual([false, false, true]);
  });

  test('the wager asks before it tells, and only where it is true', () => {
    const s = stage();
    expect(plain(s.drawn())).toContain('which one still ends where it did?');
    expect(plain(written(playground.asked!(s.view)))).not.toContain('Adam');
    s.set({ guess: 1, ...MOVED, revealed: true });
    expect(plain(s.drawn())).toContain('Your guess 1 : only 3 , Adam, still ends where it did.');
    for (const other of [{ formula: 'x^2 + y^2' }, { noise: 0.1 }, { runs: VALLEYS.runs.slice(1) }]) {
      const elsewhere = stage(other);
      expect(isAsked(elsewhere.view)).toBe(false);
      expect(written(playground.asked!(elsewhere.view))).toBe('');
    }
  });

  test('the bottoms are level ground, lowest first, and no start on the map finds a lower one', () => {
    const s = stage();
    const objective = engine.createObjective({ formula: VALLEYS.formula });
    const { bottoms, relief } = s.model.survey!;
    for (const { at, loss } of bottoms) {
      const { value, gradient } = objective.evaluate([...at]);
      expect(value).toBeCloseTo(loss, 10);
      expect(Math.hypot(...gradient)).toBeLessThan(1e-4);
    }
    objective.dispose();
    expect(bottoms.map(({ loss }) => loss)).toEqual([...bottoms.map(({ loss }) => loss)].sort((a, b) => a - b));
    expect(Math.min(...relief!.values)).toBeGreaterThanOrEqual(bottoms[0]!.loss - 1e-9);
  });

  test('plain descent finds the lowest at no rate at which it comes to rest, and momentum can: the task', () => {
    const deep = stage().model.survey!.bottoms[0]!.loss + 0.05;
    for (let rate = 0.01; rate <= 1; rate += 0.01) {
      const run = engine.createRun({
        objective: { formula: VALLEYS.formula },
        optimizer: { name: 'gradient_descent', learningRate: rate },
        start: [2, 2],
        stepLimit: 160,
      });
      run.advance(160);
      const slope = run.trace().gradientNorm.at(-1)!;
      if (slope < 1e-2) expect(run.progress().loss, String(rate)).toBeGreaterThan(deep);
      run.dispose();
    }
    const s = stage();
    const status = (): string => playground.goals!['led']!.status(s.view);
    expect(s.done('led')).toBe(false);
    expect(status()).toContain('the lowest valley has −0.927');
    const faster = VALLEYS.runs.map((spec, i): Spec =>
      i === 1 ? { ...spec, rule: { name: 'momentum', options: { learningRate: 0.12 } } } : spec,
    );
    s.set({ runs: faster });
    expect(s.done('led')).toBe(true);
    expect(status()).toContain('carried it over two passes');
    s.set({ x: 0 });
    expect(s.done('led')).toBe(false);
    expect(status()).toContain('with the ball back at 2, 2');
  });
});
