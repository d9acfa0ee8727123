import { supplies } from 'virtual:descent';

import { explained, lack } from './ability.ts';
import type { Engine, FunctionEngine, Need } from './engine.d.ts';
import { compiled, unpacked } from './module.ts';
import { pause } from './pause.ts';
import type { Source } from './source.ts';

const begun: Partial<Record<Need, Promise<Engine>>> = {};
let latest: Source | undefined;

/** What a worker can be made of: the engine that was loaded last. */
export const workerSource = (): Source | undefined => latest;

export function loadEngine(need?: 'whole'): Promise<Engine>;
export function loadEngine(need: Need): Promise<FunctionEngine>;
/**
 * Loads the engine in the size that is needed; engine.d.ts says when which is had. The module and the script around it
 * are asked for together, so that calling this early is all that is needed to be early.
 */
export function loadEngine(need: Need = 'whole'): Promise<FunctionEngine> {
  // The whole can all that the smaller one can: where it is, or is on its way, nobody needs another.
  const size = begun.whole !== undefined || !supplies.functions ? 'whole' : need;
  return (begun[size] ??= load(size).catch((problem: unknown) => {
    delete begun[size];
    throw problem;
  }));
}

async function load(size: Need): Promise<Engine> {
  const missing = lack();
  if (missing) throw new Error(explained('The descent engine cannot run', missing));
  const supply = supplies[size];
  if (!supply)
    throw new Error(`There is no engine of the size ${size} here. Ask for: ${Object.keys(supplies).join(', ')}.`);
  try {
    const [module, { makeGlue, facade }] = await Promise.all([compiled(supply), supply.piece()]);
    await pause();
    const engine = facade(await makeGlue()(module)) as Engine;
    // Those who hold the smaller one go on with it; nobody is given it any more.
    if (size === 'whole') delete begun.functions;
    latest = { size, glue: makeGlue.toString(), module, bytes: () => unpacked(supply) };
    return engine;
  } catch (cause) {
    throw new Error('The descent engine could not start, for want of memory or of a file.', { cause });
  }
}
