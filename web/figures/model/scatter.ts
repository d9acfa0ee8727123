/** The main picture: points, the line, and how far it misses each of them. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { ballFace, follow, handle, toLocal } from '../../parts/drag';
import { round } from '../../plot/curve';
import { brief, fixed, grouped } from '../../plot/format';
import { frame } from '../../plot/frame';
import { beyond } from '../../plot/marks';
import { clamp } from '../../plot/scales';
import { bestLine } from './best-line';
import { dropFile } from './dropping';
import {
  addPoint,
  choose,
  chosen,
  dialsNow,
  extentNow,
  movePoint,
  nudgePoint,
  removePoint,
  takeFile,
  turn,
} from './hands';
import { lineAt, MANY, nearest, pictureOf, straight, type Line, type Picture } from './picture';
import { sameLine } from './points';
import { axisName, inWords, namesOf } from './words';
import { known, oneDial, type Seen } from './seen';
import { guessHandle, guessLine, hasLever } from './wager';

/** A point let go this far outside the frame is taken away. */
const OUT = 34;

/** Each miss as a line from the point to the prediction, or as the square upon that line. */
function misses(v: Seen, r: Picture, at: Line): SVGTemplateResult {
  const { residuals } = v.settings;
  if (residuals === 'none') return svg``;
  const middle = (r.box.left + r.box.right) / 2;
  let [squares, lines] = ['', ''];
  for (let i = 0; i < r.px.length; i++) {
    const [px, py] = [r.px[i] ?? 0, r.py[i] ?? 0];
    const foot = at(px);
    lines += `M${round(px)} ${round(py)}V${round(foot)}`;
    // Towards the middle, where there is room; corners in one order, so that overlaps stay filled.
    const side = Math.abs(foot - py);
    const from = px < middle ? px : px - side;
    squares += `M${round(from)} ${round(Math.min(py, foot))}h${round(side)}v${round(side)}h${round(-side)}Z`;
  }
  const faint = r.px.length > MANY ? '-faint' : '';
  return svg`${residuals === 'squares' ? svg`<path class=${`gd-miss-square${faint}`} d=${squares}></path>` : ''}
    <path class=${`gd-miss-line${faint}`} d=${lines}></path>`;
}

/** The line where a pinned run has brought it by now; its dials may turn in another scale. */
function pinnedLine({ model: { survey }, pinned }: Seen, r: Picture): SVGTemplateResult | string {
  if (!pinned) return '';
  const { run, survey: own } = pinned.model;
  const line = sameLine(run.at(pinned.time, 0), run.at(pinned.time, 1), own.scale, survey.scale);
  const at = lineAt(r, line.weight, line.bias);
  const end = r.box.right - 40;
  return svg`<path class="gd-pinned-line" d=${straight(r, at)}></path>
    <text class="gd-note" x=${end} y=${round(clamp(at(end) + 18, r.box.top + 14, r.box.bottom - 6))} text-anchor="end">pinned</text>`;
}

const outside = ({ box }: Picture, x: number, y: number): boolean =>
  x < box.left - OUT || x > box.right + OUT || y < box.top - OUT || y > box.bottom + OUT;

/** Picks up the nearest point and carries it along; outside the frame it is let fall. */
function carry(v: Seen, r: Picture, e: PointerEvent): void {
  const target = e.currentTarget as Element;
  let grip: { index: number; dx: number; dy: number } | undefined;
  let out = false;
  const move = (x: number, y: number): void => {
    if (!grip) {
      const index = nearest(r, x, y);
      grip = { index, dx: (r.px[index] ?? x) - x, dy: (r.py[index] ?? y) - y };
      v.setLocal({ chosen: index, held: extentNow(v), touched: true });
      return;
    }
    if (outside(r, x, y) !== out) v.setLocal({ leaving: (out = !out) });
    movePoint(v, grip.index, r.x.value(x + grip.dx), r.y.value(y + grip.dy));
  };
  follow(e, move, () => {
    v.setLocal({ held: undefined, leaving: false });
    if (out && grip) removePoint(v, grip.index);
    target.closest('svg')?.querySelector<SVGElement>('.point')?.focus({ preventScroll: true });
  });
}

/** The chosen point's ring; until one is chosen the first can be reached by key, and shows nothing. */
function ringed(v: Seen, r: Picture): SVGTemplateResult {
  const index = chosen(v) ?? 0;
  const { points, count } = v.model.survey;
  const [x, y] = [points[2 * index] ?? 0, points[2 * index + 1] ?? 0];
  const keys = (e: KeyboardEvent): void => {
    if (e.key !== 'Delete' && e.key !== 'Backspace') return;
    e.preventDefault();
    removePoint(v, index);
  };
  const extent = extentNow(v);
  return svg`<g @keydown=${keys}>${handle({
    x: r.px[index] ?? 0,
    y: r.py[index] ?? 0,
    label: `Point ${index + 1} of ${count}. Arrow keys move it, Delete removes it`,
    value: y,
    min: extent.y[0],
    max: extent.y[1],
    valueText: `${brief(x, 4)}, ${brief(y, 4)}`,
    move: (mx, my) => movePoint(v, index, r.x.value(mx), r.y.value(my)),
    nudge: (dx, dy, scale) => {
      choose(v, index);
      nudgePoint(v, index, dx * scale, dy * scale);
    },
    face: svg`<circle class="gd-chosen" r="8.5"></circle>`,
    kind: `point ${chosen(v) === undefined ? 'resting' : ''}`,
  })}</g>`;
}

/** Where the bias is held: on the axis x = 0 if that is in view, otherwise at the line's left end. */
function pivot(r: Picture): number {
  const zero = r.shown.at(0);
  return zero >= r.shown.range[0] - 1 && zero < r.shown.range[1] - 60 ? zero : r.shown.range[0];
}

/** Ends where the plot ends, so that it is whole on the narrowest screen. */
const hint = (x: number, y: number): SVGTemplateResult =>
  svg`<text class="gd-label hint" x=${round(x)} y=${round(y)} text-anchor="end" aria-hidden="true">drag me</text>`;

/** Beside a handle, above it where there is room. */
const name = (x: number, y: number, text: string): SVGTemplateResult =>
  svg`<text class="gd-parameter-text hint" x=${round(x + (text === 'bias' ? 14 : -4))} y=${round(y + 26)} text-anchor=${text === 'bias' ? 'start' : 'end'} aria-hidden="true">${text}</text>`;

/** The end that does not move while one dial is turned alone. */
const nail = (r: Picture, x: number, y: number, bias: string): SVGTemplateResult =>
  svg`<circle class="gd-parameter-dot" cx=${round(x)} cy=${round(y)} r="4.5"></circle>
    <text class="gd-note hint" x=${round(Math.max(x, r.box.left) + 2)} y=${round(r.box.bottom - 5)} aria-hidden="true">the left end is nailed: bias ${bias}</text>`;

/** Two handles on the line: one lifts it (bias), one tilts it about the first (weight). */
function lineHandles(v: Seen, r: Picture, weight: number, bias: number): SVGTemplateResult[] {
  const { dials, decimals } = v.model.survey;
  const at = lineAt(r, weight, bias);
  const [foot, end] = [pivot(r), r.shown.range[1]];
  const [x0, x1] = [r.shown.value(foot), r.shown.value(end)];
  const lift = (y: number): void => turn(v, { bias: bias + y - (weight * x0 + bias) });
  const nailed = oneDial(v);
  const tilt = (y: number): void => {
    // With the bias nailed the line turns about its foot on the axis, wherever that is.
    if (nailed && hasLever(r)) {
      turn(v, { weight: (y - bias) / x1 });
      return;
    }
    const slope = (y - (weight * x0 + bias)) / (x1 - x0);
    turn(v, { weight: slope, bias: weight * x0 + bias - slope * x0 });
  };
  // A handle whose end left the picture waits inside, under an arrow that says where the line went.
  const inside = (py: number): number => (py < r.box.top ? r.box.top + 20 : py > r.box.bottom ? r.box.bottom - 20 : py);
  const away = (px: number): SVGTemplateResult | string => {
    const py = at(px);
    if (py < r.box.top) return beyond(px, r.box.top + 2, 'up');
    return py > r.box.bottom ? beyond(px, r.box.bottom - 2, 'down') : '';
  };
  const key = (range: readonly [number, number]): number => (range[1] - range[0]) / 200;
  const lifter = (): SVGTemplateResult =>
    svg`${away(foot)}${handle({
      x: foot,
      y: inside(at(foot)),
      label: 'Bias: lifts the line',
      value: bias,
      min: dials.bias[0],
      max: dials.bias[1],
      valueText: `bias ${fixed(bias, decimals.bias)}`,
      move: (_, py) => lift(r.y.value(py)),
      nudge: (dx, dy, scale) => turn(v, { bias: bias + (dy || dx) * scale * key(dials.bias) }),
      face: ballFace,
    })}${name(foot, inside(at(foot)), 'bias')}`;
  return [
    nailed ? nail(r, foot, inside(at(foot)), brief(bias, 4)) : lifter(),
    svg`${away(end)}${handle({
      x: end,
      y: inside(at(end)),
      label: 'Weight: tilts the line',
      value: weight,
      min: dials.weight[0],
      max: dials.weight[1],
      valueText: `weight ${fixed(weight, decimals.weight)}`,
      move: (_, py) => tilt(r.y.value(py)),
      nudge: (dx, dy, scale) =>
        tilt((weight + (dy || dx) * scale * key(dials.weight)) * (x1 - x0) + weight * x0 + bias),
      face: ballFace,
    })}${v.local['touched'] || v.time > 0 || !known(v) ? '' : hint(end + 9, inside(at(end)) - 20)}${nailed ? '' : name(end, inside(at(end)), 'weight')}`,
  ];
}

/** The line as a sentence, as far as there is room: velocity = 454.2 × distance − 40.8. */
function equation(v: Seen, weight: number, bias: number): string {
  const { x, y } = namesOf(v);
  const { decimals } = v.model.survey;
  const b = fixed(Math.abs(bias), decimals.bias);
  const text = `${y.name} = ${fixed(weight, decimals.weight)} × ${x.name} ${bias < 0 ? '−' : '+'} ${b}`;
  return text.length > 52 ? text.slice(text.indexOf('=')) : text;
}

/** Above the picture: how wrong the line is, and where there is room, the line itself. */
function heading(v: Seen, r: Picture, weight: number, bias: number): SVGTemplateResult {
  const [x, y] = [r.box.right, r.box.top - 9];
  const loss = grouped(v.model.run.loss(v.step));
  const line = v.width < 500 ? '' : equation(v, weight, bias);
  return svg`<text class="gd-loss-text" x=${x} y=${y} text-anchor="end">loss ${loss}</text>
    <text class="gd-parameter-text" x=${round(x - 24 - (loss.length + 5) * 7)} y=${y} text-anchor="end">${line}</text>`;
}

export function plot(v: Seen): TemplateResult {
  const r = pictureOf(v);
  const { weight, bias } = dialsNow(v);
  const at = lineAt(r, weight, bias);
  const names = namesOf(v);
  const clip = `${v.id}-clip`;
  const { box } = r;
  const add = (e: MouseEvent): void => {
    const [x, y] = toLocal(e, e.currentTarget as Element);
    if ((e.target as Element).closest('.handle, .grips')) return;
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) addPoint(v, r.x.value(x), r.y.value(y));
  };
  return html`<svg
    width=${v.width}
    height=${r.height}
    viewBox=${`0 0 ${v.width} ${r.height}`}
    role="group"
    aria-label=${`${inWords(v, v.model.survey.count)} and a line`}
    data-spot="plot"
    class=${`${v.local['leaving'] ? 'leaving' : ''} ${oneDial(v) ? 'one-dial' : ''}`}
    @dblclick=${add}
    @dragover=${takeFile}
    @drop=${(e: DragEvent) => dropFile(v, e)}
  >
    <clipPath id=${clip}>
      <rect x=${box.left} y=${box.top} width=${box.right - box.left} height=${box.bottom - box.top}></rect>
    </clipPath>
    ${frame({ box, x: r.shown, y: r.y, xName: axisName(names.x), yName: axisName(names.y) })}
    <g clip-path=${`url(#${clip})`}>
      ${misses(v, r, at)} ${guessLine(v, r)} ${bestLine(v, r, at)} ${pinnedLine(v, r)}
      <path class="gd-parameter-line" d=${straight(r, at)}></path>
    </g>
    <path class=${r.px.length > MANY ? 'gd-datum-faint' : 'gd-datum'} d=${r.dots}></path>
    ${heading(v, r, weight, bias)}
    ${v.local['leaving'] ? svg`<text class="gd-label" x=${(box.left + box.right) / 2} y=${box.bottom - 10} text-anchor="middle">let go to take it away</text>` : ''}
    <path class="grips" d=${r.grips} @pointerdown=${(e: PointerEvent) => carry(v, r, e)}></path>
    ${ringed(v, r)} ${guessHandle(v, r)} ${lineHandles(v, r, weight, bias)}
  </svg>`;
}
