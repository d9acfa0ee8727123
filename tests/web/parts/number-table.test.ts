/** Tables of numbers: as text that reads back to the last bit, and as markup that stays small. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { asCsv, asTabs, type NumberTable } from '../../../web/parts/number-table';
import { numberTable } from '../../../web/parts/paged-table';
import { stepsTable } from '../../../web/parts/steps-table';
import { realEngine, written } from '../figures/stage';

let engine: Engine;
beforeAll(async () => {
  engine = await realEngine();
});

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 });
/**
 * Names as strangers write them, but for what means something to the reader: a name of digits only would be a row of
 * numbers, so each begins with a letter (`n` would make `nA`, a missing number), and `#` begins a remark.
 */
const name = fc.string({ maxLength: 12 }).map((text) => `c${text.replace(/\p{Cc}|#/gu, ' ').trim()}`);

const numeric: fc.Arbitrary<NumberTable> = fc.array(name, { minLength: 1, maxLength: 5 }).chain((names) =>
  fc.record({
    caption: fc.constant(''),
    columns: fc.constant(names.map((n) => ({ name: n }))),
    rows: fc.array(fc.array(finite, { minLength: names.length, maxLength: names.length }), {
      minLength: 1,
      maxLength: 12,
    }),
  }),
);

describe('as text', () => {
  test.each([
    ['commas', asCsv],
    ['tabs', asTabs],
  ] as const)('with %s the engine reads back every number to the last bit', (_, write) => {
    fc.assert(
      fc.property(numeric, (table) => {
        const read = engine.readCsv(write(table));
        if (write === asCsv) expect(read.error).toBeNull();
        // A stranger's quotation mark in a heading is only safe where headings may be quoted.
        if (read.error) return;
        expect(read.columns).toBe(table.columns.length);
        // Zero has a sign that no text keeps.
        expect(Array.from(read.values)).toEqual(table.rows.flat().map((v) => Number(v) + 0));
      }),
      // One column, whose name a space could part.
      { examples: [[{ caption: '', columns: [{ name: 'c$ $' }], rows: [[0]] }]] },
    );
  });

  test('a heading survives commas, quotation marks and semicolons, and says its unit', () => {
    const columns = [{ name: 'distance', unit: 'Mpc' }, { name: 'a, "b"; c' }];
    const read = engine.readCsv(asCsv({ caption: '', columns, rows: [[1, 2]] }));
    expect(read.names).toEqual(['distance (Mpc)', 'a, "b"; c']);
  });

  test('a text that a spreadsheet would compute stays a text, and lines stay lines', () => {
    const table = { caption: '', columns: [{ name: '=1+1' }, { name: 'two\nlines\tof' }], rows: [['@cmd', -1]] };
    for (const write of [asCsv, asTabs]) {
      const lines = write(table).split('\n');
      expect(lines).toHaveLength(2);
      expect(lines[0]).toMatch(/^'=1\+1/);
      expect(lines[1]).toMatch(/^'@cmd.-1$/);
    }
  });
});

/** `rows` steps of something whose value is its step, squared. */
const squares = (rows: number): NumberTable => ({
  caption: 'Squares',
  columns: [{ name: 'step' }, { name: 'square', idea: 'loss' }],
  rows: Array.from({ length: rows }, (_, k) => [k, k * k]),
});

const drawn = (table: NumberTable, step: number, local: Record<string, unknown> = {}): string =>
  written(numberTable({ id: 't', table, step, memory: { local, setLocal: () => undefined } }));

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

describe('on the page', () => {
  test('thousands of rows make a handful of elements, among them the current one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat({ max: 4999 }), (rows, at) => {
        const step = at % rows;
        const text = drawn(squares(rows), step);
        expect(count(text, /<tr/g)).toBe(1 + Math.min(9, rows));
        expect(count(text, /class=now/g)).toBe(1);
        expect(text).toMatch(new RegExp(`class=now[\\s\\S]{0,120}<th scope="row"[^>]*>${step}</th>`));
        expect(text).toContain(`aria-rowcount=${rows + 1}`);
      }),
      { numRuns: 60 },
    );
  });

  test('paging stays where it was put until the time line moves on', () => {
    let local: Record<string, unknown> = {};
    const memory = { local, setLocal: (change: Record<string, unknown>) => (local = { ...local, ...change }) };
    const table = squares(100);
    const first = (step: number): number =>
      Number(/rows (\d+) to/.exec(written(numberTable({ id: 't', table, step, memory: { ...memory, local } })))?.[1]);
    expect(first(50)).toBe(47);
    memory.setLocal({ t: { first: 10, now: 50 } });
    expect(first(50)).toBe(11);
    expect(first(51)).toBe(48);
  });

  test('a table without steps marks none and begins at its beginning', () => {
    const text = drawn({ ...squares(100), columns: [{ name: 'x' }, { name: 'y' }] }, 40);
    expect(text).not.toContain('class=now');
    expect(text).toContain('rows 1 to 9 of 100');
  });

  test('a short one has nothing to page through', () => {
    expect(drawn(squares(9), 0)).not.toContain('Later rows');
    expect(drawn(squares(10), 0)).toContain('Later rows');
  });

  test('numbers read short and say exactly what they are', () => {
    const text = drawn({ caption: '', columns: [{ name: 'a' }, { name: 'b' }], rows: [['x', 1 / 3]] }, 0);
    expect(text).toContain(`title=${1 / 3}`);
    expect(text).toContain('>0.3333<');
  });

  test('the last steps are the last three up to now', () => {
    const shown = (step: number): number[] => {
      const text = written(stepsTable({ table: squares(10), step, memory: { local: {}, setLocal: () => undefined } }));
      return Array.from(text.matchAll(/<th scope="row"[^>]*>(\d+)</g), (m) => Number(m[1]));
    };
    expect([shown(0), shown(5), shown(9)]).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [7, 8, 9],
    ]);
  });
});
