/** The digits: those to learn from and those kept to be tested on, drawn or read in slices. */
import type { Data, DataOptions, Engine } from '../../engine/engine';
import type { Settings } from './choices';
import { available } from '../../handwriting/handwriting';
import { filesOf, forgetTraining, isLearned, learnFrom, realFiles, type Pictures, type Source } from './files';
import { claim, isHeld, type Claim } from './pool';

/** Generated ones that it is tested on. */
export const UNSEEN = 1000;
/** Number of the first of them in the endless sequence: none is among those to learn from. */
const FAR = 1_000_000;
/** Digits that are drawn at one go: about three milliseconds. */
const AT_ONCE = 60;

/** One set of digits, which several models may hold. */
export interface Digits {
  readonly data: Data;
  /** Whether all of it is there. */
  readonly complete: boolean;
  readonly done: number;
  /** Draws some more; answers whether it is complete. */
  advance(): boolean;
  readonly labels: Float64Array;
  dispose(): void;
}

/** @throws Error with a sentence for the reader, where the engine cannot read them */
function digitsOf(engine: Engine, options: DataOptions): Digits {
  const data = engine.createData(options);
  if (data.error) {
    const { message, remedy } = data.error;
    data.dispose();
    throw new Error(`${message} ${remedy}`);
  }
  let progress = data.advance(0);
  let labels: Float64Array | undefined;
  return {
    data,
    get complete() {
      return progress.done >= progress.total;
    },
    get done() {
      return progress.done;
    },
    advance: () => {
      if (progress.done < progress.total) progress = data.advance(AT_ONCE);
      return progress.done >= progress.total;
    },
    get labels() {
      return (labels ??= data.labels().values);
    },
    dispose: () => data.dispose(),
  };
}

const read = ({ images, labels }: Pictures): DataOptions => ({ images, labels });

interface Wanted {
  readonly key: string;
  /** Asked for only where nobody holds these digits. */
  readonly options: () => DataOptions;
}

/** Undefined where files are still to come. */
function learnedOf(engine: Engine, s: Settings): Wanted | undefined {
  if (s.data === 'generated')
    return { key: `generated ${s.count}`, options: () => ({ digits: { count: s.count, atOnce: 0 } }) };
  const found = filesOf(s.data);
  if (!found) return undefined;
  const key = `learned ${found.version}`;
  const { training } = found.files;
  return training || isHeld(engine, key) ? { key, options: () => read(training!) } : undefined;
}

/** Whether digits need not be fetched for it again. */
const isAtHand = (source: Source): boolean => available().some((p) => p.name === source && p.bytes === 0);

/** Lets go of digits to learn from that can be unpacked again, all but the few. */
function forgetAgain(source: Source): void {
  if (source !== 'few' && isAtHand(source)) forgetTraining(source);
}

/** The same once nobody is there to learn from them: 60,000 brought for a model that is gone would stay for good. */
export function forgetUnlearned(source: Source): void {
  if (!isLearned(source)) forgetAgain(source);
}

function unseenOf(s: Settings): Wanted | undefined {
  const generated = s.data === 'generated';
  const found = generated && s.tested === 'alike' ? undefined : generated ? realFiles() : filesOf(s.data);
  if (generated && !found)
    return s.tested === 'real'
      ? undefined
      : { key: 'unseen', options: () => ({ digits: { count: UNSEEN, first: FAR, atOnce: 0 } }) };
  return found && { key: `test ${found.version}`, options: () => read(found.files.test) };
}

export interface Examples {
  /** Which files are still to come; undefined while none are missing. */
  readonly missing: 'learned' | 'unseen' | undefined;
  readonly ready: boolean;
  readonly done: number;
  readonly total: number;
  readonly learned: Digits | undefined;
  readonly unseen: Digits | undefined;
  /** Names the very digits to learn from. */
  readonly key: string;
  /** Draws or reads a little more; answers whether there is more to do now. */
  advance(): boolean;
  dispose(): void;
}

export function examplesOf(engine: Engine, s: Settings): Examples {
  let [learned, unseen]: (Claim<Digits> | undefined)[] = [];
  const leave = learnFrom(s.data);
  const take = (wanted: Wanted): Claim<Digits> => claim(engine, wanted.key, () => digitsOf(engine, wanted.options()));
  const missing = (): Examples['missing'] =>
    learned || learnedOf(engine, s) ? (unseen || unseenOf(s) ? undefined : 'unseen') : 'learned';
  const ready = (): boolean => Boolean(learned?.thing.complete && unseen?.thing.complete);
  return {
    get missing() {
      return missing();
    },
    get ready() {
      return ready();
    },
    get done() {
      return (learned?.thing.done ?? 0) + (unseen?.thing.done ?? 0);
    },
    get total() {
      return (learned?.thing.data.count ?? s.count) + (unseen?.thing.data.count ?? UNSEEN);
    },
    get learned() {
      return learned?.thing;
    },
    get unseen() {
      return unseen?.thing;
    },
    get key() {
      return learnedOf(engine, s)?.key ?? '';
    },
    advance: () => {
      const [first, second] = [learnedOf(engine, s), unseenOf(s)];
      if (!learned) {
        if (first) learned = take(first);
        return Boolean(first);
      }
      if (!learned.thing.complete) return (learned.thing.advance(), true);
      forgetAgain(s.data);
      if (!unseen) {
        if (second) unseen = take(second);
        return Boolean(second);
      }
      if (!unseen.thing.complete) unseen.thing.advance();
      return !unseen.thing.complete;
    },
    dispose: () => {
      learned?.release();
      unseen?.release();
      leave();
      forgetUnlearned(s.data);
    },
  };
}
