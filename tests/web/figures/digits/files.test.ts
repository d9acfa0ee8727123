/** Digits that can be unpacked again are held once: by the engine, as long as a model learns from them. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Engine } from '../../../../web/engine/engine';
import { figure } from '../../../../web/figures/digits';
import { filesOf, keepFiles, type Files } from '../../../../web/figures/digits/files';
import { awaited, bring } from '../../../../web/figures/digits/bringing';
import { updateNow, verdictNow } from '../../../../web/figures/digits/now';
import type { Reading, Seen } from '../../../../web/figures/digits/seen';
import { load } from '../../../../web/handwriting/handwriting';
import { idx } from '../../../../web/handwriting/idx';
import { realEngine, Stage } from '../stage';

/** All that is offered has been fetched before. */
vi.mock(import('../../../../web/handwriting/handwriting'), async (original) => {
  const handwriting = await original();
  const here = (['few', 'first', 'all'] as const).map((name) => ({ name, training: 60, test: 20, bytes: 0 }));
  return { ...handwriting, available: () => here, load: vi.fn(handwriting.load) };
});

function pictures(count: number): NonNullable<Files['training']> {
  const [images, labels] = [idx([count, 28, 28]), idx([count])];
  for (let i = 0; i < count; i++) {
    images.values.fill(200, i * 784 + 28 * (i % 10), i * 784 + 28 * (i % 10) + 28);
    labels.values[i] = i % 10;
  }
  return { images: images.file, labels: labels.file };
}
const files = (): Files => ({ training: pictures(60), test: pictures(20) });

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});
afterAll(() => expect(engine.liveHandles()).toBe(0));

const stage = (settings: Partial<Seen['settings']>): Stage<typeof figure.settings, Reading> => {
  const made = new Stage<typeof figure.settings, Reading>(engine, figure, { epochs: 2, ...settings });
  made.local = { still: true };
  made.go(made.model.steps);
  updateNow(made.view);
  return made;
};

test('what the engine has read is let go of, and had again when nobody holds it any more', () => {
  keepFiles('first', files());
  const one = stage({ data: 'first' });
  expect(verdictNow(one.view)).toBeDefined();
  expect(filesOf('first')!.files.training).toBeUndefined();
  expect(filesOf('first')!.files.test.images.length).toBeGreaterThan(0);
  expect(awaited(one.view)).toBeUndefined();
  expect(figure.keeps!(one.view)).toBe(true);

  // Another rate goes on with the digits that the engine has.
  one.set({ rate: 0.3 }, true);
  updateNow(one.view);
  expect(one.model.examples.missing).toBeUndefined();
  expect(verdictNow(one.view)).toBeDefined();
  one.close();

  const other = stage({ data: 'first' });
  expect(other.model.examples.missing).toBe('learned');
  expect(awaited(other.view)).toMatchObject({ name: 'first', bytes: 0 });
  keepFiles('first', files());
  updateNow(other.view);
  expect(other.model.examples.missing).toBeUndefined();
  expect(verdictNow(other.view)).toBeDefined();
  other.close();
});

test('what nobody learns from any more is let go of, also before the engine has read it', () => {
  const one = new Stage<typeof figure.settings, Reading>(engine, figure, { data: 'all' });
  const other = new Stage<typeof figure.settings, Reading>(engine, figure, { data: 'all' });
  keepFiles('all', files());
  one.close();
  expect(filesOf('all')!.files.training).toBeDefined();
  other.set({ data: 'generated' }, true);
  expect(filesOf('all')!.files.training).toBeUndefined();
  expect(filesOf('all')!.files.test.images.length).toBeGreaterThan(0);
  other.close();
});

test('what was brought for somebody who is gone by then is not kept', async () => {
  vi.mocked(load).mockResolvedValue({ training: pictures(60), test: pictures(20) });
  const one = new Stage<typeof figure.settings, Reading>(engine, figure, {});
  const { view } = one;
  one.close();
  const then = vi.fn();
  bring(view, { name: 'first', training: 60, test: 20, bytes: 0 }, then);
  await expect.poll(() => then.mock.calls.length).toBe(1);
  await expect.poll(() => filesOf('first')!.files.training).toBeUndefined();
});

test('a reader’s own files stay, and generated digits need none', () => {
  keepFiles('own', files());
  const own = stage({ data: 'own' });
  expect(verdictNow(own.view)).toBeDefined();
  expect(filesOf('own')!.files.training).toBeDefined();
  own.close();
  const generated = stage({ count: 500 });
  expect(figure.keeps!(generated.view)).toBe(false);
  generated.close();
});
