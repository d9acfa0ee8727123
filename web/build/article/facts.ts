/**
 * What the engine computes for the text. Each kind of question is one entry of {@link factKinds}: it
 * takes the options as written in front matter and answers with names that the prose may use.
 */
import type { Answer, Engine, EngineError, Numbers, ObjectiveOptions, Trace } from '../../engine/engine';
import { circuitFacts, isGraph, raceFacts as blameRaceFacts, type CircuitQuestion } from '../../figures/backprop/facts';
import { batchFacts } from '../../figures/batches/facts';
import { digitFacts } from '../../figures/digits/facts';
import { landscapeFacts } from '../../figures/landscape/facts';
import { neuronFacts } from '../../figures/neuron/facts';
import { landscapes } from '../../figures/optimizers/landscapes';
import { raceFacts } from '../../figures/optimizers/ranking';
import { momentumFacts } from '../../figures/optimizers/rolls';
import { surpriseFacts } from '../../figures/surprise/facts';
import { basinFacts, startFacts } from '../../figures/terrain/facts';
import { groundNames } from '../../figures/terrain/grounds';
import type { Chapter, FactRequest } from './chapter';
import { handwriting } from './handwriting';
import { ArticleProblem, oneOf } from './problem';

/** What a name in the prose may lead to. */
export type Fact = number | string | readonly Fact[] | { readonly [name: string]: Fact };

/** Named tables of numbers, as CSV text: two columns, input and target. */
export type Tables = ReadonlyMap<string, string>;

interface Asking {
  readonly engine: Engine;
  readonly tables: Tables;
}

type Options = Readonly<Record<string, unknown>>;

/** The engine refused, or front matter asked for something that is not there. */
class Refusal extends Error {}

function accept<T extends { readonly error: EngineError | null }>(answer: T): T {
  if (answer.error) {
    const { field, message, remedy } = answer.error;
    throw new Refusal(`${field}: ${message} ${remedy}`);
  }
  return answer;
}

function readTable({ engine, tables }: Asking, name: unknown): { inputs: number[]; targets: number[] } {
  const text = tables.get(String(name));
  if (text === undefined) throw new Refusal(`Unknown table \`${String(name)}\`. ${oneOf([...tables.keys()])}`);
  const { values } = accept(engine.readCsv(text, { columns: 2 }));
  return {
    inputs: Array.from(values).filter((_, i) => i % 2 === 0),
    targets: Array.from(values).filter((_, i) => i % 2 === 1),
  };
}

/** Front matter names a table where the engine wants its numbers. */
function objectiveOf(asking: Asking, options: Options): ObjectiveOptions {
  const objective = options.objective as { regression?: { table?: string } } | undefined;
  if (!objective) throw new Refusal('Say which `objective`, as in `{ name: parabola }`.');
  if (objective.regression?.table === undefined) return objective as ObjectiveOptions;
  const { table, ...rest } = objective.regression;
  return { regression: { ...rest, ...readTable(asking, table) } };
}

/** One number per row where there is one parameter, otherwise one list per row. */
function byRow(flat: Float64Array, dimension: number): Fact[] {
  const numbers = Array.from(flat);
  if (dimension === 1) return numbers;
  return Array.from({ length: numbers.length / dimension }, (_, row) =>
    numbers.slice(row * dimension, (row + 1) * dimension),
  );
}

function ofTrace(trace: Trace, reason: string): Fact {
  const { dimension, parameters } = trace;
  const changes = parameters.slice(dimension).map((value, i) => value - parameters[i]!);
  return {
    steps: trace.step.length - 1,
    reason,
    parameter: byRow(parameters, dimension),
    gradient: byRow(trace.gradients, dimension),
    change: byRow(changes, dimension),
    loss: Array.from(trace.loss),
    gradientNorm: Array.from(trace.gradientNorm),
    rate: Array.from(trace.rate),
    // What the slopes make of a step of minus rate x gradient, and what it came to.
    promised: Array.from(trace.rate, (rate, i) => -rate * trace.gradientNorm[i]! ** 2),
    gained: Array.from(trace.loss.slice(1), (loss, i) => loss - trace.loss[i]!),
  };
}

function withRun(asking: Asking, options: Options): Fact {
  const run = asking.engine.createRun({ ...options, objective: objectiveOf(asking, options) });
  try {
    accept(run);
    const { reason } = run.advance((options.stepLimit as number | undefined) ?? 1000);
    return ofTrace(accept(run.trace()), reason);
  } finally {
    run.dispose();
  }
}

function withObjective<T extends Answer>(
  asking: Asking,
  options: Options,
  ask: (objective: ReturnType<Engine['createObjective']>) => T,
): T {
  const objective = asking.engine.createObjective(objectiveOf(asking, options));
  try {
    return accept(ask(accept(objective)));
  } finally {
    objective.dispose();
  }
}

/** Drops `error` and turns typed arrays into lists, so that every field has a name in the prose. */
function fieldsOf(answer: Answer): Fact {
  const entries = Object.entries(answer).filter(([name]) => name !== 'error');
  return Object.fromEntries(
    entries.map(([name, v]) => [name, ArrayBuffer.isView(v) ? Array.from(v as Float64Array) : v]),
  );
}

function groundOf({ ground }: Options): (typeof groundNames)[number] {
  const name = groundNames.find((n) => n === ground);
  if (!name) throw new Refusal(`Unknown landscape \`${String(ground)}\`. ${oneOf([...groundNames])}`);
  return name;
}

function courseOf({ landscape }: Options): (typeof landscapes)[number] {
  const name = landscapes.find((l) => l === landscape);
  if (!name) throw new Refusal(`Unknown landscape \`${String(landscape)}\`. ${oneOf([...landscapes])}`);
  return name;
}

/** Kinds of question, by the name front matter uses. */
export const factKinds: Readonly<Record<string, (asking: Asking, options: Options) => Fact>> = {
  /** A whole run, options as the engine's `createRun` takes them. */
  run: withRun,
  /** Least squares on a table: `{ table: hubble }`. */
  fit: (asking, { table }) => {
    const { inputs, targets } = readTable(asking, table);
    return { rows: inputs.length, ...(fieldsOf(accept(asking.engine.leastSquares(inputs, targets))) as object) };
  },
  /** Value and gradient at a point: `{ objective: ..., at: [3] }`. */
  value: (asking, options) => fieldsOf(withObjective(asking, options, (o) => o.evaluate(options.at as Numbers))),
  /** Second derivative at a point: `{ objective: ..., at: [3] }`. */
  curvature: (asking, options) => fieldsOf(withObjective(asking, options, (o) => o.curvature(options.at as Numbers))),
  /** Difference quotients: `{ objective: ..., at: [3], widths: [0.1, 0.01] }`. */
  quotients: (asking, options) =>
    fieldsOf(
      withObjective(asking, options, (o) => o.differenceQuotients(options.at as Numbers, 0, options.widths as Numbers)),
    ),
  /** The optimizers' race from the landscape's own start: `{ landscape: ravine, condition: 50 }`. */
  race: ({ engine }, options) => raceFacts(engine, courseOf(options), Number(options.condition ?? 1)),
  /** The same with momentum alone, for every momentum: `{ landscape: ravine, condition: 50 }`. */
  momentum: ({ engine }, options) => momentumFacts(engine, courseOf(options), Number(options.condition ?? 1)),
  /** Who owns how much of a map: `{ ground: two_valleys, rate: 0.03 }`. Lowest bottom first. */
  basins: ({ engine }, options) => basinFacts(engine, groundOf(options), Number(options.rate)),
  /** Random starts on a map: `{ ground: rastrigin, rate: 0.002, count: 100, seed: 1 }`. */
  starts: ({ engine }, options) =>
    startFacts(engine, groundOf(options), Number(options.rate), Number(options.count), Number(options.seed)),
  /** A graph and its blame: `{ graph: fork, order: [6, 5, 3, 2, 1, 4] }`; nodes by number, inputs first. */
  circuit: ({ engine }, options) => {
    const { graph } = options;
    if (!isGraph(graph)) throw new Refusal(`Unknown graph \`${String(graph)}\`.`);
    return circuitFacts(engine, { ...(options as Omit<CircuitQuestion, 'graph'>), graph });
  },
  /** What one sweep costs, and nudging every dial, on 784-16-16-10. */
  nudging: ({ engine }) => blameRaceFacts(engine),
  /** Spreads, the race and where the ball rests, at the usual settings of the figure of batches: `{}`. */
  batches: ({ engine }) => batchFacts(engine),
  /** A network at an update, with the attributes of the figure `neuron`: `{ at: 500, layers: 4 }`. */
  neuron: ({ engine }, { at, ...attributes }) => {
    try {
      return neuronFacts(engine, attributes, Number(at));
    } catch (error) {
      throw new Refusal((error as Error).message);
    }
  },
  /** A network that reads digits at an update, with the attributes of the figure `digits`: `{ at: 1250, ask: scribbles }`. */
  digits: ({ engine }, { at, ask, ...attributes }) => {
    try {
      handwriting();
      return digitFacts(engine, attributes, Number(at), ask);
    } catch (error) {
      throw new Refusal((error as Error).message);
    }
  },
  /** The table of letter pairs at an update, with the attributes of the figure `surprise`: `{ at: 100, letter: 2 }`. */
  surprise: ({ engine }, { at, ...attributes }) => {
    try {
      return surpriseFacts(engine, attributes, Number(at));
    } catch (error) {
      throw new Refusal((error as Error).message);
    }
  },
  /** Slices, where runs end and the edge of stability, at the usual settings of the figure of landscapes: `{}`. */
  landscape: ({ engine }) => landscapeFacts(engine),
  /** One run per rate, options as the engine's `sweepRates` takes them. */
  sweep: (asking, options) =>
    fieldsOf(
      accept(
        asking.engine.sweepRates({
          ...(options as object),
          rates: options.rates as Numbers,
          objective: objectiveOf(asking, options),
        }),
      ),
    ),
};

function answer(asking: Asking, request: FactRequest): Fact {
  const ask = factKinds[request.kind];
  if (!ask) throw new Refusal(`Unknown kind of fact \`${request.kind}\`. ${oneOf(Object.keys(factKinds))}`);
  return ask(asking, (request.options ?? {}) as Options);
}

/**
 * Asks the engine everything a chapter's front matter names.
 *
 * @throws ArticleProblem with the fact's line where the engine refuses
 */
export function computeFacts(chapter: Chapter, engine: Engine, tables: Tables): Readonly<Record<string, Fact>> {
  const facts: Record<string, Fact> = {};
  for (const [name, request] of chapter.facts) {
    try {
      facts[name] = answer({ engine, tables }, request);
    } catch (error) {
      if (error instanceof Refusal)
        throw new ArticleProblem(chapter.file, request.line, `Fact \`${name}\`: ${error.message}`);
      throw error;
    }
  }
  return facts;
}
