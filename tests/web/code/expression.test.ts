/** Formulas as the page reads and differentiates them to write programs, held against the engine, which does neither this way. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { Derivative } from '../../../web/take/code/expression/derivative';
import { readFormula, type Formula } from '../../../web/take/code/expression/read';
import { share } from '../../../web/take/code/expression/share';
import { CONSTANTS, isLeaf, Pool, valueOf, type Node } from '../../../web/take/code/expression/tree';
import { functions } from '../../../web/take/code/functions';
import { pythonPrinter } from '../../../web/take/code/python';
import { FORMULAS } from '../../code/cases';
import { engine, withObjective } from '../engine/support';

interface Read extends Formula {
  readonly pool: Pool;
  readonly gradient: readonly Node[];
}

function differentiated(text: string): Read {
  const pool = new Pool();
  const formula = readFormula(pool, text);
  return { ...formula, pool, gradient: formula.variables.map((name) => new Derivative(pool, name).of(formula.value)) };
}

const at = ({ variables }: Formula, point: readonly number[]): Record<string, number> => ({
  ...CONSTANTS,
  ...Object.fromEntries(variables.map((name, i) => [name, point[i]!])),
});

/** As near as two ways to compute the same can be expected to come. */
function near(ours: number | undefined, theirs: number, scale = 1): boolean {
  if (!Number.isFinite(theirs)) return true;
  return ours !== undefined && Math.abs(ours - theirs) <= 1e-9 * Math.max(scale, Math.abs(theirs));
}

/** Holds a formula's value and gradient at a point against the engine's. */
function hold(text: string, point: readonly number[]): void {
  const { error, variables } = engine.parseFormula(text);
  if (error) return;
  const ours = differentiated(text);
  expect(ours.variables, text).toEqual(variables);
  const place = point.slice(0, variables.length);
  const { error: none, value, gradient } = withObjective({ formula: text }, (o) => o.evaluate(place));
  if (none) return;
  const names = at(ours, place);
  // Where a slope is not finite, or numbers are so large that differences lose their digits, there is nothing to compare.
  const largest = Math.max(...gradient.map(Math.abs), Math.abs(value));
  if (!(largest < 1e6)) return;
  expect(near(valueOf(ours.value, names), value), `${text} at ${place.join()}`).toBe(true);
  gradient.forEach((slope, i) => {
    const mine = valueOf(ours.gradient[i]!, names);
    expect(near(mine, slope, largest), `${text} at ${place.join()}, ${variables[i]}: ${mine} not ${slope}`).toBe(true);
  });
}

/** Off the kinks and the poles that formulas with short numbers have. */
const coordinate = fc.integer({ min: -300, max: 300 }).map((n) => n / 100 + 0.00371);

const { tree: anyFormula } = fc.letrec<{ tree: string; leaf: string }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom('x', 'y', 'x', 'y', 'pi', 'e'),
    fc.integer({ min: 0, max: 9 }).map(String),
    fc.integer({ min: 1, max: 99 }).map((n) => String(n / 10)),
  ),
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('leaf'),
    fc
      .tuple(tie('tree'), fc.constantFrom('+', '-', '*', ' ', '/'), tie('tree'))
      .map(([a, sign, b]) => `(${a})${sign}(${b})`),
    fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*'), tie('tree')).map(([a, sign, b]) => `${a}${sign}${b}`),
    fc.tuple(tie('tree'), fc.constantFrom('^2', '³', '^-1', '^0.5')).map(([a, power]) => `(${a})${power}`),
    fc
      .tuple(
        fc.constantFrom(
          '-',
          '2',
          '3 ',
          '√',
          'sin',
          'cos',
          'exp',
          'atan',
          'tanh',
          'sigmoid',
          'softplus',
          'gauss',
          'sqrt',
          'log',
        ),
        tie('tree'),
      )
      .map(([f, a]) => `${f}(${a})`),
    fc.tuple(fc.constantFrom('max', 'min', 'atan2'), tie('tree'), tie('tree')).map(([f, a, b]) => `${f}(${a}, ${b})`),
    tie('tree').map((a) => `|${a}|`),
  ),
}));

describe('a typed formula', () => {
  test('has the value and the gradient that the engine gives it', () => {
    fc.assert(
      fc.property(anyFormula, coordinate, coordinate, (text, x, y) => hold(text, [x, y])),
      { numRuns: 1500, seed: 7 },
    );
  });

  test.each(FORMULAS)('%s has the value and the gradient that the engine gives it', (text, start) => hold(text, start));

  test.each([
    '2x^3',
    '-x^2',
    '2^-x',
    'x^2^y',
    '1/2x',
    'xy',
    'x(y + 1)',
    '3 (x) (y)',
    '|x||y|',
    '|x - |y||',
    'w_1 w₂',
    '−x·2×y÷3',
    'x**2',
    'x⁻²',
    'ln(x) + arctan(y)',
    '√x',
    '√(x²)',
    'e^x + e',
    'max(x, y, 1)',
    '.5x + 1.e0',
    'bump(x)',
    'π x',
    '--x',
    '2--x',
    '+x - +y',
  ])('%s is read as the engine reads it', (text) => {
    hold(text, [0.7, 1.3]);
    expect(engine.parseFormula(text).error).toBeNull();
  });
});

describe('a built-in function', () => {
  const infos = engine.objectives();
  test('of any name has a formula', () => {
    expect(Object.keys(functions).sort()).toEqual(infos.map(({ name }) => name).sort());
  });

  test.each(infos.map((info) => [info.name, info] as const))(
    "%s has the engine's value, gradient and curvature",
    (name, { domain, dimension, parameters }) => {
      const shape = Object.fromEntries(parameters.map((p) => [p.name, 1.7]));
      const ours = differentiated(functions[name]!(shape));
      const seconds = ours.variables.map((v) => ours.gradient.map((g) => new Derivative(ours.pool, v).of(g)));
      withObjective({ name, ...shape }, (objective) => {
        for (let k = 0; k < 20; k++) {
          const point = Array.from({ length: dimension }, (_, i) => {
            const share = (0.137 + 0.618 * (k + 1) * (i + 1)) % 1;
            return domain[2 * i]! + share * (domain[2 * i + 1]! - domain[2 * i]!);
          });
          const names = at(ours, point);
          const { value, gradient } = objective.evaluate(point);
          const scale = Math.max(...gradient.map(Math.abs), Math.abs(value), 1);
          expect(near(valueOf(ours.value, names), value, scale)).toBe(true);
          gradient.forEach((slope, i) => expect(near(valueOf(ours.gradient[i]!, names), slope, scale)).toBe(true));
          // The sum of the eigenvalues is that of the diagonal. Some of the engine's are differences of slopes.
          const { smallest, largest } = objective.curvature(point);
          const trace = seconds.reduce((sum, row, i) => sum + valueOf(row[i]!, names)!, 0);
          const sum = dimension === 1 ? largest : smallest + largest;
          expect(Math.abs(trace - sum)).toBeLessThanOrEqual(1e-5 * Math.max(scale, Math.abs(sum)));
        }
      });
    },
  );
});

describe('what is written', () => {
  const slopes = (text: string): string[] => {
    const { pool, value, gradient } = differentiated(text);
    const { locals, results } = share(pool, [value, ...gradient]);
    const print = pythonPrinter('np', ['x', 'y', 'w']);
    return [...locals.map(([name, local]) => `${name} = ${print(local)}`), ...results.map((r) => print(r))];
  };

  test.each([
    ['x^2 + 5', ['x**2 + 5', '2 * x']],
    [
      '(x^2 + y - 11)^2 + (x + y^2 - 7)^2',
      ['a = x**2 + y - 11', 'b = x + y**2 - 7', 'a**2 + b**2', '4 * x * a + 2 * b', '2 * a + 4 * y * b'],
    ],
    ['x^2 - y^2', ['x**2 - y**2', '2 * x', '-2 * y']],
    ['x/3 + 0.1 * 3y', ['x / 3 + 0.1 * 3 * y', '1 / 3', '0.3']],
    ['-(x - 1)^-2', ['a = x - 1', '-a ** (-2)', '2 / a**3']],
    ['2 - -x', ['2 - (-x)', '1']],
    ['x - (y - 1)', ['x - (y - 1)', '1', '-1']],
    ['x/(2*y)', ['x / (2 * y)', '0.5 / y', '-0.5 * x / y**2']],
  ])('%s and its slopes are what one would write by hand', (text, expected) => expect(slopes(text)).toEqual(expected));

  test('is as long as the formula allows, not as its derivatives would be when multiplied out', () => {
    const nested = Array.from({ length: 12 })
      .reduce<string>((inner) => `sin(x + cos(${inner})) * (${inner} + 1)`, 'x')
      .slice(0, 1e6);
    const { pool, value, gradient } = differentiated(nested);
    const { locals, results } = share(pool, [value, ...gradient]);
    const size = (node: Node): number => (isLeaf(node) ? 1 : node.operands.reduce((sum, o) => sum + size(o), 1));
    expect(
      locals.reduce((sum, [, node]) => sum + size(node), 0) + results.reduce((sum, r) => sum + size(r), 0),
    ).toBeLessThan(2000);
  });
});
