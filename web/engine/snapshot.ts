/** Longest list of numbers that is passed on. */
export const MAX_NUMBERS = 1 << 24;
/** Longest text that is passed on, in UTF-16 units. */
const MAX_TEXT = 1 << 24;
/** Longest list of bytes that is passed on. */
export const MAX_BYTES = 1 << 26;
/** Deepest nesting of options, and most of them in one object. */
const MAX_DEPTH = 4;
const MAX_KEYS = 64;

/**
 * A plain copy of whatever a caller passed: numbers, booleans, strings, Uint8Arrays for bytes,
 * Float64Arrays for anything else that is list-like, and objects without a prototype. The engine reads only such copies, so that no getter,
 * proxy or detached buffer of a caller's can run or throw inside it. What has no meaning to the engine
 * (functions, symbols, whatever is too long or too deep) becomes `null`, which it refuses by field.
 */
export function snapshot(value: unknown, depth = 0): unknown {
  switch (typeof value) {
    case 'undefined':
    case 'number':
    case 'boolean':
      return value;
    case 'string':
      return value.length <= MAX_TEXT ? value : null;
    case 'object':
      if (value === null || depth > MAX_DEPTH) return null;
      if (value instanceof Uint8Array || value instanceof ArrayBuffer) return bytes(value);
      return isList(value) ? numbers(value) : fields(value, depth);
    default:
      return null;
  }
}

function isList(value: object): value is ArrayLike<unknown> {
  return (
    Array.isArray(value) || ArrayBuffer.isView(value) || typeof (value as { length?: unknown }).length === 'number'
  );
}

/** The constructor reads what the bytes are, not what a caller's class says about them. */
function bytes(value: Uint8Array | ArrayBuffer): Uint8Array | null {
  if (value.byteLength > MAX_BYTES) return null;
  const copy = value instanceof ArrayBuffer ? new Uint8Array(value.slice(0)) : new Uint8Array(value);
  return copy.length <= MAX_BYTES ? copy : null;
}

/** Anything in the list that is no number becomes NaN, which the engine reports by its place. */
function numbers(list: ArrayLike<unknown>): Float64Array | null {
  const { length } = list;
  if (!Number.isInteger(length) || length < 0 || length > MAX_NUMBERS) return null;
  // A page's own numbers are one block to copy; anything else is looked at one by one.
  if (ArrayBuffer.isView(list) && list instanceof Float64Array && length > 0) return new Float64Array(list);
  const copy = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    const entry = list[i];
    copy[i] = typeof entry === 'number' ? entry : NaN;
  }
  return copy;
}

function fields(value: object, depth: number): object | null {
  const keys = Object.keys(value);
  if (keys.length > MAX_KEYS) return null;
  const copy = Object.create(null) as Record<string, unknown>;
  for (const key of keys) copy[key] = snapshot((value as Record<string, unknown>)[key], depth + 1);
  return copy;
}
