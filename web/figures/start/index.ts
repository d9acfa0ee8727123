/** The first screen: a landscape, a ball to pick up and let go, and the loss it finds. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Engine } from '../../engine/engine';
import { atOnce } from '../../engine/pause';
import { ballFace, handle } from '../../parts/drag';
import { stepByKey } from '../../parts/step-keys';
import { logLevels, terrainMap, terrainOf, type Band } from '../../plot/contours';
import { areaPath, linePath, round } from '../../plot/curve';
import { fixed, significant } from '../../plot/format';
import { arrow, cross } from '../../plot/marks';
import { clamp, linearAxis, thousandths, type Axis } from '../../plot/scales';
import { traceBands } from '../../plot/tracing';
import { follow } from '../../parts/drag';
import { descend, ending, type Descent } from '../descent';
import { defineFigure, onlyRun, type Pieces } from '../figure';
import { reliefOf } from '../numbers';
import { continued } from './levels';
import { settings, type Seen, type Start } from './seen';
import { startTables } from './tables';
import { styles } from './style';

const STEPS = 200;
/** At this one speed the first roll, half a hundred steps, takes between two and three seconds. */
const SPEED = 10;
/** What is surveyed: more than any screen shows, so that the map can fill all of them. */
const SURVEY = { x: [-14, 14], y: [-7, 7] } as const;
const CELLS_PER_UNIT = 6;
const MIDDLE = [-4.9, 4.9] as const;
/** Other starts, whose faint paths say that the end depends on the beginning. */
const OTHERS = [
  [-0.7, 1.1],
  [0.55, 1.9],
  [0.15, -3.7],
  [0.6, -0.6],
] as const;
/** From here on the card lies over the map instead of below it. */
const WIDE = 700;

/** The survey never changes, so it is made once however often the ball is moved. */
type Surveyed = Pick<Start, 'terrain' | 'relief' | 'minima'>;
const surveys = new WeakMap<Engine, Surveyed>();
function* surveying(engine: Engine): Generator<void, Surveyed> {
  const known = surveys.get(engine);
  if (known) return known;
  const columns = (SURVEY.x[1] - SURVEY.x[0]) * CELLS_PER_UNIT + 1;
  const rows = (SURVEY.y[1] - SURVEY.y[0]) * CELLS_PER_UNIT + 1;
  const objective = engine.createObjective({ name: 'himmelblau' });
  yield;
  const { values } = objective.grid({ x: SURVEY.x, y: SURVEY.y, columns, rows });
  yield;
  // The tints belong to the ground between the valleys; all that rises around it is simply high.
  const middle = objective.grid({ x: MIDDLE, y: MIDDLE, columns: 80, rows: 80 });
  const flat = Array.from(engine.objectives().find((o) => o.name === 'himmelblau')?.minima ?? []);
  const minima = flat.flatMap((x, i) => (i % 2 ? [] : [[x, flat[i + 1] ?? 0] as const]));
  yield;
  const relief = reliefOf(objective, MIDDLE, MIDDLE, minima);
  objective.dispose();
  yield;
  const levels = logLevels(middle.values, 26);
  // A line that met the survey's left or right edge would run along it; wide screens show what lies beyond.
  const edge = (row: number): number => Math.min(values[row * columns] ?? 0, values[(row + 1) * columns - 1] ?? 0);
  const lowestEdge = Math.min(...Array.from({ length: rows }, (_, row) => edge(row)));
  const closed = continued(levels, 14).filter((level) => level < lowestEdge);
  yield;
  const bands: Band[] = [];
  for (const band of traceBands({ values, columns, rows }, closed)) {
    bands.push(band);
    yield;
  }
  const terrain = terrainOf(bands, levels.length);
  const made = { terrain, relief, minima };
  surveys.set(engine, made);
  return made;
}

function run(engine: Engine, start: readonly [number, number], rate: number): Descent {
  return descend(engine, {
    objective: { name: 'himmelblau' },
    optimizer: { name: 'gradient_descent', learningRate: rate },
    start: [...start],
    stepLimit: STEPS,
    tolerance: 0.01,
    divergenceLimit: 1e7,
  });
}

function columnsOf(descent: Descent): { x: Float64Array; y: Float64Array } {
  const length = descent.steps + 1;
  return {
    x: Float64Array.from({ length }, (_, k) => descent.parameter(k, 0)),
    y: Float64Array.from({ length }, (_, k) => descent.parameter(k, 1)),
  };
}

interface Room {
  readonly width: number;
  readonly height: number;
  readonly x: Axis;
  readonly y: Axis;
}

/** Both axes share one scale; on a wide screen the four valleys stand to the right of the card. */
function room(width: number): Room {
  const wide = width >= WIDE;
  const height = Math.round(wide ? clamp(width * 0.47, 470, 640) : width * 0.97);
  const unit = wide ? height / 9.8 : width / 10.6;
  const centre = wide ? width * 0.6 : width / 2;
  const x: [number, number] = [-centre / unit, (width - centre) / unit];
  const y: [number, number] = [-height / 2 / unit, height / 2 / unit];
  return { width, height, x: linearAxis(x, [0, width]), y: linearAxis(y, [height, 0]) };
}

function path(points: { x: Float64Array; y: Float64Array }, r: Room, from: number, to: number): string {
  let d = '';
  for (let k = from; k <= to; k++)
    d += `${d ? 'L' : 'M'}${round(r.x.at(points.x[k] ?? 0))} ${round(r.y.at(points.y[k] ?? 0))}`;
  return d;
}

/** The slope underfoot: which way is up, and how steeply, in a bounded length. */
function uphill(v: Seen, r: Room, x: number, y: number): SVGTemplateResult {
  const [gx, gy] = [v.model.run.gradient(v.step, 0), v.model.run.gradient(v.step, 1)];
  const norm = Math.hypot(gx, gy);
  if (norm < 0.5) return svg``;
  const length = 16 + 34 * (norm / (norm + 40));
  const [px, py] = [r.x.at(x), r.y.at(y)];
  return svg`<path class="gd-gradient-line" d=${`M${round(px)} ${round(py)}l${round((gx / norm) * length)} ${round((-gy / norm) * length)}`}></path>`;
}

/** While a step is taken slowly: where it will carry the ball. */
function stepAhead(v: Seen, r: Room): SVGTemplateResult {
  const { run: d } = v.model;
  if (v.beat === null || v.beat === 'look' || v.step >= d.steps) return svg``;
  const at = (k: number): [number, number] => [r.x.at(d.parameter(k, 0)), r.y.at(d.parameter(k, 1))];
  return arrow(at(v.step), at(v.step + 1), 'parameter');
}

function walked(v: Seen, r: Room): SVGTemplateResult {
  const points = columnsOf(v.model.run);
  const { steps } = v.model;
  const shown = v.local['rolled'] === undefined ? steps : v.step;
  const dots: number[] = [];
  for (let k = 0; k <= shown && k <= 60; k++) dots.push(k);
  return svg`
    <path class="gd-parameter-ghost" d=${path(points, r, shown, steps)}></path>
    <path class="gd-parameter-line" d=${path(points, r, 0, shown)}></path>
    ${dots.map((k) => svg`<circle class="gd-parameter-dot" cx=${round(r.x.at(points.x[k] ?? 0))} cy=${round(r.y.at(points.y[k] ?? 0))} r="3"></circle>`)}`;
}

function plot(v: Seen): TemplateResult {
  const r = room(v.width);
  const [x, y] = [v.model.run.at(v.time, 0), v.model.run.at(v.time, 1)];
  const place = (nx: number, ny: number): void => {
    v.set({ x: thousandths(clamp(nx, -5.6, 5.6)), y: thousandths(clamp(ny, -5, 5)) });
    if (!v.local['touched']) v.setLocal({ touched: true });
  };
  return html`<svg
    width=${r.width}
    height=${r.height}
    viewBox=${`0 0 ${r.width} ${r.height}`}
    role="group"
    aria-label="A landscape with four valleys"
  >
    <rect class="gd-terrain-11" width=${r.width} height=${r.height}></rect>
    ${terrainMap(v.model.terrain, { left: r.x.at(SURVEY.x[0]), right: r.x.at(SURVEY.x[1]), top: r.y.at(SURVEY.y[1]), bottom: r.y.at(SURVEY.y[0]) })}
    ${v.model.others.map((o) => svg`<path class="gd-parameter-ghost" d=${path(o, r, 0, o.x.length - 1)}></path>`)}
    ${v.model.minima.map(([mx, my]) => cross(r.x.at(mx), r.y.at(my)))} ${walked(v, r)} ${uphill(v, r, x, y)}
    ${stepAhead(v, r)}
    ${handle({
      x: r.x.at(x),
      y: r.y.at(y),
      label: 'The ball. Arrow keys move its start; play lets it roll',
      value: x,
      min: -6,
      max: 6,
      valueText: `at ${fixed(x, 2)}, ${fixed(y, 2)}, loss ${significant(v.model.run.loss(v.step))}`,
      move: (px, py) => place(r.x.value(px), r.y.value(py)),
      nudge: (dx, dy, scale) => place(v.settings.x + dx * 0.1 * scale, v.settings.y + dy * 0.1 * scale),
      done: () => v.play(),
      face: ballFace,
      hint: v.local['touched'] ? undefined : 'drag me',
    })}
  </svg>`;
}

/**
 * The loss so far, small enough for the card: no axes, since the numbers stand above it. It is the
 * scrubber as well, since the card has no room for both.
 */
function lossStrip(v: Seen): TemplateResult {
  const [width, height] = [360, 62];
  const { trace, steps } = v.model.run;
  const x = linearAxis([0, Math.max(1, steps)], [2, width - 2]);
  const y = linearAxis([0, Math.max(...trace.loss) * 1.05], [height - 1, 4]);
  const data = { x: trace.step, y: trace.loss };
  const go = (px: number): void => v.go(Math.round(clamp(x.value(px), 0, steps)));
  return html`<svg
    class="strip"
    viewBox=${`0 0 ${width} ${height}`}
    preserveAspectRatio="none"
    role="slider"
    tabindex="0"
    aria-label="Step on the falling loss"
    aria-valuenow=${v.step}
    aria-valuemin="0"
    aria-valuemax=${steps}
    aria-valuetext=${`step ${v.step} of ${steps}, loss ${significant(trace.loss[v.step] ?? 0)}`}
    @pointerdown=${(e: PointerEvent) => follow(e, go)}
    @keydown=${(e: KeyboardEvent) => stepByKey(e, v.step, steps, v.go)}
  >
    <path class="gd-loss-area" d=${areaPath(data, x, y, height - 1)}></path>
    <path class="gd-loss-ahead" vector-effect="non-scaling-stroke" d=${linePath(data, x, y, v.step)}></path>
    <path class="gd-loss-line" vector-effect="non-scaling-stroke" d=${linePath(data, x, y, 0, v.step)}></path>
    <path
      class="gd-loss-line"
      vector-effect="non-scaling-stroke"
      d=${`M${round(x.at(v.step))} ${round(y.at(trace.loss[v.step] ?? 0) - 4)}v8`}
    ></path>
  </svg>`;
}

function arrange(v: Seen, pieces: Pieces): TemplateResult {
  const { run: descent, steps } = v.model;
  // Before it rolls, the card tells the whole story; while it rolls, how far it has come.
  const whole = v.step === 0 || v.step >= steps;
  const shown = whole ? steps : v.step;
  return html`<div class=${`first-screen ${v.width >= WIDE ? 'wide' : 'narrow'}`}>
    ${pieces.plot}
    <div class="card">
      <slot name="card"></slot>
      <p class="readout">
        <span class="idea-loss">loss <b>${fixed(descent.loss(0), 1)}</b></span> →
        <b class="idea-loss">${fixed(descent.loss(shown), 3)}</b>
        <span class="quiet">${whole ? `in ${steps} steps` : `after ${v.step} of ${steps} steps`}</span>
      </p>
      ${lossStrip(v)} ${pieces.timeBar} ${pieces.numbers}
    </div>
  </div>`;
}

export const figure = defineFigure<typeof settings, Start>({
  name: 'start',
  title: 'A landscape with four valleys',
  caption: 'Pick up the ball, let it go somewhere else, and watch what it finds.',
  heights: [560, 848],
  settings,
  styles: [styles],
  opening: { speed: SPEED },
  speed: SPEED,
  posterWidth: 1280,
  *prepare(engine) {
    yield* surveying(engine);
  },
  model(engine, s) {
    const descent = run(engine, [s.x, s.y], s.rate);
    const others = OTHERS.map((from) => {
      const other = run(engine, from, s.rate);
      const columns = columnsOf(other);
      other.dispose();
      return columns;
    });
    return {
      run: descent,
      steps: descent.steps,
      end: ending(descent),
      others,
      ...atOnce(surveying(engine)),
      dispose: () => descent.dispose(),
    };
  },
  runs: onlyRun,
  plot,
  arrange,
  newStart: (_, random) => ({ x: thousandths(-5 + 10 * random()), y: thousandths(-4.6 + 9.2 * random()) }),
  tables: startTables,
  sentence: (v) => {
    const d = v.model.run;
    const k = v.step;
    return `Step ${k} of ${d.steps}: the ball is at ${fixed(d.parameter(k, 0), 2)}, ${fixed(d.parameter(k, 1), 2)}; the loss is ${significant(d.loss(k))}.${v.model.end && k === v.model.end.step ? ` It ${v.model.end.text}.` : ''}`;
  },
});
