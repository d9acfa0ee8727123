/** Steepest, measured how? One ball, one bowl, two rulers: where the loss falls fastest per length depends on the length. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Engine, Objective } from '../../engine/engine';
import { ballFace, handle } from '../../parts/drag';
import { slider } from '../../parts/slider';
import { logLevels, terrainMap, type Terrain } from '../../plot/contours';
import { round } from '../../plot/curve';
import { brief, fixed } from '../../plot/format';
import { arrow, cross } from '../../plot/marks';
import { clamp, hundredths } from '../../plot/scales';
import { traceTerrain } from '../../plot/tracing';
import { defineFigure, type Model, type View } from '../figure';
import { reliefOf, type Relief } from '../numbers';
import { rulerTables } from './tables';
import { number } from '../settings';

const CONDITION = 4;
const SIDE = 4;
const CELLS = 56;
const RULERS = { min: 0.4, max: 2.5 } as const;

const settings = {
  x: number({ label: 'ball, first dial', initial: -2.6, min: -SIDE, max: SIDE }),
  y: number({ label: 'ball, second dial', initial: 1.6, min: -SIDE, max: SIDE }),
  /** How long a step of 1 along y is, in steps of 1 along x. */
  ruler: number({ label: 'length of one unit of y, in units of x', initial: 1, ...RULERS }),
};

interface Ruler extends Model {
  readonly terrain: Terrain;
  readonly relief: Relief;
  readonly gradient: readonly [number, number];
}
type Seen = View<typeof settings, Ruler>;

/** One picture of the bowl: `x` and `y` pixels for a unit of each dial, about a middle. */
interface Panel {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly unitX: number;
  readonly unitY: number;
}

const TOP = 24;
/** How long the steps are that are compared, by the ruler, in units of x. */
const LENGTH = 1.25;
/** Steepest descent by this ruler: the step of one length whose promise is largest. */
function steepest({ model: { gradient }, settings: { ruler } }: Seen): readonly [number, number] | undefined {
  const [dx, dy] = [-gradient[0], -gradient[1] / ruler ** 2];
  const length = Math.hypot(dx, dy * ruler);
  return length > 1e-9 ? [dx / length, dy / length] : undefined;
}

/** By how many degrees, as this ruler sees them, that way misses the bottom. */
function miss(v: Seen): number | undefined {
  const way = steepest(v);
  const { x, y, ruler } = v.settings;
  if (!way) return undefined;
  const turn = Math.atan2(way[1] * ruler, way[0]) - Math.atan2(-y * ruler, -x);
  return Math.abs((((turn * 180) / Math.PI + 540) % 360) - 180);
}

function panel(v: Seen, p: Panel, title: string, draggable: boolean): SVGTemplateResult {
  const { x, y, ruler } = v.settings;
  const [cx, cy] = [p.left + p.width / 2, TOP + p.height / 2];
  const at = (px: number, py: number): readonly [number, number] => [cx + px * p.unitX, cy - py * p.unitY];
  const [bx, by] = at(x, y);
  const way = steepest(v);
  const tip = way && at(x + way[0] * LENGTH, y + way[1] * LENGTH);
  const clip = `${v.id}-${draggable ? 'as-is' : 'ruled'}`;
  const place = (px: number, py: number): void =>
    v.set({
      x: hundredths(clamp((px - cx) / p.unitX, -SIDE, SIDE)),
      y: hundredths(clamp((cy - py) / p.unitY, -SIDE, SIDE)),
    });
  const box = {
    left: cx - SIDE * p.unitX,
    right: cx + SIDE * p.unitX,
    top: cy - SIDE * p.unitY,
    bottom: cy + SIDE * p.unitY,
  };
  return svg`<text class="gd-axis-name" x=${p.left} y="12">${title}</text>
    <clipPath id=${clip}><rect x=${p.left} y=${TOP} width=${p.width} height=${p.height}></rect></clipPath>
    <rect class="gd-terrain-11" x=${p.left} y=${TOP} width=${p.width} height=${p.height}></rect>
    <g clip-path=${`url(#${clip})`}>
      ${terrainMap(v.model.terrain, box)} ${cross(cx, cy)}
      <path class="gd-optimum-dash" d=${`M${round(bx)} ${round(by)}L${round(cx)} ${round(cy)}`}></path>
      <ellipse class="gd-equal-steps" cx=${round(bx)} cy=${round(by)} rx=${round(LENGTH * p.unitX)} ry=${round((LENGTH / ruler) * p.unitY)}></ellipse>
      ${tip ? arrow([bx, by], tip, 'parameter') : ''}
      ${draggable ? '' : svg`<g transform=${`translate(${round(bx)} ${round(by)})`}>${ballFace}</g>`}
    </g>
    ${
      draggable
        ? handle({
            x: bx,
            y: by,
            label: 'The ball',
            value: x,
            min: -SIDE,
            max: SIDE,
            valueText: `x ${fixed(x, 2)}, y ${fixed(y, 2)}`,
            move: place,
            nudge: (dx, dy, scale) =>
              v.set({
                x: hundredths(clamp(x + dx * 0.05 * scale, -SIDE, SIDE)),
                y: hundredths(clamp(y + dy * 0.05 * scale, -SIDE, SIDE)),
              }),
            face: ballFace,
          })
        : ''
    }`;
}

function plot(v: Seen): TemplateResult {
  const gap = 18;
  const width = (v.width - gap) / 2;
  const height = Math.round(width);
  const unit = width / (2 * SIDE);
  const { ruler } = v.settings;
  // Large enough that the ball and the bottom stay in the picture.
  const ruled = unit * Math.min(1, SIDE / (ruler * Math.abs(v.settings.y) + 0.8));
  return html`<svg
    width=${v.width}
    height=${TOP + height + 4}
    viewBox=${`0 0 ${v.width} ${TOP + height + 4}`}
    role="group"
    aria-label="The same bowl on a map, and as the ruler sees it"
  >
    ${panel(v, { left: 0, width, height, unitX: unit, unitY: unit }, 'on the map', true)}
    ${panel(v, { left: width + gap, width, height, unitX: ruled, unitY: ruled * ruler }, 'as the ruler sees it', false)}
  </svg>`;
}

function verdict(v: Seen): string {
  const off = miss(v);
  if (off === undefined || Math.hypot(v.settings.x, v.settings.y) < 0.05) return 'The ball is at the bottom.';
  return off < 1
    ? 'By this ruler the steepest way down leads to the bottom.'
    : `By this ruler the steepest way down misses the bottom by ${brief(off, 2)}°.`;
}

/** The bowl never changes, so it is surveyed once however often the ball is moved. */
const surveys = new WeakMap<Engine, Pick<Ruler, 'terrain' | 'relief'>>();
function survey(engine: Engine, objective: Objective): Pick<Ruler, 'terrain' | 'relief'> {
  const known = surveys.get(engine);
  if (known) return known;
  const range = [-SIDE, SIDE] as const;
  const { values } = objective.grid({ x: range, y: range, columns: CELLS, rows: CELLS });
  const terrain = traceTerrain({ values, columns: CELLS, rows: CELLS }, logLevels(values, 18));
  const made = { terrain, relief: reliefOf(objective, range, range, [[0, 0]]) };
  surveys.set(engine, made);
  return made;
}

export const figure = defineFigure<typeof settings, Ruler>({
  name: 'ruler',
  title: 'The steepest way down, by two rulers',
  caption: 'All steps that end on the ellipse are equally long. The arrow is the one that falls furthest.',
  heights: [418, 556],
  settings,
  light: ['ruler'],
  model(engine, s) {
    const objective = engine.createObjective({ name: 'bowl', conditionNumber: CONDITION });
    const { gradient } = objective.evaluate([s.x, s.y]);
    const surveyed = survey(engine, objective);
    objective.dispose();
    return {
      steps: 0,
      ...surveyed,
      gradient: [gradient[0] ?? 0, gradient[1] ?? 0],
      dispose: () => undefined,
    };
  },
  plot,
  panels: (v) => html`<p class="quiet" role="status">${verdict(v)}</p>`,
  controls: (v) =>
    slider({
      id: `${v.id}-ruler`,
      label: 'a step of 1 in y counts as',
      text: (value) => `${brief(value)} in x`,
      value: v.settings.ruler,
      ...RULERS,
      scale: 'log',
      ticks: [
        { value: 1, label: 'alike' },
        { value: Math.sqrt(CONDITION), label: 'round' },
      ],
      input: (value) => v.set({ ruler: value }),
    }),
  tables: (v) => {
    const { x, y, ruler: unit } = v.settings;
    return rulerTables({ ...v.model, at: [x, y], ruler: unit, length: LENGTH, way: steepest(v) });
  },
  sentence: verdict,
});
