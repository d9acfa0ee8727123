/** A neuron’s coast: drawn where the sum is zero, with what stands around it, and where a hand puts it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figure } from '../../../../web/figures/neuron';
import { dials } from '../../../../web/figures/neuron/dials-panel';
import { coastOf, setWeights, slide, swing } from '../../../../web/figures/neuron/hands';
import { judgedNow, mapsNow, weightsNow } from '../../../../web/figures/neuron/now';
import { heights } from '../../../../web/figures/neuron/tides';
import { termsOf } from '../../../../web/figures/neuron/sum';
import { renderPoster } from '../../../../web/figures/poster';
import { fixed } from '../../../../web/plot/format';
import { nonsense, plain, written } from '../bare-stage';
import { type Here, engine, open, stage } from './opening';

describe('a coast', () => {
  test('lies where the weighted sum is zero: water on one side, land on the other', () => {
    const s = stage();
    const { a, b, c } = coastOf(s.view, weightsNow(s.view), 2);
    const [x, y] = [0.1, -(a * 0.1 + c) / b];
    const at = (d: number): number => s.model.passing(weightsNow(s.view), x + d * a, y + d * b).sums[2]!;
    expect(at(0)).toBeCloseTo(0, 10);
    expect(at(0.01)).toBeGreaterThan(0);
    expect(at(-0.01)).toBeLessThan(0);
    // The map that is drawn holds the same sums.
    expect(Math.min(...mapsNow(s.view).sums[2]!)).toBeLessThan(0);
    expect(mapsNow(s.view).sums).toHaveLength(5);
  });

  test('goes wherever the ball is put, without turning', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1.5, max: 2.5, noNaN: true }),
        fc.double({ min: -1, max: 1.5, noNaN: true }),
        (x, y) => {
          const s = stage();
          const before = coastOf(s.view, weightsNow(s.view), 2);
          slide(s.view, x, y);
          const after = coastOf(s.view, weightsNow(s.view), 2);
          expect([after.a, after.b]).toEqual([before.a, before.b].map((w) => Number(w.toPrecision(6))));
          expect(Math.abs(after.a * x + after.b * y + after.c)).toBeLessThan(0.001);
          expect(s.time).toBe(0);
          s.close();
          open.pop();
        },
      ),
      { numRuns: 20 },
    );
  });

  test('turns about the ball with its arrow', () => {
    const s = stage();
    const place = [0.4, 0.2] as const;
    slide(s.view, ...place);
    swing(s.view, -1.5, 0.7, place);
    const { a, b, c } = coastOf(s.view, weightsNow(s.view), 2);
    expect([a, b]).toEqual([-1.5, 0.7]);
    expect(Math.abs(a * place[0] + b * place[1] + c)).toBeLessThan(0.001);
  });

  test('is still in the hand when the model that the drag began with is gone', () => {
    const s = stage();
    const { view } = s;
    weightsNow(view);
    slide(view, 0.2, 0.1);
    slide(view, 0.5, -0.3);
    expect(s.settings.weights).toHaveLength(17);
    expect(s.settings.weights.every(Number.isFinite)).toBe(true);
    const { a, b, c } = coastOf(s.view, weightsNow(s.view), 2);
    expect(Math.abs(a * 0.5 - b * 0.3 + c)).toBeLessThan(0.001);
  });

  test('has every dial of its neuron beside it, whichever is chosen, with the number that stands there', () => {
    for (const neuron of [1, 3, 5]) {
      const s = stage({ panel: 'dials', neuron });
      const { net } = s.model;
      const weights = weightsNow(s.view);
      const told = plain(written(dials(s.view)));
      const shown = [
        ...Array.from({ length: net.fan(neuron - 1) }, (_, k) => net.weight(neuron - 1, k)),
        net.bias(neuron - 1),
      ];
      for (const index of shown) expect(told).toContain(fixed(weights[index]!, 2));
      expect(told).toContain(`bias ${fixed(weights[net.bias(neuron - 1)]!, 2)}`);
    }
  });

  test('set by hand is where training begins', () => {
    const s = stage();
    setWeights(s.view, { [s.model.net.bias(4)]: 0.321 });
    expect(s.model.training.parameters(0)[s.model.net.bias(4)]).toBe(0.321);
    expect(s.settings.weights).toHaveLength(17);
    s.go(20);
    expect(weightsNow(s.view)).not.toEqual(s.model.training.parameters(0));
  });
});

describe('the picture', () => {
  /** The points' own marks: paths of discs and of squares. */
  const marks = (s: Here, kind: 'gd-at-sea' | 'gd-on-land' | 'gd-wrong-ring'): { discs: number; squares: number } => {
    const drawn = written(figure.plot(s.view));
    const [, d = ''] = new RegExp(`class="${kind}" d=([^>]*)>`).exec(drawn) ?? [];
    return { discs: (d.match(/a/g) ?? []).length / 2, squares: (d.match(/h/g) ?? []).length / 2 };
  };

  test('has a disc for every point that is learned from, a square for every other, and a ring around each that is wrong', () => {
    const s = stage({ unseen: 0.3 });
    const [sea, land] = [marks(s, 'gd-at-sea'), marks(s, 'gd-on-land')];
    const { examples } = s.model;
    expect(sea.discs + land.discs).toBe(examples.seen);
    expect(sea.squares + land.squares).toBe(examples.count - examples.seen);
    expect([examples.count, examples.seen]).toEqual([120, 84]);
    expect(sea.discs + sea.squares).toBe(examples.classes.filter((kind) => kind === 0).length);
    expect(marks(s, 'gd-wrong-ring').discs).toBe(judgedNow(s.view).wrong.filter(Boolean).length);
  });

  test('has a hollow road for every weight below zero, with paper inside however small it is, and solid ones for the rest', () => {
    const beds = (weight: number): readonly number[] => {
      const s = stage({ weights: Array.from({ length: 17 }, () => weight) }, 0);
      const drawn = written(figure.plot(s.view));
      return [...drawn.matchAll(/<path class="gd-road-bed" stroke-width=(-?[\d.]+)/g)].map(([, wide]) => Number(wide));
    };
    expect(beds(0.5)).toEqual([]);
    for (const weight of [-0.01, -3]) {
      expect(beds(weight)).toHaveLength(12);
      expect(Math.min(...beds(weight))).toBeGreaterThanOrEqual(1);
    }
  });

  test('has hollow bars for what takes away from the sum', () => {
    const s = stage();
    const drawn = s.drawn();
    const count = (kind: string): number => drawn.split(`class=${kind} `).length - 1;
    const products = termsOf(s.view, 2).map(({ product }) => product);
    expect(products.filter((p) => p < 0)).toHaveLength(1);
    expect(count('gd-bar-less')).toBe(1);
    expect(count('gd-bar-more')).toBe(2);
  });
});

describe('shades', () => {
  test('change at the same steps of the answer on either side of the coast, for what squashes', () => {
    for (const [squash, answer] of [
      ['tanh', Math.tanh],
      // From 0 to 1, with its coast at one half.
      ['sigmoid', (z: number) => 2 / (1 + Math.exp(-z)) - 1],
    ] as const)
      for (const steps of [2, 4]) {
        const at = heights(squash, steps).map(answer);
        expect(at).toHaveLength(2 * steps + 1);
        for (const [i, a] of at.entries()) expect(a).toBeCloseTo((i - steps) / (steps + 1), 12);
      }
  });

  test('of a rectifier at sea are one: it answers nothing there, however far out', () => {
    for (const squash of ['relu', 'leaky_relu', 'gelu'] as const)
      expect(
        heights(squash, 2)
          .slice(0, 2)
          .every((z) => z < -1e6),
      ).toBe(true);
    expect(heights('linear', 2)).toEqual(heights('linear', 2).map((z, i, all) => -all[all.length - 1 - i]! || z));
  });
});

test('the first picture stands without script or style sheet, with maps, roads and the points that are wrong', () => {
  const { svg, description } = renderPoster(engine, 'neuron');
  expect(svg).toContain('gd-land-4');
  expect(svg).toContain('gd-sea-4');
  expect(svg).toMatch(/<pattern id="poster-neuron-water"/);
  expect(svg).toContain('gd-wrong-ring');
  expect(nonsense(svg)).toEqual([]);
  expect(description).toMatch(/117 of 120 points on the right shore/);
});
