/** A hundred random starts: which bottom each finds, and where they stand on the map. */
import { svg, type SVGTemplateResult } from 'lit';
import type { Engine, StartsSurvey } from '../../engine/engine';
import { round } from '../../plot/curve';
import { endOf } from './bins';
import { racerOf } from './ends';
import { basinsShown, known } from './known';
import type { Room } from './layout';
import { near, type Terrain } from './model';
import type { Seen } from './seen';

/** Of everything asked about one landscape at one rate, the last answer is kept: the ball may move meanwhile. */
const latest = new WeakMap<Engine, { readonly asked: string; readonly survey: StartsSurvey }>();

/** That many random starts, by default a hundred. */
export function hundred({ engine, key, series, survey }: Terrain, seed: number, count = 100): StartsSurvey {
  const asked = `${key} ${count} ${seed}`;
  const before = latest.get(engine);
  if (before?.asked === asked) return before.survey;
  const task = engine.createStarts({ ...series, count, seed, within: [...survey.x, ...survey.y] });
  task.advance(Infinity);
  const found = task.result();
  task.dispose();
  latest.set(engine, { asked, survey: found });
  return found;
}

/** Each where it was let go; whose ground it stands on is known once basins may be seen. */
export function startMarks(v: Seen, r: Room): SVGTemplateResult[] {
  const found = hundred(v.model, v.settings.seed);
  const ends = basinsShown(v) ? known(v)?.ends : undefined;
  return Array.from(found.finalLoss, (_, k) => {
    const end = ends && endOf(found, k, ends, near(v.model.survey));
    const mark = end?.letter ? `gd-racer-fill-${racerOf(end.tint)}` : 'gd-datum';
    return svg`<circle class=${mark} cx=${round(r.x.at(found.starts[2 * k]!))} cy=${round(r.y.at(found.starts[2 * k + 1]!))} r="3.4"></circle>`;
  });
}
