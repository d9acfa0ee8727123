/** Rates that change: each schedule by its formula, the search by its own condition. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { figure, shortened } from '../../../web/figures/schedules';
import type { Values } from '../../../web/figures/settings';
import { nonsense, realEngine, Stage } from './stage';

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});

type Settings = Partial<Values<typeof figure.settings>>;
type Shown = Stage<typeof figure.settings, ReturnType<typeof figure.model>>;

function staged<R>(settings: Settings, look: (s: Shown) => R, width?: number): R {
  const stage = new Stage(engine, figure, settings, width);
  stage.go(figure.firstStep ?? 0);
  try {
    return look(stage);
  } finally {
    stage.close();
  }
}

const NAMES = ['constant', 'step', 'exponential', 'cosine', 'warmup', 'backtracking'] as const;

describe('every schedule', () => {
  // A rate so small that no run settles before its forty updates are over.
  const long = { function: 'parabola', start: 3, rate: 0.01 } as const;
  const formulas = {
    constant: () => 1,
    step: (t) => 0.5 ** Math.floor(t / 10),
    exponential: (t) => 0.94 ** t,
    cosine: (t) => (1 + Math.cos((Math.PI * t) / 40)) / 2,
    warmup: (t) => Math.min(1, (t + 1) / 8),
  } satisfies Record<string, (t: number) => number>;

  test.each(Object.entries(formulas))('gives the rates of its formula: %s', (schedule, formula) => {
    const rates = staged({ ...long, schedule: schedule as keyof typeof formulas }, (s) => s.model.run.trace.rate);
    expect(rates.length).toBe(41);
    for (let t = 0; t < 40; t++) expect(rates[t]).toBeCloseTo(0.01 * formula(t), 12);
  });
});

describe('the sentence of a cosine', () => {
  test('is read without an end that is nothing, and says the same bits', () => {
    staged({ schedule: 'cosine', function: 'linex', start: 5, rate: 2.5 }, ({ model: { run } }) => {
      for (const step of [1, 7, 12]) {
        const { terms } = run.explain(step, 0);
        const rate = terms.find((t) => t.symbol === 'eta')!;
        expect(shortened(rate, terms).expression).toBe('eta_0 * (1 + cosine) / 2');
        const value = (symbol: string): number => terms.find((t) => t.symbol === symbol)?.value ?? NaN;
        expect((value('eta_0') * (1 + value('cosine'))) / 2).toBe(rate.value);
        // With an end that counts, all of it stands.
        const ended = terms.map((t) => (t.symbol === 'eta_T' ? { ...t, value: 0.1 } : t));
        expect(shortened(rate, ended).expression).toBe(rate.expression);
      }
    });
  });
});

describe('the line search', () => {
  const search: Settings = { schedule: 'backtracking', function: 'linex', start: -2.6, rate: 10 };

  test('takes the first of the halved rates that keeps a share of what the slope promised', () => {
    staged(search, ({ model: { run, refused, ground } }) => {
      expect(refused.length).toBe(run.steps);
      refused.forEach((list, k) => {
        const [w, slope] = [run.parameter(k, 0), run.gradient(k, 0)];
        const keeps = (rate: number): boolean =>
          ground.value(w - rate * slope) <= run.loss(k) - 0.3 * rate * slope ** 2 + 1e-15;
        expect(list.map(keeps)).toEqual(list.map(() => false));
        expect(keeps(run.trace.rate[k]!)).toBe(true);
        list.forEach((rate, i) => expect(rate).toBe(10 / 2 ** i));
        expect(run.trace.rate[k]).toBe(10 / 2 ** list.length);
      });
    });
  });

  test('arrives from anywhere without a rate to choose', () => {
    for (const rate of [0.5, 1, 10])
      for (const [name, start] of [
        ['parabola', -3.7],
        ['linex', -3],
        ['linex', 6],
        ['double_well', 1.9],
      ] as const) {
        const { reason } = staged({ schedule: 'backtracking', function: name, start, rate }, (s) => s.model.run);
        expect(reason).toBe('converged');
      }
  });
});

describe('the figure', () => {
  test('begins where a constant rate swings for ever and its own settles', () => {
    staged({}, ({ model }) => {
      expect(model.plain.reason).toBe('step_limit');
      expect(model.run.reason).toBe('converged');
    });
  });

  test('draws nothing unspeakable, whatever is chosen', () => {
    const presets = (figure.presets ?? []).map((p): Settings => p.values);
    const all = NAMES.flatMap((schedule): Settings[] => [
      { schedule },
      { schedule, log: 'log', function: 'parabola', start: 3, rate: 10 },
      { schedule, function: 'double_well', start: 0.07, rate: 0.4 },
      { schedule, function: 'parabola', start: 0 },
    ]);
    for (const settings of [...presets, ...all])
      for (const width of [272, 358, 528]) expect(staged(settings, (s) => nonsense(s.drawn()), width)).toEqual([]);
  });

  test('comes back from a link as it went in, and gives back its handles', () => {
    const before = engine.liveHandles();
    const settings = { schedule: 'warmup', function: 'double_well', rate: 0.4, start: -1.5, log: 'log' } as const;
    const { values, problems } = staged(settings, (s) => s.viaLink());
    expect(problems).toEqual([]);
    expect(values).toEqual(settings);
    expect(engine.liveHandles()).toBe(before);
  });
});
