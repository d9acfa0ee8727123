/** The engine's optimizers, schedules and networks against trajectories from PyTorch; see tests/golden/README.md. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';

import { beforeAll, describe, expect, test } from 'vitest';

import type { Engine, ObjectiveOptions, OptimizerOptions, ScheduleOptions } from '../../web/engine/engine';

interface Problem {
  readonly name: string;
  readonly objective: ObjectiveOptions;
  readonly start: number[];
}

interface Case {
  readonly problem: string;
  readonly optimizer: OptimizerOptions;
  readonly schedule?: ScheduleOptions;
  /** Step number, then the parameters after it. */
  readonly rows: readonly (readonly [number, ...number[]])[];
}

const folder = new URL('../golden/trajectories/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
const engineFile = new URL('../../dist/engine.mjs', import.meta.url);

const problems = new Map((read('problems') as Problem[]).map((problem) => [problem.name, problem]));
const names = readdirSync(folder)
  .map((file) => file.replace('.json', ''))
  .filter((name) => name !== 'problems');

let engine: Engine;

beforeAll(async () => {
  if (!existsSync(engineFile)) throw new Error('dist/engine.mjs is missing: run npm run build first.');
  engine = await ((await import(engineFile.href)) as { loadEngine: () => Promise<Engine> }).loadEngine();
});

/** Largest difference between the two paths, in units of the reference's largest coordinate. */
function distance(golden: Case): number {
  const problem = problems.get(golden.problem);
  if (!problem) throw new Error(`There is no problem ${golden.problem}.`);
  const { optimizer, schedule, rows } = golden;
  const run = engine.createRun({
    objective: problem.objective,
    start: problem.start,
    optimizer,
    ...(schedule && { schedule }),
    stepLimit: rows.at(-1)?.[0] ?? 1,
    tolerance: 0,
  });
  expect(run.error).toBeNull();
  expect(run.advance(1000).reason).not.toBe('diverged');
  const { parameters, dimension } = run.trace();
  run.dispose();
  let farthest = 0;
  for (const [step, ...expected] of rows) {
    const largest = Math.max(...expected.map(Math.abs));
    expected.forEach((value, i) => {
      // A run that stalled stays where it is.
      const row = Math.min(step, parameters.length / dimension - 1);
      farthest = Math.max(farthest, Math.abs((parameters[row * dimension + i] ?? NaN) - value) / largest);
    });
  }
  return farthest;
}

test('every optimizer has reference trajectories', () => {
  expect(names.sort()).toEqual(
    engine
      .optimizers()
      .map((optimizer) => optimizer.name)
      .sort(),
  );
});

describe.each(names)('%s walks as in PyTorch', (name) => {
  const cases = (read(name) as Case[]).map((golden) => ({
    golden,
    title: JSON.stringify([golden.problem, golden.optimizer, golden.schedule]),
  }));
  test.each(cases)('$title', ({ golden }) => {
    expect(golden.rows.length).toBeGreaterThan(0);
    expect(distance(golden)).toBeLessThan(1e-10);
  });
});

interface NetworkGolden {
  readonly objective: ObjectiveOptions;
  readonly start: number[];
  readonly cases: readonly (Pick<Case, 'optimizer' | 'rows'> & { readonly losses: readonly number[] })[];
}

const networks = new URL('../golden/networks/', import.meta.url);

describe.each(readdirSync(networks))('the network of %s learns as in PyTorch', (file) => {
  const { objective, start, cases } = JSON.parse(readFileSync(new URL(file, networks), 'utf8')) as NetworkGolden;
  test.each(cases.map((golden) => [JSON.stringify(golden.optimizer), golden] as const))('%s', (_, golden) => {
    const run = engine.createRun({ objective, start, optimizer: golden.optimizer, stepLimit: 100, tolerance: 0 });
    expect(run.error).toBeNull();
    run.advance(100);
    golden.rows.forEach(([step, ...expected], k) => {
      const { loss, parameters } = run.at(step);
      const largest = Math.max(...expected.map(Math.abs));
      const farthest = Math.max(...expected.map((value, i) => Math.abs((parameters[i] ?? NaN) - value)));
      expect(farthest / largest).toBeLessThan(1e-13);
      expect(Math.abs(loss / golden.losses[k]! - 1)).toBeLessThan(1e-13);
    });
    run.dispose();
  });
});
