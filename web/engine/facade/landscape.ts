import type { Bend, Edge, LandscapeCalls } from '../engine.d.ts';
import { snapshot } from '../snapshot.ts';
import { none, type Made, type Native } from './ask.ts';
import { task, type NativeTask } from './task.ts';

export interface NativeLandscape extends NativeTask {
  createEdge(options: unknown): Native<Made>;
  createBend(options: unknown): Native<Made>;
}

const empty = {
  edge: (): Omit<Edge, 'error'> => ({
    dimension: 0,
    reason: 'running',
    loss: none(),
    steps: none(),
    sharpness: none(),
    threshold: none(),
    parameters: none(),
    products: 0,
  }),
  bend: (): Omit<Bend, 'error'> => ({
    reason: 'running',
    loss: none(),
    middle: none(),
    straight: none(),
    bent: none(),
  }),
};

export const landscapeCalls = (native: NativeLandscape): LandscapeCalls => ({
  createEdge: (options) => task(native, () => native.createEdge(snapshot(options)), empty.edge),
  createBend: (options) => task(native, () => native.createBend(snapshot(options)), empty.bend),
});
