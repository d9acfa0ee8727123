/** Noise on the gradient as callers see it: the same for the same seed, none where none is asked for, and never on the loss. */
import { describe, expect, it } from 'vitest';

import type { ObjectiveOptions, RunOptions } from '../../../web/engine/engine';
import { engine } from './support';

const formula = { formula: 'sin(2x) cos(y) + (x^2 + y^2) / 8' } as const;
const asked = (noisy: { objective: ObjectiveOptions; size?: number; seed?: number }): RunOptions => ({
  objective: { noisy },
  optimizer: { name: 'momentum', learningRate: 0.05 },
  start: [2, 2],
  stepLimit: 60,
});

function traceOf(options: RunOptions): {
  readonly loss: number[];
  readonly parameters: number[];
  readonly gradients: number[];
} {
  const run = engine.createRun(options);
  expect(run.error).toBeNull();
  run.advance(1000);
  const { loss, parameters, gradients } = run.trace();
  run.dispose();
  return { loss: [...loss], parameters: [...parameters], gradients: [...gradients] };
}

describe('a noisy objective', () => {
  it('is the other one where the noise has no size', () => {
    expect(traceOf(asked({ objective: formula }))).toEqual(
      traceOf({ ...asked({ objective: formula }), objective: formula }),
    );
  });

  it('walks the same way for the same seed and another for another', () => {
    const one = traceOf(asked({ objective: formula, size: 0.5, seed: 7 }));
    expect(traceOf(asked({ objective: formula, size: 0.5, seed: 7 }))).toEqual(one);
    expect(traceOf(asked({ objective: formula, size: 0.5, seed: 8 })).parameters).not.toEqual(one.parameters);
  });

  it('has the losses of the places it visits, without noise, and slopes that are off', () => {
    const { loss, parameters, gradients } = traceOf(asked({ objective: formula, size: 0.5 }));
    const plain = engine.createObjective(formula);
    expect([...plain.values(parameters).values]).toEqual(loss);
    const off = [...plain.gradients(parameters).gradients].map((slope, i) => gradients[i]! - slope);
    plain.dispose();
    expect(off.every((d) => d !== 0)).toBe(true);
    const deviation = Math.sqrt(off.reduce((sum, d) => sum + d * d, 0) / off.length);
    expect(deviation).toBeGreaterThan(0.35);
    expect(deviation).toBeLessThan(0.65);
  });

  it('is made again row by row, and explained, with the same bits', () => {
    const run = engine.createRun(asked({ objective: formula, size: 0.5 }));
    run.advance(60);
    const { parameters, gradients } = run.trace();
    for (const k of [0, 17, 59]) expect([...run.at(k).gradient]).toEqual([...gradients.slice(2 * k, 2 * k + 2)]);
    expect(run.explain(20, 0).terms.at(-1)?.value).toBe(parameters[40]);
    run.dispose();
  });

  it.each([
    ['upon noise', { objective: { noisy: { objective: formula } }, size: 1 }, 'objective.noisy.objective'],
    ['of a negative size', { objective: formula, size: -1 }, 'objective.noisy.size'],
    ['of nothing', { objective: {} as ObjectiveOptions, size: 1 }, 'objective.noisy.objective'],
  ])('%s is refused by its field', (_, noisy, field) => {
    const run = engine.createRun(asked(noisy));
    expect(run.error?.field).toBe(field);
    run.dispose();
    expect(engine.liveHandles()).toBe(0);
  });
});
