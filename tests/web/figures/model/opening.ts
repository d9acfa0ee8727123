/** The line through Hubble's galaxies on a stage, and his table read by other means than the engine's. */
import { readFileSync } from 'node:fs';
import { figure as model } from '../../../../web/figures/model';
import { contents, reports } from '../../../../web/figures/model/coming';
import type { LineModel } from '../../../../web/figures/model/seen';
import { tracing } from '../../../../web/figures/traced';
import { bring, closedAfterEach, realEngine, Stage } from '../bare-stage';

await bring(contents, reports, tracing);

export type ModelStage = Stage<typeof model.settings, LineModel>;

export const engine = await realEngine();
export const open = closedAfterEach<ModelStage>(engine);
export const stage = (
  settings: ConstructorParameters<typeof Stage<typeof model.settings, LineModel>>[2] = {},
): ModelStage => {
  const made = new Stage(engine, model, settings);
  open.push(made);
  return made;
};

export const galaxies = readFileSync(new URL('../../../../web/figures/tables/hubble.csv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => /^[\d-]/.test(line))
  .map((line) => line.split(',').map(Number) as [number, number]);

export const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
export const meanSquare = (points: readonly (readonly [number, number])[], w: number, b: number): number =>
  mean(points.map(([x, y]) => (y - w * x - b) ** 2));

/** Textbook formulas: slope is covariance over variance. */
export function textbook(points: readonly (readonly [number, number])[]): { weight: number; bias: number } {
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const weight = mean(points.map(([x, y]) => (x - mx) * (y - my))) / mean(points.map(([x]) => (x - mx) ** 2));
  return { weight, bias: my - weight * mx };
}
