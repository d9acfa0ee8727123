/** Difference quotients: held against Taylor's theorem and the spacing of doubles. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { figure } from '../../../web/figures/difference-quotient';
import { errorAt, quotients, type Quotients } from '../../../web/figures/difference-quotient/quotients';
import { nonsense, realEngine, Stage } from './stage';

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});

type Question = Parameters<typeof quotients>[1];

function asked<R>(question: Question, look: (q: Quotients) => R): R {
  const q = quotients(engine, question);
  try {
    return look(q);
  } finally {
    q.dispose();
  }
}

describe('quotients of exp(-w) + w - 1 at -1', () => {
  const question: Question = { function: 'linex', at: -1, h: 0.01 };

  test('have the slope 1 - e in their middle', () => {
    asked(question, (q) => expect(q.slope).toBeCloseTo(1 - Math.E, 14));
  });

  test('err by f″/2 h forwards and f‴/6 h² centrally, as Taylor says', () => {
    asked(question, (q) => {
      for (const h of [1e-2, 1e-3]) {
        expect(errorAt(q, q.forward, h) / ((Math.E / 2) * h)).toBeCloseTo(1, 1);
        expect(errorAt(q, q.central, h) / ((Math.E / 6) * h ** 2)).toBeCloseTo(1, 1);
      }
    });
  });

  test('do best near the square and the cube root of the spacing of doubles', () => {
    asked(question, (q) => {
      const [forward, central] = [q.widths[q.forward.best]!, q.widths[q.central.best]!];
      expect(Math.abs(Math.log10(forward / Math.sqrt(Number.EPSILON)))).toBeLessThan(1);
      expect(Math.abs(Math.log10(central / Math.cbrt(Number.EPSILON)))).toBeLessThan(1);
      expect(q.central.errors[q.central.best]).toBeLessThan(q.forward.errors[q.forward.best]! / 100);
    });
  });

  test('are useless at the smallest width: 1 + h is 1 again', () => {
    asked({ function: 'linex', at: 1, h: 1e-16 }, (q) => expect(q.forward.value).toBe(0));
  });
});

test('on a parabola the central quotient is exact but for rounding', () => {
  asked({ function: 'parabola', at: 1, h: 0.5 }, (q) => {
    expect(q.forward.error).toBeCloseTo(0.5, 12);
    expect(q.central.error).toBeLessThan(1e-14);
  });
});

describe('the figure', () => {
  const staged = <R>(
    settings: ConstructorParameters<typeof Stage<typeof figure.settings, Quotients>>[2],
    width: number,
    look: (s: Stage<typeof figure.settings, Quotients>) => R,
  ): R => {
    const stage = new Stage(engine, figure, settings, width);
    try {
      return look(stage);
    } finally {
      stage.close();
    }
  };

  test('draws nothing unspeakable, wherever it is asked', () => {
    for (const name of ['parabola', 'linex', 'double_well'] as const)
      for (const at of [-10, -1, 0, 1.4, 10])
        for (const h of [1e-16, 1e-8, 1])
          for (const width of [272, 358, 528])
            expect(staged({ function: name, at, h }, width, (s) => nonsense(s.drawn()))).toEqual([]);
  });

  test('names the powers of h only where the errors follow them', () => {
    expect(staged({}, 528, (s) => s.drawn())).toContain('like h²');
    expect(staged({ function: 'parabola', at: 1 }, 528, (s) => s.drawn())).not.toContain('like h²');
    expect(staged({ function: 'parabola', at: 1 }, 528, (s) => s.drawn())).toContain('like h<');
  });

  test('comes back from a link as it went in', () => {
    const settings = { function: 'double_well', at: -1.25, h: 3e-9 } as const;
    const { values, problems } = staged(settings, 528, (s) => s.viaLink());
    expect(problems).toEqual([]);
    expect({ ...settings, ...values }).toEqual(settings);
  });

  test('gives back its handle', () => {
    const before = engine.liveHandles();
    staged({}, 528, (s) => s.drawn());
    expect(engine.liveHandles()).toBe(before);
  });
});
