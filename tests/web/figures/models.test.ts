/** The models of a figure: made when they are wanted and not before, freed when they are not, and taken back when refused. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { inSlices } from '../../../web/engine/pause';
import type { AnyFigure, Model } from '../../../web/figures/figure';
import { Models, sameModel } from '../../../web/figures/host/models';
import { keep, type State } from '../../../web/figures/host/pin';
import { figures } from '../../../web/figures/registry';
import { initialValues, type AnySettings } from '../../../web/figures/settings';
import { realEngine } from './stage';

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});

const named = [...figures.values()].map((figure) => [figure.name, figure] as const);
const stateOf = (figure: AnyFigure, change: AnySettings = {}): State => ({
  settings: { ...initialValues(figure.settings), ...change },
  pinned: undefined,
});
const pinnedOf = (figure: AnyFigure, change: AnySettings = {}): State => {
  const { settings } = stateOf(figure, change);
  return { settings, pinned: keep(figure, settings) };
};

const oneWeight = figures.get('one-weight')!;
/** Refuses any rate above 1. */
const picky: AnyFigure = {
  ...oneWeight,
  model: (e, settings) => {
    if (Number(settings['rate']) > 1) throw new Error('too fast for me');
    return oneWeight.model(e, settings);
  },
};

describe('handles', () => {
  test.each(named)('are made once for what stays the same, and all freed: %s', (_name, figure) => {
    const before = engine.liveHandles();
    const models = new Models();
    for (const state of [stateOf(figure), pinnedOf(figure), pinnedOf(figure), stateOf(figure), pinnedOf(figure)]) {
      expect(models.follow(engine, figure, { state })).toBeUndefined();
      const held = engine.liveHandles();
      const { present } = models;
      models.follow(engine, figure, { state: { ...state, settings: { ...state.settings } } });
      expect(models.present).toBe(present);
      expect(engine.liveHandles()).toBe(held);
    }
    models.free();
    expect(engine.liveHandles()).toBe(before);
    expect(models.at(0, 0, stateOf(figure))).toBeUndefined();
    expect(models.follow(engine, figure, { state: stateOf(figure) })).toBeUndefined();
    expect(models.present).toBeDefined();
    models.free();
    expect(engine.liveHandles()).toBe(before);
  });

  test.each(['digits', 'neuron', 'surprise'])(
    'are those of the model made ahead, where it is the one wanted: %s',
    async (name) => {
      const before = engine.liveHandles();
      const figure = figures.get(name)!;
      const models = new Models();
      const ahead = async (): Promise<Model> => {
        const made = await inSlices(figure.prepare!(engine, stateOf(figure).settings));
        if (!made) throw new Error(`${name} makes no model ahead`);
        return made;
      };
      const made = await ahead();
      models.adopt(made, stateOf(figure).settings);
      models.follow(engine, figure, { state: stateOf(figure) });
      expect(models.present).toBe(made);
      // Another start is another network, or another text another table.
      const other = name === 'surprise' ? { text: 'down the hill' } : { seed: 7 };
      models.adopt(await ahead(), stateOf(figure).settings);
      models.follow(engine, figure, { state: stateOf(figure, other) });
      expect(models.present).not.toBe(made);
      models.free();
      expect(engine.liveHandles()).toBe(before);
    },
  );

  test('of a model that is replaced are freed', () => {
    const before = engine.liveHandles();
    const models = new Models();
    models.follow(engine, oneWeight, { state: pinnedOf(oneWeight, { rate: 0.1 }) });
    const held = engine.liveHandles();
    for (let again = 1; again < 20; again++)
      models.follow(engine, oneWeight, { state: pinnedOf(oneWeight, { rate: again / 20 }) });
    expect(engine.liveHandles()).toBe(held);
    models.free();
    expect(engine.liveHandles()).toBe(before);
  });
});

describe('a figure that nobody is near', () => {
  test.each(named)('holds nothing of the engine, and is the same again: %s', (_name, figure) => {
    const before = engine.liveHandles();
    const models = new Models();
    const state = figure.compare ? pinnedOf(figure) : stateOf(figure);
    models.follow(engine, figure, { state });
    const { steps } = models;
    const [held, at] = [engine.liveHandles(), Math.min(3, steps)];
    models.rest();
    expect(models.resting).toBe(true);
    expect(engine.liveHandles()).toBe(before);
    expect(models.steps).toBe(steps);
    expect(models.at(at, at, state)).toBeUndefined();
    models.follow(engine, figure, { state });
    expect(models.resting).toBe(false);
    expect(models.steps).toBe(steps);
    expect(models.at(at, at, state)).toBeDefined();
    expect(engine.liveHandles()).toBe(held);
    models.free();
    expect(engine.liveHandles()).toBe(before);
  });

  test('takes nothing back when it cannot be made again', () => {
    let memory = true;
    const poor: AnyFigure = {
      ...oneWeight,
      model: (e, settings) => {
        if (!memory) throw new Error('there is no memory left');
        return oneWeight.model(e, settings);
      },
    };
    const models = new Models();
    let undone = 0;
    const wanted = { state: stateOf(poor), undo: () => (undone += 1) };
    models.follow(engine, poor, wanted);
    models.rest();
    memory = false;
    expect(models.follow(engine, poor, wanted)).toContain('no memory left');
    expect(undone).toBe(0);
    models.free();
  });

  test('has nothing to let go of before there is a model', () => {
    const models = new Models();
    models.rest();
    expect(models.resting).toBe(false);
    expect(models.steps).toBe(0);
  });
});

describe('what makes another model', () => {
  test.each(named)('is every setting but the light ones: %s', (_name, figure) => {
    const { settings } = stateOf(figure);
    for (const key of Object.keys(settings)) {
      const other = { ...settings, [key]: Symbol('another value') };
      expect(sameModel(figure, settings, other), key).toBe(figure.light?.includes(key) ?? false);
    }
  });

  test('is, for a pinned run, also another ground', () => {
    const models = new Models();
    const state = pinnedOf(oneWeight);
    models.follow(engine, oneWeight, { state });
    const first = models.at(0, 0, state)!.pinned!.model;
    const elsewhere = { ...state, settings: { ...state.settings, function: 'linex' } };
    models.follow(engine, oneWeight, { state: elsewhere });
    const { model, pinned } = models.at(0, 0, elsewhere)!;
    expect(pinned!.model).not.toBe(first);
    expect(pinned!.model.steps).toBe(model.steps);
    models.free();
  });
});

describe('moments', () => {
  test('each run rests at its end, on a time line as long as the longer', () => {
    const models = new Models();
    const { settings } = stateOf(oneWeight, { rate: 0.5 });
    const state = { settings, pinned: keep(oneWeight, settings, { rate: 0.01 }) };
    models.follow(engine, oneWeight, { state });
    const { step, time, pinned, clock } = models.at(30.5, 30, state)!;
    expect([step, time]).toEqual([1, 1]);
    expect([pinned!.step, pinned!.time]).toEqual([30, 30.5]);
    expect(pinned!.settings).toMatchObject({ rate: 0.01, function: settings['function'] });
    expect(clock).toEqual({ step: 30, steps: models.steps });
    models.free();
  });
});

describe('what is refused', () => {
  test('is said, taken back, and what was there before stands there with its own settings', () => {
    const models = new Models();
    const [fine, bad] = [stateOf(picky, { rate: 0.3 }), stateOf(picky, { rate: 2 })];
    const wanted = { state: fine, undo: () => (wanted.state = fine) };
    models.follow(engine, picky, wanted);
    wanted.state = bad;
    expect(models.follow(engine, picky, wanted)).toBe('too fast for me');
    expect(wanted.state).toBe(fine);
    expect(models.at(0, 0, wanted.state)!.settings['rate']).toBe(0.3);
    expect(models.follow(engine, picky, wanted)).toBeUndefined();
    models.free();
  });

  test('is not tried again while nothing changes, where there is nothing to go back to', () => {
    const models = new Models();
    let tries = 0;
    const counting: AnyFigure = { ...picky, model: (e, s) => (tries++, picky.model(e, s)) };
    const wanted = { state: stateOf(counting, { rate: 2 }), undo: () => undefined };
    expect(models.follow(engine, counting, wanted)).toBe('too fast for me');
    expect(models.follow(engine, counting, wanted)).toBeUndefined();
    expect(tries).toBe(1);
    expect(models.present).toBeUndefined();
    models.follow(engine, counting, { state: stateOf(counting) });
    expect(models.present).toBeDefined();
    models.free();
  });

  test('of a pinned run is said, and let go, and the present run stays', () => {
    const models = new Models();
    const before = engine.liveHandles();
    models.follow(engine, picky, { state: stateOf(picky) });
    const held = engine.liveHandles();
    const { settings } = stateOf(picky);
    const wanted = {
      state: { settings, pinned: keep(picky, settings, { rate: 2 }) },
      letGo: () => (wanted.state = { settings, pinned: undefined }),
    };
    expect(models.follow(engine, picky, wanted)).toBe('pin: too fast for me');
    expect(wanted.state.pinned).toBeUndefined();
    expect(models.at(0, 0, wanted.state)!.pinned).toBeUndefined();
    expect(engine.liveHandles()).toBe(held);
    models.free();
    expect(engine.liveHandles()).toBe(before);
  });
});
