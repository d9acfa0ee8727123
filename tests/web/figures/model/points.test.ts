/** Points, moved or pasted: from a link, a table, a file, and drawn whatever they are. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figure as model } from '../../../../web/figures/model';
import { asText, take } from '../../../../web/figures/model/data-panel';
import { addPoint, movePoint, nudgePoint, putBack, removePoint } from '../../../../web/figures/model/hands';
import { SCALES } from '../../../../web/figures/model/points';
import { rowsOf } from '../../../../web/figures/tables/rows';
import { renderPoster } from '../../../../web/figures/poster';
import { readSettings } from '../../../../web/figures/settings';
import { nonsense } from '../bare-stage';
import { engine, open, stage, galaxies } from './opening';

describe('points', () => {
  test('move, come and go; galaxies that were moved keep their axes; and Hubble’s can be put back', () => {
    const s = stage();
    movePoint(s.view, 0, 1.5, 800);
    expect(s.model.survey.points.slice(0, 2)).toEqual([1.5, 800]);
    expect(s.drawn()).toContain('distance, Mpc');
    addPoint(s.view, 1, 100);
    expect(s.model.survey.count).toBe(25);
    removePoint(s.view, 24);
    expect(s.model.survey.count).toBe(24);
    putBack(s.view);
    expect(s.settings.points).toEqual([]);
    expect(s.model.survey.points.slice(0, 2)).toEqual(galaxies[0]);
  });

  test('a pointer holds them inside the picture; a key may carry them out of it', () => {
    const s = stage();
    movePoint(s.view, 0, 1e6, -1e6);
    const [x, y] = s.model.survey.points as [number, number];
    expect(x).toBeLessThan(3);
    expect(y).toBeGreaterThan(-400);
    for (let i = 0; i < 200; i++) nudgePoint(s.view, 0, 1, 0);
    expect(s.model.survey.points[0]).toBeGreaterThan(4);
  });

  test('the last one stays, and there are never more than 1,000', () => {
    const s = stage({ points: [1, 2] });
    removePoint(s.view, 0);
    expect(s.model.survey.count).toBe(1);
    const many = stage({ points: Array.from({ length: 2000 }, (_, i) => i) });
    addPoint(many.view, 1, 1);
    expect(many.model.survey.count).toBe(1000);
  });

  test('survive a link up to 60; beyond that the link says that it leaves them out', () => {
    const points = (n: number): number[] =>
      Array.from({ length: 2 * n }, (_, i) => Math.round(1e4 * Math.sin(i)) / 100);
    const sixty = stage({ points: points(60), xName: 'size (m²)', yName: 'price, €' }).viaLink();
    expect(sixty.problems).toEqual([]);
    expect(sixty.values).toMatchObject({ points: points(60), xName: 'size (m²)', yName: 'price, €' });
    const more = stage({ points: points(61), panel: 'more' });
    expect(more.viaLink().problems.join()).toMatch(/leaves its points out/);
    expect(more.drawn()).toMatch(/leaves these out/);
  });

  test.each([
    ['1,2,3', /no y/],
    ['one,two', /not a number/],
    ['1,2e99', /outside/],
    ['Hubble', /1 numbers/],
    ['1,2,'.repeat(1001), /2002 numbers/],
  ])('are refused from a link when they are not pairs of numbers (%#)', (text, reason) => {
    const { values, problems } = readSettings(model.settings, [['points', text]]);
    expect(values).toEqual({});
    expect(problems.join()).toMatch(reason);
  });
});

describe('pasted tables', () => {
  test('with names above', async () => {
    const s = stage();
    await take(s.view, 'size (m²);price\n50;100\n80;150\n120;260\n');
    expect(s.model.survey.points).toEqual([50, 100, 80, 150, 120, 260]);
    expect(s.drawn()).toContain('size, m²');
    expect(s.model.run.reason).not.toBe('diverged');
  });

  test('without names are x and y', async () => {
    const s = stage();
    await take(s.view, '1 2\n2 4\n3 7');
    expect(s.drawn()).not.toContain('Mpc');
    expect(s.model.survey.count).toBe(3);
  });

  test.each([
    ['1,2\n3,x', /Row 2: .*x.* is not a number/],
    ['1,2\n3,4,5', /Row 2: .*3 columns/],
    ['1,2,3', /Give 2 columns/],
    ['', /at least 1 row/],
    ['1,2\n1e300,4', /too large/],
    [Array.from({ length: 1001 }, (_, i) => `${i},${i}`).join('\n'), /Row 1001: .*at most 1000/i],
  ])('that are wrong change nothing and say where', async (text, message) => {
    const s = stage({ weight: 12 });
    const before = s.settings;
    await take(s.view, text);
    expect(s.settings).toBe(before);
    expect(s.local['draft']).toMatchObject({ open: true, text });
    expect((s.local['draft'] as { problem: { text: string } }).problem.text).toMatch(message);
  });

  test('the table offered for editing reads back as the same points and names', async () => {
    const s = stage();
    movePoint(s.view, 3, 0.123, -77);
    const { points, xName, yName } = s.settings;
    await take(s.view, asText(s.view));
    expect(s.settings).toMatchObject({ points, xName, yName });
  });

  test('that nothing can be had to read stay where they are, with what to do', async () => {
    const s = stage();
    const before = s.settings;
    const lost = () => Promise.reject(new Error('no network'));
    await take(s.view, '1,2\n2,4', lost);
    expect(s.settings).toBe(before);
    const draft = s.local['draft'] as { text: string; reading: boolean; problem: { text: string } };
    expect(draft).toMatchObject({ open: true, text: '1,2\n2,4', reading: false });
    expect(draft.problem.text).toMatch(/could not be loaded.*try again/);
  });

  test('are said to be read while they are', async () => {
    const s = stage();
    const taken = take(s.view, '1,2\n2,4');
    expect(s.local['draft']).toMatchObject({ reading: true });
    await taken;
    expect(s.local['draft']).toEqual({ open: false });
  });
});

describe('tables that come with figures', () => {
  test.each(['hubble', 'geyser'])('%s is read as the engine would', (name) => {
    const csv = readFileSync(new URL(`../../../../web/figures/tables/${name}.csv`, import.meta.url), 'utf8');
    expect(rowsOf(csv)).toEqual(Array.from(engine.readCsv(csv, { columns: 2 }).values));
  });
});

describe('what is drawn', () => {
  test('the static picture is complete', () => {
    const { svg, description } = renderPoster(engine, 'model');
    expect(nonsense(svg)).toEqual([]);
    expect(svg).toContain('velocity, km/s');
    expect(svg).not.toContain('gd-chosen');
    expect(description).toContain('24 galaxies');
  });

  test('never holds anything but numbers, whatever the points and dials', () => {
    const magnitude = fc.integer({ min: -12, max: 9 }).map((p) => 10 ** p);
    const coordinate = fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), magnitude).map(([v, m]) => v * m);
    const settings = fc.record({
      points: fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 12 }).map((p) => p.flat()),
      scale: fc.constantFrom(...SCALES),
      loss: fc.constantFrom('mean_squares' as const, 'sum_squares' as const),
      residuals: fc.constantFrom('squares' as const, 'lines' as const, 'none' as const),
      log: fc.constantFrom('linear' as const, 'log' as const),
      weight: coordinate,
      bias: coordinate,
      best: fc.boolean(),
      panel: fc.constantFrom('one' as const, 'both' as const, 'step' as const, 'more' as const),
      guess: fc.option(coordinate),
      revealed: fc.boolean(),
      cut: coordinate,
      rate: fc.double({ min: -8, max: 3, noNaN: true }).map((p) => 10 ** p),
    });
    fc.assert(
      fc.property(
        settings,
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: 280, max: 700 }),
        fc.constantFrom(undefined, 'steps', 'settings', 'points'),
        (chosen, time, width, drawer) => {
          const s = stage(chosen);
          s.width = width;
          s.local = { drawer };
          s.local = { drawer };
          s.go(time);
          expect(nonsense(s.drawn())).toEqual([]);
          open.splice(0).forEach((o) => o.close());
        },
      ),
      { numRuns: 150 },
    );
  });
});
