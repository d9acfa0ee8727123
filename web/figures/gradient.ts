/** Two dials and a compass: the slopes along each dial, the gradient they make, and what a step against it brings. */
import { html, type TemplateResult } from 'lit';
import { lossCurve } from '../parts/loss-curve';
import { rateSlider } from '../parts/rate-slider';
import { segmented, slider } from '../parts/slider';
import { tabs } from '../parts/tabs';
import { brief, fixed, significant } from '../plot/format';
import { clamp } from '../plot/scales';
import { LOOKS, type Look } from '../plot/surface';
import type { Objective } from '../engine/engine';
import { descend, ending, type Descent } from './descent';
import { defineFigure, onlyRun, type Model, type Pieces, type View } from './figure';
import { groundBlock } from './gradient/block';
import { compass } from './gradient/compass';
import { mapWithSections } from './gradient/map';
import { outlookPlot } from './gradient/outlook-plot';
import { prediction, promiseKept, slopeThisWay, straightOff } from './gradient/panels';
import { placeAt, type Place } from './gradient/place';
import { gradientTables } from './gradient/tables';
import { landscapeNames, landscapes, surveyOf, type LandscapeName, type Pair, type Survey } from './gradient/survey';
import { nextStep } from './next-step';
import { lossesBeside } from './pinned';
import { choice, flag, number, optionalNumber, type Values } from './settings';

const STEPS = 40;
const RATES = { min: 0.0005, max: 3 } as const;
const CONDITIONS = { min: 1, max: 50 } as const;
/** A loss beyond this is off every map of this figure. */
const OUT = 1e5;
const HOME: Look = { turn: 24, tilt: 36 };
/** What stands below the map, one at a time. */
const PANELS = ['surface', 'compass', 'promise', 'steps'] as const;

const settings = {
  function: choice('landscape', landscapeNames, 'bowl'),
  /** Of the two bowls: how many times steeper they bend across than along. */
  condition: number({ label: 'condition number', initial: 4, ...CONDITIONS }),
  x: number({ label: 'start x', initial: -3, min: -5, max: 5 }),
  y: number({ label: 'start y', initial: 2, min: -5, max: 5 }),
  rate: number({ label: 'learning rate', initial: 0.15, ...RATES }),
  /** Degrees, counter-clockwise from the first dial. */
  needle: number({ label: 'needle', initial: 15, min: 0, max: 360 }),
  guess: optionalNumber({ label: 'guess', min: 0, max: 360 }),
  /** Whether the compass is open before it has been guessed at. */
  revealed: flag('compass open'),
  panel: choice('panel', PANELS, 'surface'),
  log: choice('loss axis', ['linear', 'log'], 'linear'),
  turn: number({ label: 'surface turned', initial: HOME.turn, min: 0, max: 360 }),
  tilt: number({ label: 'surface tilted', initial: HOME.tilt, min: LOOKS.tilt[0], max: LOOKS.tilt[1] }),
};

export interface Gradient extends Model {
  readonly run: Descent;
  readonly survey: Survey;
  /** Largest curvature where the run ends, or at the bottom. */
  readonly curvature: number;
  readonly placeAt: (at: Pair) => Place;
}
type Seen = View<typeof settings, Gradient>;

/** Hundredths: as fine as a pixel, and short to read. */
const tidy = (value: number): number => Math.round(value * 100) / 100;

const placeOf = (v: Seen): Place => v.model.placeAt([v.model.run.at(v.time, 0), v.model.run.at(v.time, 1)]);

/** The static picture is open, and so is a run under way: who goes on without guessing has skipped it. */
const isOpen = (v: Seen): boolean => v.settings.revealed || v.time > 0 || v.local['touched'] === true;

function nextOf(v: Seen): Pair | undefined {
  const { run, steps } = v.model;
  // A slowed step looks at the slopes first.
  return v.step < steps && v.beat !== 'look' ? [run.parameter(v.step + 1, 0), run.parameter(v.step + 1, 1)] : undefined;
}

function put(v: Seen, x: number, y: number): void {
  const [low, high] = v.model.survey.domain;
  v.set({ x: tidy(clamp(x, low, high)), y: tidy(clamp(y, low, high)), guess: null, revealed: true });
  if (!v.local['touched']) v.setLocal({ touched: true });
}

/** A new place to guess at: this one's answer is known. A third of a turn about the middle, not too near it. */
function elsewhere(v: Seen): void {
  const [low, high] = v.model.survey.domain;
  const [radius, angle] = [Math.hypot(v.settings.x, v.settings.y), Math.atan2(v.settings.y, v.settings.x) + 1.9];
  const out = clamp(radius, 0.3 * high, 0.8 * high);
  const [x, y] = [out * Math.cos(angle), out * Math.sin(angle)];
  v.set({ x: tidy(clamp(x, low, high)), y: tidy(clamp(y, low, high)), guess: null, revealed: false });
  v.setLocal({ touched: false });
  v.go(0);
}

const turn = (v: Seen, needle: number): void => v.set({ needle }, { keepTime: true });

function plot(v: Seen): TemplateResult {
  const { run, survey } = v.model;
  return mapWithSections({
    id: v.id,
    width: v.width,
    survey,
    place: placeOf(v),
    next: nextOf(v),
    path: { rows: run.steps + 1, at: (k) => [run.parameter(k, 0), run.parameter(k, 1)] },
    step: v.step,
    pinned: v.pinned,
    open: isOpen(v),
    needle: v.settings.needle,
    guess: v.time === 0 ? v.settings.guess : null,
    hint: !isOpen(v),
    put: (x, y) => put(v, x, y),
    turn: (needle) => turn(v, needle),
    point: (guess) => v.set({ guess }, { keepTime: true }),
  });
}

function block(v: Seen): TemplateResult {
  const { survey, run } = v.model;
  return groundBlock({
    width: v.width,
    survey,
    place: placeOf(v),
    path: { rows: run.steps + 1, at: (k) => [run.parameter(k, 0), run.parameter(k, 1)] },
    step: v.step,
    pinned: v.pinned,
    open: isOpen(v),
    needle: v.settings.needle,
    look: { turn: v.settings.turn, tilt: v.settings.tilt },
    home: HOME,
    turned: (look) => v.set({ turn: Math.round(look.turn), tilt: Math.round(look.tilt) }, { keepTime: true }),
    put: (x, y) => put(v, x, y),
  });
}

const half = (v: Seen): number => (v.width > 470 ? (v.width - 22) / 2 : v.width);

function compassPanel(v: Seen): TemplateResult {
  const place = placeOf(v);
  const open = isOpen(v);
  return html`<div class="beside even">
    ${compass({
      width: half(v),
      place,
      open,
      needle: v.settings.needle,
      guess: v.time === 0 ? v.settings.guess : null,
      turn: (needle) => turn(v, needle),
    })}
    ${open ? slopeThisWay(place, v.settings.needle) : html`<p class="quiet">It opens once you have guessed.</p>`}
  </div>`;
}

function promisePanel(v: Seen): TemplateResult {
  const place = placeOf(v);
  return html`<div class="beside even">
    ${outlookPlot({
      id: v.id,
      width: half(v),
      place,
      rate: v.settings.rate,
      rates: RATES,
      setRate: (rate) => v.set({ rate, revealed: true }, { keepTime: true }),
    })}
    ${promiseKept(place, v.settings.rate)}
  </div>`;
}

function stepsPanel(v: Seen): TemplateResult {
  const { run } = v.model;
  return html`<div class="beside steps">
    ${lossCurve({
      width: v.width > 470 ? ((v.width - 22) * 2) / 5 : v.width,
      ...lossesBeside(v),
      logarithmic: v.settings.log === 'log',
      setLogarithmic: (on) => v.set({ log: on ? 'log' : 'linear' }, { keepTime: true }),
      go: (step) => v.go(step),
    })}
    ${nextStep(run, v.step, v.model.end?.text)}
  </div>`;
}

function panels(v: Seen): TemplateResult {
  return tabs<(typeof PANELS)[number]>({
    id: v.id,
    label: 'Below the map',
    tabs: [
      { name: 'surface', label: 'surface', content: () => block(v) },
      { name: 'compass', label: 'compass', content: () => compassPanel(v) },
      { name: 'promise', label: 'promise', content: () => promisePanel(v) },
      { name: 'steps', label: 'steps', content: () => stepsPanel(v) },
    ],
    open: v.settings.panel,
    choose: (panel) => v.set({ panel }, { keepTime: true }),
  });
}

function controls(v: Seen): TemplateResult {
  const name = v.settings.function;
  const choose = (to: LandscapeName): void => {
    const { start, rate } = landscapes[to];
    v.set({ function: to, x: start[0], y: start[1], rate, guess: null });
  };
  return html` ${segmented({
    id: `${v.id}-function`,
    label: 'landscape',
    value: name,
    options: landscapeNames.map((value) => ({ value, label: landscapes[value].label })),
    input: choose,
  })}
  ${
    landscapes[name].shaped
      ? slider({
          id: `${v.id}-condition`,
          label: 'condition number',
          value: v.settings.condition,
          ...CONDITIONS,
          scale: 'log',
          ticks: [{ value: 1, label: 'round', side: 'after' }],
          input: (condition) => v.set({ condition, guess: null }, { keepTime: true }),
        })
      : ''
  }
  ${rateSlider({
    id: `${v.id}-rate`,
    value: v.settings.rate,
    ...RATES,
    curvature: v.model.curvature,
    input: (rate) => v.set({ rate, revealed: true }, { keepTime: true }),
  })}`;
}

function arrange(v: Seen, pieces: Pieces): TemplateResult {
  return html`${pieces.plot}
    <div class="asked">
      ${prediction({
        place: placeOf(v),
        survey: v.model.survey,
        // It is about the place where it was made.
        guess: v.time === 0 ? v.settings.guess : null,
        open: isOpen(v),
        reveal: () => v.set({ revealed: true }, { keepTime: true }),
        again: () => elsewhere(v),
      })}
    </div>
    ${pieces.timeBar} ${pieces.panels} ${pieces.controls} ${pieces.foot}`;
}

/** From here the steepest way down leads straight to the bottom, though the bowl is not round. */
function aligned(v: Seen): boolean {
  const { condition } = v.settings;
  const place = v.model.placeAt([v.settings.x, v.settings.y]);
  const off = straightOff(place, v.model.survey);
  return (
    landscapes[v.settings.function].shaped && condition >= 4 && off !== undefined && off.distance >= 1 && off.angle < 2
  );
}

function alignedStatus(v: Seen): string {
  if (!landscapes[v.settings.function].shaped) return 'choose one of the two bowls first';
  if (v.settings.condition < 4) return 'the condition number must be 4 or more';
  const off = straightOff(v.model.placeAt([v.settings.x, v.settings.y]), v.model.survey);
  if (!off) return 'there is no way down from here';
  if (off.distance < 1) return 'too close: start at least 1 from the bottom';
  return `from here the steepest way down passes ${brief(off.angle, 2)}° beside the bottom`;
}

function model(engine: Parameters<typeof surveyOf>[0], s: Values<typeof settings>): Gradient {
  const survey = surveyOf(engine, { function: s.function, condition: s.condition });
  const run = descend(engine, {
    objective: survey.objective,
    optimizer: { name: 'gradient_descent', learningRate: s.rate },
    start: [s.x, s.y],
    stepLimit: STEPS,
    tolerance: 1e-3,
    divergenceLimit: OUT,
  });
  const objective: Objective = engine.createObjective(survey.objective);
  let last: Place | undefined;
  const foot: Pair =
    run.reason === 'diverged'
      ? (survey.minima[0] ?? [0, 0])
      : [run.parameter(run.steps, 0), run.parameter(run.steps, 1)];
  return {
    run,
    steps: run.steps,
    end: ending(run),
    survey,
    curvature: Math.max(0, objective.curvature(foot).largest),
    placeAt: (at) => {
      if (last?.at[0] !== at[0] || last.at[1] !== at[1]) last = placeAt(objective, at, survey.domain);
      return last;
    },
    dispose: () => {
      run.dispose();
      objective.dispose();
    },
  };
}

export const gradient = defineFigure<typeof settings, Gradient>({
  name: 'gradient',
  title: 'Two slopes, one gradient',
  caption: 'Drag the ball, on the map or on the surface. Turn the surface, turn the needle, then play.',
  settings,
  light: ['needle', 'guess', 'revealed', 'panel', 'log', 'turn', 'tilt'],
  compare: { by: ['x', 'y', 'rate'], run: (m) => m.run },
  model,
  runs: onlyRun,
  plot,
  panels,
  controls,
  arrange,
  presets: [
    {
      label: 'round bowl',
      values: { function: 'bowl', condition: 1, x: -3, y: 2, rate: 0.3, guess: null, revealed: true },
    },
    {
      label: 'narrow',
      values: { function: 'bowl', condition: 20, x: -3.5, y: 1, rate: 0.08, guess: null, revealed: true },
    },
    {
      label: 'a step too far',
      values: { function: 'bowl', condition: 4, x: -3, y: 2, rate: 0.6, guess: null, revealed: true },
    },
    {
      label: 'four valleys',
      values: { function: 'himmelblau', x: -0.5, y: -1, rate: 0.012, guess: null, revealed: true },
    },
  ],
  newStart: (s, random, { survey: { domain } }) => {
    const anywhere = (): number => tidy(domain[0] * 0.9 + 0.9 * (domain[1] - domain[0]) * random());
    return { x: anywhere(), y: anywhere(), guess: null, revealed: s.revealed };
  },
  goals: { aligned: { done: aligned, status: alignedStatus } },
  tables: (v) => gradientTables({ ...v.model, place: placeOf(v), open: isOpen(v) }),
  sentence: (v) => {
    const place = placeOf(v);
    const next = nextOf(v);
    const [dx, dy] = next ? [next[0] - place.at[0], next[1] - place.at[1]] : [0, 0];
    const move = next
      ? ` The next step changes x by ${significant(dx)} and y by ${significant(dy)}.`
      : v.model.end
        ? ` It ${v.model.end.text}.`
        : '';
    return `Step ${v.step} of ${v.model.steps}: at x ${fixed(place.at[0], 2)}, y ${fixed(place.at[1], 2)} the loss is ${significant(place.loss)}. Its slope is ${significant(place.gradient[0])} along x and ${significant(place.gradient[1])} along y; the steepest is ${significant(place.norm)}.${move}`;
  },
});
