import type { Bigram, SampledText, SampleTextOptions, TextCalls, Values } from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { ask, none, type Native } from './ask.ts';

export interface NativeText {
  bigram(text: unknown, options: unknown): Native<Bigram>;
  softmax(logits: unknown, options: unknown): Native<Values>;
  sampleText(options: unknown, length: unknown): Native<SampledText>;
}

const empty = {
  bigram: (): Omit<Bigram, 'error'> => ({ symbols: [], counts: none(), pairs: 0, entropy: 0, perplexity: 0 }),
  values: (): Omit<Values, 'error'> => ({ values: none() }),
  text: (): Omit<SampledText, 'error'> => ({ text: '' }),
};

/** Most symbols of an alphabet. */
const MAX_SYMBOLS = 256;
const MAX_OPTIONS = 64;

/**
 * Options as they cross over: a list of symbols as one string, and without their length, for which a
 * snapshot would take them for a list.
 */
function crossing(options: SampleTextOptions): unknown {
  if (typeof options !== 'object' || (options as unknown) === null) return options;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(options).slice(0, MAX_OPTIONS)) {
    if (key !== 'length') copy[key] = value;
  }
  const { symbols } = copy;
  if (Array.isArray(symbols) && symbols.length <= MAX_SYMBOLS) copy['symbols'] = symbols.map(String).join('');
  return copy;
}

export const textCalls = (native: NativeText): TextCalls => ({
  bigram: (text, options = {}) => ask(() => native.bigram(snapshot(text), snapshot(options)), empty.bigram),
  softmax: (logits, options = {}) => ask(() => native.softmax(snapshot(logits), snapshot(options)), empty.values),
  sampleText: (options) =>
    ask(() => native.sampleText(snapshot(crossing(options)), snapshot(options?.length)), empty.text),
});
