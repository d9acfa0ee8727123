import type { Data, DataCalls, DataProgress, DataSetInfo, Pictures, Values } from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { unpack } from '../unzip.ts';
import { ask as askEngine, askOf, none, type Native } from './ask.ts';

interface MadeData {
  readonly error: null;
  readonly handle: number;
  readonly count: number;
  readonly features: number;
  readonly outputs: number;
  readonly classes: number;
  readonly width: number;
  readonly height: number;
}

export interface NativeData {
  dataSets(): DataSetInfo[];
  createData(options: unknown): Native<MadeData>;
  advanceData(handle: number, digits: unknown): Native<DataProgress>;
  dataInputs(handle: number, from: unknown, count: unknown): Native<Values>;
  dataTargets(handle: number, from: unknown, count: unknown): Native<Values>;
  dataLabels(handle: number, from: unknown, count: unknown): Native<Values>;
  dataPictures(handle: number, from: unknown, count: unknown): Native<Pictures>;
  disposeData(handle: number): void;
}

const empty = {
  data: () => ({ handle: 0, count: 0, features: 0, outputs: 0, classes: 0, width: 0, height: 0 }),
  progress: (): Omit<DataProgress, 'error'> => ({ done: 0, total: 0 }),
  values: (): Omit<Values, 'error'> => ({ values: none() }),
  pictures: (): Omit<Pictures, 'error'> => ({ pixels: new Uint8Array(0) }),
};

function data(native: NativeData, options: unknown): Data {
  const made = askEngine<Omit<MadeData, 'error'> & Pick<Data, 'error'>>(
    () => native.createData(snapshot(options)),
    empty.data,
  );
  const { error, handle, ...sizes } = made;
  const ask = askOf(error);
  /** `count` left out means all from `from` on. */
  const rest = (from: unknown): unknown => (typeof from === 'number' ? sizes.count - from : 0);
  return {
    error,
    id: handle,
    ...sizes,
    advance: (digits) => ask(() => native.advanceData(handle, snapshot(digits)), empty.progress),
    inputs: (from = 0, count = rest(from) as number) =>
      ask(() => native.dataInputs(handle, snapshot(from), snapshot(count)), empty.values),
    targets: (from = 0, count = rest(from) as number) =>
      ask(() => native.dataTargets(handle, snapshot(from), snapshot(count)), empty.values),
    labels: (from = 0, count = rest(from) as number) =>
      ask(() => native.dataLabels(handle, snapshot(from), snapshot(count)), empty.values),
    pictures: (from = 0, count = rest(from) as number) =>
      ask(() => native.dataPictures(handle, snapshot(from), snapshot(count)), empty.pictures),
    dispose: () => native.disposeData(handle),
  };
}

export const dataCalls = (native: NativeData): DataCalls => ({
  dataSets: () => native.dataSets(),
  createData: (options) => data(native, options),
  unpack,
});
