/** The map: the ground from above, the lines along which it is cut, and the ball. What points from it is in {@link ./pointers}. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { ballFace, handle } from '../../parts/drag';
import { round } from '../../plot/curve';
import { brief, significant } from '../../plot/format';
import { beyond, cross } from '../../plot/marks';
import { clamp } from '../../plot/scales';
import { ghostOnMap } from '../pinned';
import { groundMap } from '../traced';
import { guessArm } from './arms';
import { contents } from './below';
import { marks, type Frame } from './frame';
import { put } from './hands';
import { labels } from './labels';
import { lettersOf, mappedOf, type Mapped } from './mapped';
import type { Pixel } from '../../plot/names';
import { pointers } from './pointers';
import { asksNeedle, type Seen } from './seen';
import type { Pair } from './survey';

function terrain(v: Seen, { box, x, y }: Frame): SVGTemplateResult {
  const { lines, covered } = v.model.survey;
  const [left, right] = [x.at(covered.x[0]), x.at(covered.x[1])];
  const [bottom, top] = [y.at(covered.y[0]), y.at(covered.y[1])];
  return svg`<rect class="gd-terrain-11" x=${box.left} y=${box.top} width=${box.right - box.left} height=${box.bottom - box.top}></rect>
    ${groundMap(lines, { left, top, right, bottom }, () => v.setLocal({}))}`;
}

function scale({ box, x, y, unit }: Frame): SVGTemplateResult {
  const step = unit < 34 ? 2 : 1;
  const clear = (t: { at: number }): boolean => t.at > box.left + 8 && t.at < box.right - 18;
  return svg`<g aria-hidden="true">
    ${marks(x, step)
      .filter(clear)
      .map(
        (t) =>
          svg`<text class="gd-tick-text" x=${round(t.at)} y=${box.bottom + 17} text-anchor="middle">${t.text}</text>`,
      )}
    ${marks(y, step)
      .filter((t) => t.at < box.bottom - 4 && t.at > box.top + 24)
      .map(
        (t) =>
          svg`<text class="gd-tick-text" x=${box.left - 7} y=${round(t.at + 4)} text-anchor="end">${t.text}</text>`,
      )}
    <text class="gd-axis-name" x=${box.right - 2} y=${box.bottom + 17} text-anchor="end">x</text>
    <text class="gd-axis-name" x=${box.left - 7} y=${box.top + 10} text-anchor="end">y</text>
  </g>`;
}

/** Both lines along which the ground is cut, with their letters; the one that is not looked at stands back. */
function cuts(m: Mapped): SVGTemplateResult {
  const { cut } = m.v.settings;
  const { box } = m.frame;
  const [px, py] = m.ball;
  const ink = (dial: 'x' | 'y'): string =>
    cut === 'both' ? 'gd-solid-line' : cut === dial ? 'gd-chosen-line' : 'gd-section-line';
  return svg`<g aria-hidden="true">
    <g data-spot="line-x"><path class=${ink('x')} d=${`M${box.left} ${round(py)}H${box.right}`}></path></g>
    <g data-spot="line-y"><path class=${ink('y')} d=${`M${round(px)} ${box.top}V${box.bottom}`}></path></g>
    ${lettersOf(m).map(
      ([x, y], i) =>
        svg`<text class="gd-label" x=${round(x)} y=${round(y + 4.5)} text-anchor="middle">${['A', 'A′', 'B', 'B′'][i]}</text>`,
    )}
  </g>`;
}

/** Steps nearer to each other than this, in px, would run into one another. */
const APART = 4;

/** The way of the run, which a wager on its first step does not show. */
function walked({ v, frame, place, open }: Mapped): SVGTemplateResult | string {
  if (!open) return '';
  const { run } = v.model;
  const on = ([x, y]: Pair): Pixel => [frame.x.at(x), frame.y.at(y)];
  const rows = Array.from({ length: run.steps + 1 }, (_, k) => on([run.parameter(k, 0), run.parameter(k, 1)]));
  const point = ([x, y]: Pixel): string => `${round(x)} ${round(y)}`;
  const line = (points: readonly Pixel[]): string => (points.length > 1 ? `M${points.map(point).join('L')}` : '');
  let last: Pixel | undefined;
  const dots = rows.filter((p) => {
    const apart = !last || Math.hypot(p[0] - last[0], p[1] - last[1]) >= APART;
    if (apart) last = p;
    return apart;
  });
  return svg`
    <path class="gd-parameter-ghost" d=${line(rows.slice(v.step))}></path>
    <path class="gd-parameter-thin" d=${line([...rows.slice(0, v.step + 1), on(place.at)])}></path>
    <path class="gd-parameter-fill" d=${dots.map((p) => `M${point(p)}m-2.2 0a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0`).join('')}></path>`;
}

/** A ball that left the map waits at its edge, and an arrow says which way it went. */
function away({ box, x, y }: Frame, [px, py]: Pixel, [ax, ay]: Pair): SVGTemplateResult | string {
  const [dx, dy] = [x.at(ax) - px, y.at(ay) - py];
  if (Math.abs(dx) > 1) return beyond(px + (dx > 0 ? -18 : 18), py, dx > 0 ? 'right' : 'left');
  return Math.abs(dy) > 1
    ? beyond(clamp(px, box.left, box.right), py + (dy > 0 ? -18 : 18), dy > 0 ? 'down' : 'up')
    : '';
}

function grips(m: Mapped): SVGTemplateResult {
  const { v, frame, place, ball } = m;
  const [x, y] = place.at;
  return svg`${away(frame, ball, place.at)}
    <g data-spot="ball">${handle({
      x: ball[0],
      y: ball[1],
      label: 'The ball: where both dials stand',
      value: x,
      min: frame.x.domain[0],
      max: frame.x.domain[1],
      valueText: `x ${brief(x)}, y ${brief(y)}, loss ${significant(place.loss)}`,
      move: (px, py) => put(v, frame.x.value(px), frame.y.value(py)),
      nudge: (dx, dy, by) => put(v, x + dx * 0.05 * by, y + dy * 0.05 * by),
      face: ballFace,
    })}</g>
    ${place.uphill === undefined ? '' : svg`${guessArm(m)}${asksNeedle(v) ? contents.here?.needleArm(m) : ''}`}`;
}

export function map(v: Seen): TemplateResult {
  const m = mappedOf(v);
  const { frame } = m;
  const { box } = frame;
  const { survey } = v.model;
  const within = (part: unknown): SVGTemplateResult => svg`<g clip-path=${`url(#${v.id}-map)`}>${part}</g>`;
  return html`<svg
    width=${v.width}
    height=${frame.height}
    viewBox=${`0 0 ${v.width} ${frame.height}`}
    role="group"
    aria-label="A map of the loss over both dials, with the lines along which it is cut"
  >
    <clipPath id=${`${v.id}-map`}>
      <rect x=${box.left} y=${box.top} width=${box.right - box.left} height=${box.bottom - box.top}></rect>
    </clipPath>
    ${scale(frame)}
    ${within(svg`<g data-spot="map">${terrain(v, frame)}</g> ${survey.minima.map(([x, y]) => cross(frame.x.at(x), frame.y.at(y)))} ${cuts(m)}
      ${m.open ? ghostOnMap(v.pinned, frame) : ''} ${walked(m)} ${pointers(m)}`)}
    ${grips(m)} ${labels(m)}
  </svg>`;
}
