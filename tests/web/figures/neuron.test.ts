/** A neuron's coast: what is drawn is where the engine's sums are zero, what is said of it is true, and hands do what they say. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { figure } from '../../../web/figures/neuron';
import { dials } from '../../../web/figures/neuron/dials-panel';
import { neuronFacts } from '../../../web/figures/neuron/facts';
import { coastOf, setWeights, slide, swing } from '../../../web/figures/neuron/hands';
import { INPUTS, told } from '../../../web/figures/neuron/inputs';
import { learningPanel } from '../../../web/figures/neuron/learning';
import { lossesOf } from '../../../web/figures/neuron/sampled';
import { netOf } from '../../../web/figures/neuron/net';
import { judgedNow, mapsNow, passingNow, PUSH, trainedNow, weightsNow } from '../../../web/figures/neuron/now';
import { addPoint, ownPoints, removePoint } from '../../../web/figures/neuron/own';
import { CHECKS, SQUASHES } from '../../../web/figures/neuron/choices';
import type { Neurons, Seen } from '../../../web/figures/neuron/seen';
import { heights } from '../../../web/figures/neuron/tides';
import { trials, type Hundred } from '../../../web/figures/neuron/starts';
import { neuronPanel, termsOf } from '../../../web/figures/neuron/sum';
import { pointsIn } from '../../../web/figures/neuron/table';
import { travelled } from '../../../web/figures/neuron/wager';
import { renderPoster } from '../../../web/figures/poster';
import { fixed, grouped } from '../../../web/plot/format';
import { nonsense, realEngine, Stage, written } from './stage';

type Here = Stage<typeof figure.settings, Neurons>;

let engine: Engine;
const open: Here[] = [];
const stage = (settings: Partial<Seen['settings']> = {}, step = 500): Here => {
  const made = new Stage<typeof figure.settings, Neurons>(engine, figure, settings);
  made.go(step);
  open.push(made);
  return made;
};
const plain = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

beforeAll(async () => {
  engine = await realEngine();
});
afterEach(() => {
  for (const s of open.splice(0)) s.close();
  expect(engine.liveHandles()).toBe(0);
});

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

describe('the wager', () => {
  test('is true: a bias that is pushed up moves the coast into the water and does not turn it', () => {
    const s = stage({ pushed: 500 });
    const [was, is] = [coastOf(s.view, trainedNow(s.view), 2), coastOf(s.view, weightsNow(s.view), 2)];
    expect([is.a, is.b]).toEqual([was.a, was.b]);
    expect(is.c - was.c).toBeCloseTo(PUSH, 12);
    // What was just outside the land, by less than it moved, is land now.
    const size = Math.hypot(was.a, was.b);
    const shore = [(-was.a * was.c) / size ** 2, (-was.b * was.c) / size ** 2] as const;
    const out = (d: number): number =>
      is.a * (shore[0] - (d * was.a) / size) + is.b * (shore[1] - (d * was.b) / size) + is.c;
    expect(out(travelled(s.view) - 0.001)).toBeGreaterThan(0);
    expect(out(travelled(s.view) + 0.001)).toBeLessThan(0);
  });

  test('is not answered before it is made, and stands only at its update', () => {
    expect(plain(stage().drawn())).not.toMatch(/into the water and|did not turn/);
    expect(plain(stage({ guess: 'sea', pushed: 500, revealed: true }).drawn())).toMatch(
      /moves into the water : right\. Its coast moved/,
    );
    expect(plain(stage({ guess: 'turns', pushed: 500, revealed: true }).drawn())).toMatch(/turns : no\./);
    const later = stage({ pushed: 500, revealed: true }, 501);
    expect(weightsNow(later.view)).toEqual(trainedNow(later.view));
  });
});

describe('the task', () => {
  const none = { layers: [], neuron: 1 } as const;

  /** A straight coast that gets exactly so many right. */
  const coast = (s: Here, wanted: number): readonly number[] => {
    for (let angle = 0; angle < 360; angle += 2)
      for (let c = -1.5; c < 1.5; c += 0.05) {
        const [a, b] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
        if (s.model.judge(Float64Array.of(a, b, c)).right === wanted) return [a, b, c];
      }
    throw new Error(`no straight coast gets ${wanted}`);
  };

  test('is done by a hand as good as descent, and says why it is no better', () => {
    const s = stage(none, 0);
    expect(s.done('by-hand')).toBe(false);
    const best = s.model.straightBest();
    // Along the line between the moons' middles.
    setWeights(s.view, { 0: 0.6, 1: -2.2, 2: 0.25 });
    s.go(0);
    const right = judgedNow(s.view).right;
    expect(s.done('by-hand')).toBe(right >= best);
    expect(figure.goals!['by-hand']!.status(s.view)).toContain(String(best));
  });

  test('is told done where descent’s own number is reached, and not a point before', () => {
    const s = stage(none, 0);
    const best = s.model.straightBest();
    const laid = (wanted: number): string => {
      const [a = 0, b = 0, c = 0] = coast(s, wanted).map((w) => 3 * w);
      setWeights(s.view, { 0: a, 1: b, 2: c });
      expect(judgedNow(s.view).right).toBe(wanted);
      return figure.goals!['by-hand']!.status(s.view);
    };
    expect(laid(best - 1)).toBe(`${best - 1} of 120 on the right shore; descent’s own straight coast gets ${best}`);
    expect(laid(best)).toContain('no straight coast parts them all');
  });

  test('is not done while points are kept from it: fewer are easier', () => {
    const s = stage({ ...none, unseen: 0.8 }, 0);
    const [a = 0, b = 0, c = 0] = coast(s, s.model.straightBest());
    setWeights(s.view, { 0: a, 1: b, 2: c });
    expect(judgedNow(s.view).right).toBe(s.model.straightBest());
    expect(s.done('by-hand')).toBe(false);
  });

  test('cannot be done by descent, by other points or by hidden neurons', () => {
    const s = stage(none, 1500);
    expect(judgedNow(s.view).right).toBeGreaterThanOrEqual(s.model.straightBest() - 2);
    expect(s.done('by-hand')).toBe(false);
    const weights = Array.from(s.model.training.parameters(1500));
    const laid = stage({ ...none, weights }, 1);
    expect(laid.done('by-hand')).toBe(false);
    expect(stage({ ...none, weights, data: 'blobs' }, 0).done('by-hand')).toBe(false);
    expect(stage({ weights: Array.from(stage().model.training.parameters(1500)) }, 0).done('by-hand')).toBe(false);
  });

  test('can be done: some straight coast is as good', () => {
    const s = stage(none, 0);
    const best = s.model.straightBest();
    let found = 0;
    for (let angle = 0; angle < 360; angle += 5)
      for (let c = -1.5; c < 1.5; c += 0.05) {
        const [a, b] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
        found = Math.max(found, s.model.judge(Float64Array.of(a, b, c)).right);
      }
    expect(found).toBeGreaterThanOrEqual(best);
    // And none parts them all, which is what the tick says.
    expect(found).toBeLessThan(s.model.examples.count);
  });
});

describe('what the chapter says', () => {
  test('a straight coast leaves points wrong, four bent into one leave none', () => {
    expect(neuronFacts(engine, { activation: 'linear' }, 1500)['wrong']).toBeGreaterThan(10);
    expect(neuronFacts(engine, {}, 1500)['wrong']).toBe(0);
    expect(neuronFacts(engine, {}, 500)['right']).toBe(117);
  });

  test('learning by heart: the seen get better, the unseen worse, and decay holds that back', () => {
    const moons = { noise: 0.35, unseen: 0.5, layers: 8, updates: 6000 };
    const [early, heart] = [neuronFacts(engine, moons, 1000), neuronFacts(engine, moons, 6000)];
    const decayed = neuronFacts(engine, { ...moons, decay: 0.003 }, 6000);
    expect(heart['loss']).toBeLessThan(early['loss'] as number);
    expect(heart['wrong']).toBeLessThan(early['wrong'] as number);
    expect(heart['unseenLoss']).toBeGreaterThan(early['unseenLoss'] as number);
    expect(heart['unseenWrong']).toBeGreaterThan(early['unseenWrong'] as number);
    expect(decayed['unseenLoss']).toBeLessThan(heart['unseenLoss'] as number);
    expect(decayed['unseenWrong']).toBeLessThan(heart['unseenWrong'] as number);
  });

  test('sigmoids answer from 0 to 1, tanhs from −1 to 1, rectifiers never below 0', () => {
    const range = (activation: Seen['settings']['activation']): readonly [number, number] => {
      const { y } = stage({ activation }).model.curve(activation, 50);
      return [Math.min(...y), Math.max(...y)];
    };
    expect(range('sigmoid').map((a) => Math.round(a * 1e6) / 1e6)).toEqual([0, 1]);
    expect(range('tanh').map((a) => Math.round(a * 1e6) / 1e6)).toEqual([-1, 1]);
    expect(range('relu')).toEqual([0, 50]);
  });

  test('of few neurons many stay open, of eight hardly any; and with short steps some that look stuck are only slow', () => {
    // A dozen starts of each width are enough to tell.
    const dozen = (rate: number): ((w: number, updates: (typeof CHECKS)[number]) => number) => {
      let last: Hundred | undefined;
      const work = trials(stage({ rate }).model, (so) => (last = so));
      while (!work.next().done && (last?.over[3] ?? 0) < 12);
      work.return();
      return (w, updates) => last!.open[w]![CHECKS.indexOf(updates)]!;
    };
    const open = dozen(0.2);
    expect(open(0, 10000)).toBeGreaterThan(open(3, 10000) + 3);
    const slowly = dozen(0.05);
    expect(slowly(2, 1000)).toBeGreaterThan(slowly(2, 10000) + 3);
  }, 60_000);
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

describe('own points', () => {
  test('begin as a copy of what stands there, and are added and rubbed out one by one', () => {
    const s = stage();
    expect(ownPoints(s.view)).toHaveLength(360);
    addPoint(s.view, 0.123, -0.456, 0);
    expect(s.settings.data).toBe('own');
    expect(s.settings.points.slice(-3)).toEqual([0.12, -0.46, 0]);
    expect(s.model.examples.count).toBe(121);
    removePoint(s.view, 120);
    expect(s.model.examples.count).toBe(120);
  });

  test('two stay, however much is rubbed out', () => {
    const s = stage({ data: 'own', points: [0, 0, 0, 1, 1, 1] }, 0);
    removePoint(s.view, 0);
    expect(s.model.examples.count).toBe(2);
  });

  test('are read from three columns with any two classes, or what is wrong is said', () => {
    const read = (text: string): unknown => {
      const found = pointsIn(engine.readCsv(text, { columns: 3, maxRows: 400 }));
      return 'text' in found ? found.text : found;
    };
    expect(read('x,y,kind\n0,1,5\n2,3,7\n')).toEqual([0, 1, 0, 2, 3, 1]);
    expect(read('0,1,5\n2,3,5\n')).toMatch(/two/);
    expect(read('0,1,5\n')).toMatch(/only one point/);
    expect(read('0,1\n2,3\n')).toMatch(/column/);
    expect(read('0,1e9,1\n2,3,0\n')).toMatch(/million/);
  });

  test('come back from a link', () => {
    const points = [0.5, -0.25, 1, -1, 2, 0];
    expect(stage({ data: 'own', points }, 0).viaLink().values.points).toEqual(points);
  });
});

describe('settings', () => {
  test('of every kind draw, without a number that is none', () => {
    const grown = fc.record({
      data: fc.constantFrom('moons', 'circle', 'xor', 'spiral', 'blobs', 'three', 'own'),
      layers: fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 4 }),
      activation: fc.constantFrom(...SQUASHES),
      last: fc.constantFrom('tanh', 'linear'),
      loss: fc.constantFrom('squared_error', 'cross_entropy'),
      optimizer: fc.constantFrom('gradient_descent', 'momentum', 'nesterov', 'rmsprop', 'adam'),
      rate: fc.constantFrom(0.001, 0.2, 5, 100),
      decay: fc.constantFrom(0, 0.01),
      batch: fc.constantFrom(0, 1, 10),
      unseen: fc.constantFrom(0, 0.5),
      inputs: fc.subarray([...INPUTS], { minLength: 1 }),
      neuron: fc.integer({ min: 1, max: 40 }),
      panel: fc.constantFrom('neuron', 'learning', 'data', 'network', 'dials', 'starts'),
      beat: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(grown, fc.constantFrom(0, 7, 1500), fc.constantFrom(350, 553), (settings, step, width) => {
        const s = new Stage<typeof figure.settings, Neurons>(engine, figure, settings, width);
        s.local = { still: true };
        s.go(step);
        try {
          expect(nonsense(s.drawn())).toEqual([]);
          expect(s.viaLink().problems).toEqual([]);
        } finally {
          s.close();
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('weights that do not fit the network are refused with how many would', () => {
    const base = stage().settings;
    expect(figure.refusals!(engine, { ...base, weights: [1, 2] })['weights']).toMatch(/17 weights and biases, not 2/);
    expect(figure.refusals!(engine, { ...base, weights: [] })).toEqual({});
  });

  test('that cannot be read are refused with what is allowed', () => {
    const { layers, inputs, points } = figure.settings;
    for (const text of ['0', '9', '2.5', '1,2,3,4,5', 'x']) expect(layers.read(text)).toHaveProperty('message');
    expect(layers.read('none')).toEqual([]);
    expect(inputs.read('xy,x')).toEqual(['x', 'xy']);
    expect(inputs.read('z')).toHaveProperty('message');
    expect(points.read('1,2')).toHaveProperty('message');
    expect(points.read('1,2,3')).toHaveProperty('message');
  });

  test('a curve of losses is the engine’s own, seen and unseen', () => {
    const s = stage({ unseen: 0.3 });
    const { at, seen, unseen } = lossesOf(s.model);
    expect(at[0]).toBe(0);
    expect(seen[10]).toBe(s.model.assess(at[10]!, 'seen').loss);
    expect(unseen[10]).toBe(s.model.assess(at[10]!, 'unseen').loss);
  });
});

test('the inputs are what they are called', () => {
  expect([...told(INPUTS, [2, -3])]).toEqual([2, -3, 4, 9, -6, Math.sin(2), Math.sin(-3)]);
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

/** What the chapter says of the Playground, in a fold. */
function noteOnPlayground(): string {
  const text = readFileSync(new URL('../../../web/article/08-neuron.md', import.meta.url), 'utf8');
  const from = text.indexOf('::: deeper For those who know TensorFlow');
  return text
    .slice(from, text.indexOf('\n:::', from))
    .replace(/\{[^{}]*\}/g, '')
    .replace(/\s+/g, ' ');
}

/**
 * Every control of TensorFlow's Playground: the panel that has it and how it is called there, or where the chapter says
 * why it is not here.
 */
test('has every control of TensorFlow’s Playground, or says why not', () => {
  const s = stage({ unseen: 0.3 });
  const panel = (name: Seen['settings']['panel']): string => {
    s.set({ panel: name }, true);
    return plain(s.drawn());
  };
  const note = noteOnPlayground();
  const parity: readonly (readonly [control: string, where: Seen['settings']['panel'] | 'note', said: RegExp])[] = [
    ['epoch counter', 'note', /counts epochs; here every update counts/],
    ['learning rate', 'learning', /learning rate/],
    ['activation: tanh, sigmoid, ReLU, linear', 'network', /tanh.*sigmoid.*ReLU.*linear/],
    ['regularization L2 and its rate', 'learning', /weight decay/],
    ['regularization L1', 'note', /L1 penalty, which its own descent handles with a rule that no optimizer here has/],
    ['problem type: regression, with its plane and its gaussians', 'note', /regression sets, which have no coast/],
    ['data sets: circle, exclusive or, gauss, spiral', 'data', /circle.*xor.*spiral.*blobs/],
    ['ratio of training to test data', 'data', /never seen/],
    ['noise', 'data', /noise/],
    ['batch size', 'learning', /batch/],
    ['regenerate', 'data', /draw others/],
    ['features x1, x2, squares, product, sines', 'network', /x₁.*x₂.*x₁².*x₂².*x₁x₂.*sin x₁.*sin x₂/],
    ['hidden layers, more and fewer', 'network', /one more layer.*one fewer/],
    ['neurons of each layer', 'network', /−\s*4\s*\+/],
    ['a weight by hand', 'dials', /× x₁/],
    ['a bias by hand', 'dials', /bias/],
    ['loss of training and test data, as numbers and curves', 'learning', /\d unseen.*\d seen/],
    ['show test data', 'note', /test points, since .* the unseen are always drawn/],
    ['discretize output', 'note', /map in two colours .* since the coast .* always drawn/],
  ];
  for (const [control, where, said] of parity) expect(where === 'note' ? note : panel(where), control).toMatch(said);
  // Play, one step and back to the start are the time bar's; a start anew draws weights as its reset does.
  expect(figure.newStart?.(s.settings, () => 0.5, s.model)).toMatchObject({ seed: 500_000, weights: [] });
});
