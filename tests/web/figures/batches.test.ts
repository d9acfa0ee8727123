/** Batches: an arrow is the mean of its examples' needles, the cloud is as wide as the theory of sampling says, and what the text claims. */
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { figure as batches } from '../../../web/figures/batches';
import { meanOf } from '../../../web/figures/batches/cloud';
import { arrival, clocks } from '../../../web/figures/batches/clocks';
import { batchFacts } from '../../../web/figures/batches/facts';
import { EXAMPLES, geyser, predicted } from '../../../web/figures/batches/geyser';
import { ask, put, wager } from '../../../web/figures/batches/hands';
import { frameOf } from '../../../web/figures/batches/frame';
import { mappedOf, radius } from '../../../web/figures/batches/mapped';
import { updatesOf } from '../../../web/figures/batches/model';
import { FINISH } from '../../../web/figures/batches/race';
import { PANELS, placeOf, type Batched, type Seen } from '../../../web/figures/batches/seen';
import { formula, spreadPlot } from '../../../web/figures/batches/spread-plot';
import { CALM, meanAbove } from '../../../web/figures/batches/task';
import { answer, question, truthOf, verdict } from '../../../web/figures/batches/wager';
import { renderPoster } from '../../../web/figures/poster';
import { round } from '../../../web/plot/curve';
import { nonsense, realEngine, Stage, written } from './stage';

type BatchStage = Stage<typeof batches.settings, Batched>;

let engine: Engine;
const open: BatchStage[] = [];
const stage = (settings: Partial<Seen['settings']> = {}, step = 0): BatchStage => {
  const made = new Stage<typeof batches.settings, Batched>(engine, batches, settings);
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

const BOTTOM = { weight: 1.07, bias: 6.57 };

describe('the eruptions', () => {
  test('are as many as the settings allow for, sorted by the wait, and the least squares line is the lowest place', () => {
    const { duration, wait, inputs, targets } = geyser();
    expect(duration).toHaveLength(EXAMPLES);
    expect(Array.from(wait)).toEqual(Array.from(wait).sort((a, b) => a - b));
    // R's own fit of this table: waiting = 33.4744 + 10.7296 eruptions.
    const [w = 0, b = 0] = engine.leastSquares(inputs, targets).parameters;
    expect(predicted(w, b, 0)).toBeCloseTo(33.4744, 3);
    expect(predicted(w, b, 1) - predicted(w, b, 0)).toBeCloseTo(10.7296, 3);
    const { lowest, least, relief } = stage().model.survey;
    expect(lowest).toEqual([w, b]);
    expect(relief.minima[0]?.[2]).toBeCloseTo(least, 12);
  });
});

describe('an arrow', () => {
  test('is the mean of the needles of the examples that the deck lights, which is what the run steps along', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: EXAMPLES }),
        fc.integer({ min: 0, max: 200 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 99 }),
        (batch, step, shuffled, seed) => {
          const s = stage({ batch, seed, order: shuffled ? 'shuffled' : 'sorted' });
          s.go(step);
          const { run } = s.model;
          const k = s.view.step;
          const [gx, gy] = meanOf(placeOf(s.view).needles, s.model.deckAt(k).batch);
          const size = Math.hypot(gx, gy) + 1;
          expect(Math.abs(gx - run.gradient(k, 0)) / size).toBeLessThan(1e-12);
          expect(Math.abs(gy - run.gradient(k, 1)) / size).toBeLessThan(1e-12);
          if (k < run.steps) expect(run.parameter(k + 1, 0)).toBeCloseTo(run.parameter(k, 0) - s.settings.rate * gx, 9);
          s.close();
          open.pop();
        },
      ),
      { numRuns: 40 },
    );
  });

  test('of everybody is the gradient itself, wherever the ball is', () => {
    const s = stage({ batch: EXAMPLES });
    const { needles, cloud } = placeOf(s.view);
    const [gx, gy] = meanOf(needles, s.model.deckAt(0).batch);
    expect(gx).toBeCloseTo(cloud.full[0], 12);
    expect(gy).toBeCloseTo(cloud.full[1], 12);
    expect(cloud.spread).toBe(0);
    expect(plain(s.drawn())).not.toContain('these');
  });

  test('has needles whose misses are the distances of the points from the line', () => {
    const s = stage();
    const { needles, at } = placeOf(s.view);
    const { duration, wait } = s.model.survey.geyser;
    for (const i of [0, 17, 271])
      expect(10 * needles.misses[i]!).toBeCloseTo(Math.abs(predicted(...at, duration[i]!) - wait[i]!), 9);
  });
});

describe('the deck', () => {
  test('holds everybody once in every epoch, in another order each time, and its window is the batch', () => {
    const s = stage({ batch: 32 });
    const [first, second] = [s.model.deckAt(0), s.model.deckAt(s.model.perEpoch)];
    for (const { order } of [first, second]) expect(new Set(order).size).toBe(EXAMPLES);
    expect(first.order).not.toEqual(second.order);
    expect([first.epoch, second.epoch]).toEqual([1, 2]);
    // 272 = 8 x 32 + 16: the last one of an epoch is smaller.
    const last = s.model.deckAt(s.model.perEpoch - 1);
    expect([last.from, last.to, last.batch.length]).toEqual([256, 272, 16]);
    s.go(s.model.perEpoch - 1);
    expect(plain(s.drawn())).toContain('a batch of 32, the last 16');
  });

  test('lights one tick for each example that is asked, where its batch stands in the order', () => {
    const ticks = (s: BatchStage, kind: 'lit' | 'dim'): number[] => {
      const [, d = ''] = new RegExp(`class="gd-deck-${kind}" d=([^>]*)>`).exec(s.drawn()) ?? [];
      return [...d.matchAll(/M([\d.]+) /g)].map(([, x]) => Number(x));
    };
    for (const step of [0, 3]) {
      const s = stage({ batch: 32 }, step);
      const { deck } = frameOf(s.width);
      const wide = (deck.right - deck.left) / EXAMPLES;
      const lit = ticks(s, 'lit');
      expect(lit).toHaveLength(32);
      expect(ticks(s, 'dim')).toHaveLength(EXAMPLES - 32);
      expect(lit[0]).toBeCloseTo(deck.left + (32 * step + 0.5) * wide, 0);
      expect(lit[31]).toBeCloseTo(deck.left + (32 * step + 31.5) * wide, 0);
    }
  });

  test('sorted, it asks the shortest waits first', () => {
    const s = stage({ order: 'sorted' });
    const { order } = s.model.deckAt(0);
    expect(Array.from(order)).toEqual(Array.from({ length: EXAMPLES }, (_, i) => i));
    expect(plain(s.drawn())).toContain('not shuffled');
  });

  test('by hand asks whole numbers of examples, from one to everybody, and starts anew', () => {
    const s = stage({}, 10);
    ask(s.view, 12.4);
    expect([s.settings.batch, s.time]).toEqual([12, 0]);
    ask(s.view, -3);
    expect(s.settings.batch).toBe(1);
    ask(s.view, 1000);
    expect(s.settings.batch).toBe(EXAMPLES);
  });
});

describe('the cloud', () => {
  test('is as wide as the formula says, within what so many draws can tell, at every place and size', () => {
    for (const place of [{}, BOTTOM, { weight: 3, bias: 5 }])
      for (const batch of [1, 2, 8, 20, 32, 100, 200]) {
        const { cloud, theory } = placeOf(stage({ batch, ...place }).view);
        // Relative error of a root mean square of so many draws, with room for tails.
        const band = 3 / Math.sqrt(cloud.draws);
        expect(Math.abs(cloud.spread / theory.spread(batch) - 1), `${batch}`).toBeLessThan(band);
      }
  });

  test('in terms of one example: sigma^2 / B (N - B) / (N - 1), and nothing at all for everybody', () => {
    const { theory } = placeOf(stage().view);
    for (const b of [1, 8, 32, 271])
      expect(theory.spread(b) ** 2).toBeCloseTo((theory.variance / b) * ((EXAMPLES - b) / (EXAMPLES - 1)), 9);
    expect(theory.spread(EXAMPLES)).toBe(0);
  });

  test('has its numbers in the formula under the curve', () => {
    const s = stage({ batch: 32, panel: 'cloud' });
    const { theory, cloud } = placeOf(s.view);
    const told = plain(written(formula(s.view)));
    expect(told).toContain('batch 32 × not asked 240 / others 271');
    expect(told).toContain(theory.spread(32).toPrecision(3));
    expect(told).toContain(`${cloud.draws} draws ${cloud.spread.toPrecision(3)}`);
  });

  test('stays at the bottom, where the arrow is gone', () => {
    const { cloud } = placeOf(stage(BOTTOM).view);
    expect(Math.hypot(...cloud.full)).toBeLessThan(0.05);
    expect(cloud.spread).toBeGreaterThan(0.5);
    expect(plain(stage(BOTTOM).drawn())).toContain('no arrow left');
  });

  test('of a sorted file is no cloud of draws: its ring is what it came to', () => {
    const s = stage({ order: 'sorted' });
    const { cloud, theory } = placeOf(s.view);
    expect(cloud.spread).toBeGreaterThan(1.5 * theory.spread(8));
    expect(plain(written(formula(s.view)))).toContain('no draws at all');
  });
});

describe('the wager', () => {
  test('is answered nowhere before more are asked', () => {
    for (const panel of PANELS) {
      const s = stage({ panel, guess: 0.6 });
      expect(verdict(s.view)).toBeUndefined();
      expect(plain(s.drawn())).not.toMatch(/0\.48|times as wide: /);
      for (const { rows, caption } of batches.tables!(s.view))
        if (caption.startsWith('Spread')) expect(rows).toHaveLength(1);
    }
    expect(plain(written(spreadPlot(stage({ panel: 'cloud' }).view)))).toContain('once you have guessed');
  });

  test('is about the same share wherever the ball is', () => {
    const truths = [{}, BOTTOM, { weight: -3, bias: 9 }].map((place) => truthOf(stage(place).view));
    for (const truth of truths) expect(truth).toBeCloseTo(Math.sqrt(((8 / 32) * (272 - 32)) / (272 - 8)), 12);
  });

  test('stands beside the truth, which the button brings, and is taken back', () => {
    const s = stage();
    wager(s.view, 0.7);
    expect(plain(written(question(s.view)))).toContain('0.7');
    answer(s.view);
    expect(s.settings).toMatchObject({ batch: 32, revealed: true, panel: 'cloud', guess: 0.7 });
    expect(verdict(s.view)?.text).toBe('0.22 too wide');
    const m = mappedOf(s.view);
    expect(s.drawn()).toContain(`r=${round(0.7 * radius(m, 8))}>`);
  });

  test.each([
    [0.48, 'right on it'],
    [0.51, '0.03 too wide'],
    [0.45, '0.03 too narrow'],
  ])('of %d is told to be %s', (guess, words) => {
    const s = stage({ guess });
    answer(s.view);
    expect(verdict(s.view)?.text).toBe(words);
  });

  test('has no place where nothing is drawn at random', () => {
    expect(stage({ order: 'sorted', guess: 0.5 }).drawn()).not.toContain('guess for 32');
  });
});

describe('two clocks', () => {
  test('turn the order round: the same crossings, each times its batch', () => {
    const s = stage({ panel: 'clocks' });
    const race = s.model.race();
    const order = (against: 'updates' | 'examples'): number[] =>
      [...race].sort((a, b) => arrival(a, against)! - arrival(b, against)!).map(({ size }) => size);
    expect(order('updates')).toEqual([EXAMPLES, 8, 1]);
    expect(order('examples')).toEqual([1, 8, EXAMPLES]);
    for (const { above, arrives = 0 } of race) {
      expect(above[arrives]).toBeLessThan(FINISH);
      expect(above[arrives - 1]).toBeGreaterThanOrEqual(FINISH);
    }
  });

  test('names every rate', () => {
    for (const against of ['updates', 'examples'] as const) {
      const told = plain(written(clocks(stage({ panel: 'clocks', against }).view)));
      for (const text of ['all 272, rate 0.3', '8, rate 0.12', '1, rate 0.02']) expect(told).toContain(text);
    }
  });
});

describe('coming to rest', () => {
  const end = (settings: Partial<Seen['settings']>): BatchStage => {
    const s = stage(settings);
    s.go(s.model.steps);
    return s;
  };

  test('a falling rate does, a constant one does not, and the mean is about rate x spread^2 / 4', () => {
    const [constant, falling] = [stage(), stage({ schedule: 'falling' })];
    expect(meanAbove(falling.model)).toBeLessThan(meanAbove(constant.model) / 4);
    const facts = batchFacts(engine);
    expect(facts.constant / facts.wanders).toBeGreaterThan(0.7);
    expect(facts.constant / facts.wanders).toBeLessThan(1.4);
    // The other run is the same batches with the rate the other way.
    expect(constant.model.other().trace.parameters).toEqual(falling.model.run.trace.parameters);
  });

  test('is a task that a falling rate solves, and no constant one, whatever the batch up to eight', () => {
    expect(end({ schedule: 'falling' }).done('rest')).toBe(true);
    for (const batch of [1, 2, 4, 8])
      for (const rate of [0.002, 0.005, 0.01, 0.02, 0.03, 0.04, 0.06, 0.12, 0.3])
        expect(end({ batch, rate }).done('rest'), `${batch} at ${rate}`).toBe(false);
  });

  test('is not solved from the bottom, by many, in order, or before its end', () => {
    expect(end({ schedule: 'falling', ...BOTTOM }).done('rest')).toBe(false);
    expect(end({ schedule: 'falling', batch: 32 }).done('rest')).toBe(false);
    expect(end({ schedule: 'falling', order: 'sorted' }).done('rest')).toBe(false);
    expect(stage({ schedule: 'falling' }, 50).done('rest')).toBe(false);
  });

  test('its tick says why', () => {
    const goal = batches.goals!['rest']!;
    const status = (v: Seen): string => goal.status(v);
    expect(status(end({ schedule: 'falling' }).view)).toMatch(/the rate fell from 0\.12 to 0\.011/);
    expect(status(end({}).view)).toContain(`below ${CALM} is rest`);
    expect(status(end({ batch: 32 }).view)).toContain('with 8 or fewer');
    expect(status(end(BOTTOM).view)).toContain('too near the bottom');
    expect(status(stage({ schedule: 'falling' }).view)).toContain('to its end');
  });

  test('unshuffled, the line runs after whoever is asked', () => {
    expect(meanAbove(stage({ order: 'sorted' }).model)).toBeGreaterThan(10 * meanAbove(stage().model));
  });
});

describe('settings and drawing', () => {
  test('every one comes back from a link, and nothing is painted that is no number', () => {
    fc.assert(
      fc.property(
        fc.record({
          batch: fc.constantFrom(1, 3, 8, 32, 100, EXAMPLES),
          weight: fc.integer({ min: -800, max: 800 }).map((v) => v / 100),
          bias: fc.integer({ min: 200, max: 1200 }).map((v) => v / 100),
          rate: fc.constantFrom(0.002, 0.12, 0.4, 1),
          schedule: fc.constantFrom('constant', 'falling'),
          order: fc.constantFrom('shuffled', 'sorted'),
          guess: fc.constantFrom(null, 0.05, 0.5, 2),
          panel: fc.constantFrom(...PANELS),
          against: fc.constantFrom('updates', 'examples'),
        }),
        fc.integer({ min: 0, max: 100 }),
        (settings, step) => {
          const s = stage(settings);
          s.go(step);
          expect(nonsense(s.drawn())).toEqual([]);
          const { values, problems } = s.viaLink();
          expect(problems).toEqual([]);
          expect({ ...s.settings, ...values }).toEqual(s.settings);
          s.close();
          open.pop();
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a rate beyond all bounds says when it left, and keeps the last place', () => {
    const s = stage({ batch: 1, rate: 1 });
    expect(s.model.end?.text).toMatch(/^diverged at step \d+$/);
    s.go(s.model.steps);
    expect(nonsense(s.drawn())).toEqual([]);
  });

  test('the ball may be put anywhere on the map, and stays a setting that a link can hold', () => {
    const s = stage();
    const frame = frameOf(s.width);
    for (const [x, y] of [
      [-100, 100],
      [100, -100],
    ] as const) {
      put(s.view, frame, x, y);
      expect(s.viaLink().problems).toEqual([]);
    }
  });

  test('runs last three epochs or sixty updates', () => {
    expect([1, 8, 32, EXAMPLES].map(updatesOf)).toEqual([816, 102, 60, 60]);
  });

  test('at a bench, the cloud costs less than a frame while the ball is dragged', () => {
    const s = stage();
    const frame = frameOf(s.width);
    const begun = performance.now();
    for (let k = 0; k < 20; k++) {
      put(s.view, frame, k / 20, 7);
      s.drawn();
    }
    expect((performance.now() - begun) / 20).toBeLessThan(100);
  });

  test('stands still as a picture that teaches without a touch', () => {
    const { svg, description } = renderPoster(engine, 'batches');
    const told = plain(svg);
    for (const name of ['these 8', 'all 272', 'lowest', 'epoch 1, a batch of 8']) expect(told).toContain(name);
    expect(told).not.toContain('drag me');
    expect(description).toContain('asking 8 of 272 at a time');
  });
});
