/** The ball, its way, and the way from the same start at another rate; each with its name. */
import { svg, type SVGTemplateResult } from 'lit';
import { ballFace, handle } from '../../parts/drag';
import { discPath, round } from '../../plot/curve';
import { brief, fixed, significant } from '../../plot/format';
import { beyond } from '../../plot/marks';
import { clamp, thousandths } from '../../plot/scales';
import type { Descent } from '../descent';
import { held, inside, type Room } from './layout';
import type { Pair } from './grounds';
import type { Seen } from './seen';

/** Most steps that get a dot. */
const DOTS = 80;

const pixel = (run: Descent, k: number, r: Room): Pair => [r.x.at(run.parameter(k, 0)), r.y.at(run.parameter(k, 1))];

function line(run: Descent, from: number, to: number, r: Room): string {
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

/** The way at the landscape's usual rate, dashed; a pinned run takes its place. */
export function besideWay(v: Seen, r: Room): SVGTemplateResult | string {
  const { beside } = v.model;
  if (!beside || v.pinned) return '';
  const way = line(beside.run, 0, beside.run.steps, r);
  return svg`<path class="gd-racer-seam" d=${way}></path><path class="gd-pinned-line" d=${way}></path>`;
}

/** Pixels of a way, and of a single leg, that are worth a name. */
const WORTH = { way: 46, leg: 90 } as const;
const NAME = 56;

/** Places for a name beside a way, best first: the middle of its longest leg within the map, then along the whole. */
function places(run: Descent, r: Room): Pair[] {
  const points = Array.from({ length: run.steps + 1 }, (_, k) => pixel(run, k, r));
  const legs = points.slice(1).map(([x, y], k) => {
    const [px, py] = points[k]!;
    return { long: Math.hypot(x - px, y - py), at: [(x + px) / 2, (y + py) / 2] as const };
  });
  const seen = legs.filter(({ at }) => inside(r, ...at, 16));
  const longest = [...seen].sort((a, b) => b.long - a.long)[0];
  const total = seen.reduce((sum, { long }) => sum + long, 0);
  const along = (share: number): Pair[] => {
    let walked = 0;
    const leg = seen.find(({ long }) => (walked += long) >= total * share);
    return leg && total > WORTH.way ? [leg.at] : [];
  };
  return [...(longest && longest.long > WORTH.leg ? [longest.at] : []), ...along(0.55), ...along(0.8), ...along(0.3)];
}

interface Name {
  readonly text: string;
  readonly at: Pair;
}

/** Whether two names would touch, their middles given. */
const touch = (a: Pair, b: Pair): boolean => Math.abs(a[0] - b[0]) < NAME + 8 && Math.abs(a[1] - b[1]) < 17;

/** Names of both ways by their rates, clear of the ball and of each other; of one way alone there is no need. */
export function wayNames(v: Seen, r: Room): SVGTemplateResult | string {
  const { beside, run } = v.model;
  if (!beside || v.pinned) return '';
  const ball = held(r, r.x.at(run.at(v.time, 0)), r.y.at(run.at(v.time, 1)));
  const taken: Pair[] = [ball, [ball[0], ball[1] - 22], [ball[0] + 30, ball[1] + 22]];
  const named: Name[] = [];
  const put = (way: Descent, rate: number, [dx, dy]: Pair): void => {
    const free = places(way, r)
      .map(([x, y]): Pair => [
        clamp(x + dx, r.box.left + NAME / 2 + 4, r.box.right - NAME / 2 - 4),
        clamp(y + dy, r.box.top + 14, r.box.bottom - 6),
      ])
      .find((at) => !taken.some((other) => touch(at, other)));
    if (!free) return;
    taken.push(free);
    named.push({ text: `rate ${brief(rate, 3)}`, at: free });
  };
  put(run, v.settings.rate, [0, -9]);
  put(beside.run, beside.rate, [-NAME / 2 - 8, 4]);
  return svg`${named.map(({ text, at: [x, y] }) => svg`<text class="gd-parameter-text" x=${round(x)} y=${round(y)} text-anchor="middle">${text}</text>`)}`;
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
