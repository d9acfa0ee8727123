/** Typed formulas, against math.js as an evaluator that shares nothing with ours. */
import { existsSync } from 'node:fs';

import fc from 'fast-check';
import katex from 'katex';
import { all, create } from 'mathjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Engine, EngineError, ParsedFormula } from '../../web/engine/engine.d.ts';

const file = new URL('../../dist/engine.mjs', import.meta.url);

let engine: Engine;

beforeAll(async () => {
  if (!existsSync(file)) throw new Error('dist/engine.mjs is missing: run npm run build first.');
  const module = (await import(/* @vite-ignore */ file.href)) as { loadEngine: () => Promise<Engine> };
  engine = await module.loadEngine();
});

afterAll(() => expect(engine.liveHandles()).toBe(0));

// Roots and logarithms of negative numbers are NaN there too, instead of complex numbers.
const math = create(all!, { predictable: true });
math.import({
  gauss: (x: number) => Math.exp(-x * x),
  ln: (x: number) => Math.log(x),
  relu: (x: number) => Math.max(x, 0),
  sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
  softplus: (x: number) => Math.log1p(Math.exp(x)),
  step: (x: number) => (Math.sign(x) + 1) / 2,
});

const UNARY =
  'abs acos asin atan cos cosh exp gauss ln log log10 log2 relu sigmoid sign sin sinh softplus sqrt step tan tanh'.split(
    ' ',
  );

/** Values at points, `dimension` numbers each. */
function values(formula: string, points: readonly number[]): Float64Array {
  const objective = engine.createObjective({ formula });
  const answer = objective.values(points);
  objective.dispose();
  expect(answer.error, `${formula}: ${answer.error?.message}`).toBeNull();
  return answer.values;
}

const value = (formula: string, ...at: number[]): number => values(formula, at)[0] ?? NaN;

function refusal(formula: string): EngineError {
  const { error } = engine.parseFormula(formula);
  expect(error, formula).not.toBeNull();
  return error!;
}

describe('precedence', () => {
  test.each([
    ['-x^2', -9],
    ['(-x)^2', 9],
    ['2^-x', 0.125],
    ['-2^-x', -0.125],
    ['2^3^2', 512],
    ['(2^3)^2', 64],
    ['2^-3^2', 2 ** -9],
    ['x - 1 - 1', 1],
    ['24/x/2', 4],
    ['24/x*2', 16],
    ['2x^2', 18],
    ['-2x', -6],
    ['2 - -x', 5],
    ['2*-x', -6],
    ['+x', 3],
    ['--x', 3],
    ['1/2x', 1.5],
    ['2^3x', 24],
    ['x^2x', 27],
    ['6/2(1 + 2)', 9],
    ['|x - 5|', 2],
    ['||x - 5| - 3|', 1],
    ['2|x|3^2', undefined],
    ['|x|x|', undefined],
    ['-|x|', -3],
    ['|-x||x|', 9],
    ['sqrt(x)^2 + e^0', 4],
  ])('%s at 3 is %s', (formula, expected) => {
    if (expected === undefined) refusal(formula);
    else expect(value(formula, 3)).toBeCloseTo(expected, 14);
  });

  /** Formulas as people write them, with no more parentheses than chance gives. */
  const { formula } = fc.letrec<{ formula: string }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'nesting' },
      fc.constantFrom('x', 'y', 'pi', 'e'),
      fc.integer({ min: 0, max: 99 }).map((n) => String(n / 8)),
      fc
        .tuple(tie('formula'), fc.constantFrom(' + ', ' - ', '*', ' / ', '^', '-', '+'), tie('formula'))
        .map((parts) => parts.join('')),
      fc.tuple(fc.constantFrom('-', '+'), tie('formula')).map((parts) => parts.join('')),
      tie('formula').map((inner) => `(${inner})`),
      fc.tuple(fc.constantFrom(...UNARY), tie('formula')).map(([name, inner]) => `${name}(${inner})`),
      fc
        .tuple(fc.constantFrom('min', 'max', 'atan2'), tie('formula'), tie('formula'))
        .map(([name, a, b]) => `${name}(${a}, ${b})`),
    ),
  }));

  /** Numbers that differ by rounding only; powers and steep functions multiply it. */
  const near = (a: number, b: number) => a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

  test('random formulas have the values that math.js gives them', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        formula,
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        fc.double({ min: -3, max: -0.1, noNaN: true }),
        (text, x, y) => {
          const parsed = engine.parseFormula(text);
          if (parsed.error?.message.includes('no finite value')) return;
          expect(parsed.error).toBeNull();
          // Two copies of a term that cancel may leave nothing but rounding, so points nearby must agree too.
          const points = parsed.dimension === 1 ? [x, x + 1e-9] : [x, y, x + 1e-9, y - 1e-9];
          const [ours = NaN, beside = NaN] = values(text, points);
          const theirs: unknown = math.evaluate(text, { x, y });
          if (!Number.isFinite(ours) || typeof theirs !== 'number' || !Number.isFinite(theirs)) return;
          if (Math.abs(beside - ours) > 1e-6 * Math.max(1, Math.abs(ours))) return;
          compared += 1;
          expect(near(ours, theirs), `${text} at ${x}, ${y}: ${ours}, math.js ${theirs}`).toBe(true);
        },
      ),
      { numRuns: 5_000, seed: 5 },
    );
    expect(compared).toBeGreaterThan(2_500);
  });

  test('products without a sign are those of math.js', () => {
    const factors = fc.array(fc.constantFrom('x', 'pi', 'e', '(x+1)', '(2-y)', 'y^2', 'sin(x)', 'exp(y)^3', '(x)^-2'), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        factors,
        fc.constantFrom('', 'y + ', '-'),
        (number, words, before) => {
          // A blank before a parenthesis makes no difference to us; math.js takes x (y) for a call, 2 (y) for a product.
          const text = `${before}${number} ${words.join(' ')} + 0y`;
          const signs = `${before}${number} * ${words.join(' * ')} + 0 * y`;
          const scope = { x: 1.3, y: 0.7 };
          expect(value(text, scope.x, scope.y)).toBeCloseTo(math.evaluate(signs, scope) as number, 9);
        },
      ),
      { seed: 6 },
    );
  });
});

describe('what people paste', () => {
  test.each([
    ['x²', 9],
    ['x⁻¹', 1 / 3],
    ['2·x × 3 ÷ 9', 2],
    ['x − 1', 2],
    ['x – 1', 2],
    ['√x · √(x)', 3],
    ['2√(x+1)', 4],
    ['2πx', 6 * Math.PI],
    ['x**2', 9],
    ['x ² + 5', 14],
    ['−x²', -9],
    ['x¹²', 3 ** 12],
    ['ln(x) − log(x)', 0],
    ['bump(x) − gaussian(x)', 0],
    ['.5x + 5.', 6.5],
    ['1e1x', 30],
    ['2e', 2 * Math.E],
    ['2e-x', 2 * Math.E - 3],
    ['2exp(0x)', 2],
    ['  x\t+\n1 ', 4],
  ])('%s', (formula, expected) => expect(value(formula, 3)).toBeCloseTo(expected, 12));

  test('names decide how many variables there are', () => {
    const variables = (formula: string) => engine.parseFormula(formula).variables.join();
    expect(variables('5')).toBe('x');
    expect(variables('x^2')).toBe('x');
    expect(variables('y^2')).toBe('x,y');
    expect(variables('xy')).toBe('x,y');
    expect(variables('w²')).toBe('w');
    expect(variables('w1')).toBe('w1,w2');
    expect(variables('w₁ w₂')).toBe('w1,w2');
    expect(variables('w_2')).toBe('w1,w2');
    expect(value('2xyx', 3, 5)).toBe(90);
    expect(value('w_1 - w₂', 3, 5)).toBe(-2);
  });
});

describe('a mistake is named with its place and what would be right', () => {
  const cases: [formula: string, position: number, message: RegExp, remedy: RegExp][] = [
    ['', 0, /empty/, /x\^2 \+ 5/],
    ['  ', 0, /empty/, /x\^2 \+ 5/],
    ['srqt(x)', 0, /no function or variable `srqt`/, /Did you mean `sqrt`\?/],
    ['1 + Sin(x)', 4, /`Sin`/, /`sin`/],
    ['X^2', 0, /`X`/, /Did you mean `x`\?/],
    ['PI x', 0, /`PI`/, /`pi`/],
    ['z + 1', 0, /`z`/, /Variables are `x` and `y`/],
    ['sinx', 0, /`sinx`/, /Did you mean `sin\(x\)`\?/],
    ['xe', 0, /`xe`/, /Did you mean `x\*e`\?/],
    ['x2', 0, /`x2`/, /`x\^2` or `2x`/],
    ['w12', 0, /`w12`/, /`w1`|`w2`/],
    ['a'.repeat(200), 0, /`a{24}\.\.\.`/, /known functions/],
    ['x + w', 4, /`w` does not go together with `x`/, /Keep to/],
    ['w1 + w', 5, /`w` does not go together/, /Keep to/],
    ['x +', 3, /ends, but a number, a variable/, /Write a number/],
    ['* x', 0, /Before `\*`/, /factor on each side/],
    ['^2', 0, /Before `\^`/, /x\^2/],
    ['x ^', 3, /ends/, /Write/],
    ['()', 1, /Before `\)`/, /Write a number/],
    ['(x + 1', 6, /closing parenthesis .* opened at character 1/, /Write `\)`/],
    ['x + 1)', 5, /closes nothing/, /Leave it out/],
    ['sin x', 4, /opening parenthesis .* `sin` is a function/, /`sin\(x\)`/],
    ['sin^2(x)', 3, /opening parenthesis/, /`sin\(x\)\^2`/],
    ['sin', 3, /opening parenthesis/, /`sin\(x\)`/],
    ['sqrt(x, 2)', 0, /takes one value, but 2 are given/, /`sqrt\(x\)`/],
    ['max(x)', 0, /takes two values or more, but 1 is given/, /`max\(x, y\)`/],
    ['atan2(x, 1, 2)', 0, /takes two values, but 3 are given/, /`atan2\(x, y\)`/],
    ['atan2(x)', 0, /takes two values, but 1 is given/, /`atan2\(x, y\)`/],
    ['0,5x', 1, /comma separates nothing/, /`0.5`/],
    ['(0,5)x', 2, /comma separates nothing/, /`0.5`/],
    ['max(,x)', 4, /Before `,`/, /comma/],
    ['x 2', 2, /number follows/, /`\*` or `\^`/],
    ['(x)2', 3, /number follows/, /`\*` or `\^`/],
    ['2 3', 2, /number follows/, /`\*` or `\^`/],
    ['1.2.3', 3, /second decimal point/, /`1.2`/],
    ['.', 0, /point stands alone/, /0\.5/],
    ['x + .', 4, /point stands alone/, /0\.5/],
    ['1e999', 0, /`1e999` is too large/, /1e300/],
    ['2 + 1e-999', 4, /`1e-999` is too small/, /1e-300/],
    ['y = x^2', 2, /`=` has no meaning/, /Leave out the `=`/],
    ['x^{2}', 2, /`\{` has no meaning/, /\( and \)/],
    ['\\frac{x}{2}', 0, /`\\` has no meaning/, /plain text/],
    ['x < 2', 2, /`<` has no meaning/, /`max`/],
    ['x 💥', 2, /`💥` has no meaning/, /Leave it out/],
    ['💥', 0, /`💥`/, /Leave it out/],
    ['"💥" x', 0, /`"`/, /Leave it out/],
    ['x\u0000', 1, /This character has no meaning/, /Leave it out/],
    ['x\ud800', 1, /no meaning/, /Leave it out/],
    ['x²³⁴⁵', 1, /exponent is too large/, /`\^`/],
    ['x⁻', 1, /raised minus/, /`\^`/],
    ['x²^2', 2, /second exponent/, /parentheses/],
    ['x² ³', 3, /second exponent/, /parentheses/],
    ['√x²', 2, /how far this root reaches/, /sqrt\(x\^2\)/],
    ['√', 1, /ends/, /Write/],
    ['|x', 2, /a bar was expected, to close the one at character 1/, /`abs\( \)`/],
    ['(|x)', 3, /a bar was expected/, /`\|`/],
    ['|(x|)', 4, /Before `\)`/, /Write/],
    ['1/0', 1, /no finite value/, /`1\/0`/],
    ['x + log(-1)', 4, /no finite value/, /`log\(0\)`/],
    ['sqrt(2 - 3) x', 0, /no finite value/, /`sqrt\(-1\)`/],
    ['10^400 x', 2, /no finite value/, /./],
  ];

  test.each(cases)('%j', (formula, position, message, remedy) => {
    const error = refusal(formula);
    expect(error.message).toMatch(message);
    expect(error.remedy).toMatch(remedy);
    expect(error.position).toBe(position);
    expect(error.field).toBe('formula');
  });

  test('positions count as JavaScript does, also after characters beyond its sixteen bits', () => {
    expect(refusal('x +\u2003√x + qq').position).toBe(9);
    expect(refusal('x 𝑥').position).toBe(2);
  });

  test('length and depth have bounds, and up to them all is well', () => {
    const sum = (length: number) => 'x'.padEnd(length, '+x').slice(0, length);
    expect(engine.parseFormula(sum(999)).error).toBeNull();
    expect(engine.parseFormula('x'.repeat(1000)).error).toBeNull();
    expect(refusal(sum(1001)).position).toBe(1000);
    expect(refusal(sum(1001)).message).toMatch(/1000 characters/);
    expect(refusal('x'.repeat(1_000_000)).message).toMatch(/1000 characters/);
    const nested = (depth: number) => '('.repeat(depth) + 'x' + ')'.repeat(depth);
    expect(engine.parseFormula(nested(100)).error).toBeNull();
    expect(refusal(nested(101)).position).toBe(100);
    expect(refusal(nested(101)).message).toMatch(/100 levels/);
    expect(refusal('-'.repeat(500) + 'x').message).toMatch(/100 levels/);
    expect(refusal('x^'.repeat(400) + 'x').message).toMatch(/100 levels/);
    expect(refusal('√'.repeat(400) + 'x').message).toMatch(/100 levels/);
    expect(refusal('sin('.repeat(200)).message).toMatch(/100 levels/);
  });

  test('where it is an option, the field says so', () => {
    const { error } = engine.createRun({ objective: { formula: 'x +' } });
    expect(error).toMatchObject({ field: 'objective.formula', position: 3 });
    const both = engine.createRun({ objective: { formula: 'x', name: 'parabola' } });
    expect(both.error?.message).toMatch(/described twice/);
    expect(engine.parseFormula(5 as never).error?.field).toBe('formula');
  });
});

describe('as an objective', () => {
  test('descends as a built-in function does', () => {
    const options = { optimizer: { name: 'gradient_descent', learningRate: 0.1 }, start: [3] };
    const typed = engine.createRun({ ...options, objective: { formula: 'x^2 + 5' } });
    const builtIn = engine.createRun({ ...options, objective: { name: 'parabola' } });
    for (const run of [typed, builtIn]) run.advance(50);
    expect(typed.trace().parameters).toEqual(builtIn.trace().parameters);
    expect(typed.progress().loss).toBeCloseTo(5, 6);
    for (const run of [typed, builtIn]) run.dispose();
  });

  test('a step out of its domain is a divergence, and the last row is within', () => {
    const run = engine.createRun({
      objective: { formula: 'log(x)' },
      optimizer: { name: 'gradient_descent', learningRate: 1 },
      start: [0.5],
    });
    expect(run.advance(10).reason).toBe('diverged');
    expect([...run.trace().loss].every(Number.isFinite)).toBe(true);
    run.dispose();
  });

  test('knows its curvature', () => {
    const objective = engine.createObjective({ formula: '3x^2 + y^2/2' });
    const { smallest, largest } = objective.curvature([1, 1]);
    expect([smallest, largest]).toEqual([1, 6]);
    objective.dispose();
  });

  test('gradients at many points are those at each, and refuse a point cut short', () => {
    const objective = engine.createObjective({ formula: 'x^2 y + log(y)' });
    const { values: many, gradients } = objective.gradients([1, 2, 3, 4, 1, -1]);
    expect([...many]).toEqual([2 + Math.log(2), 36 + Math.log(4), NaN]);
    expect([...gradients]).toEqual([4, 1.5, 24, 9.25, -2, NaN]);
    expect(objective.gradients([1, 2, 3]).error?.field).toBe('points');
    objective.dispose();
    const builtIn = engine.createObjective({ name: 'himmelblau' });
    expect([...builtIn.gradients([0, 0, 3, 2]).gradients]).toEqual([-14, -22, 0, 0]);
    builtIn.dispose();
  });

  test('TeX of any formula and its derivatives is what KaTeX reads', () => {
    const texts = [
      '(x^2-1)^2 + 0.3x',
      'max(x, y, 2)',
      'sigmoid(w1) tanh(w2)^2',
      '|x|^x',
      '1e-20x',
      'atan2(y, x)',
      '√x/gauss(x)',
    ];
    const parsed = texts.map((text): ParsedFormula => engine.parseFormula(text));
    for (const tex of parsed.flatMap((formula) => [formula.tex, ...formula.gradientTex])) {
      expect(tex).not.toBe('');
      expect(() => katex.renderToString(tex, { throwOnError: true, strict: 'error' })).not.toThrow();
    }
    expect(parsed[0]?.gradientTex).toEqual(['4 x \\left(x^{2} - 1\\right) + 0.3']);
  });

  test('whatever is typed, the answer is a formula or a reason', () => {
    const piece = fc.constantFrom(
      ...'xyw12.e()|^*/+-,√²⁻₁π sin( max( sqrt '.split(/(?!sin|max|sqrt|in\(|n\(|ax\(|x\(|qrt|rt |t )/),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const { error, tex, dimension } = engine.parseFormula(text);
          if (error === null) {
            expect(tex).not.toBe('');
            expect([1, 2]).toContain(dimension);
            katex.renderToString(tex, { throwOnError: true });
          } else {
            expect(error.position).toBeGreaterThanOrEqual(0);
            expect(error.position).toBeLessThanOrEqual(text.length);
            expect(error.remedy).not.toBe('');
          }
        },
      ),
      { numRuns: 5_000, seed: 7 },
    );
  });
});
