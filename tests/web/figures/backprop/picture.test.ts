/** The picture: boxes have their room at any width, and nothing is drawn that is no number. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figure as backprop } from '../../../../web/figures/backprop';
import { GRAPHS, graphs, lossOf, wiresOf } from '../../../../web/figures/backprop/graphs';
import { stopsOf } from '../../../../web/figures/backprop/hairpin';
import { placeOf, roomOf, sizeOf } from '../../../../web/figures/backprop/room';
import { renderPoster } from '../../../../web/figures/poster';
import { nonsense, plain, written } from '../bare-stage';
import { engine, stage, closeAll, EARLY, OPPOSED, mine } from './opening';

describe('the picture', () => {
  const numbers = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 9, maxLength: 9 });

  test('never holds anything but numbers', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GRAPHS),
        fc.constantFrom('box' as const, 'order' as const, 'graphs' as const),
        numbers,
        fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 }),
        fc.option(fc.double({ min: -5, max: 5, noNaN: true })),
        fc.double({ min: 0, max: 12, noNaN: true }),
        fc.integer({ min: 280, max: 900 }),
        (graph, panel, dials, order, guess, time, width) => {
          const s = stage({
            graph,
            panel,
            dials: dials.slice(0, graphs[graph].dials.length),
            order,
            guess,
            guessFor: 5,
          });
          s.width = width;
          s.go(time);
          expect(nonsense(s.drawn())).toEqual([]);
          expect(backprop.sentence(s.view)).not.toBe('');
          closeAll();
        },
      ),
      { numRuns: 150 },
    );
  });

  test('has every box within it, and none on another, at any width', () => {
    for (const graph of GRAPHS)
      for (const width of [280, 330, 350, 469, 470, 553, 700, 900]) {
        const g = graphs[graph];
        const room = roomOf({ width }, g);
        const boxes = Array.from({ length: lossOf(g) + 1 }, (_, n) => ({
          ...placeOf(g, n, room),
          ...sizeOf(g, n, room),
        }));
        for (const [i, a] of boxes.entries()) {
          expect(a.x - a.width / 2, `${graph} ${width} ${i}`).toBeGreaterThanOrEqual(0);
          expect(a.x + a.width / 2).toBeLessThanOrEqual(width);
          expect(a.y + a.height / 2).toBeLessThanOrEqual(room.foot);
          for (const b of boxes.slice(i + 1))
            expect(
              Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2,
            ).toBe(true);
        }
      }
  });

  test('stands upright on a phone: forwards is down', () => {
    const g = graphs.network;
    const room = roomOf({ width: 350 }, g);
    for (const { from, to } of wiresOf(g)) expect(placeOf(g, to, room).y).toBeGreaterThan(placeOf(g, from, room).y);
    expect(room.height).toBeLessThan(350);
  });

  test('says on a phone what became of an order, beside the input and clear of it', () => {
    const s = mine(EARLY);
    s.width = 350;
    const told = plain(written(backprop.plot(s.view)));
    expect(told).toContain('you asked the fork 4th: 2 of 9 slopes are off');
    const lines = [...written(backprop.plot(s.view)).matchAll(/x="0" y=(\d+)>([^<]*)</g)];
    for (const [, y, line] of lines) {
      expect(line!.length).toBeLessThanOrEqual(25);
      expect(Number(y)).toBeLessThan(56);
    }
    s.width = 553;
    expect(plain(written(backprop.plot(s.view)))).not.toContain('2 of 9 slopes are off');
  });

  test('has a stop of the hairpin for every step', () => {
    const s = stage();
    expect(stopsOf(s.view, roomOf({ width: 553 }, graphs.network))).toHaveLength(s.model.steps + 1);
  });

  test('is complete where nothing runs', () => {
    const { svg } = renderPoster(engine, 'backprop');
    expect(nonsense(svg)).toEqual([]);
    expect(svg).toContain('loss');
  });

  test('comes back from a link as it was', () => {
    const s = stage({ graph: 'fork', panel: 'order', order: EARLY, dials: OPPOSED, forks: 7 });
    expect(s.viaLink()).toEqual({
      problems: [],
      values: { graph: 'fork', panel: 'order', order: EARLY, dials: OPPOSED, forks: 7 },
    });
  });
});
