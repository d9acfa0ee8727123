/** This engine, through its JavaScript interface, as dist/engine.mjs brings it. */
import { firstWeights } from '../data.mjs';

/** Most updates of a run: its history then takes some 50 MB, and a run that has come to its end begins again. */
const UPDATES = 1_000_000;

/** @type {import('../task.d.ts').Library} */
export const downhill = async (task) => {
  const address = new URL('./engine.mjs', document.baseURI).href;
  /** @type {typeof import('../../../../web/engine/engine.d.ts')} */
  const { loadEngine } = await import(/* @vite-ignore */ address);
  const engine = await loadEngine();
  /** @type {import('../../../../web/engine/engine.d.ts').RunOptions} */
  const options = {
    objective: {
      network: {
        layers: task.layers,
        activation: task.activation,
        loss: 'squared_error',
        parameters: firstWeights(task).flatMap(({ weights, biases }) => [...weights, ...biases]),
        inputs: task.inputs,
        targets: task.targets,
      },
    },
    optimizer: { name: 'gradient_descent', learningRate: task.rate },
    batch: { size: task.batch, shuffle: false },
    precision: 'single',
    stepLimit: UPDATES,
  };
  const begin = () => {
    const run = engine.createRun(options);
    if (run.error) throw new Error(`${run.error.field}: ${run.error.message}`);
    return run;
  };
  let run = begin();
  let made = 0;
  return {
    train: (updates) => {
      if (made + updates > UPDATES) {
        run.dispose();
        run = begin();
        made = 0;
      }
      run.advance(updates);
      made += updates;
    },
    outputs: () => run.predict({ step: made }, task.inputs.subarray(0, task.layers[0])).values,
  };
};
