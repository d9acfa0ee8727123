/** Where a slope comes from: a quotient that closes in on it as its step shrinks, until rounding spoils it. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { ballFace, handle } from '../../parts/drag';
import { segmented, tidy } from '../../parts/slider';
import { areaPath, linePath, round } from '../../plot/curve';
import { brief, exact, fixed, significant } from '../../plot/format';
import { frame } from '../../plot/frame';
import { clamp, linearAxis, type Axis, type Box } from '../../plot/scales';
import { errorPlot } from './error-plot';
import { quotients, WIDTHS, type Estimate, type Quotients } from './quotients';
import { quotientTables } from './tables';
import { defineFigure, type View } from '../figure';
import { curveNames, curves } from '../profile';
import { choice, number } from '../settings';

/** From here on the two plots stand side by side. */
const WIDE = 460;
const DECIMALS = 11;
/** Places where both quotients and the slope can be told apart. */
const PLACES = { parabola: 1, linex: -1, double_well: 1.4 } as const;

const settings = {
  function: choice('curve', curveNames, 'linex'),
  at: number({ label: 'weight', initial: PLACES.linex, min: -10, max: 10 }),
  h: number({ label: 'step width h', initial: 0.5, ...WIDTHS }),
};

type Seen = View<typeof settings, Quotients>;

interface Room {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

function curveRoom(v: Seen, left: number, top: number, right: number, bottom: number): Room {
  const box = { left: left + 26, top: top + 22, right: right - 8, bottom: bottom - 42 };
  const { ground } = v.model;
  return {
    box,
    x: linearAxis(ground.domain, [box.left, box.right], 46),
    y: linearAxis([Math.min(0, ...ground.minima.map((m) => m.y)), ground.top], [box.bottom, box.top], 44),
  };
}

/** A straight line of a given slope through a point, across the whole plot. */
function straight(r: Room, x: number, y: number, slope: number): string {
  const [low, high] = r.x.domain;
  return `M${round(r.box.left)} ${round(r.y.at(y + slope * (low - x)))}L${round(r.box.right)} ${round(r.y.at(y + slope * (high - x)))}`;
}

function curve(v: Seen, r: Room): SVGTemplateResult {
  const { ground, at, h, slope, forward, central } = v.model;
  const [low, high] = ground.domain;
  const here = ground.value(at);
  const ends = [at - h, at + h].map((x) => ({ x, y: ground.value(x) }));
  const ahead = ends[1]?.y ?? here;
  const clip = `${v.id}-clip`;
  const inside = (x: number, y: number): boolean => x >= low && x <= high && y <= ground.top;
  const set = (w: number): void => {
    v.set({ at: Math.round(clamp(w, low, high) * 100) / 100 });
    if (!v.local['touched']) v.setLocal({ touched: true });
  };
  return svg`<clipPath id=${clip}><rect x=${r.box.left} y=${r.box.top - 4} width=${r.box.right - r.box.left} height=${r.box.bottom - r.box.top + 4}></rect></clipPath>
      ${frame({ box: r.box, x: r.x, y: r.y, xName: 'weight w', yName: 'loss' })}
      <g clip-path=${`url(#${clip})`}>
        <path class="gd-loss-area" d=${areaPath(ground.curve, r.x, r.y, r.box.bottom)}></path>
        <path class="gd-loss-line" d=${linePath(ground.curve, r.x, r.y)}></path>
        <path class="gd-gradient-line" d=${straight(r, at, here, slope)}></path>
        <path class="gd-dotted-line" d=${straight(r, at + h, ahead, central.value)}></path>
        <path class="gd-solid-line" d=${straight(r, at, here, forward.value)}></path>
      </g>
      ${ends.filter((e) => inside(e.x, e.y)).map((e) => svg`<circle class="gd-hollow-dot" cx=${round(r.x.at(e.x))} cy=${round(r.y.at(e.y))} r="4"></circle>`)}
      ${handle({
        x: r.x.at(at),
        y: r.y.at(Math.min(here, ground.top)),
        label: 'The weight at which the slope is wanted',
        value: at,
        min: low,
        max: high,
        valueText: `w ${fixed(at, 2)}, slope ${fixed(slope)}`,
        move: (px) => set(r.x.value(px)),
        nudge: (dx, dy, scale) => set(at + (dx || dy) * 0.05 * scale),
        face: ballFace,
      })}`;
}

function plot(v: Seen): TemplateResult {
  const wide = v.width >= WIDE;
  const split = wide ? Math.round(v.width * 0.57) : v.width;
  const upper = wide ? 270 : 250;
  const height = wide ? upper : upper + 190;
  const setWidth = (h: number): void => {
    v.set({ h: clamp(tidy(h, true), WIDTHS.min, WIDTHS.max) });
    if (!v.local['touched']) v.setLocal({ touched: true });
  };
  return html`<svg
    width=${v.width}
    height=${height}
    viewBox=${`0 0 ${v.width} ${height}`}
    role="group"
    aria-label="Errors of two difference quotients against their step width, and the lines they stand for"
  >
    ${errorPlot({
      quotients: v.model,
      width: split,
      height: upper,
      setWidth,
      hint: v.local['touched'] ? undefined : 'drag me',
    })}
    ${wide ? curve(v, curveRoom(v, split + 12, 0, v.width, upper)) : curve(v, curveRoom(v, 0, upper + 4, v.width, height))}
  </svg>`;
}

/** A number whose right digits stand out: as many as it has in common with the exact one. */
function digits(value: number, truth: number): TemplateResult {
  const [text, right] = [fixed(value, DECIMALS), fixed(truth, DECIMALS)];
  let same = 0;
  while (same < text.length && text[same] === right[same]) same++;
  return html`<b>${text.slice(0, same)}</b><span class="quiet">${text.slice(same)}</span>`;
}

const sample = (kind: string): TemplateResult =>
  html`<svg class="sample" viewBox="0 0 26 8" width="26" height="8" aria-hidden="true">
    <path class=${`gd-${kind}-line`} d="M1 4H25"></path>
  </svg>`;

function panels(v: Seen): TemplateResult {
  const { h, slope, forward, central } = v.model;
  const row = (kind: string, name: string, e: Estimate): TemplateResult =>
    html`<tr>
      <th scope="row">${sample(kind)} ${name}</th>
      <td title=${exact(e.value)}>${digits(e.value, slope)}</td>
      <td title=${exact(e.error)}>${brief(e.error, 2)}</td>
    </tr>`;
  return html`<table class="quotients">
    <caption class="unseen">
      Quotients for h = ${brief(h)}
    </caption>
    <thead>
      <tr>
        <th scope="col">h = ${brief(h)}</th>
        <th scope="col">quotient</th>
        <th scope="col">error</th>
      </tr>
    </thead>
    <tbody>
      ${row('solid', 'forward', forward)} ${row('dotted', 'central', central)}
      <tr>
        <th scope="row">${sample('gradient')} exact slope</th>
        <td title=${exact(slope)} class="idea-gradient"><b>${fixed(slope, DECIMALS)}</b></td>
        <td></td>
      </tr>
    </tbody>
  </table>`;
}

function controls(v: Seen): TemplateResult {
  return segmented({
    id: `${v.id}-function`,
    label: 'curve',
    value: v.settings.function,
    options: curveNames.map((name) => ({ value: name, label: curves[name].label })),
    input: (name) => {
      v.set({ function: name, at: PLACES[name] });
      v.setLocal({ touched: true });
    },
  });
}

export const figure = defineFigure<typeof settings, Quotients>({
  name: 'difference-quotient',
  title: 'Two difference quotients and their errors',
  caption: 'Drag h to the left: the errors fall, turn, and climb again. Where do they turn?',
  heights: [718, 527],
  settings,
  model: (engine, s) => quotients(engine, s),
  plot,
  panels,
  controls,
  tables: (v) => quotientTables(v.model),
  sentence: ({ model: { h, slope, forward, central } }) =>
    `With h = ${brief(h)} the forward quotient is ${fixed(forward.value, 6)}, wrong by ${significant(forward.error, 2)}; ` +
    `the central one is ${fixed(central.value, 6)}, wrong by ${significant(central.error, 2)}. The slope is ${fixed(slope, 6)}.`,
});
