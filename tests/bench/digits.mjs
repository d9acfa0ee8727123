/**
 * How well a network that saw generated digits only reads real ones: MNIST's test set, whose two packed
 * files lie in the folder that DOWNHILL_MNIST names. It is not part of the project.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @type {typeof import('../../web/engine/engine.d.ts')} */
const { loadEngine } = await import(new URL('../../dist/engine.mjs', import.meta.url).href);

const DIGITS = 20_000;
const BATCH = 32;
const EPOCHS = 20;
const UPDATES = (EPOCHS * DIGITS) / BATCH;
const name = '784-16-16-10, generated digits only, reads';

/** Other digits and other first weights each time it is measured. */
let seed = 0;

/**
 * @template {{ error: import('../../web/engine/engine.d.ts').EngineError | null }} T
 * @param {T} answer
 */
function sound(answer) {
  if (answer.error) throw new Error(`${answer.error.field}: ${answer.error.message} ${answer.error.remedy}`);
  return answer;
}

/**
 * @param {import('../../web/engine/engine.d.ts').Engine} engine
 * @param {string} folder
 */
async function readMnist(engine, folder) {
  /** @param {string} file */
  const content = async (file) => sound(await engine.unpack(readFileSync(path.join(folder, `${file}.gz`)))).bytes;
  const images = await content('t10k-images-idx3-ubyte');
  return sound(engine.createData({ images, labels: await content('t10k-labels-idx1-ubyte') }));
}

/** @returns {Promise<{ name: string, value: number, unit: string, bar?: number }[]>} */
export async function bench() {
  const folder = process.env.DOWNHILL_MNIST;
  if (!folder || !existsSync(folder)) {
    return [{ name, value: NaN, unit: '(DOWNHILL_MNIST names no folder with MNIST’s test set)' }];
  }
  seed += 1;
  const engine = await loadEngine();
  const mnist = await readMnist(engine, folder);
  const digits = sound(engine.createData({ digits: { count: DIGITS, seed } }));
  digits.advance(DIGITS);
  const run = sound(
    engine.createRun({
      objective: { network: { layers: [784, 16, 16, 10], loss: 'squared_error', seed, data: digits } },
      optimizer: { name: 'gradient_descent', learningRate: 1 },
      batch: { size: BATCH, seed },
      precision: 'single',
      stepLimit: UPDATES,
      tolerance: 0,
    }),
  );
  run.advance(UPDATES);
  const { accuracy } = sound(run.assess({ step: UPDATES }, mnist));
  for (const held of [run, digits, mnist]) held.dispose();
  return [{ name, value: 100 * accuracy, unit: '% of MNIST’s test set', bar: 80 }];
}
