/** Basins, held against single runs: whose ground it is, how it is outlined and hatched, and what is pursued. */
import { describe, expect, test } from 'vitest';
import { basinPaths } from '../../../../web/figures/terrain/basins';
import { Chase, type Wanted } from '../../../../web/figures/terrain/chase';
import { endsOf } from '../../../../web/figures/terrain/ends';
import { basinFacts, startFacts } from '../../../../web/figures/terrain/facts';
import { covered, sampler } from '../../../../web/figures/terrain/hatch';
import { basinsNow, near } from '../../../../web/figures/terrain/model';
import { outline } from '../../../../web/figures/terrain/outline';
import { engine, staged, open } from './opening';

describe('basins', () => {
  test.each([
    ['two_valleys', 0.03],
    ['two_valleys', 0.11],
    ['himmelblau', 0.008],
  ] as const)('say where a run from the middle of a cell ends: %s at rate %d', (ground, rate) => {
    staged({ ...open, ground, rate }, ({ model }) => {
      const map = basinsNow(model, 24);
      const { survey } = model;
      for (let cell = 5; cell < map.end.length; cell += 53) {
        const x = survey.x[0] + ((survey.x[1] - survey.x[0]) * ((cell % map.columns) + 0.5)) / map.columns;
        const y = survey.y[0] + ((survey.y[1] - survey.y[0]) * (Math.floor(cell / map.columns) + 0.5)) / map.rows;
        staged({ ...open, ground, rate, x, y }, ({ model: { run } }) => {
          const end = map.end[cell]!;
          if (end < 0) return expect(run.reason).not.toBe('converged');
          const [ex, ey] = [run.parameter(run.steps, 0), run.parameter(run.steps, 1)];
          const away = Math.hypot(ex - map.minima[2 * end]!, ey - map.minima[2 * end + 1]!);
          return expect(away).toBeLessThan(near(survey));
        });
      }
    });
  });

  test('share the whole map among bottoms, lowest first, and what ends nowhere', () => {
    staged({ ...open, rate: 0.13 }, ({ model }) => {
      const { bottoms, leaving, roaming, resting } = endsOf(basinsNow(model, 60));
      expect(bottoms.map((b) => b.letter)).toEqual(['A', 'B']);
      expect(bottoms[0]!.loss).toBeLessThan(bottoms[1]!.loss);
      const all = bottoms.reduce((sum, b) => sum + b.share, 0) + leaving + roaming + resting;
      expect(all).toBeCloseTo(1, 12);
      expect(leaving).toBeGreaterThan(0);
    });
  });

  test('change with the rate, though the function does not', () => {
    const [slow, fast] = [0.03, 0.11].map((rate) => staged({ ...open, rate }, ({ model }) => basinsNow(model, 40)));
    expect(slow!.end).not.toEqual(fast!.end);
  });

  test('are hatched on the map but for the lowest bottom’s, and bordered where ends part', () => {
    staged(open, ({ model }) => {
      const map = basinsNow(model, 40);
      const ends = endsOf(map);
      const box = { left: 0, top: 0, right: 400, bottom: 240 };
      const { hatch, border, dots } = basinPaths({ key: '', map, ends }, box, 6);
      expect(dots).toBe('');
      // The map's lower left is the lower valley, its upper right the other.
      const strokes = [...hatch.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)].map((m) => m.slice(1).map(Number));
      const at = sampler(map, box);
      const higher = ends.bottoms[1]!.index;
      expect(strokes.length).toBeGreaterThan(40);
      for (const [x1, y1, x2, y2] of strokes) expect(at((x1! + x2!) / 2, (y1! + y2!) / 2)).toBe(higher);
      expect(at(380, 20)).toBe(higher);
      expect(at(100, 200)).toBe(ends.bottoms[0]!.index);
      // Along the border, ground on one side is the one's, on the other side the other's.
      const points = [...border.matchAll(/([\d.]+) ([\d.]+)/g)].map((m) => [Number(m[1]), Number(m[2])] as const);
      for (const [x, y] of points.filter((_, i) => i % 7 === 0)) {
        const around = [-12, 0, 12].flatMap((dx) => [-12, 0, 12].map((dy) => at(x + dx, y + dy)));
        expect(new Set(around).size).toBeGreaterThan(1);
      }
    });
  });
});

describe('the outline of cells', () => {
  const of = (rows: readonly string[]) => {
    const columns = rows[0]!.length;
    const end = [...rows].reverse().flatMap((row) => [...row].map(Number));
    return outline({ end, columns, rows: rows.length });
  };

  test('of two halves is one straight line between them', () => {
    const lines = of(['0011', '0011', '0011']);
    expect(lines).toHaveLength(1);
    expect(lines[0]!.map(([x]) => x)).toEqual([1.5, 1.5, 1.5]);
  });

  test('of stairs is drawn taut: no point further than half a cell from its place, and fewer turns', () => {
    const size = 40;
    const end = Array.from({ length: size * size }, (_, i) => ((i % size) - Math.floor(i / size) / 3 > 10 ? 1 : 0));
    const [line, ...others] = outline({ end, columns: size, rows: size });
    expect(others).toEqual([]);
    // The true line runs at a slope of three rows a column, halfway between cells.
    for (const [x, y] of line!.slice(6, -6)) expect(Math.abs(x - (10.35 + y / 3))).toBeLessThan(0.5);
    const turns = line!.slice(7, -7).map(([x, y], k, all) => {
      const [px, py] = all[k - 1] ?? [x, y - 1];
      return Math.abs(Math.atan2(y - py, x - px) - Math.atan2(3, 1));
    });
    expect(Math.max(...turns.slice(1))).toBeLessThan(0.5);
  });

  test('keeps an island of one cell as a ring, and three grounds meet in a point', () => {
    const [ring, ...others] = of(['000', '010', '000']);
    expect(others).toEqual([]);
    expect(ring!.at(-1)).toEqual(ring![0]);
    expect(of(['11', '02'])).toHaveLength(3);
  });
});

describe('hatching', () => {
  test('stands on its ground alone, at its angle', () => {
    const box = { left: 10, top: 10, right: 110, bottom: 60 };
    const { lines } = covered({ angles: [45] }, 6, box, (x) => x > 60);
    const strokes = [...lines.matchAll(/M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)/g)].map((m) => m.slice(1).map(Number));
    expect(strokes.length).toBeGreaterThan(8);
    for (const [x1, y1, x2, y2] of strokes) {
      expect(Math.min(x1!, x2!)).toBeGreaterThan(58);
      if (Math.abs(x2! - x1!) > 2) expect((y1! - y2!) / (x2! - x1!)).toBeCloseTo(1, 1);
    }
  });
});

describe('what is pursued', () => {
  /** Work that goes on when it is told to. */
  const work = (key: string, log: string[]): Wanted & { tell: (done: boolean) => void } => {
    let told: ((done: boolean) => void) | undefined;
    return {
      key,
      begin: (tell) => {
        log.push(`begin ${key}`);
        told = tell;
        return () => log.push(`stop ${key}`);
      },
      tell: (done) => told?.(done),
    };
  };

  test('a newer question waits until the last one has shown something; then only the newest is begun', () => {
    const log: string[] = [];
    const chase = new Chase();
    const [one, two, three] = ['1', '2', '3'].map((k) => work(k, log));
    for (const first of [one!, two!, three!]) chase.ask({ first, then: [] });
    expect(log).toEqual(['begin 1']);
    one!.tell(false);
    expect(log).toEqual(['begin 1', 'stop 1', 'begin 3']);
    // What was stopped is not heard any more.
    one!.tell(false);
    expect(log).toHaveLength(3);
  });

  test('small maps come after the first one has shown something, one at a time, and end with their landscape', () => {
    const log: string[] = [];
    const chase = new Chase();
    const [main, a, b, other] = ['main', 'a', 'b', 'other'].map((k) => work(k, log));
    chase.ask({ first: main, then: [a!, b!] });
    expect(log).toEqual(['begin main']);
    main!.tell(false);
    a!.tell(false);
    expect(log).toEqual(['begin main', 'begin a']);
    a!.tell(true);
    expect(log.at(-1)).toBe('begin b');
    chase.ask({ first: main, then: [other!] });
    expect(log.slice(-2)).toEqual(['stop b', 'begin other']);
    chase.stop();
    expect(log.slice(-2)).toEqual(['stop main', 'stop other']);
  });
});

test('the text counts with the figure’s own basins and starts', () => {
  const { share } = basinFacts(engine, 'two_valleys', 0.03);
  expect(share[0]! + share[1]!).toBeGreaterThan(0.99);
  const { runs, bottoms, lowest, onMap } = startFacts(engine, 'rastrigin', 0.002, 100, 1);
  expect(runs).toBe(100);
  expect(bottoms).toBeGreaterThan(40);
  expect(lowest).toBeLessThan(10);
  // Bottoms lie near whole numbers, 11 each way.
  expect(onMap).toBe(121);
});
