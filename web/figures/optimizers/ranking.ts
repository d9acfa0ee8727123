/** Everybody from a landscape's own start, in order of arrival. */
import type { Engine } from '../../engine/engine';
import { allRacers } from './field';
import { landscape, type LandscapeName } from './landscapes';
import { byArrival, course, enter, resultOf, ruledRate, STEPS, STRIDE, type Result } from './race';

/** All racers on a landscape from its own start, each with the rate of the rule; the first first. */
export function ranking(engine: Engine, name: LandscapeName, condition: number): Result[] {
  const ground = landscape(engine, name, condition);
  const on = course(engine, ground, ground.start);
  return allRacers(engine)
    .map((racer) => {
      const entry = enter(on, racer, {});
      entry.run.dispose();
      return resultOf(entry);
    })
    .sort(byArrival('steps'));
}

/** The same for prose: by racer, its rate, and from when on it stays below the line; who does not has no steps to name. */
export function raceFacts(
  engine: Engine,
  name: LandscapeName,
  condition: number,
): Readonly<Record<string, number | Readonly<Record<string, number>>>> {
  const ground = landscape(engine, name, condition);
  const results = ranking(engine, name, condition).map(({ racer, finish, loss }) => {
    const told = finish ? { steps: finish.step, gradients: finish.gradients, hessians: finish.hessians } : {};
    return [racer.name, { ...told, loss, rate: ruledRate(racer, ground) }] as const;
  });
  return { condition, limit: STEPS, side: ground.side, stride: STRIDE, ...Object.fromEntries(results) };
}
