/** What the text tells of batches: the same model that the figure draws, asked at its usual settings. */
import type { Engine } from '../../engine/engine';
import { initialValues } from '../settings';
import { EXAMPLES } from './geyser';
import { model } from './model';
import { FINISH } from './race';
import { FEW, MANY, settings, type Batched, type Seen } from './seen';
import { CALM, meanAbove } from './task';

type Chosen = Seen['settings'];

function withModel<T>(engine: Engine, change: Partial<Chosen>, ask: (m: Batched, s: Chosen) => T): T {
  const chosen = { ...initialValues(settings), ...change };
  const made = model(engine, chosen);
  try {
    return ask(made, chosen);
  } finally {
    made.dispose();
  }
}

/** Mean loss above the lowest in the last epoch. */
const rests = (engine: Engine, change: Partial<Chosen>): number => withModel(engine, change, (m) => meanAbove(m));

export function batchFacts(engine: Engine) {
  const home = initialValues(settings);
  return withModel(engine, {}, (m) => {
    const [few, bottom] = [m.placeAt([home.weight, home.bias]), m.placeAt(m.survey.lowest)];
    const [all, some, one] = m
      .race()
      .map(({ size, rate, arrives = NaN }) => ({ rate, updates: arrives, examples: arrives * size }));
    const [constant, sorted] = [rests(engine, {}), rests(engine, { order: 'sorted' })];
    const atBottom = bottom.theory.spread(FEW);
    return {
      rows: EXAMPLES,
      few: FEW,
      many: MANY,
      perEpoch: m.perEpoch,
      steps: m.steps,
      least: m.survey.least,
      lowest: [...m.survey.lowest],
      rate: home.rate,
      spread: { one: few.theory.spread(1), few: few.theory.spread(FEW), many: few.theory.spread(MANY) },
      ratio: few.theory.spread(MANY) / few.theory.spread(FEW),
      norm: Math.hypot(...few.cloud.full),
      atBottom,
      // rate x spread^2 / 4: what theory makes of small steps on a bowl.
      wanders: (home.rate * atBottom ** 2) / 4,
      constant,
      falling: rests(engine, { schedule: 'falling' }),
      sorted,
      sortedTimes: sorted / constant,
      race: { all: all!, few: some!, one: one! },
      rateFew: some!.rate / one!.rate,
      rateAll: all!.rate / one!.rate,
      finish: FINISH,
      calm: CALM,
      shuffles: m.shuffles,
    };
  });
}
