/** The map of a plane, the path above it, the section through it, and the loss along the section. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { ballFace, handle } from '../../parts/drag';
import { areaPath, discPath, linePath, linspace, round } from '../../plot/curve';
import { brief, significant } from '../../plot/format';
import { ring } from '../../plot/marks';
import { clamp, linearAxis } from '../../plot/scales';
import { betweenPicture } from './between-plot';
import type { Settings } from './choices';
import { planePicture, rules } from './plane-picture';
import { endsOfSection, footOf, frameOf, ON, PLACES, type Frame } from './section';
import type { Pair, Seen, Slice } from './seen';

/** Steps nearer to each other than this, in px, add nothing that could be seen. */
const NEAR = 1.2;

function way(slice: Slice, { x, y }: Frame, from: number, to: number): string {
  let [path, lx, ly] = ['', NaN, NaN];
  for (let k = Math.floor(from); k <= to; k++) {
    const [px, py] = slice.at(k).map((c, i) => (i ? y : x).at(c)) as [number, number];
    if (k < to && Math.abs(px - lx) + Math.abs(py - ly) < NEAR) continue;
    path += `${path ? 'L' : 'M'}${round(px)} ${round(py)}`;
    [lx, ly] = [px, py];
  }
  return path;
}

/** Every twelfth update as a dot: close together where it is slow. */
function dots(slice: Slice, { x, y }: Frame, to: number): string {
  let path = '';
  for (let k = 0; k <= to; k += 12) {
    const [px, py] = slice.at(k);
    path += discPath(x.at(px), y.at(py), 2);
  }
  return path;
}

/** As the loss goes on the map: its path, and both its ends by name. */
function path(v: Seen, slice: Slice, frame: Frame): SVGTemplateResult {
  const { steps } = v.model;
  const [start, end] = [slice.at(0), slice.at(steps)].map(([x, y]): Pair => [frame.x.at(x), frame.y.at(y)]);
  const small = Math.hypot(start![0] - end![0], start![1] - end![1]) < 60;
  return svg`<g data-spot="path" aria-hidden="true">
    <path class="gd-racer-seam" d=${way(slice, frame, 0, steps)}></path>
    <path class="gd-parameter-thin" d=${way(slice, frame, v.time, steps)}></path>
    <path class="gd-parameter-fill" d=${dots(slice, frame, v.time)}></path>
    ${ring(...start!, 4)} ${ring(...end!, 4.5)}
    ${
      small
        ? svg`<text class="gd-parameter-text" x=${round(end![0] + 16)} y=${round(end![1] + 26)}>all of the path</text>`
        : svg`<text class="gd-parameter-text" x=${round(start![0])} y=${round(start![1] - 11)} text-anchor="middle">start</text>
      <text class="gd-parameter-text" x=${round(end![0])} y=${round(end![1] + 20)} text-anchor="middle">end</text>`
    }
  </g>`;
}

const knob = (letter: string): SVGTemplateResult =>
  svg`<circle class="gd-knob" r="11"></circle><text class="gd-racer-number" y="4" text-anchor="middle">${letter}</text>`;

type End = 'a' | 'b';

const percent = (share: number): number => Math.round(1000 * clamp(share, 0, 1)) / 10;

/** Puts an end of the section where a hand wants it, in pixels of the map. */
export function putEnd(v: Seen, { map }: Frame, end: End, px: number, py: number): void {
  const across = percent((px - map.left) / (map.right - map.left));
  const up = percent((map.bottom - py) / (map.bottom - map.top));
  const change: Partial<Settings> = end === 'a' ? { ax: across, ay: up } : { bx: across, by: up };
  v.set(change, { keepTime: true });
  if (!v.local['touched']) v.setLocal({ touched: true });
}

function ends(v: Seen, slice: Slice, frame: Frame): SVGTemplateResult {
  const { settings: s } = v;
  const both = endsOfSection(v, slice);
  const { map, x, y } = frame;
  const [a, b] = both.map((p): Pair => [x.at(p[0]), y.at(p[1])]) as [Pair, Pair];
  const one = (end: End, at: Pair, name: string): SVGTemplateResult => {
    const [across, up] = end === 'a' ? [s.ax, s.ay] : [s.bx, s.by];
    return handle({
      x: clamp(at[0], map.left + 12, map.right - 12),
      y: clamp(at[1], map.top + 12, map.bottom - 12),
      label: `${name}, an end of the section`,
      value: across,
      min: 0,
      max: 100,
      valueText: `${brief(across)} percent across, ${brief(up)} up; loss there ${significant(slice.plane(both[end === 'a' ? 0 : 1]))}`,
      move: (px, py) => putEnd(v, frame, end, px, py),
      nudge: (dx, dy, by) => putEnd(v, frame, end, at[0] + 5 * by * dx, at[1] - 5 * by * dy),
      face: knob(name),
      hint: end === 'b' && !v.local['touched'] ? 'drag me' : undefined,
    });
  };
  return svg`<g data-spot="section">
    <path class="gd-racer-seam" d=${`M${round(a[0])} ${round(a[1])}L${round(b[0])} ${round(b[1])}`} aria-hidden="true"></path>
    <path class="gd-solid-line" d=${`M${round(a[0])} ${round(a[1])}L${round(b[0])} ${round(b[1])}`} aria-hidden="true"></path>
    ${one('a', a, 'A')} ${one('b', b, 'A′')}
  </g>`;
}

const hundred = (share: number): string => `${brief(100 * share, 2)} %`;

/** What each way along the map is. */
export function waysOf(v: Seen, slice: Slice): readonly [string, string] {
  const [one, two] = slice.shares;
  if (v.settings.plane === 'random') return ['random direction 1', 'random direction 2'];
  const of = v.width < 440 ? '' : ' of the movement';
  const first = v.settings.plane === 'path' ? 'direction 1' : 'start to end';
  return [
    `${first}, ${hundred(one)}${of}`,
    `${v.settings.plane === 'path' ? 'direction 2' : 'aside'}, ${hundred(two)}`,
  ];
}

function profile(v: Seen, slice: Slice, frame: Frame): SVGTemplateResult {
  const { profile: box } = frame;
  const both = endsOfSection(v, slice);
  const losses = slice.section(...both, PLACES);
  const finite = losses.filter(Number.isFinite);
  const x = linearAxis([0, 1], [box.left, box.right]);
  const y = linearAxis([0, Math.max(1e-9, ...finite) * 1.02], [box.bottom, box.top], 30);
  const series = { x: linspace(0, 1, PLACES), y: losses };
  const { part, far } = footOf(both, slice.at(v.time), slice);
  const at = losses[Math.round(part * (PLACES - 1))] ?? 0;
  const [px, py] = [round(x.at(part)), round(y.at(at))];
  const own = round(y.at(slice.network(v.step)));
  const on = far < ON;
  return svg`<g data-spot="profile">
    <text class="gd-axis-name" x="0" y=${round(box.top - 9)}>loss along A–A′</text>
    <g aria-hidden="true">
      ${rules(y, frame)}
      <path class="gd-loss-area" d=${areaPath(series, x, y, box.bottom)}></path>
      <path class="gd-loss-line" d=${linePath(series, x, y)}></path>
      <path class="gd-baseline" d=${`M${box.left} ${round(box.bottom)}H${box.right}`}></path>
      <text class="gd-note-strong" x=${box.left} y=${round(box.bottom + 15)} text-anchor="middle">A</text>
      <text class="gd-note-strong" x=${box.right} y=${round(box.bottom + 15)} text-anchor="middle">A′</text>
      ${
        on
          ? svg`<path class="gd-scrub-line" d=${`M${px} ${Math.min(py, own)}V${Math.max(py, own)}`}></path>
        <circle class="gd-halo" cx=${px} cy=${py} r="11"></circle><circle class="gd-ball" cx=${px} cy=${py} r="6"></circle>
        <circle class="gd-pinned-loss-dot" cx=${px} cy=${own} r="4"></circle>
        ${Math.abs(own - py) > 11 ? svg`<text class="gd-loss-text" x=${round(px + 9)} y=${round(own + 4)}>the network</text>` : ''}`
          : svg`<path class="gd-guide-line" d=${`M${px} ${round(box.bottom)}v-7`}></path>
        <text class="gd-note" x=${clamp(px, box.left + 60, box.right - 60)} y=${round(box.bottom + 15)} text-anchor="middle">the ball is beside the section</text>`
      }
    </g>
  </g>`;
}

export function slicePicture(v: Seen): TemplateResult {
  const { slice, between } = v.model;
  if (between) return betweenPicture(v, between);
  if (!slice) return html``;
  const frame = frameOf(v.width, slice);
  const [bx, by] = slice.at(v.time);
  return planePicture(v, {
    label: 'A plane through the loss, and a section through the plane',
    frame,
    ground: slice.map.look(v),
    onMap: svg`${path(v, slice, frame)} ${ends(v, slice, frame)}
    <g data-spot="ball" class="numbers" transform=${`translate(${round(frame.x.at(bx))} ${round(frame.y.at(by))})`}>
      ${ballFace}
    </g>`,
    ways: waysOf(v, slice),
    profile: profile(v, slice, frame),
  });
}
