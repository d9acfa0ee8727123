/** The network behind the coast: sums, losses and weights are the engine’s, and what is told of a moment is so. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figure } from '../../../../web/figures/neuron';
import { INPUTS, told } from '../../../../web/figures/neuron/inputs';
import { learningPanel } from '../../../../web/figures/neuron/learning';
import { netOf } from '../../../../web/figures/neuron/net';
import { judgedNow, passingNow, weightsNow } from '../../../../web/figures/neuron/now';
import { neuronPanel, termsOf } from '../../../../web/figures/neuron/sum';
import { grouped } from '../../../../web/plot/format';
import { nonsense, plain, written } from '../bare-stage';
import { stage } from './opening';

describe('the network', () => {
  test('keeps its weights where the engine keeps them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 2, maxLength: 6 }), (sizes) => {
        const net = netOf(sizes);
        const all = new Set<number>();
        for (let n = 0; n < net.neurons; n++) {
          for (let k = 0; k < net.fan(n); k++) all.add(net.weight(n, k));
          all.add(net.bias(n));
        }
        expect(all.size).toBe(net.parameters);
        expect([...all].every((i) => i >= 0 && i < net.parameters)).toBe(true);
      }),
    );
    // The documentation's own formula, on one network.
    const net = netOf([2, 4, 3, 1]);
    expect([net.weight(1, 1), net.bias(1), net.weight(5, 2), net.bias(6), net.weight(7, 2)]).toEqual([
      5, 9, 19, 26, 29,
    ]);
  });

  test('adds up, at any place and in every neuron, what the engine says it does', () => {
    for (const settings of [{}, { layers: [3, 2] }, { activation: 'relu' as const }, { inputs: INPUTS, layers: [2] }]) {
      const s = stage(settings);
      const { sums, answers } = passingNow(s.view);
      for (let neuron = 0; neuron < s.model.net.neurons; neuron++) {
        const sum = termsOf(s.view, neuron).reduce((all, term) => all + term.product, 0);
        expect(sum).toBeCloseTo(sums[neuron]!, 10);
      }
      if (s.settings.activation === 'tanh') expect(answers[0]).toBeCloseTo(Math.tanh(sums[0]!), 12);
    }
  });

  test('judges its points as the engine does, seen and unseen', () => {
    for (const settings of [{}, { unseen: 0.4 }, { data: 'three' as const }, { loss: 'cross_entropy' as const }]) {
      const s = stage(settings);
      const { right, unseenRight, wrong } = judgedNow(s.view);
      const { run } = s.model.training;
      expect(right).toBe(run.assess({ step: 500 }).correct);
      if (s.model.examples.kept) expect(unseenRight).toBe(run.assess({ step: 500 }, s.model.examples.kept).correct);
      expect(wrong.filter((w) => !w).length).toBe(right + unseenRight);
    }
  });

  test('is one neuron without a squash, and the figure writes that one down', () => {
    const s = stage({ activation: 'linear', layers: [4, 3] }, 800);
    const [a, b, c] = s.model.collapsed(weightsNow(s.view));
    for (const [x, y] of [
      [0.3, -1.2],
      [-2, 0.7],
    ] as const) {
      const { sums } = s.model.passing(weightsNow(s.view), x, y);
      expect(a! * x + b! * y + c!).toBeCloseTo(sums[s.model.net.hidden]!, 10);
    }
    expect(plain(s.drawn())).toMatch(/8 neurons without a squash are\s+one/);
    expect(plain(stage({ layers: [4, 3] }).drawn())).not.toContain('without a squash');
  });
});

describe('weight decay', () => {
  test('pulls every weight towards zero by its share of it, in each update of its own: nothing is kept for the next', () => {
    const decay = 0.01;
    const s = stage({ batch: 0, decay }, 2);
    const { rate } = s.settings;
    for (const k of [0, 1]) {
      const [before, after] = [s.model.training.parameters(k), s.model.training.parameters(k + 1)];
      const { training } = stage({ batch: 0, weights: Array.from(before) }).model;
      training.reach(1);
      const free = training.parameters(1);
      for (const [i, w] of after.entries()) expect(w).toBeCloseTo(free[i]! - rate * decay * before[i]!, 10);
    }
  });
});

describe('what is told of a moment', () => {
  test('bars are as long as their products, each from where the one before ended, and end at the sum', () => {
    const s = stage();
    const products = termsOf(s.view, 2).map(({ product }) => product);
    const drawn = written(neuronPanel(s.view));
    const bars = [...drawn.matchAll(/<rect class=gd-bar-(?:more|less) x=([\d.]+) y=[\d.]+ width=([\d.]+)/g)].map(
      ([, x, width]) => [Number(x), Number(width)] as const,
    );
    expect(bars).toHaveLength(products.length);
    const unit = bars[0]![1] / Math.abs(products[0]!);
    let end = products[0]! > 0 ? bars[0]![0] : bars[0]![0] + bars[0]![1];
    for (const [k, [x, width]] of bars.entries()) {
      expect(width / unit).toBeCloseTo(Math.abs(products[k]!), 1);
      const next = end + products[k]! * unit;
      expect(Math.abs(Math.min(end, next) - x)).toBeLessThan(0.5);
      end = next;
    }
  });

  test('the losses at the dots are those of the points they name', () => {
    const s = stage({ panel: 'learning', noise: 0.35, unseen: 0.5, layers: [8] }, 1500);
    const [seen, unseen] = (['seen', 'unseen'] as const).map((which) => grouped(s.model.assess(1500, which).loss, 3));
    expect(seen).not.toBe(unseen);
    const told = plain(written(learningPanel(s.view)));
    expect(told).toContain(`${seen} seen`);
    expect(told).toContain(`${unseen} unseen`);
  });

  test('a run that ended before its time says at which update, in words too', () => {
    const s = stage({ activation: 'relu', last: 'linear', layers: [8], rate: 1.5 }, 1500);
    const { steps } = s.model;
    expect(figure.sentence(s.view)).toContain(`Update ${steps + 1} has no numbers any more.`);
    expect(s.model.training.parameters(steps).every(Number.isFinite)).toBe(true);
  });
});

describe('when numbers explode', () => {
  const wild = { activation: 'relu', last: 'linear', layers: [8], rate: 1.5 } as const;

  test('the last update that had any stays, with the losses that led there and one way back', () => {
    const s = stage(wild, 1500);
    expect(s.model.training.reason).toBe('diverged');
    expect(s.model.steps).toBeLessThan(20);
    const text = plain(written(figure.panels!(s.view)));
    expect(text).toContain(`Update ${s.model.steps + 1} has no numbers any more.`);
    expect(text).toContain(`Shown: update ${s.model.steps}.`);
    expect(text).toContain('try rate 0.1');
    expect(weightsNow(s.view).every(Number.isFinite)).toBe(true);
    expect(nonsense(s.drawn())).toEqual([]);
  });

  test('the way back leads back', () => {
    expect(stage({ ...wild, rate: 0.1 }, 1500).model.training.reason).toBe('step_limit');
  });
});

test('the inputs are what they are called', () => {
  expect([...told(INPUTS, [2, -3])]).toEqual([2, -3, 4, 9, -6, Math.sin(2), Math.sin(-3)]);
});
