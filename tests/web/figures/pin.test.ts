/** A pinned run: what is kept of it, how it is written and read, and that every figure draws it. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import type { AnyFigure } from '../../../web/figures/figure';
import { readLink, writeLink } from '../../../web/figures/host/link';
import { compared, keep, parted, readPin, writePin } from '../../../web/figures/host/pin';
import { figure as oneWeight } from '../../../web/figures/one-weight';
import { figures } from '../../../web/figures/registry';
import { initialValues } from '../../../web/figures/settings';
import { comparedSentence } from '../../../web/parts/compared';
import { nonsense, realEngine, Stage } from './stage';

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});

const comparing = [...figures.values()].filter((f) => f.compare);
const named = comparing.map((f) => [f.name, f] as const);
const figure = figures.get('one-weight')!;
const settingsOf = (f: AnyFigure): AnyFigure['settings'] & Record<string, never> =>
  initialValues(f.settings) as AnyFigure['settings'] & Record<string, never>;

/** For each figure, a run worth pinning that differs from its first one in every way it may. */
const OTHERS: Readonly<Record<string, string>> = {
  'one-weight': 'rate=0.9;start=-2.5',
  model: 'scale=standardised;weight=200;bias=-50;rate=0.1',
  'learning-rate': 'start=-3;rates=0.01,0.4,0.8,1.1;rate=0.3;chosen=1',
  schedules: 'schedule=step;rate=1.5;start=-2',
  gradient: 'x=2;y=-1;rate=0.3',
  terrain: 'x=1;y=0.5;rate=0.1',
  batches: 'weight=-1;bias=8;batch=32;rate=0.05;schedule=falling;order=sorted;seed=7',
  // Of two kinds of loss only the right answers are compared, in one of both charts.
  digits: 'layers=32;activation=sigmoid;optimizer=adam;rate=0.01;batch=64;epochs=3;seed=7',
  neuron:
    'layers=3,2;activation=relu;last=linear;loss=cross_entropy;optimizer=adam;rate=0.02;batch=0;decay=0.01;updates=6000;seed=7',
  optimizers: 'x=2;y=1;racers=adam,momentum;tuned=momentum.learningRate:0.01,adam.biasCorrection:0',
};

test('every figure whose run is the reader’s to change can pin it', () => {
  expect(comparing.map((f) => f.name).sort()).toEqual(Object.keys(OTHERS).sort());
});

describe('written and read', () => {
  test.each(named)('comes back as it was: %s', (name, f) => {
    const settings = settingsOf(f);
    const { values, problems } = readPin(f, OTHERS[name]!);
    expect(problems).toEqual([]);
    const pinned = keep(f, settings, values)!;
    const text = writePin(f, pinned, settings);
    expect(text).toBe(OTHERS[name]);
    expect(keep(f, settings, readPin(f, text).values)).toEqual(pinned);
  });

  test.each(named)('a link holds it beside the present run: %s', (name, f) => {
    const base = settingsOf(f);
    const pinned = keep(f, base, readPin(f, OTHERS[name]!).values)!;
    const address = writeLink(f, base, base, 7, pinned);
    const link = readLink(address, f)!;
    expect(link.problems).toEqual([]);
    expect(link.step).toBe(7);
    expect(keep(f, base, link.pin)).toEqual(pinned);
    expect(readLink(writeLink(f, base, base, 7), f)!.pin).toBeUndefined();
  });

  test('is only what differs, so a run pinned as it stands is an empty text', () => {
    const settings = settingsOf(figure);
    expect(writePin(figure, keep(figure, settings)!, settings)).toBe('');
    expect(keep(figure, settings, readPin(figure, '').values)).toEqual(keep(figure, settings));
  });

  test('keeps semicolons and per cent signs in a text', () => {
    const odd: AnyFigure = {
      ...figure,
      settings: { ...figure.settings, words: { label: 'w', initial: '', accepts: '', read: (t) => t, write: String } },
      compare: { by: ['words'], run: () => undefined },
    };
    const settings = initialValues(odd.settings);
    const text = writePin(odd, { words: 'a;b=50%;%3B' }, settings);
    expect(readPin(odd, text)).toEqual({ values: { words: 'a;b=50%;%3B' }, problems: [] });
  });

  test.each(['rate', 'rate=banana', 'colour=red', 'function=linex', '%', '=;=;;', 'start=%E0%A4%A', 'log=log'])(
    'explains what it cannot read, and keeps the rest: %s',
    (text) => {
      const { values, problems } = readPin(figure, `${text};start=1.5`);
      expect(problems.length).toBeGreaterThan(0);
      for (const p of problems) expect(p).toMatch(/^pin: .*Allowed: /);
      expect(values).toEqual({ start: 1.5 });
    },
  );

  test('says so where there is no run to pin', () => {
    const ruler = figures.get('ruler')!;
    expect(readPin(ruler, 'x=1').problems).toEqual(['pin: in this figure there is no run to pin.']);
    expect(keep(ruler, settingsOf(ruler), {})).toBeUndefined();
  });
});

describe('on one ground', () => {
  test.each(named)('what may differ, and what changes no run, parts nothing: %s', (name, f) => {
    const before = settingsOf(f);
    expect(parted(f, before, { ...before, ...readPin(f, OTHERS[name]!).values })).toEqual([]);
    for (const key of f.light ?? []) expect(parted(f, before, { ...before, [key]: before[key] })).toEqual([]);
  });

  test.each([
    ['one-weight', { function: 'linex' }, ['curve']],
    ['terrain', { ground: 'saddle', rate: 0.2 }, ['landscape']],
    ['optimizers', { landscape: 'bowl', condition: 3 }, ['landscape', 'condition number']],
    ['model', { points: [1, 2, 3, 4], xName: 'size' }, ['points']],
  ])('another ground parts them: %s', (name, change, names) => {
    const f = figures.get(name)!;
    expect(parted(f, settingsOf(f), { ...settingsOf(f), ...change })).toEqual(names);
  });
});

describe('in words', () => {
  test('both runs by what differs and by their losses', () => {
    const stage = new Stage(engine, oneWeight, { rate: 0.1 });
    stage.pin();
    expect(comparedSentence(compared(figure, stage.view)!)).toContain('This run is pinned');
    stage.set({ rate: 0.2 });
    stage.go(2);
    // 3 x 0.8^2 and 3 x 0.6^2 on w^2 + 5.
    expect(comparedSentence(compared(figure, stage.view)!)).toBe(
      'At step 2, pinned: learning rate 0.1, loss 8.69; now: learning rate 0.2, loss 6.17.',
    );
    stage.close();
  });

  test('a run that is over is told by its end', () => {
    const stage = new Stage(engine, oneWeight, { rate: 1.6 });
    stage.pin();
    stage.set({ rate: 0.1, start: 2 });
    stage.go(40);
    const { both } = compared(figure, stage.view)!;
    expect(both?.pinned).toMatch(/^learning rate 1\.6, start 3, diverged at step \d+$/);
    expect(both?.now).toBe('learning rate 0.1, start 2, loss 5.00');
    stage.close();
  });

  test('in a race, the chosen racer’s dials', () => {
    const f = figures.get('optimizers')!;
    const stage = new Stage(engine, f, { racers: ['momentum', 'adam'] });
    stage.pin();
    stage.set({ tuned: { 'momentum.learningRate': 0.005, 'adam.beta1': 0.5 } });
    expect(compared(f, stage.view)!.both?.now).toMatch(/^learning rate 0\.005, loss /);
    stage.set({ picked: 'adam' });
    expect(compared(f, stage.view)!.both?.now).not.toContain('learning rate');
    stage.close();
  });
});

describe('in the figure', () => {
  test.each(named)('is drawn in plot and loss curve, whatever became of it: %s', (name, f) => {
    const other = readPin(f, OTHERS[name]!).values;
    for (const width of [300, 560]) {
      const stage = new Stage(engine, f, other, width);
      stage.local = { drawer: 'step', touched: true, still: name === 'digits' };
      stage.pin();
      const panel = (
        { model: 'step', gradient: 'steps', 'learning-rate': 'losses', neuron: 'learning', terrain: 'loss' } as Record<
          string,
          string
        >
      )[name];
      // What is still to be guessed is not drawn.
      const open = 'revealed' in f.settings ? { revealed: true } : {};
      stage.set({ ...initialValues(f.settings), ...open, ...(panel ? { panel } : {}) });
      for (const step of [0, 1, 7, 1e6]) {
        stage.go(step);
        const drawn = stage.drawn();
        expect(drawn.match(/>\s*pinned\s*</g)?.length ?? 0).toBeGreaterThanOrEqual(2);
        expect(nonsense(drawn)).toEqual([]);
      }
      stage.close();
    }
  });

  test('the time line covers the longer of both runs', () => {
    const stage = new Stage(engine, oneWeight, { rate: 0.01 });
    stage.pin();
    stage.set({ rate: 0.5 });
    stage.go(30);
    expect(stage.view.step).toBe(1);
    expect(stage.view.pinned?.step).toBe(30);
    expect(stage.view.clock).toEqual({ step: 30, steps: 40 });
    expect(stage.drawn()).toContain('aria-valuemax=40 aria-valuenow=30');
    stage.close();
  });
});
