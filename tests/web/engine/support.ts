/** The real module, as `dist/engine.mjs` delivers it. */
import { existsSync } from 'node:fs';

import type {
  Answer,
  Data,
  DataOptions,
  Engine,
  Objective,
  ObjectiveOptions,
  Portion,
  Run,
  Task,
} from '../../../web/engine/engine.d.ts';

const file = new URL('../../../dist/engine.mjs', import.meta.url);
if (!existsSync(file)) throw new Error('dist/engine.mjs is missing: run npm run build first.');

export const module = (await import(/* @vite-ignore */ file.href)) as Record<string, unknown>;
export const engine = await (module['loadEngine'] as () => Promise<Engine>)();

export const parabola = {
  objective: { name: 'parabola' },
  optimizer: { name: 'gradient_descent', learningRate: 0.1 },
} as const;

export function withRun<T>(options: Parameters<Engine['createRun']>[0], use: (run: Run) => T): T {
  const run = engine.createRun(options);
  try {
    return use(run);
  } finally {
    run.dispose();
  }
}

export function withObjective<T>(options: ObjectiveOptions, use: (objective: Objective) => T): T {
  const objective = engine.createObjective(options);
  try {
    return use(objective);
  } finally {
    objective.dispose();
  }
}

export function withData<T>(options: DataOptions, use: (data: Data) => T): T {
  const data = engine.createData(options);
  try {
    return use(data);
  } finally {
    data.dispose();
  }
}

/** A task's result after slices of the given sizes, over and over. */
export function finished<Result extends Answer>(task: Task<Result>, slices = [Infinity]): Result {
  let portion: Portion = task.progress();
  for (let k = 0; portion.done < portion.total; k++) portion = task.advance(slices[k % slices.length]!);
  const result = task.result();
  task.dispose();
  return result;
}
