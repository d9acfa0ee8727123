import type { BasinMap, SeriesCalls, StartsSurvey } from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { none, type Made, type Native } from './ask.ts';
import { task, type NativeTask } from './task.ts';

export interface NativeSeries extends NativeTask {
  createBasins(options: unknown): Native<Made>;
  createStarts(options: unknown): Native<Made>;
}

const endings = (): Pick<BasinMap, 'end' | 'minima' | 'minimumValues'> => ({
  end: new Int16Array(0),
  minima: none(),
  minimumValues: none(),
});

const empty = {
  basins: (): Omit<BasinMap, 'error'> => ({ columns: 0, rows: 0, steps: new Uint32Array(0), ...endings() }),
  starts: (): Omit<StartsSurvey, 'error'> => ({
    dimension: 0,
    finalLoss: none(),
    steps: none(),
    reasons: [],
    lookLosses: none(),
    lookPlaces: none(),
    starts: none(),
    places: none(),
    ...endings(),
  }),
};

export const seriesCalls = (native: NativeSeries): SeriesCalls => ({
  createBasins: (options) => task(native, () => native.createBasins(snapshot(options)), empty.basins),
  createStarts: (options) => task(native, () => native.createStarts(snapshot(options)), empty.starts),
});
