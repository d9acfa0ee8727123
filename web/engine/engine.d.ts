/**
 * Downhill's descent engine, as seen from JavaScript.
 *
 * Conventions that hold for every call:
 *
 * - **Nothing throws.** Every answer carries `error`: `null` when all went well, otherwise an
 *   {@link EngineError} that names the field, says what was wrong and what would be right. An answer
 *   with an error holds empty arrays, so reading it is harmless.
 * - **Arrays are copies.** A returned typed array belongs to the caller and stays valid.
 * - **Handles are owned.** {@link Run}, {@link Objective}, {@link Data} and {@link Graph} live in the engine's memory until
 *   `dispose()`; using one afterwards answers with an error.
 * - **Deterministic.** The same options give the same bits in every browser and in Node.
 */

import type { CircuitCalls } from './api/circuit.d.ts';
import type { DataCalls } from './api/data.d.ts';
import type { TableCalls } from './api/table.d.ts';
import type { FormulaCalls } from './api/formula.d.ts';
import type { GraphCalls } from './api/graph.d.ts';
import type { LandscapeCalls } from './api/landscape.d.ts';
import type { ObjectiveCalls } from './api/objective.d.ts';
import type { OptimizerCalls } from './api/optimizer.d.ts';
import type { QuestionCalls } from './api/questions.d.ts';
import type { RunCalls } from './api/run.d.ts';
import type { SeriesCalls } from './api/series.d.ts';
import type { SliceCalls } from './api/slices.d.ts';
import type { TextCalls } from './api/text.d.ts';

export type * from './api/base.d.ts';
export type * from './api/batches.d.ts';
export type * from './api/circuit.d.ts';
export type * from './api/data.d.ts';
export type * from './api/table.d.ts';
export type * from './api/formula.d.ts';
export type * from './api/network.d.ts';
export type * from './api/graph.d.ts';
export type * from './api/landscape.d.ts';
export type * from './api/objective.d.ts';
export type * from './api/optimizer.d.ts';
export type * from './api/questions.d.ts';
export type * from './api/run.d.ts';
export type * from './api/series.d.ts';
export type * from './api/slices.d.ts';
export type * from './api/task.d.ts';
export type * from './api/text.d.ts';

/**
 * The engine for functions: objectives by name, by formula and by regression over lists, with everything that can be
 * asked of them. What only the whole engine has - networks, tables and data sets, questions about batches, graphs, text, slices of a
 * landscape - is refused with an `error` that says so; calls that are not declared here answer with that error and nothing else.
 */
export interface FunctionEngine
  extends ObjectiveCalls, OptimizerCalls, FormulaCalls, RunCalls, QuestionCalls, SeriesCalls {
  /** Version of the project, for example `0.1.0`. */
  readonly version: string;
  /** Handles made and not yet disposed of. */
  liveHandles(): number;
  /** Size of the engine's memory in bytes; it grows with the largest demand and is used again, never given back. */
  heapBytes(): number;
}

/** The whole engine: with networks, tables, data sets, batches, graphs, text and slices. What both can, both do with the same bits. */
export interface Engine
  extends FunctionEngine, TableCalls, DataCalls, TextCalls, GraphCalls, CircuitCalls, SliceCalls, LandscapeCalls {}

/** Which size of the engine is enough. */
export type Need = 'functions' | 'whole';

/**
 * Loads the engine; its module is instantiated once however often this is called.
 *
 * By default the whole of it. Who asks for `'functions'` gets {@link FunctionEngine}, in little more than half of the bytes; or
 * the whole engine, where that is in the page already or on its way, or where the script holds no other. Once the whole
 * is there, the smaller one lives for only as long as somebody still holds it.
 *
 * Where a server sends it, the module is compiled while it arrives; otherwise it comes as text within a script. Rejects with an `Error` that says
 * what is missing where there is no WebAssembly with SIMD (browsers of 2023 have it), or where a content security policy
 * forbids it (`script-src` needs `'wasm-unsafe-eval'`), and for want of memory; the next call then tries again.
 */
export declare function loadEngine(need?: 'whole'): Promise<Engine>;
export declare function loadEngine(need: Need): Promise<FunctionEngine>;
