import type { Numbers } from '../api/base.d.ts';
import { MAX_NUMBERS, snapshot } from '../snapshot.ts';
import { none } from './ask.ts';

/** What `wasm/bindings/calls.hpp` says about exchanged numbers. */
export interface NativeExchange {
  exchange(count: number): Float64Array;
  _exchange_values(handle: number, count: number): number;
  _exchange_gradients(handle: number, count: number): number;
}

interface Found {
  readonly error: null;
  readonly values: Float64Array;
  readonly gradients: Float64Array;
}

/** How many numbers are exchanged at once: they stay in a processor's second cache. */
const AT_ONCE = 1 << 14;

/** A caller's numbers themselves where they are safe to read, otherwise a plain copy; null where there are none. */
function plain(numbers: Numbers): Float64Array | null {
  const list: unknown = ArrayBuffer.isView(numbers) ? numbers : snapshot(numbers);
  return list instanceof Float64Array && list.length <= MAX_NUMBERS ? list : null;
}

/**
 * The questions that a figure asks thousands of times: points are written straight into the engine's
 * memory and answers read out of it. Each is null where anything is unusual; the same question, asked
 * through a snapshot, says what.
 */
export class Exchange {
  readonly #native: NativeExchange;
  #numbers = none();

  constructor(native: NativeExchange) {
    this.#native = native;
  }

  evaluate(handle: number, dimension: number, at: Numbers) {
    const point = plain(at);
    if (point?.length !== dimension) return null;
    const size = 2 * dimension + 1;
    this.#room(size).set(point);
    if (!this.#native._exchange_gradients(handle, 1)) return null;
    const numbers = this.#room(size);
    const value = numbers[dimension]!;
    const gradient = numbers.slice(dimension + 1, size);
    let sum = value;
    for (let k = 0; k < dimension; k++) sum += gradient[k]!;
    return Number.isNaN(sum) ? null : { error: null, value, gradient };
  }

  values(handle: number, dimension: number, points: Numbers) {
    const found = this.#many(handle, dimension, points, false);
    return found && { error: null, values: found.values };
  }

  gradients(handle: number, dimension: number, points: Numbers) {
    return this.#many(handle, dimension, points, true);
  }

  #many(handle: number, dimension: number, points: Numbers, withGradients: boolean): Found | null {
    const list = plain(points);
    const count = list ? list.length / dimension : 0;
    if (!list || count < 1 || !Number.isInteger(count)) return null;
    const native = this.#native;
    const slopes = withGradients ? dimension : 0;
    const size = dimension + 1 + slopes;
    const most = Math.max(1, Math.floor(AT_ONCE / size));
    let found: Found | null = null;
    for (let from = 0; from < count; from += most) {
      const here = Math.min(most, count - from);
      const given = here * dimension;
      const numbers = this.#room(here * size);
      numbers.set(here === count ? list : new Float64Array(list.buffer, list.byteOffset + 8 * from * dimension, given));
      if (!(withGradients ? native._exchange_gradients(handle, here) : native._exchange_values(handle, here)))
        return null;
      const answers = this.#room(here * size);
      // A copy is made faster than an empty list that is filled.
      if (here === count) {
        const values = answers.slice(given, given + here);
        return { error: null, values, gradients: answers.slice(given + here, here * size) };
      }
      found ??= { error: null, values: new Float64Array(count), gradients: new Float64Array(count * slopes) };
      found.values.set(answers.subarray(given, given + here), from);
      found.gradients.set(answers.subarray(given + here, here * size), from * slopes);
    }
    return found;
  }

  /** The exchanged numbers, `count` at least. They are asked for anew after each call, which may have moved them. */
  #room(count: number): Float64Array {
    // Those of a memory that has grown since have the length 0.
    if (this.#numbers.length < count) this.#numbers = this.#native.exchange(Math.max(count, AT_ONCE));
    return this.#numbers;
  }
}
