/** Texts and the bigram model as callers see them. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import type { EngineError } from '../../../web/engine/engine.d.ts';
import { engine } from './support';

const TEXT = 'the bottom of the valley is where the slope is nothing; the slope tells the way to the bottom.';

afterAll(() => expect(engine.liveHandles()).toBe(0));

/** The model's loss after `steps` updates from zeros, with the parameters it came to. */
function learn(text: string, steps: number, symbols?: number): { losses: Float64Array; parameters: Float64Array } {
  const run = engine.createRun({
    objective: { bigram: { text, ...(symbols && { symbols }) } },
    optimizer: { name: 'gradient_descent', learningRate: 5 },
    stepLimit: steps,
  });
  expect(run.error).toBeNull();
  run.advance(steps);
  const { loss, parameters } = run.trace();
  run.dispose();
  return { losses: loss, parameters: parameters.slice(-run.dimension) };
}

describe('a counted text', () => {
  test('lists its symbols and how often each followed each', () => {
    const table = engine.bigram('abbab');
    expect(table).toMatchObject({ error: null, symbols: ['a', 'b'], pairs: 4 });
    expect([...table.counts]).toEqual([0, 2, 1, 1]);
    // After a nothing is left open; after b it is one bit, half of the time.
    expect(table.entropy).toBeCloseTo(Math.log(2) / 2, 15);
    expect(table.perplexity).toBe(Math.exp(table.entropy));
  });

  test('takes any characters, and merges the rare ones', () => {
    expect(engine.bigram('∇𝑓 = 🏔🏔').symbols).toEqual([' ', '=', '∇', '𝑓', '🏔']);
    expect(engine.bigram('∇𝑓 = 🏔🏔', { symbols: 3 }).symbols).toEqual([' ', '🏔', '\uFFFD']);
  });

  test('adds up, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, unit: 'binary' }), fc.integer({ min: 2, max: 9 }), (text, symbols) => {
        const characters = [...text].length;
        fc.pre(characters >= 2);
        const table = engine.bigram(text, { symbols });
        expect(table.error).toBeNull();
        expect(table.symbols.length).toBe(Math.min(symbols, new Set(text).size));
        expect(table.pairs).toBe(characters - 1);
        expect(table.counts.reduce((sum, count) => sum + count)).toBe(table.pairs);
        expect(table.perplexity).toBeGreaterThanOrEqual(1);
        expect(table.perplexity).toBeLessThanOrEqual(table.symbols.length * (1 + 1e-12));
      }),
    );
  });
});

describe('the bigram model', () => {
  test('begins at perplexity V and comes down to that of the counted table', () => {
    const { symbols, entropy } = engine.bigram(TEXT);
    const { losses } = learn(TEXT, 3000);
    expect(Math.exp(losses[0]!)).toBeCloseTo(symbols.length, 12);
    expect(Math.min(...losses)).toBe(losses.at(-1));
    expect(losses.at(-1)! - entropy).toBeGreaterThan(0);
    expect(losses.at(-1)! - entropy).toBeLessThan(0.01);
  });

  test('has as many parameters as pairs of symbols', () => {
    expect(learn(TEXT, 1, 5).parameters.length).toBe(25);
  });

  test('writes texts of its own: sure at temperature 0, the same for the same seed', () => {
    const { symbols } = engine.bigram(TEXT);
    const { parameters } = learn(TEXT, 2000);
    const write = (options: object): string => {
      const { error, text } = engine.sampleText({ symbols, parameters, length: 40, ...options });
      expect(error).toBeNull();
      expect([...text].length).toBe(40);
      return text;
    };
    expect(write({ seed: 3 })).toBe(write({ seed: 3 }));
    expect(write({ seed: 3 })).not.toBe(write({ seed: 4 }));
    expect(write({ seed: 3, first: 't', temperature: 0 })).toBe(write({ seed: 4, first: 't', temperature: 0 }));
    expect(write({ symbols: symbols.join(''), seed: 3 })).toBe(write({ seed: 3 }));
    const pairs = new Set(Array.from(TEXT, (symbol, i) => symbol + (TEXT[i + 1] ?? '')));
    const text = write({ first: 't', temperature: 0.3 });
    expect(text[0]).toBe('t');
    for (let i = 1; i < text.length; i++) expect(pairs).toContain(text.slice(i - 1, i + 1));
  });

  test('a softmax turns rows of logits into probabilities', () => {
    const { values } = engine.softmax([0, 0, Math.log(3), 0], { columns: 2 });
    [0.5, 0.5, 0.75, 0.25].forEach((expected, i) => expect(values[i]).toBeCloseTo(expected, 14));
    expect([...engine.softmax([1, 2], { temperature: 0 }).values]).toEqual([0, 1]);
    expect([...engine.softmax([]).values]).toEqual([]);
  });
});

describe('refusals say where and what would be right', () => {
  const cases: [string, string, () => { readonly error: EngineError | null }][] = [
    ['text', 'empty', () => engine.bigram('')],
    ['text', 'a single pair', () => engine.bigram('🏔')],
    ['text', 'no text', () => engine.bigram(7 as never)],
    ['text', 'too long', () => engine.bigram('ab'.repeat(1 << 21))],
    ['text', 'far too long', () => engine.bigram('ab'.repeat(1 << 24))],
    ['symbols', 'too few', () => engine.bigram('abc', { symbols: 1 })],
    ['symbols', 'too many', () => engine.bigram('abc', { symbols: 257 })],
    ['letters', 'unknown option', () => engine.bigram('abc', { letters: 3 } as never)],
    ['symbols', 'none', () => engine.sampleText({ symbols: [], parameters: [] })],
    ['symbols', 'twice', () => engine.sampleText({ symbols: ['a', 'a'], parameters: [0, 0, 0, 0] })],
    ['symbols', 'half', () => engine.sampleText({ symbols: '\uD83C', parameters: [0] })],
    ['symbols', 'numbers', () => engine.sampleText({ symbols: new Float64Array(9) as never, parameters: [0] })],
    ['symbols', 'very many', () => engine.sampleText({ symbols: new Array<string>(1e6).fill('a'), parameters: [0] })],
    ['parameters', 'missing', () => engine.sampleText({ symbols: 'ab', parameters: [0, 0, 0] })],
    ['parameters', 'not finite', () => engine.sampleText({ symbols: 'a', parameters: [NaN] })],
    ['first', 'stranger', () => engine.sampleText({ symbols: 'a', parameters: [0], first: 'b' })],
    ['first', 'two', () => engine.sampleText({ symbols: 'ab', parameters: [0, 0, 0, 0], first: 'ab' })],
    ['temperature', 'negative', () => engine.sampleText({ symbols: 'a', parameters: [0], temperature: -1 })],
    ['length', 'endless', () => engine.sampleText({ symbols: 'a', parameters: [0], length: 1e7 })],
    ['options', 'nothing', () => engine.sampleText(undefined as never)],
    ['columns', 'incomplete', () => engine.softmax([1, 2, 3], { columns: 2 })],
    ['logits', 'no numbers', () => engine.softmax('abc' as never)],
  ];
  test.each(cases)('%s: %s', (field, _, request) => {
    const { error } = request();
    expect(error).toMatchObject({ field });
    expect(error!.remedy).not.toBe('');
  });

  test('half of a character is found by its position', () => {
    expect(engine.bigram('ab\uDC00c').error).toMatchObject({ field: 'text', position: 2 });
    const objective = engine.createObjective({ bigram: { text: '🏔\uD83C' } });
    expect(objective.error).toMatchObject({ field: 'bigram.text', position: 2 });
    objective.dispose();
  });

  test('a refused answer is empty', () => {
    expect({ ...engine.bigram('') }).toMatchObject({ symbols: [], pairs: 0, entropy: 0, perplexity: 0 });
    expect(engine.bigram('').counts.length).toBe(0);
    expect(engine.sampleText({} as never).text).toBe('');
  });
});

test('whatever is passed, nothing throws', () => {
  const junk = fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), fc.array(fc.double()));
  fc.assert(
    fc.property(
      fc.record({ symbols: junk, parameters: junk, first: junk, seed: junk, length: junk }),
      junk,
      (options, other) => {
        engine.sampleText(options as never);
        engine.sampleText(other as never);
        engine.bigram(other as never, options as never);
        engine.softmax(other as never, options as never);
        engine.createObjective({ bigram: other } as never).dispose();
      },
    ),
    { numRuns: 500 },
  );
});
