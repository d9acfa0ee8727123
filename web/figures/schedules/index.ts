/** A learning rate that changes as the run goes on: by plan, or found anew for every step. */
import { html, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Engine, Explanation, ScheduleOptions, Term } from '../../engine/engine';
import { arithmetic, waiting } from '../../parts/arithmetic';
import { ballFace, handle } from '../../parts/drag';
import { lossCurve, type LossSeries } from '../../parts/loss-curve';
import { rateSlider } from '../../parts/rate-slider';
import { segmented } from '../../parts/slider';
import { brief, fixed, significant } from '../../plot/format';
import { frame } from '../../plot/frame';
import { clamp, hundredths, linearAxis } from '../../plot/scales';
import { ballOnCurve, place, span, type BallOnCurve, type Room } from '../ball-on-curve';
import { descend, ending, told, type Descent } from '../descent';
import { defineFigure } from '../figure';
import { curveNames, curves, profile, type CurveName } from '../profile';
import { ratePlot } from './rate-plot';
import { NAMES, RATES, SCHEDULES, settings, type ScheduleName, type Scheduled, type Seen } from './seen';
import { styles } from './style';
import { scheduleTables } from './tables';
import { lossesOf } from '../pinned';
import type { Values } from '../settings';

const STEPS = 40;
/** What counts as having climbed out: a loss this many times the highest on the map. */
const OUT = 10;
/** From here on the two plots stand side by side. */
const WIDE = 460;

/** Shaped for a run of {@link STEPS} updates. */
function scheduleOf(name: ScheduleName, rate: number): ScheduleOptions {
  const shapes: Readonly<Record<ScheduleName, Readonly<Record<string, number>>>> = {
    constant: {},
    step: { interval: 10, factor: 0.5 },
    exponential: { factor: 0.94 },
    cosine: { steps: STEPS },
    warmup: { warmup: 8 },
    backtracking: { first: rate, shrink: 0.5, decrease: 0.3 },
  };
  return { name, ...shapes[name] };
}

/** What a search refused on its way to each rate: the engine says how many it tried, each half the one before. */
function refusals(run: Descent, first: number): number[][] {
  return Array.from({ length: run.steps }, (_, k) => {
    const trials = run.explain(k + 1, 0).terms.find((t) => t.symbol === 'trials')?.value ?? 1;
    return Array.from({ length: trials - 1 }, (__, i) => first * 0.5 ** i);
  });
}

function model(engine: Engine, s: Values<typeof settings>): Scheduled {
  const ground = profile(engine, { name: s.function });
  const start = clamp(s.start, ground.domain[0], ground.domain[1]);
  const descent = (name: ScheduleName): Descent =>
    descend(engine, {
      objective: { name: s.function },
      optimizer: { name: 'gradient_descent', learningRate: s.rate },
      schedule: scheduleOf(name, s.rate),
      start: [start],
      stepLimit: STEPS,
      tolerance: 1e-6,
      divergenceLimit: OUT * ground.highest,
    });
  const run = descent(s.schedule);
  const plain = descent('constant');
  return {
    ground,
    start,
    run,
    plain,
    refused: s.schedule === 'backtracking' ? refusals(run, s.rate) : [],
    bottom: ground.nearest(run.parameter(run.steps, 0)),
    steps: span(run),
    end: ending(run),
    dispose: () => {
      run.dispose();
      plain.dispose();
      ground.dispose();
    },
  };
}

function curveRoom({ model: { ground } }: Seen, right: number, bottom: number): Room {
  const box = { left: 30, top: 22, right: right - 10, bottom: bottom - 42 };
  return {
    box,
    x: linearAxis(ground.domain, [box.left, box.right], 44),
    y: linearAxis([0, ground.top], [box.bottom, box.top], 44),
  };
}

/** Of every update, or of the one that led out at once. */
const ratesOf = ({ trace, steps }: Descent): Float64Array => trace.rate.subarray(0, Math.max(1, steps));

function ball(v: Seen, on: BallOnCurve): SVGTemplateResult {
  const { ground, start } = v.model;
  const [low, high] = ground.domain;
  const p = place(on);
  const set = (w: number): void => {
    v.set({ start: hundredths(clamp(w, low, high)) });
    if (!v.local['touched']) v.setLocal({ touched: true });
  };
  return handle({
    x: p.x,
    y: p.y,
    label: 'The ball: where descent starts',
    value: start,
    min: low,
    max: high,
    valueText: `start ${fixed(start, 2)}; now w ${fixed(p.weight)}, loss ${fixed(p.loss)}`,
    move: (px) => set(on.room.x.value(px)),
    nudge: (dx, dy, scale) => set(start + (dx || dy) * 0.05 * scale),
    face: ballFace,
    hint: v.local['touched'] || p.away ? undefined : 'drag me',
  });
}

function plot(v: Seen): TemplateResult {
  const wide = v.width >= WIDE;
  const split = wide ? Math.round(v.width * 0.54) : v.width;
  const upper = wide ? 240 : 210;
  const height = wide ? upper : upper + 170;
  const { ground, run, plain } = v.model;
  const room = curveRoom(v, split, upper);
  const on: BallOnCurve = { id: `${v.id}-clip`, room, ground, run, time: v.time, step: v.step, pinned: v.pinned };
  const box = wide
    ? { left: split + 30, top: 22, right: v.width - 8, bottom: upper - 42 }
    : { left: 30, top: upper + 28, right: v.width - 10, bottom: height - 42 };
  const { schedule, rate } = v.settings;
  return html`<svg
    width=${v.width}
    height=${height}
    viewBox=${`0 0 ${v.width} ${height}`}
    role="group"
    aria-label="The ball on its curve, and the learning rate of every step"
  >
    ${frame({ box: room.box, x: room.x, y: room.y, xName: 'weight w', yName: 'loss' })} ${ballOnCurve(on)}
    ${ratePlot({
      box,
      steps: Math.max(run.steps, plain.steps, v.pinned?.model.run.steps ?? 0),
      pinned: v.pinned && ratesOf(v.pinned.model.run),
      rates: ratesOf(run),
      refused: v.model.refused,
      constant: schedule === 'constant' || schedule === 'backtracking' ? undefined : rate,
      step: v.step,
      curvature: v.model.bottom?.curvature ?? 0,
    })}
    ${ball(v, on)}
  </svg>`;
}

function lossSeries(v: Seen): LossSeries[] {
  const { run, plain, ground } = v.model;
  const floor = v.settings.log === 'log' ? Math.min(...ground.minima.map((m) => m.y)) : 0;
  const all = [lossesOf(SCHEDULES[v.settings.schedule].label, run, floor)];
  if (v.settings.schedule !== 'constant') all.push({ ...lossesOf('constant', plain, floor), rank: 2 });
  if (v.pinned) all.push({ ...lossesOf('pinned', v.pinned.model.run, floor), pinned: true });
  return all;
}

/** A scale that ends at nothing is read without its end: `end + (first − end) × share` as `first × share`, the same bits. */
export function shortened({ expression, ...term }: Term, terms: readonly Term[]): Term {
  const scale = /^(\w+) \+ \((\w+) - \1\) \* /.exec(expression);
  const ends = scale && terms.find((t) => t.symbol === scale[1]);
  return {
    ...term,
    expression: ends?.value === 0 ? expression.replace(scale?.[0] ?? '', `${scale?.[2]} * `) : expression,
  };
}

/** Two sentences: how the rate came about, where there is anything to tell, and what the step did with it. */
function lines(explanation: Explanation): TemplateResult {
  const { terms } = explanation;
  const i = terms.findIndex((t) => t.symbol === 'eta');
  const rate = terms[i];
  if (!rate || rate.expression === '') return arithmetic(explanation);
  const given = terms.map((t) => (t === rate ? { ...t, expression: '' } : t));
  const made = [...terms.slice(0, i), shortened(rate, terms)];
  return html`${arithmetic({ ...explanation, terms: made })} ${arithmetic({ ...explanation, terms: given })}`;
}

function panels(v: Seen): TemplateResult {
  const { run, plain, ground } = v.model;
  const floor = Math.min(...ground.minima.map((m) => m.y));
  const log = v.settings.log === 'log';
  const step = told(v, run.steps);
  return html`<div class="beside">
    ${lossCurve({
      width: v.width > 470 ? ((v.width - 22) * 5) / 11 : v.width,
      series: lossSeries(v),
      steps: Math.max(v.clock.steps, v.settings.schedule === 'constant' ? 0 : span(plain)),
      time: v.clock.step,
      logarithmic: log,
      setLogarithmic: (on) => v.set({ log: on ? 'log' : 'linear' }, { keepTime: true }),
      go: (to) => v.go(to),
      yName: log && floor !== 0 ? `loss − ${brief(floor)}` : 'loss',
    })}
    <div class="rate-and-step">
      ${step > 0 ? lines(run.explain(step, 0)) : waiting('Take a step, and its arithmetic stands here.')}
    </div>
  </div>`;
}

function controls(v: Seen): TemplateResult {
  const { schedule, function: name, rate } = v.settings;
  return html`${segmented({
    id: `${v.id}-schedule`,
    label: 'rate',
    value: schedule,
    options: NAMES.map((n) => ({ value: n, label: SCHEDULES[n].label })),
    input: (n) => v.set({ schedule: n }, { keepTime: true }),
  })}
  ${rateSlider({
    id: `${v.id}-rate`,
    value: rate,
    ...RATES,
    label: SCHEDULES[schedule].rate,
    curvature: v.model.bottom?.curvature ?? 0,
    input: (r) => v.set({ rate: r }, { keepTime: true }),
  })}
  ${segmented({
    id: `${v.id}-function`,
    label: 'curve',
    value: name,
    options: curveNames.map((n: CurveName) => ({ value: n, label: curves[n].label })),
    input: (n) => v.set({ function: n, start: curves[n].start }),
  })}`;
}

export const figure = defineFigure<typeof settings, Scheduled>({
  name: 'schedules',
  title: 'A learning rate that changes',
  caption: 'At a constant rate this ball would swing for ever. Let the rate fall, and watch it settle.',
  heights: [1290, 865],
  styles: [styles],
  settings,
  light: ['log'],
  compare: { by: ['schedule', 'rate', 'start'], run: (m) => m.run },
  firstStep: 12,
  model,
  runs: ({ settings: s, model: { run, plain } }) => [
    { name: SCHEDULES[s.schedule].label, options: run.options },
    ...(s.schedule === 'constant' ? [] : [{ name: 'constant', options: plain.options }]),
  ],
  plot,
  panels,
  controls,
  presets: [
    { label: 'settle what swings', values: { schedule: 'cosine', function: 'linex', start: 5, rate: 2.5 } },
    { label: 'warm up on the wall', values: { schedule: 'warmup', function: 'linex', start: -2.6, rate: 1.5 } },
    { label: 'no rate to choose', values: { schedule: 'backtracking', function: 'linex', start: -2.6, rate: 10 } },
  ],
  newStart: (s, random) => {
    const [low, high] = curves[s.function].reach;
    return { start: hundredths(low + (high - low) * random()) };
  },
  tables: scheduleTables,
  sentence: (v) => {
    const { run, end, steps } = v.model;
    const k = v.step;
    const made =
      k > 0 ? ` The last step's rate was ${significant(run.trace.rate[Math.min(k, run.steps) - 1] ?? 0)}.` : '';
    const ended = end && k >= end.step ? ` It ${end.text}.` : '';
    return `Step ${k} of ${steps}, ${SCHEDULES[v.settings.schedule].label}: the weight is ${fixed(run.parameter(k, 0))}, the loss ${fixed(run.loss(k))}.${made}${ended}`;
  },
});
