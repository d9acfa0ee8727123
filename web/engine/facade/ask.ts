import type { EngineError } from '../api/base.d.ts';

/** The fields of an answer, or only the reason why there are none. */
export type Native<T> = T | { readonly error: EngineError };

/** A handle is a number; the engine answers a stale one with an error. */
export interface Made {
  readonly error: null;
  readonly handle: number;
  readonly dimension: number;
}

interface Answered {
  readonly error: EngineError | null;
}

/** Asks the engine; whatever happens, the answer has the shape of `T`. */
export type Ask = <T extends Answered>(request: () => Native<T>, otherwise: () => Omit<T, 'error'>) => T;

export const none = (): Float64Array => new Float64Array(0);

/** For what the engine itself cannot answer: options that throw when read, or memory that ran out. */
function failure(cause: unknown): { error: EngineError } {
  let message = 'The request could not be carried out.';
  if (cause instanceof Error) message = `The request could not be carried out: ${cause.message}`;
  return {
    error: { field: 'options', message, remedy: 'Pass plain values, and ask for less at once.', position: -1, row: -1 },
  };
}

export const ask: Ask = <T extends Answered>(request: () => Native<T>, otherwise: () => Omit<T, 'error'>) => {
  let reply: Native<T>;
  try {
    reply = request();
  } catch (cause) {
    reply = failure(cause);
  }
  return reply.error === null ? (reply as T) : ({ ...otherwise(), error: reply.error } as T);
};

/** For a handle that was never made: what was refused goes on answering with the reason for its refusal. */
export const askOf =
  (error: EngineError | null): Ask =>
  (request, otherwise) =>
    ask(() => (error ? { error } : request()), otherwise);

/** No live handle has this number, so the engine answers it as it answers a stale one. */
const NO_HANDLE = 0;

/** What came of it; `otherwise` says what a thing that was refused shows besides. */
export function make<More extends object = object>(
  request: () => Native<Made & More>,
  otherwise?: () => More,
): { error: EngineError | null; handle: number; dimension: number } & More {
  type Making = { error: EngineError | null; handle: number; dimension: number } & More;
  const refused = (): Omit<Making, 'error'> =>
    ({ handle: NO_HANDLE, dimension: 0, ...otherwise?.() }) as unknown as Omit<Making, 'error'>;
  return ask<Making>(request, refused);
}
