/** What the text may say about basins and random starts: counted by the figure's own model. */
import type { Engine } from '../../engine/engine';
import { endsOf, type Ends } from './ends';
import { grounds, type GroundName, type Pair } from './grounds';
import { hundred } from './hundred';
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

/** How far beside the border a ball is put to roll off it. */
const HAIR = 0.02;

/** Whether a ball that is let go at a place ends nearer to the first bottom than to the second. */
function endsInFirst({ engine, run }: Terrain, at: Pair, [one, other]: Ends['bottoms']): boolean {
  const ball = engine.createRun({ ...run.options, start: [...at] });
  const [x = 0, y = 0] = ball.at(ball.advance(run.options.stepLimit ?? 0).step).parameters;
  ball.dispose();
  const away = (b = one): number => Math.hypot(x - (b?.at[0] ?? 0), y - (b?.at[1] ?? 0));
  return away(one) < away(other);
}

/** Along a line at height `y`, from the first bottom's ground to the second's: where one becomes the other. */
function border(model: Terrain, y: number, { bottoms }: Ends): number {
  let [here, there] = [bottoms[0]?.at[0] ?? 0, bottoms[1]?.at[0] ?? 0];
  // Halved until nothing lies between: a ball put there rolls to the pass.
  for (let k = 0; k < 60; k++) {
    const middle = (here + there) / 2;
    if (endsInFirst(model, [middle, y], bottoms)) here = middle;
    else there = middle;
  }
  return Number(here.toPrecision(12));
}

export const basinFacts = (engine: Engine, ground: GroundName, rate: number) =>
  on(engine, ground, rate, (model) => {
    const ends = endsOf(basinsNow(model, CELLS));
    const { bottoms, leaving, roaming } = ends;
    const y = model.survey.start[1];
    const x = bottoms.length === 2 ? border(model, y, ends) : NaN;
    return {
      loss: bottoms.map((b) => b.loss),
      share: bottoms.map((b) => b.share),
      leaving,
      roaming,
      /** A place on the border at the height of the landscape's own start, and one to either side. */
      border: { x, y, left: x - HAIR, right: x + HAIR },
    };
  });

export const startFacts = (engine: Engine, ground: GroundName, rate: number, count: number, seed: number) =>
  on(engine, ground, rate, (model) => {
    const { end, minimumValues } = hundred(model, seed, count);
    const rested = Array.from(end).filter((e) => e >= 0);
    const losses = rested.map((e) => minimumValues[e]!);
    const best = Math.min(...minimumValues);
    return {
      runs: end.length,
      /** Bottoms that the map has, and those among them that were found. */
      onMap: endsOf(basinsNow(model, CELLS / 2)).bottoms.length,
      bottoms: new Set(rested).size,
      lowest: losses.filter((loss) => loss - best < 1e-6).length,
    };
  });
