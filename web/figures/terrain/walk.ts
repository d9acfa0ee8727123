/** The ball and its way. */
import { svg, type SVGTemplateResult } from 'lit';
import { ballFace, handle } from '../../parts/drag';
import { discPath, round } from '../../plot/curve';
import { fixed, significant } from '../../plot/format';
import { beyond } from '../../plot/marks';
import { clamp, thousandths } from '../../plot/scales';
import type { Descent } from '../descent';
import { held, type Room } from './layout';
import type { Pair } from './grounds';
import type { Seen } from './seen';

/** Most steps that get a dot. */
const DOTS = 80;

export const pixel = (run: Descent, k: number, r: Room): Pair => [
  r.x.at(run.parameter(k, 0)),
  r.y.at(run.parameter(k, 1)),
];

export function line(run: Descent, from: number, to: number, r: Room): string {
  if (to <= from) return '';
  const points = Array.from({ length: to - from + 1 }, (_, i) => pixel(run, from + i, r));
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`;
}

export function walked(v: Seen, r: Room): SVGTemplateResult {
  const { run } = v.model;
  const start = pixel(run, 0, r);
  const tip = `L${round(r.x.at(run.at(v.time, 0)))} ${round(r.y.at(run.at(v.time, 1)))}`;
  const dots = Array.from({ length: Math.min(v.step, DOTS) + 1 }, (_, k) => discPath(...pixel(run, k, r), 2.2));
  return svg`
    <path class="gd-racer-seam" d=${line(run, 0, run.steps, r)}></path>
    <path class="gd-parameter-thin" d=${line(run, v.step, run.steps, r)}></path>
    <path class="gd-parameter-line" d=${v.time > 0 ? (line(run, 0, v.step, r) || `M${round(start[0])} ${round(start[1])}`) + tip : ''}></path>
    <path class="gd-parameter-fill" d=${dots.join('')}></path>`;
}

type Way = 'left' | 'right' | 'up' | 'down';
const OUT: Readonly<Record<Way, Pair>> = { right: [14, 0], left: [-14, 0], down: [0, 14], up: [0, -14] };

function wayOut(px: number, py: number, x: number, y: number): Way | undefined {
  if (Math.abs(px - x) > 1) return px > x ? 'right' : 'left';
  if (Math.abs(py - y) > 1) return py > y ? 'down' : 'up';
  return undefined;
}

/** One that left the map waits at its edge, and an arrow says which way it went. */
export function ball(v: Seen, r: Room, hint: string | undefined): SVGTemplateResult {
  const { run, survey } = v.model;
  const at: Pair = [run.at(v.time, 0), run.at(v.time, 1)];
  const [px, py] = [r.x.at(at[0]), r.y.at(at[1])];
  const [x, y] = held(r, px, py);
  const way = wayOut(px, py, x, y);
  const key = (survey.x[1] - survey.x[0]) / 100;
  const put = (nx: number, ny: number): void => {
    v.set({ x: thousandths(clamp(nx, ...survey.x)), y: thousandths(clamp(ny, ...survey.y)) });
    if (!v.local['touched']) v.setLocal({ touched: true });
  };
  return svg`${way ? beyond(x + OUT[way][0], y + OUT[way][1], way) : ''}
    ${handle({
      x,
      y,
      label: 'The ball. Where it is let go',
      value: at[0],
      min: survey.x[0],
      max: survey.x[1],
      valueText: `at ${fixed(at[0], 2)}, ${fixed(at[1], 2)}, loss ${significant(run.loss(v.step))}`,
      move: (mx, my) => put(r.x.value(mx), r.y.value(my)),
      nudge: (kx, ky, scale) => put(at[0] + kx * key * scale, at[1] + ky * key * scale),
      face: ballFace,
      hint,
      ...(y < 40 ? { hintAt: [18, 26] as const } : {}),
    })}`;
}
