/** The table at an update, for prose: what the figure itself shows with those attributes. */
import type { Engine } from '../../engine/engine';
import { initialValues, readSettings } from '../settings';
import { truthOf } from './wager';
import { settings, type Settings } from './choices';
import { modelOf } from './model';
import {
  bitsNow,
  bitsOf,
  chancesNow,
  lacking,
  lettersOf,
  litPair,
  meanOf,
  perplexityNow,
  surprisesOf,
  updateNow,
} from './now';
import { worst } from './rows';
import { sentences } from './sentences';
import type { Seen } from './seen';

/** @throws Error naming an attribute that is wrong */
export function surpriseFacts(engine: Engine, attributes: Readonly<Record<string, unknown>>, update: number) {
  const texts = Object.entries(attributes).map(([name, value]) => [name, String(value)] as const);
  const { values, problems } = readSettings(settings, texts);
  if (problems.length) throw new Error(problems.join(' '));
  const s: Settings = { ...initialValues(settings), ...values };
  const model = modelOf(engine, s);
  // As much of a view as numbers need: a picture that stands still.
  const v = { settings: s, model, step: update, time: update, local: { still: true } } as unknown as Seen;
  const { symbols, rows, pairs, perplexity, bits } = model.reading;
  const now = updateNow(v);
  const chances = chancesNow(v);
  const { first, second } = litPair(v);
  const lit = bitsOf(chances[first * symbols.length + second] ?? 0);
  const lacks = lacking(v, chances);
  const letters = lettersOf(v);
  const surprises = surprisesOf(v, letters);
  const truth = truthOf(v);
  const game = sentences.map((sentence) => meanOf(surprisesOf(v, [...sentence]).slice(1)) ?? 0);
  const facts = {
    update: now,
    dials: symbols.length ** 2,
    symbols: symbols.length,
    letters: pairs + 1,
    pairs,
    perplexity: perplexityNow(v),
    bits: bitsNow(v),
    nats: model.training.loss(now),
    alphabetBits: Math.log2(symbols.length),
    alphabetNats: Math.log(symbols.length),
    counted: perplexity,
    countedBits: bits,
    countedNats: bits * Math.LN2,
    // Of the letter that is looked at.
    oneIn: 2 ** lit,
    letterBits: lit,
    mean: meanOf(surprises) ?? 0,
    // Of the last word.
    surprising: letters[truth] ?? '',
    before: letters[truth - 1] ?? '',
    surprisingBits: surprises[truth] ?? 0,
    surprisingCount:
      model.reading.counts[
        symbols.indexOf(letters[truth - 1] ?? '') * symbols.length + symbols.indexOf(letters[truth] ?? '')
      ] ?? 0,
    lacks: Object.fromEntries(symbols.map((symbol, i) => [symbol === ' ' ? 'space' : symbol, lacks[i] ?? 0])),
    times: Object.fromEntries(symbols.map((symbol, i) => [symbol === ' ' ? 'space' : symbol, rows[i] ?? 0])),
    worst: worst(v).bits,
    worstLetter: symbols[worst(v).symbol] ?? '',
    gameLeast: Math.min(...game),
    gameMost: Math.max(...game),
  };
  model.dispose();
  return facts;
}
