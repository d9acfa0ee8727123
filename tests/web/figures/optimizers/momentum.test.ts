/** Momentum, for every momentum: held against the race, theory, and what the hand has tried. */
import { describe, expect, test } from 'vitest';
import { figure } from '../../../../web/figures/optimizers';
import { landscape } from '../../../../web/figures/optimizers/landscapes';
import type { RaceOptions } from '../../../../web/figures/optimizers/race';
import { Past } from '../../../../web/figures/optimizers/past';
import { balanced, momentumFacts, rollsOn, theoryOf } from '../../../../web/figures/optimizers/rolls';
import { TASK } from '../../../../web/figures/optimizers/task';
import { runOf } from '../../../../web/parts/hyperparameters';
import { engine, PLAIN, racing, entryOf, type Settings, staged } from './opening';

describe('momentum, for every momentum', () => {
  const rolls = (o: Partial<RaceOptions> = {}) => rollsOn(engine, { ...PLAIN, ...o });

  test('is the race’s own momentum, step by step', () => {
    for (const momentum of [0, 0.35, 0.78, 0.99])
      racing({ racers: ['momentum'], momentum }, (r) => {
        const { run, finish } = entryOf(r, 'momentum');
        const roll = rolls().at(momentum);
        expect(roll.step).toBe(finish?.step);
        expect(roll.way).toEqual(run.trace.parameters);
      });
  });

  test('none is plain descent', () => {
    racing({ racers: ['gradient_descent'] }, (r) => {
      const { run, finish } = entryOf(r, 'gradient_descent');
      expect(rolls().at(0).step).toBe(finish?.step);
      expect(rolls().at(0).way).toEqual(run.trace.parameters);
    });
  });

  test('is best a little above what theory says at this rate', () => {
    const { theory } = rolls();
    expect(theory?.best).toBeCloseTo((1 - 1 / Math.sqrt(50)) ** 2, 12);
    expect(rolls().at(theory?.best ?? 0).step).toBe(31);
    expect(rolls().at(0.74).step).toBe(31);
    expect(rolls().best()).toEqual({ steps: 26, from: 0.77, to: 0.78 });
  });

  test('meets at Polyak’s rate, where walls and floor ask for the same', () => {
    const ground = landscape(engine, 'ravine', 50);
    const { rate, momentum } = balanced(ground);
    const { floor, walls } = theoryOf(ground, rate)!;
    expect(floor).toBeCloseTo(momentum, 12);
    expect(walls).toBeCloseTo(momentum, 12);
    expect(theoryOf(ground, rate * 1.2)!.walls).toBeGreaterThan(theoryOf(ground, rate * 1.2)!.floor);
    expect(theoryOf(ground, 4 / 50)).toBeUndefined();
    expect(theoryOf(landscape(engine, 'rosenbrock', 1), 0.01)).toBeUndefined();
  });

  test('is computed once while only the momentum changes, and anew from another start or at another rate', () => {
    expect(rolls()).toBe(rolls({ tuned: { 'momentum.momentum': 0.3, 'adam.beta1': 0.5 } }));
    expect(rolls().at(0.5)).toBe(rolls().at(0.5));
    expect(rolls({ start: [-3, 1] })).not.toBe(rolls());
    expect(rolls({ tuned: { 'momentum.learningRate': 0.03 } }).at(0).step).toBeLessThan(rolls().at(0).step ?? 0);
  });

  test('gives back every handle', () => {
    const before = engine.liveHandles();
    rolls({ start: [1, 1] }).best();
    expect(engine.liveHandles()).toBe(before);
  });

  test('tells the prose the dial’s own numbers, and plain descent’s at its best rate', () => {
    const facts = momentumFacts(engine, 'ravine', 50);
    expect(facts).toMatchObject({ best: 0.78, bestSteps: 26, theorySteps: 31, plainSteps: 87, pairSteps: 25 });
    expect([facts.at[0], facts.at[60], facts.at[90]]).toEqual([150, 56, 62]);
    expect(facts.pairSteps).toBe(TASK.steps);
  });
});

describe('what this visit has seen of the dial', () => {
  test('is ink where the hand has been, and nowhere else', () => {
    const past = new Past();
    past.see('a', 0.9, false);
    past.mark('a', 0.9, 0.85);
    expect(past.been('a')).toEqual([0.85, 0.86, 0.87, 0.88, 0.89, 0.9]);
    past.see('b', 0.85, false);
    expect(past.been('a')).toEqual([]);
    expect(past.been('b')).toEqual([0.85]);
  });

  test('leaves two ghosts of earlier values, and none of what a hand passes', () => {
    const past = new Past();
    for (const value of [0.9, 0.6, 0.8, 0.3]) past.see('a', value, false);
    expect(past.ghosts(0.3)).toEqual([0.6, 0.8]);
    for (const value of [0.4, 0.5, 0.55]) past.see('a', value, true);
    expect(past.ghosts(0.55)).toEqual([0.8, 0.3]);
    past.see('a', 0.55, false);
    expect(past.ghosts(0.55)).toEqual([0.8, 0.3]);
    past.see('another start', 0.55, false);
    expect(past.ghosts(0.55)).toEqual([]);
  });
});

describe('a dial’s slider', () => {
  test('keeps every optimizer’s every value, inside the engine’s range', () => {
    racing({}, ({ entries }) => {
      for (const { racer, rule } of entries)
        for (const p of racer.info.parameters.filter((q) => q.scale !== 'flag')) {
          const run = runOf(p, rule[p.name] ?? p.default);
          expect(run.high).toBeGreaterThan(run.low);
          for (const share of [0, 0.2, 0.5, 0.8, 1]) {
            const value = run.from(run.low + share * (run.high - run.low));
            expect(value).toBeGreaterThanOrEqual(p.min * (1 - 1e-9));
            expect(value).toBeLessThanOrEqual(p.max * (1 + 1e-9));
          }
          const usual = rule[p.name] ?? p.default;
          if (usual > p.min) expect(run.from(run.to(usual)) / usual).toBeCloseTo(1, 1);
        }
    });
  });
});

describe('the figure', () => {
  test('has the dial for momentum that a link’s hyper-parameters have', () => {
    const step = (settings: Settings): number | undefined =>
      staged({ settings }, (s) => entryOf(s.model, 'momentum').finish?.step);
    expect(step({ momentum: 0.6 })).toBe(step({ tuned: { 'momentum.momentum': 0.6 } }));
    expect(step({ momentum: 0.3, tuned: { 'momentum.momentum': 0.6 } })).toBe(56);
  });

  test('shows no step of any momentum but those that were tried, until the wager is made', () => {
    const drawn = (settings: Settings): string =>
      staged({ settings: { momentum: 0.6, ...settings } }, (s) => s.drawn());
    expect(drawn({ guessMomentum: 0.4 })).toContain('0.60: 56 steps');
    for (const answer of ['theory', 'best in this race', 'gd-ahead-line'])
      expect(drawn({ guessMomentum: 0.4 }), answer).not.toContain(answer);
    const swept = drawn({ guessMomentum: 0.4, swept: true });
    for (const answer of [
      'theory’s best at this rate, 0.74',
      'gd-ahead-line',
      '31 steps',
      '0.77 to 0.78',
      'your guess 0.40',
    ])
      expect(swept, answer).toContain(answer);
    const cells = (settings: Settings): number =>
      staged({ settings }, (s) => {
        s.drawn();
        return figure.tables?.(s.view).find((t) => t.caption.includes('momentum'))?.rows.length ?? 0;
      });
    expect(cells({ momentum: 0.6 })).toBe(1);
    expect(cells({ swept: true })).toBe(100);
  });

  test('keeps its frame while the hand turns the dial, and takes a start from outside with the whole map', () => {
    const paths = (settings: Settings): string[] =>
      staged({ settings }, (s) =>
        [...s.drawn().matchAll(/class="gd-contour[^"]*" d="([^"]+)"/g)].map(([, d]) => d ?? ''),
      );
    const start = (settings: Settings): string =>
      staged({ settings }, (s) => /class=handle\s[\s\S]*?transform=(translate\([^)]+\))/.exec(s.drawn())?.[1] ?? '');
    expect(paths({ momentum: 0.3 })).toEqual(paths({ momentum: 0.95 }));
    expect(start({})).not.toBe('');
    expect(start({})).not.toBe(start({ reach: 'whole' }));
    expect(start({ x: 3.9, y: 3 })).toBe(start({ x: 3.9, y: 3, reach: 'whole' }));
  });
});
