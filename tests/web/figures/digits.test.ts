/** A network that reads a pad: what is drawn is what the engine computes, what is said of it is true, and hands do what they say. */
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { figure } from '../../../web/figures/digits';
import { wordsOf } from '../../../web/figures/digits/answers';
import { FOUR, PANELS } from '../../../web/figures/digits/choices';
import { paired, parted } from '../../../web/figures/digits/dropped';
import { CLOSED, digitFacts } from '../../../web/figures/digits/facts';
import { keepFiles } from '../../../web/figures/digits/files';
import { inkSetting, type Ink } from '../../../web/figures/digits/ink';
import { looksOf, mixUps } from '../../../web/figures/digits/judging';
import { countOf, dialsOf, sizesOf } from '../../../web/figures/digits/layers';
import { LENGTHS, stepped } from '../../../web/figures/digits/mine';
import { movedMost } from '../../../web/figures/digits/moved';
import { readNow, updateNow, verdictNow } from '../../../web/figures/digits/now';
import { keys } from '../../../web/figures/digits/pen';
import { BOX, boundsOf, fit, middleOf, PEN, placed, raster } from '../../../web/figures/digits/raster';
import { scribble, SCRIBBLES } from '../../../web/figures/digits/scribbles';
import type { Reading, Seen } from '../../../web/figures/digits/seen';
import { squarePaths } from '../../../web/figures/digits/squares';
import { wishes } from '../../../web/figures/digits/wishes';
import type { AnyFigure } from '../../../web/figures/figure';
import { compared } from '../../../web/figures/host/pin';
import { fixed, significant } from '../../../web/plot/format';
import { renderPoster } from '../../../web/figures/poster';
import { Problem } from '../../../web/figures/settings';
import { idx } from '../../../web/handwriting/idx';
import { nonsense, realEngine, Stage } from './stage';

type Here = Stage<typeof figure.settings, Reading>;

let engine: Engine;
const open: Here[] = [];
/** Small enough to be learned in a moment. */
const SMALL = { count: 500, epochs: 4 } as const;
const stage = (settings: Partial<Seen['settings']> = {}, step?: number): Here => {
  const made = new Stage<typeof figure.settings, Reading>(engine, figure, settings);
  made.local = { still: true };
  made.go(step ?? made.model.steps);
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

test('a pinned training stands beside the present one: how both read what they never saw', () => {
  const s = stage({ ...SMALL, panel: 'learning' });
  s.drawn();
  const before = s.model.losses()!;
  const [last] = before.unseen.slice(-1);
  s.pin();
  expect(s.drawn()).toContain('pinned');
  s.set({ layers: [8] }, true);
  s.go(s.model.steps);
  expect(nonsense(s.drawn())).toEqual([]);
  const other = s.model.losses()!.unseen.slice(-1)[0]!;
  expect(other.accuracy).not.toBe(last!.accuracy);
  const text = plain(s.drawn());
  expect(text).toContain(`${fixed(100 * last!.accuracy, 1)} pinned`);
  expect(text).toContain(`${fixed(100 * other.accuracy, 1)} unseen`);
  expect(text).toContain(`${significant(last!.loss, 3)} pinned`);
  const told = compared(figure as unknown as AnyFigure, s.view)!;
  expect(told.both!.now).toBe(`hidden layers 8, loss ${significant(other.loss, 3)}`);
  expect(told.both!.pinned).toMatch(/^hidden layers 16,16, loss/);
  // At an earlier update, what both were then.
  s.go(0);
  expect(compared(figure as unknown as AnyFigure, s.view as never)!.both!.pinned).toContain(
    significant(before.unseen[0]!.loss, 3),
  );
  // Two kinds of loss have no scale in common: only the right answers are compared.
  s.set({ loss: 'squared_error' }, true);
  s.go(s.model.steps);
  expect(plain(s.drawn()).match(/ pinned/g)).toHaveLength(1);
  expect(nonsense(s.drawn())).toEqual([]);
});

test('maps of the first row are traced one at a time while dials move, and all of them finely once they stand', () => {
  const s = stage({ ...SMALL, panel: 'row' });
  const maps = (): string => /class="first-row"[\s\S]*?<\/div>/.exec(s.drawn())![0];
  const coasts = (): string[] =>
    [...maps().matchAll(/<svg[\s\S]*?<\/svg>/g)].map(([map]) => map.replace(/aria-label=[^>]*/, ''));
  const fine = coasts();
  s.go(0);
  const before = coasts();
  s.local = {};
  s.go(s.model.steps);
  const changed = (): number => coasts().filter((map, i) => map !== before[i]).length;
  expect([changed(), changed()]).toEqual([1, 2]);
  for (let picture = 0; picture < 16; picture++) coasts();
  expect(coasts()).not.toEqual(fine);
  for (let picture = 0; picture < 16; picture++) coasts();
  expect(coasts()).toEqual(fine);
});

describe('the pad', () => {
  const strokes = fc.array(
    fc
      .array(fc.tuple(fc.integer({ min: 0, max: 280 }), fc.integer({ min: 0, max: 280 })), {
        minLength: 2,
        maxLength: 6,
      })
      .map((points) => points.flat().map((x) => x / 10)),
    { minLength: 1, maxLength: 4 },
  );

  test('is a link and comes back from it', () => {
    const setting = inkSetting([]);
    fc.assert(
      fc.property(strokes, (ink) => {
        expect(setting.read(setting.write(ink))).toEqual(ink);
      }),
    );
    expect(setting.read('none')).toEqual([]);
    for (const wrong of ['1', '1,2,x,4', '1,2;;3,4', '1,2,99,3', `1,2${',1,2'.repeat(1500)}`])
      expect(setting.read(wrong), wrong).toBeInstanceOf(Problem);
  });

  test('scales a drawing to 20 squares and moves its weight to the middle, and leaves what stands there alone', () => {
    fc.assert(
      fc.property(strokes, (ink: Ink) => {
        const there = placed(ink, fit(ink));
        const { left, top, right, bottom } = boundsOf(there)!;
        expect(Math.max(right - left, bottom - top)).toBeLessThanOrEqual(BOX - PEN + 1e-9);
        const [x, y] = middleOf(raster(there));
        // Whole squares: the weight is at most half a square off, where none of it left the paper.
        const { x: dx, y: dy, scale } = fit(there);
        if (left > 1 && top > 1 && right < 27 && bottom < 27 && fit(ink).scale < 8) {
          expect(Math.abs(x - 14)).toBeLessThan(0.51);
          expect(Math.abs(y - 14)).toBeLessThan(0.51);
          expect(scale).toBeCloseTo(1, 6);
          expect([dx, dy].every((d) => Math.abs(d) < 1.001)).toBe(true);
        }
      }),
    );
    const still = fit(FOUR);
    expect([still.scale, Math.round(still.x), Math.round(still.y)].map((n) => Number(n.toFixed(2)))).toEqual([1, 0, 0]);
  });

  test('inks what lies under the pen and nothing else', () => {
    const picture = raster([[14, 4, 14, 24]]);
    expect(picture[14 * 28 + 13]).toBe(1);
    expect(picture[14 * 28 + 18]).toBe(0);
    expect(picture.filter((g) => g > 0).length).toBeLessThan(5 * 24);
    expect(raster([[10, 10]]).some((g) => g > 0)).toBe(true);
    expect(raster([]).every((g) => g === 0)).toBe(true);
    // All of it is drawn: no square is lost between the greys.
    const area = squarePaths(raster(FOUR))
      .join('')
      .matchAll(/h(\d+)v1/g);
    expect([...area].reduce((sum, [, n]) => sum + Number(n), 0)).toBe(
      raster(FOUR).filter((g) => Math.round(g * 8) > 0).length,
    );
  });

  test('is drawn on with keys', () => {
    const s = stage({ ...SMALL, ink: [] });
    let heard = 0;
    const key = (name: string): void =>
      keys(s.view, {
        key: name,
        preventDefault: () => heard++,
        stopPropagation: () => undefined,
      } as unknown as KeyboardEvent);
    [' ', 'ArrowDown', 'ArrowDown', 'ArrowRight'].forEach(key);
    expect(s.settings.ink).toEqual([[14, 6, 14, 7, 14, 8, 15, 8]]);
    expect(s.local['drawing']).toBe(true);
    key(' ');
    expect(s.local['drawing']).toBe(false);
    // Lifted, it went to its place.
    expect(boundsOf(s.settings.ink)!.bottom - boundsOf(s.settings.ink)!.top).toBeGreaterThan(10);
    key('Backspace');
    expect(s.settings.ink).toEqual([]);
    key('q');
    expect(heard).toBe(6);
  });
});

describe('the network', () => {
  test('has the dials that are counted, whatever its shape', () => {
    expect(dialsOf(sizesOf([16, 16])).map(({ all }) => all)).toEqual([12560, 272, 170]);
    expect(countOf(sizesOf([128]))).toBe(101770);
    for (const layers of [[16, 16], [8], [5, 4, 3]]) {
      const s = stage({ ...SMALL, layers, epochs: 1 });
      updateNow(s.view);
      expect(s.model.training!.run.network!.parameterCount).toBe(countOf(sizesOf(layers)));
      expect(verdictNow(s.view)!.layers.map((l) => l.length)).toEqual([...layers, 10]);
    }
  });

  test('reads the first drawing as a 4 that half looks like a 9, and closed as a 9', () => {
    const s = stage();
    const verdict = verdictNow(s.view)!;
    expect([verdict.best, verdict.second]).toEqual([4, 9]);
    expect(verdict.chances[4]).toBeGreaterThan(0.7);
    expect(verdict.chances[4]).toBeLessThan(0.95);
    expect(verdict.chances.reduce((sum, c) => sum + c, 0)).toBeCloseTo(1, 9);
    expect(plain(s.drawn())).toContain('it reads a 4, and half sees a 9');
    expect(s.done('fooled')).toBe(false);
    s.set({ ink: CLOSED }, true);
    expect(verdictNow(s.view)!.best).toBe(9);
    expect(s.done('fooled')).toBe(true);
    expect(figure.goals!['fooled']!.status(s.view)).toMatch(
      /^\d+ of 784 squares inked, and 9 went from 0\.\d+ to 0\.9\d: no dial looks/,
    );
    // A drawing of the reader's own is not the task's.
    s.set({ ink: [[14, 4, 14, 20]] }, true);
    expect(s.done('fooled')).toBe(false);
  });

  test('gives a blank page no verdict, and its bars all the same', () => {
    const s = stage({ ...SMALL, ink: [] });
    const verdict = verdictNow(s.view)!;
    expect(verdict.blank).toBe(true);
    expect(wordsOf(s.view, verdict)).toBe('a blank page: no verdict');
    expect(verdict.chances.reduce((sum, c) => sum + c, 0)).toBeCloseTo(1, 9);
  });

  test('is tested on digits that it does not learn from', () => {
    const s = stage(SMALL);
    updateNow(s.view);
    const { learned, unseen } = s.model.examples;
    const [one, other] = [learned!, unseen!].map(({ data }) => data.pictures(0, 400).pixels.join());
    expect(one).not.toBe(other);
  });

  test('judges the unseen as the engine does, and counts mix-ups once each', () => {
    const s = stage(SMALL);
    const at = updateNow(s.view);
    const { judged } = s.model.judged(at);
    const { correct, confusion, count } = s.model.training!.run.assess({ step: at }, s.model.examples.unseen!.data);
    expect([judged!.right, judged!.count]).toEqual([correct, count]);
    expect(mixUps(judged!)).toEqual(Array.from(confusion));
    const { values } = s.model.training!.run.predict(
      { step: at },
      s.model.examples.unseen!.data.inputs(0, count).values,
    );
    for (let i = 0; i < count; i++) {
      const chances = values.subarray(10 * i, 10 * i + 10);
      expect(chances[judged!.taken[i]!]).toBe(Math.max(...chances));
      expect(judged!.sure[i]).toBe(Math.max(...chances));
    }
    expect(judged!.wrong).toEqual(Array.from(judged!.labels).flatMap((is, i) => (judged!.taken[i] === is ? [] : [i])));
    const losses = s.model.losses()!;
    expect(losses.at).toEqual(looksOf(s.model.steps));
    expect(losses.unseen.at(-1)!.accuracy).toBe(correct / count);
  });

  test('shows at a past epoch what it was then', () => {
    const s = stage(SMALL);
    const end = Array.from(verdictNow(s.view)!.chances);
    s.go(0);
    const start = Array.from(verdictNow(s.view)!.chances);
    expect(start).not.toEqual(end);
    s.go(s.model.steps);
    expect(Array.from(verdictNow(s.view)!.chances)).toEqual(end);
  });

  test('shares its digits and its training with a second figure, and frees them with the last', () => {
    const [one, two] = [stage(SMALL), stage(SMALL)];
    updateNow(one.view);
    const before = engine.liveHandles();
    updateNow(two.view);
    expect(engine.liveHandles()).toBe(before);
    one.close();
    expect(verdictNow(two.view)).toBeDefined();
  });

  test('draws no digit anew for another rate, and begins to learn again', () => {
    const s = stage(SMALL);
    updateNow(s.view);
    const { id } = s.model.examples.learned!.data;
    s.set({ rate: 0.05 }, true);
    expect(s.model.examples.learned!.data.id).toBe(id);
    expect(s.model.training!.reached).toBe(0);
    expect(updateNow(s.view)).toBe(s.model.steps);
  });

  test('says when the numbers explode, and offers a way back', () => {
    const s = stage({ ...SMALL, rate: 100, loss: 'cross_entropy' });
    updateNow(s.view);
    if (s.model.training!.reason === 'diverged') {
      s.go(s.model.steps);
      expect(plain(s.drawn())).toMatch(/has no numbers any more/);
      expect(s.model.end!.step).toBe(s.model.steps);
    }
    expect(nonsense(s.drawn())).toEqual([]);
  });
});

describe('learning one digit', () => {
  test('is one plain step along its own gradient, and moves the first row by the ink', () => {
    const s = stage({ ...SMALL, meant: 9 });
    const at = updateNow(s.view);
    const dials = s.model.parameters(at)!;
    const picture = readNow(s.view);
    const gradient = s.model.gradient(dials, picture, 9);
    const after = stepped(engine, s.settings, dials, picture, 9, 0.01);
    dials.forEach((w, i) => expect(after[i]).toBeCloseTo(w - 0.01 * gradient[i]!, 12));
    const [{ neuron, by }] = movedMost(s.model.sizes, dials, after) as [{ neuron: number; by: number }];
    // Weight from square k to this neuron: the change is the bias's own times the ink.
    for (let k = 0; k < 784; k++)
      expect(after[k * 16 + neuron]! - dials[k * 16 + neuron]!).toBeCloseTo(by * picture[k]!, 10);
  });

  test('counts whom it breaks and mends', () => {
    const s = stage({ ...SMALL, meant: 9, ownStep: 0.03, panel: 'mine' });
    const at = updateNow(s.view);
    const ask = () => s.model.mine(at, readNow(s.view), 9, 0.03);
    ask();
    const { mine, others } = ask();
    const { before, chosen } = mine!;
    expect(chosen.right).toBe(before.right - chosen.broken.length + chosen.mended.length);
    expect(
      chosen.broken.every((i) => before.taken[i] === before.labels[i] && chosen.taken[i] !== before.labels[i]),
    ).toBe(true);
    expect(others.map(({ rate }) => rate)).toEqual(LENGTHS);
    expect(others.at(-1)!.broken.length).toBeGreaterThan(others[0]!.broken.length);
  });
});

describe('scribbles', () => {
  test('are the same for everybody, and stand where digits stand', () => {
    expect(scribble(7)).toEqual(scribble(7));
    expect(scribble(7)).not.toEqual(scribble(8));
    for (let seed = 1; seed < 40; seed++) {
      const { left, right, top, bottom } = boundsOf(scribble(seed))!;
      expect(Math.max(right - left, bottom - top)).toBeCloseTo(BOX - PEN, 6);
    }
  });

  test('are counted once the guess is made, not before', () => {
    const s = stage({ ...SMALL, panel: 'scribbles', guess: 5 });
    expect(plain(s.drawn())).toContain('counted once you have guessed');
    expect(plain(s.drawn())).not.toMatch(/it is \d+ %/);
    s.set({ revealed: true }, true);
    expect(plain(s.drawn())).toMatch(/you said 5 % ?; it is \d+ %/);
    expect(plain(s.drawn())).toContain('of 1 000, and no digit among them');
    expect(SCRIBBLES).toBe(1000);
  });
});

describe('somebody’s own files', () => {
  const file = (count: number, seed = 0): { images: Uint8Array; labels: Uint8Array } => {
    const [images, labels] = [idx([count, 28, 28]), idx([count])];
    images.values.fill(seed);
    labels.values.set(Array.from({ length: count }, (_, i) => i % 10));
    return { images: images.file, labels: labels.file };
  };
  const named = (bytes: Uint8Array) => ({ name: 'x', bytes, dimensions: bytes[3]! });

  test('find their labels in any order, the larger pair to learn from; a single pair is parted', () => {
    const [large, small] = [file(60), file(20)];
    const pairs = paired([small.labels, large.labels, small.images, large.images].map(named));
    expect(pairs).toEqual([large, small]);
    expect(paired([large.images, small.labels].map(named))).toEqual([]);
    const [training, test_] = parted(large);
    const data = [training, test_].map((part) => engine.createData({ ...part }));
    expect(data.map((d) => [d.error, d.count])).toEqual([
      [null, 50],
      [null, 10],
    ]);
    expect(Array.from(data[1]!.labels().values)).toEqual(Array.from({ length: 10 }, (_, i) => i));
    data.forEach((d) => d.dispose());
  });

  test('are learned from once they are there, and waited for until then', () => {
    const s = stage({ data: 'own' }, 0);
    updateNow(s.view);
    expect(wordsOf(s.view, verdictNow(s.view))).toBe('waiting for its digits');
    expect(nonsense(s.drawn())).toEqual([]);
    keepFiles('own', { training: file(60, 3), test: file(20, 3) });
    s.go(s.model.steps);
    expect(verdictNow(s.view)).toBeDefined();
    expect(s.model.judged(updateNow(s.view)).judged!.count).toBe(20);
  });
});

describe('work that takes longer than a frame', () => {
  const counting = (to: number): (() => Iterator<void, number>) =>
    function* () {
      for (let i = 0; i < to; i++) yield;
      return to;
    };

  test('keeps the last answer until there is another, and skips what is no longer asked', () => {
    const all = wishes();
    const wish = all.wish<number>();
    expect(wish.ask('a', counting(3))).toBeUndefined();
    all.spend(50);
    expect([wish.ask('a', counting(3)), wish.fresh]).toEqual([3, true]);
    expect([wish.ask('b', counting(4)), wish.fresh]).toEqual([3, false]);
    expect(wish.ask('c', counting(5))).toBe(3);
    all.spend(50);
    expect([wish.ask('c', counting(5)), wish.fresh]).toEqual([5, true]);
    all.patient = true;
    expect(wish.ask('d', counting(6))).toBe(6);
  });

  test('finishes what it works on before it turns to what was asked meanwhile', () => {
    const all = wishes();
    const wish = all.wish<number>();
    wish.ask('first', function* () {
      wish.ask('second', counting(2));
      yield;
      return 1;
    });
    all.spend(50);
    expect([wish.ask('second', counting(2)), wish.fresh]).toEqual([2, true]);
  });
});

describe('the figure', () => {
  test.each(PANELS)('draws the panel %s without nonsense, and its numbers', (panel) => {
    const s = stage({ ...SMALL, panel, revealed: true });
    s.drawn();
    expect(nonsense(s.drawn())).toEqual([]);
    expect(nonsense(JSON.stringify(figure.tables!(s.view)))).toEqual([]);
  });

  test('draws other shapes, squashes and losses without nonsense', () => {
    for (const settings of [
      { layers: [64] },
      { layers: [3, 3, 3] },
      { activation: 'tanh' as const },
      { loss: 'squared_error' as const, activation: 'sigmoid' as const },
      { optimizer: 'adam' as const, rate: 0.003 },
    ])
      for (const width of [350, 553]) {
        const s = stage({ ...SMALL, ...settings, epochs: 1, panel: 'row' });
        s.width = width;
        expect(nonsense(s.drawn())).toEqual([]);
      }
  });

  test('stands trained in its still picture', () => {
    const { svg, description } = renderPoster(engine, 'digits');
    expect(description.replace(/\s/g, ' ')).toMatch(
      /^Update 1 250 of 1 250, network of 784, 16, 16, 10: it reads a 4, and half sees a 9/,
    );
    expect(svg).toContain('close me');
  });

  test('says in its facts what it shows', () => {
    const facts = digitFacts(engine, { count: 500, epochs: 4 }, 64, 'mine');
    const s = stage(SMALL);
    const at = updateNow(s.view);
    expect(facts['update']).toBe(at);
    expect(facts['right']).toBe(s.model.judged(at).judged!.right);
    expect(facts['four']).toBe(verdictNow(s.view)!.chances[4]);
    expect(() => digitFacts(engine, { rates: 1 }, 0)).toThrow(/no setting/);
  });
});
