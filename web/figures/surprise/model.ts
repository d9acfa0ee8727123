/** A text, the table that learns it, and what can be asked of it after any update. */
import type { Engine } from '../../engine/engine';
import { atOnce } from '../../engine/pause';
import type { Settings } from './choices';
import { legible, readingOf } from './reading';
import type { Surprised } from './seen';
import { train } from './training';

export const modelOf = (engine: Engine, s: Settings): Surprised => atOnce(making(engine, s));

/** The same in pieces, trained to the end. */
export function* trained(engine: Engine, s: Settings): Generator<void, Surprised> {
  const model = yield* making(engine, s);
  while (model.training.reason === 'running') {
    yield;
    model.training.goOn();
  }
  return model;
}

function* making(engine: Engine, s: Settings): Generator<void, Surprised> {
  const reading = readingOf(engine, legible(s.text));
  yield;
  const training = train(engine, s, reading);
  const { symbols } = reading;
  let last: { readonly update: number; readonly chances: Float64Array } | undefined;
  return {
    reading,
    training,
    get steps() {
      return training.steps;
    },
    get end() {
      const { reason, steps } = training;
      if (reason === 'diverged') return { step: steps, text: `update ${steps + 1} is beyond all bounds` };
      if (reason === 'converged' || reason === 'stalled')
        return { step: steps, text: `at rest after ${steps} updates`, arrived: true };
      return undefined;
    },
    chances: (update) => {
      const at = Math.min(update, training.reached);
      if (last?.update !== at) {
        const { values } = engine.softmax(training.parameters(at), { columns: symbols.length });
        last = { update: at, chances: values };
      }
      return last.chances;
    },
    write: (update, { length, seed, temperature }) => {
      const first = symbols.includes(' ') ? { first: ' ' } : {};
      const parameters = training.parameters(update);
      return engine.sampleText({ symbols, parameters, length, seed, temperature, ...first }).text;
    },
    dispose: () => training.dispose(),
  };
}
