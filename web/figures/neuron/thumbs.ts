/** Small pictures to choose by: what the points look like, and how a squash bends. */
import { svg, type SVGTemplateResult } from 'lit';
import type { Engine } from '../../engine/engine';
import { discPath, linePath, round } from '../../plot/curve';
import { linearAxis } from '../../plot/scales';
import { drawn, type Points } from './examples';
import { SETS, type Settings } from './choices';
import type { Seen } from './seen';

const [WIDTH, HEIGHT] = [56, 40];

const known = new WeakMap<Engine, ReadonlyMap<Settings['data'], Points>>();

/** A few points of every set. */
export function samples(engine: Engine): ReadonlyMap<Settings['data'], Points> {
  const before = known.get(engine);
  if (before) return before;
  const all = new Map(
    SETS.filter((data) => data !== 'own').map(
      (data) => [data, drawn(engine, { data, noise: 0.08, draw: 3, count: 44 })] as const,
    ),
  );
  known.set(engine, all);
  return all;
}

export function pointsFace({ places, classes, ground }: Points): SVGTemplateResult {
  const x = linearAxis(ground.x, [3, WIDTH - 3]);
  const y = linearAxis(ground.y, [HEIGHT - 3, 3]);
  const dot = (i: number, r: number): string => discPath(x.at(places[2 * i] ?? 0), y.at(places[2 * i + 1] ?? 0), r);
  const of = (kind: number, r: number): string => classes.map((each, i) => (each === kind ? dot(i, r) : '')).join('');
  return svg`<path class="thumb-land" d=${of(1, 1.5)}></path><path class="thumb-sea" d=${of(0, 1.5)}></path>
    <path class="thumb-ice" d=${of(2, 1.7)}></path>`;
}

export function squashFace(v: Seen, squash: Settings['activation']): SVGTemplateResult {
  const bounded = squash === 'tanh' || squash === 'sigmoid';
  const x = linearAxis([-3, 3], [4, WIDTH - 4]);
  const y = linearAxis(bounded ? [-1.15, 1.15] : [-2.4, 2.4], [HEIGHT - 4, 4]);
  return svg`<path class="gd-grid" d=${`M4 ${round(y.at(0))}H${WIDTH - 4}`}></path>
    <path class="gd-solid-line" d=${linePath(v.model.curve(squash, 3), x, y)}></path>`;
}

export const FACE = { width: WIDTH, height: HEIGHT } as const;
