/** What is read and learned: descent settles onto counting, and rare rows learn last, which some rules cure. */
import { text as chapters } from 'virtual:reading';
import { describe, expect, test } from 'vitest';
import { figure } from '../../../../web/figures/surprise';
import { type Settings, UPDATES } from '../../../../web/figures/surprise/choices';
import { surpriseFacts } from '../../../../web/figures/surprise/facts';
import { chancesNow, lacking, perplexityNow, updateNow } from '../../../../web/figures/surprise/now';
import { worst } from '../../../../web/figures/surprise/rows';
import { sentences } from '../../../../web/figures/surprise/sentences';
import { LITTLE, WITHIN } from '../../../../web/figures/surprise/task';
import { steadyRate } from '../../../../web/figures/surprise/text-panel';
import { samplesOf } from '../../../../web/figures/surprise/writes';
import { lettersOf, proseOf, reading } from '../../../../web/build/reading';
import { nonsense } from '../bare-stage';
import { engine, open, stage } from './opening';

describe('what is read', () => {
  test('is chapters 1 to 4 in 27 symbols, without formulas, numbers and sources', () => {
    expect(chapters).toBe(reading());
    expect(chapters).toMatch(/^[a-z]+( [a-z]+)*$/);
    expect(new Set(chapters).size).toBe(27);
    expect(chapters.length).toBeGreaterThan(8000);
    const chapter =
      '---\nname: x\n---\nA [*slope*]{.gradient step="3"}: {{a.b|3}} $w^2$\n\n::: deeper Why?\nIt’s steep.\n:::\n::: sources\n- Cauchy\n:::\n';
    expect(lettersOf(proseOf(chapter))).toBe('a slope its steep');
  });

  test('is counted: rows add up, and as many symbols are drawn as there are, vowels first', () => {
    const { symbols, rows, pairs, order, vowels, counts } = stage().model.reading;
    expect(pairs).toBe(chapters.length - 1);
    expect(rows.reduce((a, b) => a + b)).toBe(pairs);
    expect(order.map((i) => symbols[i]).join('')).toBe(' aeiouybcdfghjklmnpqrstvwxz');
    expect(vowels).toBe(7);
    const pairsOfText = [...chapters].slice(1).filter((c, i) => chapters[i] === 't' && c === 'h').length;
    expect(counts[symbols.indexOf('t') * 27 + symbols.indexOf('h')]).toBe(pairsOfText);
  });

  test('is enough: four chapters are within 0.02 bits of all ten on sentences that stand in none', () => {
    for (const sentence of sentences) expect(chapters).not.toContain(sentence);
  });
});

describe('descent', () => {
  test('begins with every symbol alike, and settles onto plain counting, from above', () => {
    const { model } = stage({ optimizer: 'adam', rate: 0.3 }, UPDATES);
    const { training, reading: counted } = model;
    training.finish();
    expect(Math.exp(training.loss(0))).toBeCloseTo(27, 9);
    for (let k = 0; k <= training.reached; k += 50)
      expect(Math.exp(training.loss(k))).toBeGreaterThan(counted.perplexity - 1e-9);
    expect(Math.exp(training.loss(UPDATES))).toBeCloseTo(counted.perplexity, 3);
    // Every chance is the counted share.
    const now = model.chances(UPDATES);
    now.forEach((chance, k) => {
      const share = (counted.counts[k] ?? 0) / counted.rows[Math.floor(k / 27)]!;
      expect(Math.abs(chance - share)).toBeLessThan(0.002);
    });
  });

  test('by the plain rule comes within 1 % of counting at the default rate', () => {
    const s = stage({}, UPDATES);
    const ratio = perplexityNow(s.view) / s.model.reading.perplexity;
    expect(ratio).toBeGreaterThan(1);
    expect(ratio).toBeLessThan(1.01);
  });

  test('is sure to settle up to a rate that the commonest letter sets: here 20', () => {
    expect(steadyRate(chapters)).toBe(20);
    for (const text of ['ab', 'aab', 'abababbbbbba', 'the cat sat on the mat']) {
      const s = stage({ text, rate: steadyRate(text) }, UPDATES);
      updateNow(s.view);
      for (let k = 1; k <= s.model.training.reached; k++)
        expect(s.model.training.loss(k)).toBeLessThanOrEqual(s.model.training.loss(k - 1) + 1e-12);
    }
  });

  test('that is too hasty swings and does not settle', () => {
    const s = stage({ rate: 150 }, UPDATES);
    updateNow(s.view);
    const late = Array.from({ length: 100 }, (_, k) => s.model.training.loss(UPDATES - k));
    expect(Math.max(...late) - Math.min(...late)).toBeGreaterThan(0.5);
    expect(perplexityNow(s.view)).toBeGreaterThan(12);
  });

  test('its loss is the mean surprise of the text, letter by letter', () => {
    const s = stage({}, 37);
    const { symbols } = s.model.reading;
    const chances = chancesNow(s.view);
    let nats = 0;
    for (let i = 1; i < chapters.length; i++)
      nats -= Math.log(chances[symbols.indexOf(chapters[i - 1]!) * 27 + symbols.indexOf(chapters[i]!)]!);
    expect(nats / (chapters.length - 1)).toBeCloseTo(s.model.training.loss(37), 9);
  });

  test('far too hasty keeps its numbers, and nothing is painted that is none', () => {
    for (const optimizer of ['rmsprop', 'momentum', 'adam'] as const) {
      const s = stage({ optimizer, rate: 200 }, 50);
      expect(s.model.steps).toBeGreaterThanOrEqual(50);
      expect(nonsense(s.drawn())).toEqual([]);
      for (const t of figure.tables!(s.view))
        for (const cell of t.rows.flat()) expect(typeof cell === 'string' || Number.isFinite(cell)).toBe(true);
    }
  });
});

describe('rare rows', () => {
  test('lack most after a hundred plain updates; what a row lacks is its mean surprise above its entropy', () => {
    const s = stage();
    const lacks = lacking(s.view, chancesNow(s.view));
    const { symbols, rows, pairs, bits } = s.model.reading;
    expect('jzqx').toContain(symbols[worst(s.view).symbol]);
    expect(lacks[symbols.indexOf('j')]).toBeGreaterThan(2);
    expect(lacks[symbols.indexOf(' ')]).toBeLessThan(0.1);
    const weighted = lacks.reduce((sum, lack, i) => sum + (lack * (rows[i] ?? 0)) / pairs, 0);
    expect(weighted).toBeCloseTo(s.model.training.loss(100) / Math.LN2 - bits, 9);
  });

  test('neither plain descent nor momentum teaches them in a hundred updates, at whatever rate; three rules do', () => {
    const lacks = (optimizer: Settings['optimizer'], rate: number): number => {
      const s = stage({ optimizer, rate }, WITHIN);
      const bits = updateNow(s.view) < WITHIN ? Infinity : worst(s.view).bits;
      s.close();
      open.pop();
      return bits;
    };
    for (const optimizer of ['gradient_descent', 'momentum'] as const)
      for (const rate of [1, 3, 10, 20, 40, 60, 65, 70, 75, 80, 90, 100, 120, 150, 200])
        expect(lacks(optimizer, rate), `${optimizer} ${rate}`).toBeGreaterThan(LITTLE);
    expect(lacks('adagrad', 1)).toBeLessThan(LITTLE);
    expect(lacks('rmsprop', 0.1)).toBeLessThan(LITTLE);
    expect(lacks('adam', 0.1)).toBeLessThan(LITTLE);
  });

  test('the task is done then and only then, and says why', () => {
    const s = stage({ panel: 'rare' });
    const { rare } = figure.goals!;
    expect(s.done('rare')).toBe(false);
    expect(rare!.status(s.view)).toMatch(/row of [jzqx], seen \d+ times, still lacks/);
    s.set({ optimizer: 'adam', rate: 0.1 }, true);
    expect(s.done('rare')).toBe(true);
    expect(rare!.status(s.view)).toMatch(/divides each dial’s slope/);
    s.go(500);
    expect(s.done('rare')).toBe(false);
    expect(rare!.status(s.view)).toMatch(/too late/);
    s.go(0);
    expect(s.done('rare')).toBe(false);
  });
});

describe('what it writes', () => {
  test('is one seed at 0, 10 and now, and nearer to the text each time', () => {
    const s = stage({}, 1000);
    const samples = samplesOf(s.view);
    expect(samples.map(({ update }) => update)).toEqual([0, 10, 1000]);
    // The share of pairs that the text has.
    const known = samples.map(
      ({ text }) => [...text].slice(1).filter((c, i) => chapters.includes(text[i]! + c)).length / (text.length - 1),
    );
    expect(known[0]).toBeLessThanOrEqual(known[1]!);
    expect(known[1]).toBeLessThan(known[2]!);
    expect(samplesOf(stage({}, 0).view)).toHaveLength(1);
    expect(samplesOf(stage({}, 10).view).map(({ update }) => update)).toEqual([0, 10]);
  });

  test('at temperature 0 is the likeliest again and again', () => {
    const s = stage({ temperature: 0 }, 1000);
    expect(samplesOf(s.view).at(-1)!.text).toMatch(/( the){4}/);
  });
});

test('units are what they say: perplexity is two to the bits and e to the nats', () => {
  for (const at of [0, 10, 100]) {
    const f = surpriseFacts(engine, {}, at);
    expect(2 ** f.bits).toBeCloseTo(f.perplexity, 9);
    expect(Math.exp(f.nats)).toBeCloseTo(f.perplexity, 9);
    expect(2 ** f.countedBits).toBeCloseTo(f.counted, 9);
  }
  expect(() => surpriseFacts(engine, { rate: 'fast' }, 1)).toThrow(/rate/);
});
