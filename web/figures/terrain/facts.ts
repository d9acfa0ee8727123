/** What the text may say about basins and random starts: counted by the figure's own model. */
import type { Engine } from '../../engine/engine';
import { endsOf } from './ends';
import { grounds, type GroundName } from './grounds';
import { basinsNow, modelOf, type Terrain } from './model';

const CELLS = 200;

function on<R>(engine: Engine, ground: GroundName, rate: number, ask: (model: Terrain) => R): R {
  const asks = { ground, formula: grounds[ground].formula ?? 'x^2 + y^2', reach: 1 };
  const model = modelOf(engine, { ...asks, x: 0.5, y: 0.5, rate });
  try {
    return ask(model);
  } finally {
    model.dispose();
  }
}

export const basinFacts = (engine: Engine, ground: GroundName, rate: number) =>
  on(engine, ground, rate, (model) => {
    const { bottoms, leaving, roaming } = endsOf(basinsNow(model, CELLS));
    return { loss: bottoms.map((b) => b.loss), share: bottoms.map((b) => b.share), leaving, roaming };
  });

export const startFacts = (engine: Engine, ground: GroundName, rate: number, count: number, seed: number) =>
  on(engine, ground, rate, ({ hundred }) => {
    const { end, minimumValues } = hundred(seed, count);
    const rested = Array.from(end).filter((e) => e >= 0);
    const losses = rested.map((e) => minimumValues[e]!);
    const best = Math.min(...minimumValues);
    return {
      runs: end.length,
      bottoms: new Set(rested).size,
      lowest: losses.filter((loss) => loss - best < 1e-6).length,
    };
  });
