/** Surprise in its picture and its numbers: what is drawn is what the table says, keys lead where they point. */
import { type TemplateResult } from 'lit';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../../../web/engine/engine';
import { figure } from '../../../../web/figures/surprise';
import { oneIn } from '../../../../web/figures/surprise/bars';
import { likeliest } from '../../../../web/figures/surprise/beside';
import { LONGEST, SENTENCE, type Settings } from '../../../../web/figures/surprise/choices';
import { updateAxis } from '../../../../web/figures/surprise/curve';
import { KEYS, sentenceOf, wanted } from '../../../../web/figures/surprise/game';
import { keyboard } from '../../../../web/figures/surprise/keyboard';
import { chancesNow, litPair, meanOf, surprisesOf } from '../../../../web/figures/surprise/now';
import { beginningOf } from '../../../../web/figures/surprise/reading';
import { roomOf } from '../../../../web/figures/surprise/room';
import { byRarity } from '../../../../web/figures/surprise/rows';
import { tableBits } from '../../../../web/figures/surprise/ruler';
import type { Surprised } from '../../../../web/figures/surprise/seen';
import { takeSentence } from '../../../../web/figures/surprise/text-panel';
import { truthOf } from '../../../../web/figures/surprise/wager';
import { samplesOf } from '../../../../web/figures/surprise/writes';
import { round } from '../../../../web/plot/curve';
import { significant } from '../../../../web/plot/format';
import { realEngine, Stage } from '../stage';

type SurpriseStage = Stage<typeof figure.settings, Surprised>;

let engine: Engine;
const open: SurpriseStage[] = [];
const stage = (settings: Partial<Settings> = {}, step = 100): SurpriseStage => {
  const made = new Stage<typeof figure.settings, Surprised>(engine, figure, settings, 553);
  made.go(step);
  open.push(made);
  return made;
};
const plain = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

/** What listens for keys in a template, by the label before it. */
function listeners(value: unknown, label = { last: '' }): Map<string, (e: unknown) => void> {
  const all = new Map<string, (e: unknown) => void>();
  const add = (more: Map<string, (e: unknown) => void>): void => more.forEach((f, name) => all.set(name, f));
  if (Array.isArray(value)) for (const one of value) add(listeners(one, label));
  else if (typeof value === 'object' && value !== null && 'strings' in value) {
    const { strings, values } = value as TemplateResult;
    strings.forEach((text, i) => {
      label.last = [...text.matchAll(/aria-label="([^"]+)"/g)].at(-1)?.[1] ?? label.last;
      if (text.endsWith('@keydown=')) all.set(label.last, values[i] as (e: unknown) => void);
      else add(listeners(values[i], label));
    });
  }
  return all;
}

beforeAll(async () => {
  engine = await realEngine();
});
afterEach(() => {
  for (const s of open.splice(0)) s.close();
  expect(engine.liveHandles()).toBe(0);
});

describe('numbers', () => {
  test('of a chance are told with the digits that one can use', () => {
    expect([1.5, 5.123, 10.5, 1001].map(oneIn)).toEqual(['1 in 2.8', '1 in 35', '1 in 1448', 'never']);
  });

  test('beside the sentence are its mean surprise and its perplexity, beside the row its shares', () => {
    const s = stage({ revealed: true });
    const mean = meanOf(surprisesOf(s.view, [...SENTENCE]))!;
    expect(plain(s.drawn())).toContain(`so perplexity ${significant(2 ** mean)}`);
    for (const row of [2, 3, 7, 12, 20]) {
      s.set({ row, column: 1 }, true);
      const shares = likeliest(s.view, litPair(s.view).first).map(({ chance }) =>
        chance < 0.095 ? significant(100 * chance, 1) : Math.round(100 * chance),
      );
      const [, told] = s.drawn().split('it expects');
      expect([...told!.matchAll(/>([\d.]+) %</g)].map(([, n]) => n)).toEqual(shares.map(String));
    }
  });

  test('in the tables are those of the picture', () => {
    const s = stage({ revealed: true, row: 5, column: 3 });
    const [letters, row] = figure.tables!(s.view);
    const bits = surprisesOf(s.view, [...SENTENCE]);
    expect(letters!.rows.map((r) => r[1]).slice(0, 4)).toEqual(['space', 't', 'h', 'e']);
    letters!.rows.forEach((r, i) => expect(r[3]).toBeCloseTo(2 ** bits[i]!, 9));
    expect(row!.rows.reduce((sum, r) => sum + Number(r[3]), 0)).toBeCloseTo(1, 12);
  });

  test('of a row are told from the rarest letter on, were it seen once', () => {
    const s = stage({ text: 'abracadabra abba cab', sentence: 'abba' });
    const { rows, symbols } = s.model.reading;
    const often = byRarity(s.view).map((i) => rows[i]!);
    expect(often).toEqual([...often].sort((a, b) => a - b));
    expect(often).toHaveLength(symbols.length);
    expect(often[0]).toBe(1);
  });

  test('of the game’s table leave out the letter that was given', () => {
    const s = stage({ panel: 'game', over: true }, 1000);
    const bits = surprisesOf(s.view, [...sentenceOf(s.view)]).map((b) => b!);
    const sum = bits.reduce((a, b) => a + b, 0);
    expect(tableBits(s.view)).toBeCloseTo((sum - bits[0]!) / (bits.length - 1), 12);
  });

  test('at update 0 are alike, and the first of the word is named; between two samples there is the present one', () => {
    expect(truthOf(stage({ revealed: true }, 0).view)).toBe(SENTENCE.lastIndexOf(' ') + 1);
    expect(samplesOf(stage({}, 7).view).map(({ update }) => update)).toEqual([0, 7]);
  });
});

describe('the picture', () => {
  test('has its updates where a pixel leads back to them', () => {
    const axis = updateAxis([30, 240]);
    for (const k of [0, 1, 10, 99, 1000]) expect(axis.value(axis.at(k))).toBeCloseTo(k, 9);
  });

  test('draws what is ahead from where the ball is', () => {
    const s = stage({}, 100);
    const end = (name: string, which: number): string =>
      new RegExp(`class="${name}" d=M?([^>]*)>`).exec(s.drawn())![1]!.replace(/^M/, '').split('L').at(which)!;
    expect(end('gd-loss-ahead', 0)).toBe(end('gd-loss-line', -1));
  });

  test('has dots whose area is the chance of the column’s letter after the row’s', () => {
    const s = stage({ revealed: true }, 1000);
    const { order, symbols } = s.model.reading;
    const box = roomOf(s.view).table!;
    const cell = (box.right - box.left) / order.length;
    const size = symbols.length;
    const widths = new Map(
      [...s.drawn().matchAll(/class="gd-chances" [^>]*stroke-width=([\d.]+) d=([^>]*)>/g)].flatMap(([, width, d]) =>
        d!.split('M').map((place): [string, number] => [place, Number(width)]),
      ),
    );
    for (const [first, second] of ['th', 'qu', 'he', 'nd']) {
      const [i, j] = [symbols.indexOf(first!), symbols.indexOf(second!)];
      const x = round(box.left + (order.indexOf(j) + 0.5) * cell);
      const y = round(box.top + (order.indexOf(i) + 0.5) * cell);
      const wide = widths.get(`${x} ${y}h0`)!;
      // In 28 sizes.
      expect(Math.abs(wide / (1.16 * cell) - Math.sqrt(chancesNow(s.view)[i * size + j]!))).toBeLessThan(0.6 / 28);
    }
  });

  test('of a played game has the tries of each letter that took some, and lights those of the chosen one', () => {
    const tries = sentenceOf(stage().view)
      .slice(1)
      .split('')
      .map((_, k) => 1 + (k % 3));
    const s = stage({ panel: 'game', tries, letter: 3 }, 1000);
    const drawn = s.drawn();
    const told = [...drawn.matchAll(/class="gd-guess-text" x=[\d.]+ y=[\d.]+ text-anchor="middle">(\d+)</g)];
    expect(told.map(([, n]) => Number(n))).toEqual(tries.filter((n) => n > 1));
    const [, left, width] = /class="gd-row-band" x=([\d.]+) y=[\d.]+ width=([\d.]+)/.exec(drawn)!.map(Number);
    const [, from, long] = /class=gd-tries-now d=M([\d.]+) [^h]*h([\d.]+)/.exec(drawn)!.map(Number);
    expect(from! + long! / 2).toBeCloseTo(left! + width! / 2, 0);
  });
});

describe('keys', () => {
  const pressed = (key: string): unknown => ({ key, preventDefault: () => undefined });

  test('go through the table where they point', () => {
    const s = stage({ row: 5, column: 5 });
    for (const [key, row, column] of [
      ['ArrowDown', 6, 5],
      ['ArrowRight', 6, 6],
      ['ArrowUp', 5, 6],
      ['ArrowLeft', 5, 5],
    ] as const) {
      listeners(figure.plot(s.view)).get('A row and a column of the table')!(pressed(key));
      expect([s.settings.row, s.settings.column]).toEqual([row, column]);
    }
  });

  test('type letters of either case, and move over the keyboard', () => {
    const s = stage({ panel: 'game' });
    const keys = KEYS.map((letter) => ({ letter, focus: () => (focused = letter) }));
    let focused = '';
    const type = (key: string, from: string): void =>
      listeners(keyboard(s.view, 0)).get('Guess a letter')!({
        ...(pressed(key) as object),
        currentTarget: { querySelectorAll: () => keys },
        target: keys.find(({ letter }) => letter === from),
      });
    type('ArrowDown', 'a');
    expect(focused).toBe('j');
    type('ArrowUp', 'j');
    expect(focused).toBe('a');
    type(wanted(s.view)!.toUpperCase(), 'a');
    expect(s.settings.tries).toEqual([1]);
  });
});

describe('sentences', () => {
  test('begin a text, to the end of a word, and a short text is one', () => {
    expect(beginningOf('the cat sat on it')).toBe('the cat sat on it');
    const long = 'a roll downhill and downhill';
    expect(long.startsWith(`${beginningOf(long)} `)).toBe(true);
    expect(beginningOf(long).length).toBeGreaterThan(15);
  });

  test('are as long as there is room, with a letter of theirs chosen', () => {
    const s = stage({ letter: 20 });
    takeSentence(s.view, 'a ball');
    expect([s.settings.sentence, s.settings.letter]).toEqual(['a ball', 6]);
    takeSentence(s.view, 'rolls '.repeat(20));
    expect(s.settings.sentence.length).toBeLessThanOrEqual(LONGEST);
  });
});

test('a game whose rest was shown is not won', () => {
  const tries = Array.from({ length: sentenceOf(stage().view).length - 1 }, () => 1);
  expect(stage({ panel: 'game', tries }, 1000).done('shannon')).toBe(true);
  expect(stage({ panel: 'game', tries, over: true }, 1000).done('shannon')).toBe(false);
});
