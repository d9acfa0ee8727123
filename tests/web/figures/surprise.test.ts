/** Surprise: descent settles onto counting, rare rows learn last and some rules cure it, any script is read, and Shannon's game keeps its count. */
import fc from 'fast-check';
import { text as chapters } from 'virtual:reading';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../web/engine/engine';
import { figure } from '../../../web/figures/surprise';
import { likeliest } from '../../../web/figures/surprise/beside';
import { barsIn, roomOf } from '../../../web/figures/surprise/room';
import { SENTENCE, type Settings, UPDATES } from '../../../web/figures/surprise/choices';
import { surpriseFacts } from '../../../web/figures/surprise/facts';
import { bitsOfTries, guess, KEYS, readerBits, sentenceOf, wanted } from '../../../web/figures/surprise/game';
import { chancesNow, lacking, litPair, perplexityNow, surprisesOf, updateNow } from '../../../web/figures/surprise/now';
import { beginningOf, isLeftwards, legible, numberOf, ownText, RARE } from '../../../web/figures/surprise/reading';
import { worst } from '../../../web/figures/surprise/rows';
import { tableBits } from '../../../web/figures/surprise/ruler';
import type { Surprised } from '../../../web/figures/surprise/seen';
import { sentences } from '../../../web/figures/surprise/sentences';
import { LITTLE, WITHIN } from '../../../web/figures/surprise/task';
import { steadyRate, takeText } from '../../../web/figures/surprise/text-panel';
import { reveal, truthOf, verdict } from '../../../web/figures/surprise/wager';
import { samplesOf } from '../../../web/figures/surprise/writes';
import { renderPoster } from '../../../web/figures/poster';
import { lettersOf, proseOf, reading } from '../../../web/build/reading';
import { nonsense, realEngine, Stage } from './stage';

type SurpriseStage = Stage<typeof figure.settings, Surprised>;

let engine: Engine;
const open: SurpriseStage[] = [];
const stage = (settings: Partial<Settings> = {}, step = 100, width = 553): SurpriseStage => {
  const made = new Stage<typeof figure.settings, Surprised>(engine, figure, settings, width);
  made.go(step);
  open.push(made);
  return made;
};
const plain = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

beforeAll(async () => {
  engine = await realEngine();
});
afterEach(() => {
  for (const s of open.splice(0)) s.close();
  expect(engine.liveHandles()).toBe(0);
});

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

describe('the wager', () => {
  test('hides the last word in picture, words and numbers until it is answered', () => {
    const s = stage();
    expect(plain(s.drawn())).toContain('so far mean');
    const [table] = figure.tables!(s.view);
    expect(table!.rows).toHaveLength(SENTENCE.indexOf('downhill'));
    expect(verdict(s.view)).toBeUndefined();
    // A letter of that word may be chosen, but tells nothing.
    s.set({ letter: 20 }, true);
    expect(s.drawn()).not.toMatch(/1 in \d+<\/text>/);
    reveal(s.view);
    expect(figure.tables!(s.view)[0]!.rows).toHaveLength(SENTENCE.length);
    expect(plain(s.drawn())).not.toContain('so far mean');
  });

  test('leaves empty in the table what would answer it, and in the row of a letter that it asks about', () => {
    const s = stage();
    const { order, symbols } = s.model.reading;
    const place = (letter: string): number => order.indexOf(symbols.indexOf(letter)) + 1;
    const dots = (): number => s.drawn().match(/M[\d.]+ [\d.]+h0/g)?.length ?? 0;
    const boxes = (): number =>
      /gd-surprise-hidden" d="([^"]*Z[^"]*)"/.exec(s.drawn().replace(/d=(M[^>]*)>/g, 'd="$1">'))?.[1]?.match(/Z/g)
        ?.length ?? 0;
    // Eight pairs in the word; after a space came a b and an r before, and two l were told in “ball”.
    expect(boxes()).toBe(7);
    const open = dots();
    for (const [after, letter] of [
      ['n', 'h'],
      ['o', 'w'],
    ] as const) {
      s.set({ row: place(after), column: place(letter) }, true);
      expect(plain(s.drawn())).not.toMatch(/1 in \d/);
      expect(s.drawn()).toContain(`after ${after}, ${letter}: to be guessed`);
      const told = figure.tables!(s.view).find(({ caption }) => caption === `What follows ${after}`)!;
      const row = told.rows.find(([name]) => name === letter)!;
      expect(row.slice(1)).toEqual(['', '', '']);
      expect(told.rows.filter(([, chance]) => chance === '')).toHaveLength(1);
    }
    // Of the likeliest after o, w is one: without its share until it is answered.
    const likely = likeliest(s.view, symbols.indexOf('o'), 8);
    expect(likely.filter(({ hidden }) => hidden).map(({ symbol }) => symbols[symbol])).toEqual(['w']);
    reveal(s.view);
    s.set({ row: place('n'), column: place('h') }, true);
    expect(boxes()).toBe(0);
    expect(dots()).toBeGreaterThanOrEqual(open);
    expect(s.drawn()).toMatch(/after n, h: 1 in \d+/);
    expect(likeliest(s.view, symbols.indexOf('o'), 8).some(({ hidden }) => hidden)).toBe(false);
  });

  test('is answered by the seam between two words, at every update that the text speaks of', () => {
    for (const step of [100, 1000]) {
      const s = stage({ revealed: true, guess: 20 }, step);
      expect(SENTENCE.slice(truthOf(s.view) - 1, truthOf(s.view) + 1)).toBe('nh');
      expect(verdict(s.view)).toMatch(/^right/);
      s.set({ guess: 17 }, true);
      expect(verdict(s.view)).toMatch(/^no, h after n/);
    }
    const alike = stage({ revealed: true }, 0);
    expect(verdict(alike.view)).toMatch(/alike/);
    expect(surpriseFacts(engine, {}, 1000).surprisingCount).toBeLessThanOrEqual(3);
  });

  test('is about this sentence only', () => {
    const s = stage({ sentence: 'a valley' });
    expect(verdict(s.view)).toBeUndefined();
    expect(figure.tables!(s.view)[0]!.rows).toHaveLength(8);
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

describe('the reader’s own text', () => {
  test.each([
    ['Cyrillic', 'Под горой течёт река, и река знает путь вниз. Река течёт к морю.', 'р'],
    ['Greek', 'Τα πάντα ῥεῖ καὶ οὐδὲν μένει. Πάντα χωρεῖ.', 'α'],
    ['Chinese', '道可道，非常道。名可名，非常名。無名天地之始；有名萬物之母。', '道'],
    ['emoji', '🏔🏔🌊🏔🌊🌊🏔🏔🌊', '🏔'],
    ['Arabic', 'النهر يعرف الطريق إلى الأسفل والنهر يجري', 'ر'],
  ])('%s is counted at once', (_, typed, symbol) => {
    const s = stage();
    takeText(s.view, typed);
    const { reading: r } = s.model;
    expect(r.own).toBe(true);
    expect(r.symbols).toContain(symbol);
    expect(r.pairs).toBe([...ownText(typed)].length - 1);
    expect(s.settings.sentence).toBe(beginningOf(ownText(typed)));
    s.go(300);
    expect(perplexityNow(s.view)).toBeLessThan(r.symbols.length);
    expect(perplexityNow(s.view)).toBeGreaterThan(r.perplexity - 1e-9);
    for (const panel of ['writes', 'rare', 'text', 'game', 'table'] as const) {
      s.set({ panel }, true);
      expect(nonsense(s.drawn())).toEqual([]);
    }
    expect(s.viaLink().values.text).toBe(ownText(typed));
  });

  test('keeps 40 kinds at most: the rarest become one', () => {
    const many = Array.from({ length: 90 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
    const s = stage({ text: many + many.slice(0, 20).repeat(3) });
    const { symbols, order } = s.model.reading;
    expect(symbols).toHaveLength(40);
    expect(symbols[order.at(-1)!]).toBe(RARE);
    expect(numberOf(s.model.reading, '丿')).toBe(39);
    expect(surprisesOf(s.view, ['丿', '一'])[1]).toBeGreaterThan(0);
  });

  test('a letter that the table has never met has no bar, and no number', () => {
    const s = stage({ sentence: 'naïve ω' });
    const bits = surprisesOf(s.view, [...s.settings.sentence]);
    expect(bits.map((b) => b === undefined)).toEqual([false, false, true, true, false, false, true]);
    expect(nonsense(s.drawn())).toEqual([]);
  });

  test('is refused in one sentence where there are no two letters in it, and given back when it is emptied', () => {
    expect(figure.refusals!(engine, { ...stage().settings, text: '?! …' }).text).toMatch(/no two letters/);
    const s = stage();
    takeText(s.view, 'abba');
    expect(s.model.reading.symbols).toEqual(['a', 'b']);
    takeText(s.view, '');
    expect(s.model.reading.own).toBe(false);
    expect(s.settings.sentence).toBe(SENTENCE);
  });

  test('whatever is typed, what is read of it can be read again, and everything is drawn in numbers', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(350, 553), (typed, width) => {
        const text = ownText(typed);
        expect(legible(text)).toBe(text);
        fc.pre([...text].length > 1);
        const s = stage({}, 20, width);
        takeText(s.view, typed);
        expect(nonsense(s.drawn())).toEqual([]);
        expect(s.viaLink().problems).toEqual([]);
        s.close();
        open.pop();
      }),
      { numRuns: 60 },
    );
  });
});

describe('Shannon’s game', () => {
  const play = (s: SurpriseStage, tries: (right: string) => readonly string[]): void => {
    for (let right = wanted(s.view); right !== undefined; right = wanted(s.view))
      for (const letter of tries(right)) guess(s.view, letter);
  };

  test('keeps only tries, and says nothing of the answer before the end', () => {
    const s = stage({ panel: 'game' }, 1000);
    expect(plain(s.drawn())).not.toMatch(/table \d|you \d|people/);
    expect(plain(s.drawn())).toContain('alphabet 4.75');
    guess(s.view, 'z');
    guess(s.view, 'z');
    expect(s.settings.struck).toBe('z');
    guess(s.view, wanted(s.view)!);
    expect(s.settings.tries).toEqual([2]);
    expect(s.settings.struck).toBe('');
    for (const t of figure.tables!(s.view)) expect(JSON.stringify(t.rows)).not.toMatch(/\d\.\d/);
    play(s, (right) => [right]);
    expect(s.settings.tries).toHaveLength(sentenceOf(s.view).length - 1);
    expect(plain(s.drawn())).toMatch(/table 3\.\d/);
    expect(s.viaLink().values.tries).toEqual(s.settings.tries);
  });

  test('whoever needs one try each is not surprised at all; whoever guesses blindly, as much as an alphabet or less', () => {
    expect(bitsOfTries([1, 1, 1])).toEqual([0, 0, 0]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 27 }), { minLength: 1, maxLength: 40 }), (tries) => {
        const bits = bitsOfTries(tries);
        const mean = bits.reduce((a, b) => a + b, 0) / bits.length;
        expect(mean).toBeGreaterThanOrEqual(0);
        expect(mean).toBeLessThanOrEqual(Math.log2(27) + 1e-12);
      }),
    );
  });

  test('at update 0 the table is the alphabet, and the more it has learned the further left it stands', () => {
    const all = [0, 10, 1000].map((step) => tableBits(stage({ panel: 'game', over: true }, step).view));
    expect(all[0]).toBeCloseTo(Math.log2(27), 9);
    expect(all[1]).toBeLessThan(all[0]!);
    expect(all[2]).toBeLessThan(all[1]!);
    for (let round = 1; round <= sentences.length; round++) {
      const bits = tableBits(stage({ panel: 'game', round, over: true }, 1000).view);
      expect(bits).toBeGreaterThan(2.9);
      expect(bits).toBeLessThan(4);
    }
  });

  test('is won with fewer bits than the table, played to its end', () => {
    const s = stage({ panel: 'game' }, 1000);
    play(s, (right) => [right]);
    expect(readerBits(s.view)).toBe(0);
    expect(s.done('shannon')).toBe(true);
    expect(figure.goals!.shannon!.status(s.view)).toMatch(/one letter back/);
    const lost = stage({ panel: 'game' }, 1000);
    let k = 0;
    play(lost, (right) => [...KEYS.filter((c) => c !== right).slice(0, (k++ * 7) % 20), right]);
    expect(lost.done('shannon')).toBe(false);
    const shown = stage({ panel: 'game', over: true }, 1000);
    expect(shown.done('shannon')).toBe(false);
  });

  test.each([350, 553])('is drawn in numbers at every stage, %i px wide', (width) => {
    for (const settings of [
      { bet: null },
      { bet: 2.2, struck: 'fhist_' },
      { over: true, bet: 2.2 },
      { over: true, tries: [1, 2, 11, 1], letter: 4 },
    ]) {
      const s = stage({ panel: 'game', ...settings }, 1000, width);
      expect(nonsense(s.drawn())).toEqual([]);
    }
  });
});

describe('the drawing', () => {
  test('lights the row and the cell of the letter, and lists the likeliest', () => {
    const s = stage();
    const { symbols } = s.model.reading;
    const { first, second } = litPair(s.view);
    expect([symbols[first], symbols[second]]).toEqual(['t', 'h']);
    expect(plain(s.drawn())).toMatch(/1 in 2\.\d/);
    s.set({ row: 14, column: 3 }, true);
    const lit = litPair(s.view);
    expect([symbols[lit.first], symbols[lit.second]]).toEqual(['j', 'e']);
  });

  test('stands in its first picture without a style sheet, and teaches there', () => {
    const { svg, description } = renderPoster(engine, 'surprise');
    expect(svg).toContain('counted 8.90');
    expect(nonsense(svg)).toEqual([]);
    expect(svg.length).toBeLessThan(40_000);
    expect(description).toMatch(/perplexity 9\.48 of 27, 3\.25 bits a letter/);
  });

  test('finds letters from pixels as it placed them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 32 }), fc.integer({ min: 280, max: 900 }), (count, width) => {
        for (const leftwards of [false, true]) {
          const bars = barsIn({ left: 26, top: 20, right: width, bottom: 100 }, count, 10, { leftwards });
          for (let i = 0; i < count; i++) expect(bars.index(bars.at(i))).toBe(i);
          for (let i = 1; i < count; i++) expect(Math.sign(bars.at(i) - bars.at(i - 1))).toBe(bars.onwards);
        }
      }),
    );
  });
});

describe('a script that is read from right to left', () => {
  test.each([
    ['שלום עולם', true],
    ['سلام', true],
    ['42 שלום', false],
    ['the ball', false],
    ['бал', false],
    ['山', false],
    ['', false],
  ])('is told by its first letter: %s', (sentence, leftwards) => {
    expect(isLeftwards(sentence)).toBe(leftwards);
  });

  test('begins at the right, its bars with it, and arrows lead where they point', () => {
    const text = 'הכדור מתגלגל במורד הגבעה אל העמק';
    const s = stage({ text, sentence: 'הכדור מתגלגל', letter: 2 });
    const bars = roomOf(s.view).bars;
    expect(bars.onwards).toBe(-1);
    expect(bars.at(0)).toBeGreaterThan(bars.at(11));
    const letters = [
      ...s.drawn().matchAll(/class=gd-letter(?:-now)? x=([\d.]+) y=[\d.]+ text-anchor=middle>([\u0590-\u05ff])</g),
    ];
    const xs = letters.map(([, x]) => Number(x)).slice(0, 5);
    expect(
      letters
        .map(([, , letter]) => letter)
        .slice(0, 5)
        .join(''),
    ).toBe('הכדור');
    expect([...xs].sort((a, b) => b - a)).toEqual(xs);
    expect(nonsense(s.drawn())).toEqual([]);
  });
});

describe('what is told over a bar', () => {
  /** Places of the label and of its own bar's neighbours, in a figure of a phone's width. */
  test.each([320, 360, 553])('stands clear of the bars beside it, %d px wide', (width) => {
    for (let letter = 1; letter <= SENTENCE.length; letter++) {
      const s = stage({ revealed: true, letter }, 100, width);
      const bits = surprisesOf(s.view, [...SENTENCE]);
      const { bars: b } = roomOf(s.view);
      const found = /class="gd-loss-text" x=([\d.]+) y=([\d.]+) text-anchor=(start|end)>(1 in [\d.]+|never)</.exec(
        s.drawn(),
      );
      if (!found) throw new Error(`nothing is told of letter ${letter}`);
      const [x, y, long] = [Number(found[1]), Number(found[2]), found[4]!.length * 6];
      const [from, to] = found[3] === 'start' ? [x, x + long] : [x - long, x];
      expect(from, `letter ${letter}`).toBeGreaterThan(0);
      expect(to, `letter ${letter}`).toBeLessThan(width);
      bits.forEach((bit, k) => {
        const half = Math.min(9, b.pitch * 0.3);
        if (b.at(k) + half < from || b.at(k) - half > to) return;
        const head = Math.max(b.box.top, b.y.at(bit ?? 0));
        // At the very top there is nothing above to stand in.
        expect(y <= head || y <= b.box.top + 9, `letter ${letter} over bar ${k + 1}`).toBe(true);
      });
    }
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
