/** The programs that the page writes for a run, really run: each prints the run's own trace. */
import { beforeAll, describe, expect, test } from 'vitest';

import type { Engine, RunOptions } from '../../web/engine/engine';
import { jupyter, languages, lastLoss, writes, type CodeLanguage } from '../../web/take/code';
import type { AnyFigure } from '../../web/figures/figure';
import { figures } from '../../web/figures/registry';
import { realEngine, Stage } from '../web/figures/stage';
import { sample, type Case } from './cases';
import { hasModule } from '../../web/tools/lib/python.mjs';
import {
  cppPrints,
  cppPrintsAlone,
  javascriptPrints,
  notebooksPrint,
  pythonPrints,
  pythonPrintsAlone,
} from './machines';

/** Largest difference allowed, as a share of the largest number in the same column of the trace. */
const NEAR = 1e-9;
/** The engine measures these functions' second derivatives by differences of slopes, which keep fewer digits. */
const MEASURED = { near: 1e-6, functions: ['ackley', 'beale', 'easom', 'goldstein_price'] } as const;
const engine = await realEngine();
const cases: readonly Case[] = [
  ...sample(
    engine.optimizers().map(({ name }) => name),
    engine.objectives().map(({ name }) => name),
  ),
  ...[...figures.values()].flatMap(shown),
];

/** The runs that a figure shows at first. */
function shown(figure: AnyFigure): Case[] {
  const stage = new Stage(engine, figure);
  const runs = figure.runs?.(stage.view) ?? [];
  stage.close();
  return runs.map(({ name, options: run }) => ({ title: `${figure.name}, ${name}`, run }));
}

const language = (name: string): CodeLanguage => languages.find((l) => l.name === name)!;
const write = (name: string, run: RunOptions): string =>
  language(name).write(run, { engine, name: 'A run', page: 'Downhill' });

/** Step, loss, parameters; a row for every place the run has been. */
function traceOf(from: Pick<Engine, 'createRun'>, options: RunOptions): number[][] {
  const run = from.createRun(options);
  expect(run.error).toBeNull();
  run.advance(options.stepLimit ?? 1000);
  const { step, loss, parameters, dimension } = run.trace();
  run.dispose();
  return Array.from(step, (k) => [k, loss[k]!, ...parameters.slice(k * dimension, (k + 1) * dimension)]);
}

const rowsOf = (printed: string): number[][] =>
  printed
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));

/** The largest difference between two tables, as a share of the largest number in the column; infinite for another shape. */
function distance(printed: number[][], trace: number[][]): number {
  if (printed.length !== trace.length || printed.some((row, k) => row.length !== trace[k]!.length)) return Infinity;
  const largest = trace[0]!.map((_, i) => Math.max(...trace.map((row) => Math.abs(row[i]!)), Number.MIN_VALUE));
  const off = trace.flatMap((row, k) => row.map((value, i) => Math.abs(printed[k]![i]! - value) / largest[i]!));
  return off.some(Number.isNaN) ? Infinity : Math.max(...off);
}

function nearness({ objective, optimizer }: RunOptions): number {
  const measured = 'name' in objective && (MEASURED.functions as readonly unknown[]).includes(objective.name);
  return measured && optimizer?.name === 'newton' ? MEASURED.near : NEAR;
}

/** Cases whose program prints anything but the trace, with how far off it is. */
function failures(printed: readonly string[]): string[] {
  return cases.flatMap(({ title, run }: Case, k) => {
    const off = distance(rowsOf(printed[k]!), traceOf(engine, run));
    return off <= nearness(run) ? [] : [`${title}: ${off}\n${printed[k]!.slice(-600)}`];
  });
}

/** Alone and as given: a built-in function, a formula with a line search, and a regression with a schedule. */
const alone: readonly RunOptions[] = [
  { objective: { name: 'rosenbrock' }, optimizer: { name: 'adam', learningRate: 0.02 }, stepLimit: 50 },
  {
    objective: { formula: '(x - 1)^2 + 3 (y + x^2)^2' },
    optimizer: { name: 'conjugate_gradient' },
    start: [2, 1],
    stepLimit: 5,
  },
  {
    objective: { regression: { inputs: [1, 2, 3], targets: [2, 4.5, 5.5] } },
    optimizer: { name: 'gradient_descent', learningRate: 0.05 },
    schedule: { name: 'cosine', steps: 20 },
    stepLimit: 40,
  },
];

const hasTorch = hasModule('torch');
if (!hasTorch) process.stdout.write('There is no PyTorch here, and none in apt, so programs for it are not run.\n');

test('the sample has every optimizer, every function and every schedule', () => {
  const seen = new Set(
    cases.flatMap(({ run }) => [run.optimizer?.name, run.schedule?.name, (run.objective as { name?: string }).name]),
  );
  const all = [...engine.optimizers(), ...engine.schedules(), ...engine.objectives()].map(({ name }) => name);
  expect(all.filter((name) => !seen.has(name))).toEqual([]);
});

test('the sample ends in every way that a run can end', () => {
  const reasons = cases.map(({ run: options }) => {
    const run = engine.createRun(options);
    const { reason } = run.advance(options.stepLimit ?? 1000);
    run.dispose();
    return reason;
  });
  expect([...new Set(reasons)].sort()).toEqual(['converged', 'diverged', 'stalled', 'step_limit']);
});

describe('NumPy', () => {
  let printed: string[];
  beforeAll(async () => {
    printed = await pythonPrints(
      'numpy',
      cases.map(({ run }) => write('numpy', run)),
    );
  }, 120_000);
  test('prints the trace of every run', () => expect(failures(printed)).toEqual([]));
  test('runs as it is given', async () => {
    for (const run of alone) {
      const text = await pythonPrintsAlone(language('numpy').file, write('numpy', run));
      expect(distance(rowsOf(text), traceOf(engine, run))).toBeLessThanOrEqual(NEAR);
    }
  }, 60_000);
});

describe.skipIf(!hasTorch)('PyTorch', () => {
  let printed: string[];
  beforeAll(async () => {
    printed = await pythonPrints(
      'pytorch',
      cases.map(({ run }) => write('pytorch', run)),
    );
  }, 120_000);
  test('prints the trace of every run', () => expect(failures(printed)).toEqual([]));
  test('runs as it is given', async () => {
    const run = alone[1]!;
    const text = await pythonPrintsAlone(language('pytorch').file, write('pytorch', run));
    expect(distance(rowsOf(text), traceOf(engine, run))).toBeLessThanOrEqual(NEAR);
  }, 60_000);
});

describe('JavaScript', () => {
  const javascript = language('javascript');
  const plain = cases.filter(({ run }) => writes(javascript, run));
  test('prints the trace of every run whose rule treats each parameter by itself', () => {
    const off = plain.flatMap(({ title, run }) => {
      const printed = rowsOf(javascriptPrints(write('javascript', run)));
      return distance(printed, traceOf(engine, run)) <= nearness(run) ? [] : [title];
    });
    expect(off).toEqual([]);
    // Networks, and batches of examples, have programs in the other languages.
    const others = cases.filter((c) => !plain.includes(c) && !('network' in c.run.objective) && !c.run.batch);
    const left = new Set(others.map(({ run }) => run.optimizer?.name));
    expect([...left].sort()).toEqual(['conjugate_gradient', 'lbfgs', 'newton']);
  });
  test('says at its end the loss that it prints', () => {
    const { run } = plain.find(({ title }) => title.startsWith('playground')) ?? plain[0]!;
    const last = lastLoss(engine, run);
    const text = javascript.write(run, { engine, name: 'A run', page: 'Downhill', last });
    const said = Number(/to compare: (\S+)\n$/.exec(text)?.[1]);
    const printed = rowsOf(javascriptPrints(text)).at(-1)![1]!;
    expect(Math.abs(said - printed)).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(printed)));
  });
});

describe('a Jupyter notebook', () => {
  test('prints the trace of every run, cell by cell', async () => {
    const notebooks = cases.map(({ run }) => jupyter.write(run, { engine, name: 'A run', page: 'Downhill', last: 0 }));
    expect(failures(await notebooksPrint('notebooks', notebooks))).toEqual([]);
  }, 120_000);
});

describe('C++', () => {
  let printed: string[];
  beforeAll(async () => {
    // Two at a time: compiling is all the work there is.
    const programs = cases.map(({ run }) => write('cpp', run));
    const half = Math.ceil(programs.length / 2);
    const both = [cppPrints('many-1', programs.slice(0, half)), cppPrints('many-2', programs.slice(half))];
    printed = (await Promise.all(both)).flat();
  }, 600_000);
  test('prints the trace of every run', () => expect(failures(printed)).toEqual([]));
  test('runs as it is given', async () => {
    const run = alone[0]!;
    const text = await cppPrintsAlone('descent', write('cpp', run));
    expect(distance(rowsOf(text), traceOf(engine, run))).toBeLessThanOrEqual(NEAR);
  }, 60_000);
});
