/** The way from the same start at the landscape's usual rate, and the names of both. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { brief } from '../../plot/format';
import { clamp } from '../../plot/scales';
import type { Descent } from '../descent';
import type { Pair } from './grounds';
import { held, inside, type Room } from './layout';
import type { Seen } from './seen';
import { line, pixel } from './walk';

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
