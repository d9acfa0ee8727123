/** Blame, passed backwards, on a stage: any graph at any question, or the fork in an order of the reader's own. */
import { figure as backprop } from '../../../../web/figures/backprop';
import { graphs } from '../../../../web/figures/backprop/graphs';
import type { Backprop } from '../../../../web/figures/backprop/seen';
import { closedAfterEach, realEngine, Stage } from '../bare-stage';

export type GraphStage = Stage<typeof backprop.settings, Backprop>;
export type Settings = Partial<GraphStage['settings']>;

export const engine = await realEngine();
const open = closedAfterEach<GraphStage>(engine);
export const stage = (settings: Settings = {}, step = 0): GraphStage => {
  const made = new Stage<typeof backprop.settings, Backprop>(engine, backprop, settings, 553);
  made.go(step);
  open.push(made);
  return made;
};
export const closeAll = (): void => open.splice(0).forEach((s) => s.close());

/** The fork's nodes. */
export const [FIRST, FORK, UPPER, LOWER, LAST, LOSS] = [1, 2, 3, 4, 5, 6];
export const EARLY = [LOSS, LAST, UPPER, FORK, FIRST, LOWER];
/** The fork's weights, with one of the last two below zero. */
export const OPPOSED = graphs.fork.own.dials.map((w, i) => (i === 7 ? -w : w));
export const mine = (order: readonly number[], more: Settings = {}): GraphStage =>
  stage({ graph: 'fork', panel: 'order', order, ...more }, order.length);
