/** The answer's map: land where the network says yes, its coast, the points, and every straight coast that it is made of. */
import { svg, type SVGTemplateResult } from 'lit';
import { handle, ballFace } from '../../parts/drag';
import { stretchedOver } from '../../plot/contours';
import { discPath, round } from '../../plot/curve';
import { fixed } from '../../plot/format';
import { arrow, beyond } from '../../plot/marks';
import { clamp, type Box } from '../../plot/scales';
import { tideMap } from '../../plot/tide';
import { coastOf, slide, swing, type Coast } from './hands';
import { straight } from './inputs';
import { drawingGround, editing } from './own';
import {
  answerWord,
  chosen,
  isPushed,
  judgedNow,
  mapsNow,
  nameOf,
  passingNow,
  pushedNeuron,
  trainedNow,
  weightsNow,
} from './now';
import { pinnedCoast } from './pinned';
import type { Room } from './room';
import type { Seen } from './seen';
import { coastPath, realms, tideOf } from './tides';

type Spot = readonly [number, number];

/** A coast in pixels: a unit normal that points to the land, and the distance from the picture's corner. */
interface Line {
  readonly nx: number;
  readonly ny: number;
  readonly d: number;
}

function lineOf({ a, b, c }: Coast, r: Room): Line | undefined {
  const [sx, sy] = [r.x.at(1) - r.x.at(0), r.y.at(1) - r.y.at(0)];
  const [px, py] = [a / sx, b / sy];
  const length = Math.hypot(px, py);
  if (!(length > 0)) return undefined;
  const constant = c - px * r.x.at(0) - py * r.y.at(0);
  return { nx: px / length, ny: py / length, d: -constant / length };
}

/** The piece of a line within a box, if there is any. */
function within({ nx, ny, d }: Line, box: Box): readonly [Spot, Spot] | undefined {
  const [cx, cy] = [nx * d, ny * d];
  let [low, high] = [-1e5, 1e5];
  for (const [at, way, from, to] of [
    [cx, -ny, box.left, box.right],
    [cy, nx, box.top, box.bottom],
  ] as const) {
    if (Math.abs(way) < 1e-9) {
      if (at < from || at > to) return undefined;
      continue;
    }
    const [t0, t1] = [(from - at) / way, (to - at) / way];
    low = Math.max(low, Math.min(t0, t1));
    high = Math.min(high, Math.max(t0, t1));
  }
  return low < high
    ? [
        [cx - ny * low, cy + nx * low],
        [cx - ny * high, cy + nx * high],
      ]
    : undefined;
}

const segment = ([a, b]: readonly [Spot, Spot]): string =>
  `M${round(a[0])} ${round(a[1])}L${round(b[0])} ${round(b[1])}`;

/** Whether a neuron's coast can be taken by the hand: a straight line on the map. */
export const handy = (v: Pick<Seen, 'model' | 'settings'>, neuron: number): boolean =>
  v.model.net.place(neuron).layer === 0 && straight(v.settings.inputs) && v.model.examples.kinds === 2;

/** Straight coasts of the first neurons; the chosen one's is drawn by {@link hands}. */
function coasts(v: Seen, r: Room, weights: Float64Array): SVGTemplateResult {
  const { net } = v.model;
  const mine = chosen(v);
  const count = handy(v, 0) && net.hidden ? (net.sizes[1] ?? 0) : 0;
  const others = Array.from({ length: count }, (_, n) => n)
    .filter((n) => n !== mine)
    .map((n) => {
      const line = lineOf(coastOf(v, weights, n), r);
      const piece = line && within(line, r.answer);
      return piece ? segment(piece) : '';
    });
  const bent = !handy(v, mine) && mine < net.hidden;
  // Where the coast lay before its bias was pushed.
  const pushed = isPushed(v) && handy(v, pushedNeuron(v));
  const before = pushed ? lineOf(coastOf(v, trainedNow(v), pushedNeuron(v)), r) : undefined;
  const was = before && within(before, r.answer);
  return svg`<path class="gd-coast-other" d=${others.join('')}></path>
    ${was ? svg`<path class="gd-coast-seam" d=${segment(was)}></path><path class="gd-coast-was" d=${segment(was)}></path>` : ''}
    ${bent ? svg`<path class="gd-coast-mine" vector-effect="non-scaling-stroke" transform=${stretchedOver(r.answer)} d=${coastPath(mapsNow(v), mine)}></path>` : ''}`;
}

const square = (x: number, y: number, half: number): string =>
  `M${round(x - half)} ${round(y - half)}h${2 * half}v${2 * half}h${-2 * half}Z`;
const peak = (x: number, y: number, size: number): string =>
  `M${round(x)} ${round(y - size)}l${size} ${round(1.75 * size)}h${-2 * size}Z`;

/** Points by class: filled on land, hollow at sea; squares were never shown to the network. */
function points(v: Seen, r: Room): SVGTemplateResult {
  const { places, classes, seen, count } = v.model.examples;
  const { wrong } = judgedNow(v);
  const size = count > 200 ? 3 : r.wide ? 3.5 : 3.25;
  const paths = ['', '', ''];
  let rings = '';
  for (let i = 0; i < count; i++) {
    const [x, y] = [r.x.at(places[2 * i] ?? 0), r.y.at(places[2 * i + 1] ?? 0)];
    const kind = classes[i] ?? 0;
    const shape = i >= seen ? square(x, y, size - 0.25) : kind === 2 ? peak(x, y, size + 0.75) : discPath(x, y, size);
    paths[kind] = `${paths[kind] ?? ''}${shape}`;
    if (wrong[i]) rings += discPath(x, y, 7.5);
  }
  return svg`<g aria-hidden="true">
    <path class="gd-at-sea" d=${paths[0]}></path><path class="gd-on-land" d=${paths[1]}></path>
    ${paths[2] ? svg`<path class="gd-on-ice" d=${paths[2]}></path>` : ''}
    <path class="gd-wrong-ring" d=${rings}></path>
  </g>`;
}

/** Length of the arrow, px: a weight of 1 is a hand's breadth, and even a steep one stays on the map. */
const reach = (size: number): number => 54 * Math.log1p(size);
const sizeAt = (length: number): number => Math.expm1(Math.max(0, length) / 54);

/** How far an arrow may go from a place without leaving the map. */
function roomAlong([x, y]: Spot, { nx, ny }: Line, { left, right, top, bottom }: Box): number {
  const across = nx > 0 ? (right - 8 - x) / nx : nx < 0 ? (left + 8 - x) / nx : Infinity;
  const down = ny > 0 ? (bottom - 8 - y) / ny : ny < 0 ? (top + 8 - y) / ny : Infinity;
  return Math.min(across, down);
}

interface Grip {
  readonly neuron: number;
  readonly at: Spot;
}

/** Where the coast is taken: where the hand last was, or left of the middle. */
function ballOn(v: Seen, r: Room, line: Line, neuron: number): { readonly at: Spot; readonly off: boolean } {
  const grip = v.local['grip'] as Grip | undefined;
  const { answer: box } = r;
  const wanted: Spot =
    grip?.neuron === neuron
      ? [r.x.at(grip.at[0]), r.y.at(grip.at[1])]
      : [box.left + (box.right - box.left) * 0.26, box.top + (box.bottom - box.top) * 0.6];
  const inner = { left: box.left + 16, right: box.right - 16, top: box.top + 16, bottom: box.bottom - 16 };
  const piece = within(line, inner);
  const away = line.nx * wanted[0] + line.ny * wanted[1] - line.d;
  const foot: Spot = [wanted[0] - away * line.nx, wanted[1] - away * line.ny];
  if (!piece)
    return { at: [clamp(foot[0], inner.left, inner.right), clamp(foot[1], inner.top, inner.bottom)], off: true };
  const [[ax, ay], [bx, by]] = piece;
  const [dx, dy] = [bx - ax, by - ay];
  const t = clamp(((foot[0] - ax) * dx + (foot[1] - ay) * dy) / (dx * dx + dy * dy || 1), 0, 1);
  return { at: [ax + dx * t, ay + dy * t], off: false };
}

/** The chosen coast with its ball, which slides it, and its arrow, which turns and stretches it. */
function hands(v: Seen, r: Room, weights: Float64Array): SVGTemplateResult | string {
  const neuron = chosen(v);
  if (!handy(v, neuron)) return '';
  const coast = coastOf(v, weights, neuron);
  const line = lineOf(coast, r);
  if (!line) return '';
  const size = Math.hypot(coast.a, coast.b);
  const { at, off } = ballOn(v, r, line, neuron);
  const place: Spot = [r.x.value(at[0]), r.y.value(at[1])];
  const hold = (x: number, y: number): void => v.setLocal({ grip: { neuron, at: [r.x.value(x), r.y.value(y)] } });
  const long = Math.min(reach(size), Math.max(18, roomAlong(at, line, r.answer)));
  const tip: Spot = [at[0] + line.nx * long, at[1] + line.ny * long];
  const piece = within(line, r.answer);
  const inBox = (x: number, y: number): Spot => [
    clamp(x, r.answer.left + 4, r.answer.right - 4),
    clamp(y, r.answer.top + 4, r.answer.bottom - 4),
  ];
  const turn = (by: number, times: number): void => {
    const [cos, sin] = [Math.cos(by), Math.sin(by)];
    swing(v, (coast.a * cos - coast.b * sin) * times, (coast.a * sin + coast.b * cos) * times, place);
  };
  const right = tip[0] < r.answer.right - 84;
  const named = off
    ? undefined
    : { x: tip[0] + (right ? 10 : -10), y: clamp(tip[1] + 12, r.answer.top + 14, r.answer.bottom - 8) };
  return svg`
    ${piece ? svg`<path class="gd-coast-seam" d=${segment(piece)}></path><path class="gd-coast-mine" d=${segment(piece)}></path>` : ''}
    ${off ? beyond(at[0] - line.nx * 14, at[1] - line.ny * 14, Math.abs(line.nx) > Math.abs(line.ny) ? (line.nx > 0 ? 'left' : 'right') : line.ny > 0 ? 'up' : 'down') : ''}
    ${arrow(at, tip, 'parameter')}
    ${named ? svg`<text class="gd-parameter-text" x=${round(named.x)} y=${round(named.y)} text-anchor=${right ? 'start' : 'end'} aria-hidden="true">its weights</text>` : ''}
    ${handle({
      x: tip[0],
      y: tip[1],
      label: `Weights of ${nameOf(v, neuron)}: turn and stretch its coast`,
      value: round(size),
      min: 0,
      max: 100,
      valueText: `${fixed(coast.a, 2)} and ${fixed(coast.b, 2)}`,
      move: (x, y) => {
        const [dx, dy] = [x - at[0], y - at[1]];
        const length = Math.hypot(dx, dy) || 1;
        const strong = Math.max(0.05, sizeAt(length));
        swing(v, (dx / length) * strong, (-dy / length) * strong, place);
        hold(...at);
      },
      nudge: (dx, dy, scale) => turn(-dx * 0.05 * scale, 1 + dy * 0.05 * Math.min(4, scale)),
      face: svg`<circle class="gd-parameter-dot" r="4.5"></circle>`,
    })}
    ${handle({
      x: at[0],
      y: at[1],
      label: `Bias of ${nameOf(v, neuron)}: slide its coast`,
      value: coast.c,
      min: -100,
      max: 100,
      valueText: fixed(coast.c, 2),
      move: (x, y) => {
        const [px, py] = inBox(x, y);
        slide(v, r.x.value(px), r.y.value(py));
        hold(px, py);
      },
      nudge: (dx, dy, scale) =>
        slide(
          v,
          place[0] - (coast.a / size) * 0.03 * (dx || dy) * scale,
          place[1] - (coast.b / size) * 0.03 * (dx || dy) * scale,
        ),
      face: ballFace,
      hint: v.local['touched'] === true || v.settings.revealed ? undefined : 'drag me',
      hintAt: at[0] > r.answer.left + 66 ? [-66, 20] : [16, 22],
    })}`;
}

/** Asks the network at one place: every number beside is about it. */
function crosshair(v: Seen, r: Room): SVGTemplateResult {
  const { x, y } = v.settings;
  const { ground } = v.model;
  const set = (cx: number, cy: number): void => {
    const tidy = (value: number, [low, high]: readonly [number, number]): number =>
      Math.round(clamp(value, low, high) * 100) / 100;
    v.set({ x: tidy(cx, ground.x), y: tidy(cy, ground.y) }, { keepTime: true });
  };
  const step = (ground.x[1] - ground.x[0]) / 100;
  return handle({
    x: clamp(r.x.at(x), r.answer.left, r.answer.right),
    y: clamp(r.y.at(y), r.answer.top, r.answer.bottom),
    label: 'Crosshair: where the network is asked',
    value: x,
    min: ground.x[0],
    max: ground.x[1],
    valueText: `${fixed(x, 2)}, ${fixed(y, 2)}`,
    move: (px, py) => set(r.x.value(px), r.y.value(py)),
    nudge: (dx, dy, scale) => set(x + dx * step * scale, y + dy * step * scale),
    face: svg`<circle class="gd-coast-seam" r="8"></circle><path class="gd-cross-hair" d="M-13 0H-5M5 0H13M0 -13V-5M0 5V13M-8 0a8 8 0 1 0 16 0a8 8 0 1 0 -16 0"></path>`,
  });
}

function wordsBelow(v: Seen, r: Room): SVGTemplateResult {
  const { seen, count } = v.model.examples;
  const { right, unseenRight } = judgedNow(v);
  const { net } = v.model;
  const answers = passingNow(v).answers.slice(net.hidden);
  const kept =
    count > seen ? svg`, <tspan class="gd-note-strong">${unseenRight}</tspan> of ${count - seen} unseen` : '';
  const said = answerWord(v, answers);
  const short = r.answer.right - r.answer.left < 300;
  return svg`<g aria-hidden="true">
    <text class="gd-note" x=${round(r.answer.left)} y=${round(r.words)}><tspan class="gd-note-strong">${right}</tspan> of ${seen} ${short ? 'right' : 'on the right shore'}${kept}</text>
    <text class="gd-note" x=${round(r.answer.right)} y=${round(r.words)} text-anchor="end">${!short && r.wide && count === seen ? 'here the answer is' : 'here:'} <tspan class="gd-note-strong">${said}</tspan></text>
  </g>`;
}

/** Three answers, each where it is the largest: sea, land, and ice. */
function threeShores(
  [land = '', ice = '']: readonly string[],
  box: Box,
  water: string,
  clip: string,
): SVGTemplateResult {
  const [x, y, w, h] = [box.left, box.top, box.right - box.left, box.bottom - box.top].map(round);
  const place = stretchedOver(box);
  const area = (kind: string, d: string): SVGTemplateResult =>
    svg`<path class=${kind} vector-effect="non-scaling-stroke" d=${d}></path>`;
  return svg`<g aria-hidden="true">
    <clipPath id=${clip}><rect x=${x} y=${y} width=${w} height=${h}></rect></clipPath>
    <g clip-path=${`url(#${clip})`}>
      <rect class="gd-sea-2" x=${x} y=${y} width=${w} height=${h}></rect>
      <rect fill=${`url(#${water})`} x=${x} y=${y} width=${w} height=${h}></rect>
      <g transform=${place}>${area('gd-land-2', land)}${area('gd-ice', ice)}${area('gd-coast-line', land)}${area('gd-coast-line', ice)}</g>
    </g>
  </g>`;
}

export function answerPicture(v: Seen, r: Room): SVGTemplateResult {
  const weights = weightsNow(v);
  const { net } = v.model;
  const { answer: box } = r;
  const clip = `${v.id}-answer`;
  const water = `${v.id}-water`;
  const maps = mapsNow(v);
  return svg`<g data-spot="map">
    ${
      v.model.examples.kinds === 2
        ? tideMap(tideOf(maps, net.hidden, v.model.squash(net.hidden), true), {
            box,
            water,
            clip,
            coast: 'gd-coast-line',
          })
        : threeShores(realms(maps, net.hidden), box, water, clip)
    }
    <rect class="gd-map-rim" x=${round(box.left)} y=${round(box.top)} width=${round(box.right - box.left)} height=${round(box.bottom - box.top)}></rect>
    <g clip-path=${`url(#${clip})`}>${coasts(v, r, weights)} ${pinnedCoast(v, box)} ${points(v, r)}</g>
    ${drawingGround(v, r)} ${editing(v) ? '' : hands(v, r, weights)} ${crosshair(v, r)} ${wordsBelow(v, r)}
  </g>`;
}
