/** Both sizes of the engine: what the smaller one can, it does with the same bits; the rest it refuses and says why. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Answer, Engine, FunctionEngine, RunOptions } from '../../../web/engine/engine.d.ts';
import { traceHash, withRuns } from '../../browser/runs.mjs';
import { functionEngine, wholeEngine } from './modules.ts';
import { finished } from './support.ts';

let small: FunctionEngine;
let whole: Engine;
beforeAll(async () => {
  [small, whole] = await Promise.all([functionEngine(), wholeEngine()]);
});
afterAll(() => {
  for (const engine of [small, whole]) expect(engine.liveHandles()).toBe(0);
});

const REMEDY = "Load the whole one: loadEngine('whole').";
/** Ways to say what is minimised that only the whole knows. */
const learned = ['bigram', 'noisy', 'network', 'logistic', 'softmax'];

describe('the engine for functions', () => {
  it('walks every run that it can make as the whole does, bit for bit, and refuses only networks and text', () => {
    const hashOf = (engine: FunctionEngine, options: RunOptions) => traceHash(engine as Engine, options);
    let same = 0;
    withRuns(whole, (runs) => {
      for (const [name, options] of runs) {
        const run = small.createRun(options);
        run.dispose();
        const kind = learned.find((key) => key in options.objective);
        if (kind) {
          expect(run.error, name).toMatchObject({ field: `objective.${kind}`, remedy: REMEDY });
          continue;
        }
        expect(run.error, name).toBeNull();
        expect(hashOf(small, options), name).toBe(hashOf(whole, options));
        same++;
      }
    });
    // Every function, optimizer and schedule, and what is not in a list of the engine's.
    const listed = whole.objectives().length + whole.optimizers().length + whole.schedules().length;
    expect(same).toBeGreaterThan(listed + 3);
  });

  it('knows the same functions, optimizers and schedules', () => {
    expect(small.objectives()).toEqual(whole.objectives());
    expect(small.optimizers()).toEqual(whole.optimizers());
    expect(small.schedules()).toEqual(whole.schedules());
    expect(small.version).toBe(whole.version);
  });

  it('answers every question that it is asked as the whole does', () => {
    const objective = { name: 'himmelblau' };
    const series = { objective, stepLimit: 60, optimizer: { name: 'adam', learningRate: 0.1 } };
    const answers = (engine: FunctionEngine): unknown => {
      const asked = engine.createObjective(objective);
      const lists = engine.createObjective({ regression: { inputs: [1, 2, 4], targets: [2, 3, 7] } });
      const told = [
        asked.evaluate([1, 2]),
        asked.values([1, 2, 3, 4]),
        asked.gradients([1, 2, 3, 4]),
        asked.grid({ x: [-1, 1], y: [-1, 1], columns: 5, rows: 4 }),
        asked.curvature([1, 2]),
        asked.differenceQuotients([1, 2], 1, [0.1, 1e-5]),
        lists.evaluate([0, 0]),
        engine.parseFormula('x^2 + 3 sin(y)'),
        engine.parseFormula('x^2 + 3 sin(y'),
        engine.sweepRates({ objective, rates: [0.001, 0.01, 0.1], stepLimit: 40 }),
        engine.leastSquares([1, 2, 3], [2, 4, 7]),
        finished(engine.createBasins({ ...series, columns: 12, rows: 9 })),
        finished(engine.createStarts({ ...series, count: 20 })),
      ];
      for (const held of [asked, lists]) held.dispose();
      return told;
    };
    expect(answers(small)).toEqual(answers(whole));
  });

  it('refuses what only the whole can, by field, and says what to do', () => {
    const run = small.createRun({ objective: { name: 'bowl' }, precision: 'single' });
    expect(run.error).toEqual(whole.createRun({ objective: { name: 'bowl' }, precision: 'single' }).error);
    const data = whole.createData({ set: 'line' });
    const regression = small.createObjective({ regression: { data } });
    expect(regression.error).toMatchObject({ field: 'regression.data', remedy: REMEDY });
    data.dispose();
    const basins = small.createBasins({ objective: { network: { layers: [1, 1] } } as never });
    expect(basins.error).toMatchObject({ field: 'objective.network', remedy: REMEDY });
    // What is described twice, or not at all, is answered alike.
    for (const odd of [{}, { name: 'bowl', network: {} }] as never[]) {
      expect(small.createObjective(odd).error).toEqual(whole.createObjective(odd).error);
    }
  });

  it('refuses to slice a landscape of many dimensions, in the shape of an answer', () => {
    const only = { field: 'objective', remedy: REMEDY };
    const none = new Float64Array(0);
    const asked = small.createObjective({ name: 'bowl' });
    expect(asked.line({ at: [1, 2], direction: [1, 1] })).toMatchObject({ error: only, values: none });
    expect(asked.randomDirections({ at: [1, 2] })).toMatchObject({ error: only, directions: none });
    expect(asked.nudge({ at: [1, 2] })).toMatchObject({ error: only, values: none });
    const plane = asked.createPlane({ at: [1, 2], directions: [1, 0, 0, 1] });
    expect(plane.error).toMatchObject(only);
    for (const portion of [plane.advance(100), plane.progress()]) expect(portion).toEqual({ done: 0, total: 0 });
    expect(plane.result()).toMatchObject({ error: only, columns: 0, rows: 0, values: none });
    plane.dispose();
    asked.dispose();
    // What was refused for a reason of its own goes on with that.
    const refused = small.createObjective({ name: 'bowel' });
    expect(refused.line({ at: [], direction: [] }).error).toEqual(refused.error);
    expect(refused.createPlane({ at: [], directions: [] }).error).toEqual(refused.error);
  });

  it('refuses questions about batches, in the shape of an answer', () => {
    const only = { field: 'objective', remedy: REMEDY };
    const none = new Float64Array(0);
    const asked = small.createObjective({ regression: { inputs: [1, 2, 4], targets: [2, 3, 7] } });
    expect(asked.gradientCloud({ at: [0, 0] })).toMatchObject({ error: only, full: none, gradients: none, spread: 0 });
    expect(asked.gradientSpread({ at: [0, 0], sizes: [1] })).toMatchObject({ error: only, spreads: none });
    expect(asked.batches({})).toMatchObject({ error: only, examples: none, ends: none, perEpoch: 0 });
    asked.dispose();
  });

  it('answers about networks that there are none', () => {
    const objective = small.createObjective({ name: 'bowl' });
    const run = small.createRun({ objective: { name: 'bowl' } });
    for (const asked of [objective, run]) {
      for (const answer of [asked.predict([0, 0] as never, []), asked.inspect([] as never, [], [])]) {
        expect(answer.error).toMatchObject({ field: 'objective', message: 'This objective is no network.' });
      }
      expect(asked.assess([] as never)).toMatchObject({
        error: { field: 'objective' },
        confusion: new Float64Array(0),
        wrong: new Float64Array(0),
        taken: new Float64Array(0),
      });
      asked.dispose();
    }
    const refused = small.createObjective({ name: 'bowel' });
    expect(refused.predict([], []).error).toEqual(refused.error);
  });

  it('has every call of the whole one, if only to refuse it', () => {
    expect(Object.keys(small).sort()).toEqual(Object.keys(whole).sort());
    const absent = small as unknown as Record<string, () => Answer>;
    for (const call of [
      'readCsv',
      'dataSets',
      'createData',
      'unpack',
      'createGraph',
      'circuit',
      'principalDirections',
      'createEdge',
      'createBend',
      'bigram',
      'softmax',
      'sampleText',
    ]) {
      expect(absent[call]!().error, call).toMatchObject({ field: call, remedy: REMEDY });
    }
  });
});
