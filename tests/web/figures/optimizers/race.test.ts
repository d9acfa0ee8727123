/** The race: who runs in it, held against closed forms and against itself, and what the text says of it. */
import { describe, expect, test } from 'vitest';
import { allRacers } from '../../../../web/figures/optimizers/field';
import { byArrival, FINISH, resultOf } from '../../../../web/figures/optimizers/race';
import { answers } from '../../../../web/figures/optimizers/asking';
import { raceFacts } from '../../../../web/figures/optimizers/ranking';
import { arrivedAt } from '../../../../web/figures/optimizers/winner';
import { engine, everybody, racing, entryOf } from './opening';

describe('the field', () => {
  test('is the engine’s list, each with a number of its own and no two alike in colour and dash', () => {
    const all = allRacers(engine);
    expect(all.map((r) => r.name)).toEqual(everybody);
    expect(all.map((r) => r.number)).toEqual(everybody.map((_, i) => i + 1));
    expect(new Set(all.map((r) => `${r.colour} ${r.dash}`)).size).toBe(all.length);
  });

  test('knows by trial whose first step grows with the slope, whose does not, and who needs no rate', () => {
    const of = (pace: string): string[] => allRacers(engine).flatMap((r) => (r.pace === pace ? [r.name] : []));
    expect(of('slope')).toEqual(['gradient_descent', 'momentum', 'nesterov', 'radam']);
    expect(of('own')).toEqual(['adadelta', 'conjugate_gradient', 'lbfgs', 'newton']);
    expect(of('ground')).toContain('adam');
  });

  test.each([1, 7, 50, 1000])(
    'gets 1 / curvature on a ravine of condition number %d, where a step grows with the slope',
    (condition) => {
      racing({ condition }, (r) => {
        expect(r.ground.curvature).toBeCloseTo(condition, 6);
        expect(entryOf(r, 'gradient_descent').values['learningRate']).toBeCloseTo(1 / condition, 3);
        expect(entryOf(r, 'adam').values['learningRate']).toBeCloseTo(0.05 * 8, 12);
        expect(entryOf(r, 'lbfgs').values['lineSearch']).toBe(1);
      });
    },
  );
});

describe('a race', () => {
  test('on a bowl moves plain descent by 1 - rate x curvature along each axis', () => {
    racing({ landscape: 'bowl', condition: 20, start: [-3, 2] }, (r) => {
      const { run } = entryOf(r, 'gradient_descent');
      for (let k = 0; k <= 60; k++) {
        expect(run.parameter(k, 0)).toBeCloseTo(-3 * (1 - 1 / 20) ** k, 9);
        expect(run.parameter(k, 1)).toBeCloseTo(k === 0 ? 2 : 0, 9);
      }
    });
  });

  test('stays below the finish line from where the closed form does: a thousandth of the start’s loss', () => {
    racing({ landscape: 'bowl', condition: 20, start: [-3, 0] }, (r) => {
      const steps = Math.ceil(Math.log(FINISH) / (2 * Math.log(1 - 1 / 20)));
      expect(entryOf(r, 'gradient_descent').finish?.step).toBe(steps);
    });
  });

  test('is over for a racer when it is below the line for good, not when it dips below', () => {
    racing({}, (r) => {
      for (const { run, finish, racer } of r.entries) {
        const below = Array.from(run.trace.loss, (loss) => loss <= r.line);
        if (!finish) {
          expect(below.at(-1), racer.name).toBe(false);
          continue;
        }
        expect(below.slice(finish.step).every(Boolean), racer.name).toBe(true);
        expect(below[finish.step - 1], racer.name).toBe(false);
      }
      const dips = (name: string): number => entryOf(r, name).run.trace.loss.findIndex((loss) => loss <= r.line);
      const steps = (name: string): number | undefined => entryOf(r, name).finish?.step;
      expect([dips('nesterov'), steps('nesterov')]).toEqual([13, 49]);
      expect([dips('momentum'), steps('momentum')]).toEqual([36, 62]);
      expect(steps('gradient_descent')).toBe(150);
    });
    racing({ tuned: { 'gradient_descent.learningRate': 2 / 51 } }, (r) =>
      expect(entryOf(r, 'gradient_descent').finish?.step).toBe(87),
    );
  });

  test('that diverges has no finish, though it began below the line of a hill', () => {
    racing({ tuned: { 'gradient_descent.learningRate': 0.042 } }, (r) =>
      expect(entryOf(r, 'gradient_descent').finish).toBeUndefined(),
    );
  });

  test('needs one step of plain descent and of Newton on a round bowl, wherever it starts', () => {
    for (const start of [
      [-3.5, -2.5],
      [0.3, 3],
    ] as const)
      racing({ condition: 1, start }, (r) => {
        for (const name of ['gradient_descent', 'newton']) expect(entryOf(r, name).finish?.step).toBe(1);
      });
  });

  test('counts one gradient a step and the start’s, more with a line search, and Newton’s matrices', () => {
    racing({}, (r) => {
      const searching = ['conjugate_gradient', 'lbfgs'];
      for (const { racer, finish } of r.entries) {
        if (!finish) continue;
        if (searching.includes(racer.name)) expect(finish.gradients).toBeGreaterThan(finish.step + 1);
        else expect(finish.gradients).toBe(finish.step + 1);
        expect(finish.hessians).toBe(racer.name === 'newton' ? finish.step : 0);
      }
    });
  });

  test('lets one diverge, says when, and leaves the others alone, to the last bit', () => {
    racing({}, (calm) =>
      racing({ tuned: { 'gradient_descent.learningRate': 0.042 } }, (wild) => {
        expect(entryOf(calm, 'gradient_descent').diverged).toBe(false);
        expect(entryOf(wild, 'gradient_descent').diverged).toBe(true);
        for (const { racer, run } of wild.entries)
          if (racer.name !== 'gradient_descent')
            expect(run.trace.parameters).toEqual(entryOf(calm, racer.name).run.trace.parameters);
      }),
    );
  });

  test('holds a start within the map', () => {
    racing({ landscape: 'beale', start: [-9, 9] }, (r) => expect(r.start).toEqual([-1, 1.5]));
  });

  test('says what it was asked for and does not know', () => {
    racing(
      { racers: ['adam', 'speedy'], tuned: { 'adam.beta1': 2, 'adam.magic': 1, 'newton.learningRate': 0.5 } },
      (r) => {
        expect(r.problems.join(' ')).toMatch(/no optimizer “speedy”.*gradient_descent/);
        expect(r.problems.join(' ')).toMatch(/adam\.beta1 may be from 0 to/);
        expect(r.problems.join(' ')).toMatch(/no “adam\.magic”.*learningRate/);
        expect(r.entries.map((e) => e.racer.name)).toEqual(['adam']);
        expect(entryOf(r, 'adam').values).toEqual(entryOf(r, 'adam').rule);
      },
    );
  });

  test('ranks by steps or by gradients, and those who never arrive by their loss', () => {
    racing({}, (r) => {
      for (const by of ['steps', 'evaluations'] as const) {
        const order = r.entries.map(resultOf).sort(byArrival(by));
        const marks = order.flatMap((o) => (o.finish ? [by === 'steps' ? o.finish.step : o.finish.gradients] : []));
        expect(marks).toEqual([...marks].sort((a, b) => a - b));
        const late = order.slice(marks.length);
        expect(late.every((o) => !o.finish)).toBe(true);
        expect(late.map((o) => o.loss)).toEqual(late.map((o) => o.loss).sort((a, b) => a - b));
      }
    });
  });

  test('gives back every handle', () => {
    const before = engine.liveHandles();
    racing({}, () => answers(engine));
    expect(engine.liveHandles()).toBe(before);
  });
});

describe('what the text settles', () => {
  test('Adam’s first step is its rate, however large the slope; without bias correction 3.16 rates', () => {
    for (const condition of [1, 1000])
      for (const correct of [1, 0])
        racing({ condition, tuned: { 'adam.biasCorrection': correct } }, (r) => {
          const { run, values } = entryOf(r, 'adam');
          const step = Math.abs(run.parameter(1, 0) - run.parameter(0, 0)) / (values['learningRate'] ?? 1);
          expect(step).toBeCloseTo(correct ? 1 : 0.1 / Math.sqrt(0.001), 6);
        });
  });

  test('RMSProp’s first step is ten of its rates', () => {
    racing({}, (r) => {
      const { run, values } = entryOf(r, 'rmsprop');
      expect(Math.abs(run.parameter(1, 0) - run.parameter(0, 0)) / (values['learningRate'] ?? 1)).toBeCloseTo(10, 6);
    });
  });

  test('at condition number 1 plain descent is among the first, at 1000 Newton is alone, and Adam neither', () => {
    const [round = [], long = []] = answers(engine);
    const first = (all: typeof round): string[] => arrivedAt(all, all[0]?.finish?.step ?? -1).map((r) => r.name);
    expect(first(round)).toContain('gradient_descent');
    expect(first(round)).not.toContain('adam');
    expect(first(long)).toEqual(['newton']);
    const place = (name: string): number => long.findIndex((r) => r.racer.name === name);
    expect(place('momentum')).toBeLessThan(place('adam'));
  });

  test('the prose gets the figure’s own numbers', () => {
    const facts = raceFacts(engine, 'ravine', 50) as Record<string, Record<string, number>>;
    racing({}, (r) => {
      for (const { racer, finish } of r.entries) expect(facts[racer.name]?.['steps']).toBe(finish?.step);
    });
  });
});
