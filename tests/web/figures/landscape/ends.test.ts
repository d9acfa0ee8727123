/** Where runs end, width by width. */
import { beforeAll, describe, expect, test } from 'vitest';
import { CHECKS, LAST, lossAt, RUNS, trials } from '../../../../web/figures/landscape/ends';
import { moons } from '../../../../web/figures/landscape/lesson';
import { highOf, pickedOf, rowOf, runsThere } from '../../../../web/figures/landscape/rows';
import type { Trials } from '../../../../web/figures/landscape/seen';
import { swarm } from '../../../../web/figures/landscape/swarm';
import { plain } from '../bare-stage';
import { engine, stage } from './opening';

describe('where runs end', () => {
  let all: Trials;
  beforeAll(() => {
    for (const so of trials(engine)) all = so;
  });

  test('is what the engine says of chapter 8’s network', () => {
    const { targets, inputs } = moons(engine, 0.1);
    const run = engine.createRun({
      objective: { network: { layers: [2, 3, 1], activation: 'tanh', loss: 'mse', seed: 7, inputs, targets } },
      optimizer: { name: 'gradient_descent', learningRate: 0.2 },
      batch: { size: 10, seed: 1 },
      stepLimit: LAST,
    });
    run.advance(LAST);
    const trial = all.get('3')![6]!;
    expect(lossAt(trial, LAST)).toBe(run.assess({ step: LAST }).loss);
    expect(trial.parameters[CHECKS.length - 1]).toEqual(run.at(LAST).parameters);
    run.dispose();
  });

  test('depends on the width: nearly alike where rows are wide, not where they are narrow', () => {
    const high = (width: '1' | '2' | '3' | '4' | '8' | '16'): number => highOf(rowOf(all, width, LAST));
    expect(high('1')).toBe(RUNS);
    expect(high('2')).toBeGreaterThan(0.3 * RUNS);
    expect(high('3')).toBeGreaterThan(0);
    expect(high('3')).toBeLessThan(high('2'));
    expect(high('8') + high('16')).toBe(0);
    const times = (width: '3' | '16'): number => {
      const { losses } = rowOf(all, width, LAST);
      return Math.max(...losses) / Math.min(...losses);
    };
    expect(times('3')).toBeGreaterThan(50);
    expect(times('16')).toBeLessThan(5);
    // And never without its updates: what is high early is mostly slow.
    expect(highOf(rowOf(all, '16', 100))).toBeGreaterThan(0.9 * RUNS);
  });

  test('says how many runs there are, not how many there will be', () => {
    const some = (...counts: number[]) => counts.map((n) => ({ runs: all.get('1')!.slice(0, n) }));
    expect(runsThere(some(RUNS, RUNS, RUNS, RUNS, RUNS, RUNS))).toBe(`${RUNS} runs of each width`);
    expect(runsThere(some(1, 1, 1, 1, 1, 1))).toBe('1 run of each width');
    expect(runsThere(some(2, 2, 2, 2, 1, 1))).toBe('10 runs so far');
    expect(runsThere(some(1))).toBe('1 run so far');
    expect(runsThere(some(0, 0, 0, 0, 0, 0))).toBe('0 runs so far');
    expect(runsThere([])).toBe('0 runs so far');
  });

  test('shows the lowest, the middle and the highest, and the one that was pressed', () => {
    const row = rowOf(all, '3', LAST);
    const [a, , , d] = pickedOf(row, { run: null });
    expect(row.losses[a!.run]).toBe(Math.min(...row.losses));
    expect(row.losses[d!.run]).toBe(Math.max(...row.losses));
    for (let run = 1; run <= RUNS; run++) expect(pickedOf(row, { run }).some((p) => p.run === run - 1)).toBe(true);
    expect(pickedOf(rowOf(undefined, '3', 0), { run: null })).toEqual([]);
  });

  test('is a dot for each run, none upon another', () => {
    const at = rowOf(all, '1', LAST).losses.map((loss) => 100 * loss);
    const dots = swarm(at, 6, 8, [0, 500]);
    expect(new Set(dots.map((d) => d.of)).size).toBe(RUNS);
    expect(new Set(dots.map((d) => `${d.x} ${d.row}`)).size).toBe(RUNS);
    for (const d of dots) expect(Math.abs(d.x - at[d.of]!)).toBeLessThan(24);
  });

  test('stands under its number of updates', () => {
    const here = stage({ view: 'ends' }, 700);
    expect(plain(here.drawn())).toMatch(/after 700 updates/);
    here.go(LAST);
    expect(plain(here.drawn())).toMatch(/after 3 000 updates/);
  }, 60_000);
});
