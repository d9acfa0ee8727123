import type { OptimizerCalls, OptimizerInfo, ScheduleInfo } from '../engine.d.ts';

export interface NativeOptimizer {
  optimizers(): OptimizerInfo[];
  schedules(): ScheduleInfo[];
}

export const optimizerCalls = (native: NativeOptimizer): OptimizerCalls => ({
  optimizers: () => native.optimizers(),
  schedules: () => native.schedules(),
});
