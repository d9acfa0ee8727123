/**
 * A WebAssembly module, sorted: its instructions, the locals they name, their constants and so on, each kind in a
 * stream of its own. Compression finds far more alike among opcodes alone than among opcodes with numbers between.
 * {@link split} and {@link join} take the same walk through the module's grammar (WebAssembly core specification,
 * chapter 5); they differ only in where a byte comes from.
 */

import { atOnce } from './pause.ts';

/** The streams, by what they hold. */
const [REST, CODE, TYPE, LOCAL, GLOBAL, LABEL, CALL, OFFSET, INT, WIDE, REAL, LANES] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
] as const;
const STREAMS = 12;
/** The stream that texts are in, and all else that is not code. */
export const TEXT_STREAM = REST;

const CODE_SECTION = 10;
/** Digits that a called function's number is written in: a pair reaches 7743, and each is one letter. */
const DIGITS = 88;

/** How a number is written in its stream, where that is another way than the module's. */
interface Code {
  readonly stream: number;
  readonly write: (number: number, put: (byte: number) => void) => void;
  readonly read: (next: () => number) => number;
}

/** How the walk sees a module, which is being taken apart or put together. */
interface Passage {
  /** The next byte, which stands in this stream as it is. */
  readonly byte: (stream: number) => number;
  /** The next number, which stands in a stream otherwise. */
  readonly coded: (code: Code) => void;
  /** Here begins what its own length in bytes stands before. That number is in no stream: it follows from the rest. */
  readonly begin: () => void;
  /** There ends what began last. */
  readonly end: () => void;
  readonly over: () => boolean;
}

/** A number of variable length (LEB128), as far as it is below 2^31. */
function leb(next: () => number): number {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = next();
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
  }
}

function putLeb(value: number, put: (byte: number) => void): void {
  for (; value > 127; value >>>= 7) put((value & 127) | 128);
  put(value);
}

function times(count: number, work: () => unknown): void {
  for (let i = 0; i < count; i++) work();
}

/** Names of functions, which are many and equally likely: two digits each. */
const called: Code = {
  stream: CALL,
  write: (number, put) => {
    put(Math.floor(number / DIGITS));
    put(number % DIGITS);
  },
  read: (next) => next() * DIGITS + next(),
};

/** Names of a function's locals: how many others were named since this one was. The latest are the likeliest. */
function recentLocals(): Code {
  const recent: number[] = [];
  const reach = (rank: number): void => {
    while (recent.length <= rank) recent.push(recent.length);
  };
  const toFront = (rank: number): number => {
    const local = recent[rank]!;
    // By hand: this is done for every other instruction.
    for (let k = rank; k > 0; k--) recent[k] = recent[k - 1]!;
    return (recent[0] = local);
  };
  return {
    stream: LOCAL,
    write: (local, put) => {
      reach(local);
      const rank = recent.indexOf(local);
      toFront(rank);
      putLeb(rank, put);
    },
    read: (next) => {
      const rank = leb(next);
      reach(rank);
      return toFront(rank);
    },
  };
}

/** Rests after every function, so that whoever drives it can let others work. */
function* walk({ byte, coded, begin, end, over }: Passage): Generator<void> {
  const number = (stream: number): number => leb(() => byte(stream));
  const memory = (): void => {
    number(CODE); // the alignment, which nearly follows from the opcode
    number(OFFSET);
  };
  /** The operands of a vector instruction, whose opcode goes on. */
  const vector = (): void => {
    const kind = number(CODE);
    if (kind < 12 || (kind > 83 && kind < 94)) memory();
    if (kind === 12 || kind === 13) times(16, () => byte(LANES));
    if ((kind > 20 && kind < 35) || (kind > 83 && kind < 92)) byte(LANES);
  };
  /** The operands of an instruction with a longer opcode: conversions and blocks of memory. */
  const extended = (): void => {
    const kind = number(CODE);
    if (kind > 7) times(kind === 9 || kind === 11 ? 1 : 2, () => number(CODE));
  };
  const operands = (opcode: number, locals: Code): void => {
    if (opcode >= 0x20 && opcode <= 0x22) coded(locals);
    else if (opcode >= 0x28 && opcode <= 0x3e) memory();
    else if (opcode === 0x41) number(INT);
    else if (opcode === 0x10) coded(called);
    else if (opcode === 0x0c || opcode === 0x0d) number(LABEL);
    else if (opcode >= 0x02 && opcode <= 0x04) number(TYPE);
    else if (opcode === 0x23 || opcode === 0x24) number(GLOBAL);
    else if (opcode === 0x42) number(WIDE);
    else if (opcode === 0x43 || opcode === 0x44) times(opcode === 0x43 ? 4 : 8, () => byte(REAL));
    else if (opcode === 0x11) times(2, () => number(TYPE));
    else if (opcode === 0x0e) times(number(LABEL) + 1, () => number(LABEL));
    else if (opcode === 0x3f || opcode === 0x40) byte(CODE);
    else if (opcode === 0xfc) extended();
    else if (opcode === 0xfd) vector();
  };
  const functionBody = (): void => {
    times(number(TYPE), () => {
      number(TYPE);
      byte(TYPE);
    });
    const locals = recentLocals();
    for (let depth = 1; depth > 0;) {
      const opcode = byte(CODE);
      operands(opcode, locals);
      if (opcode >= 0x02 && opcode <= 0x04) depth++;
      if (opcode === 0x0b) depth--;
    }
  };
  times(8, () => byte(REST));
  while (!over()) {
    if (byte(REST) !== CODE_SECTION) {
      times(number(REST), () => byte(REST));
      continue;
    }
    begin();
    for (let left = number(REST); left > 0; left--) {
      begin();
      functionBody();
      end();
      yield;
    }
    end();
  }
}

/**
 * Sorts a module's bytes into streams. An instruction it does not know would lead it astray: whoever calls sees
 * whether {@link join} gives the module again.
 */
export function split(module: Uint8Array): Uint8Array[] {
  const streams = Array.from({ length: STREAMS }, () => [] as number[]);
  let at = 0;
  const next = (): number => module[at++] ?? 0;
  const passage: Passage = {
    byte: (stream) => {
      const byte = next();
      streams[stream]!.push(byte);
      return byte;
    },
    coded: ({ stream, write }) => write(leb(next), (byte) => streams[stream]!.push(byte)),
    begin: () => void leb(next),
    end: () => undefined,
    over: () => at >= module.length,
  };
  for (const walked = walk(passage); !walked.next().done;);
  return streams.map((bytes) => Uint8Array.from(bytes));
}

/** The module again, function by function. */
export function* joining(streams: readonly Uint8Array[]): Generator<void, Uint8Array<ArrayBuffer>> {
  // No byte of a stream becomes more than two, and no function's length is longer than what it measures.
  const module = new Uint8Array(4 * streams.reduce((sum, { length }) => sum + length, 8));
  let length = 0;
  const put = (byte: number): void => void (module[length++] = byte);
  const next = streams.map((bytes) => {
    let at = 0;
    return () => bytes[at++] ?? 0;
  });
  let left = streams[REST]!.length;
  const begun: number[] = [];
  yield* walk({
    byte: (stream) => {
      if (stream === REST) left--;
      return (module[length++] = next[stream]!());
    },
    coded: ({ stream, read }) => putLeb(read(next[stream]!), put),
    begin: () => void begun.push(length),
    end: () => {
      const begin = begun.pop()!;
      const size = length - begin;
      putLeb(size, put);
      const digits = module.slice(begin + size, length);
      module.copyWithin(begin + digits.length, begin, begin + size);
      module.set(digits, begin);
    },
    over: () => left <= 0,
  });
  return module.slice(0, length);
}

/** The module again, at one go. */
export function join(streams: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return atOnce(joining(streams));
}
