/** The network that reads: its dials, its verdicts, its training, and digits from somebody’s own files. */
import { describe, expect, test } from 'vitest';
import { figure } from '../../../../web/figures/digits';
import { wordsOf } from '../../../../web/figures/digits/answers';
import { paired, parted } from '../../../../web/figures/digits/dropped';
import { CLOSED } from '../../../../web/figures/digits/facts';
import { keepFiles } from '../../../../web/figures/digits/files';
import { looksOf, mixUps } from '../../../../web/figures/digits/judging';
import { countOf, dialsOf, sizesOf } from '../../../../web/figures/digits/layers';
import { LENGTHS, stepped } from '../../../../web/figures/digits/mine';
import { movedMost } from '../../../../web/figures/digits/moved';
import { readNow, updateNow, verdictNow } from '../../../../web/figures/digits/now';
import { idx } from '../../../../web/handwriting/idx';
import { nonsense, plain } from '../bare-stage';
import { engine, SMALL, stage } from './opening';

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
