/** A race of optimizers from one start on one landscape, and the arithmetic of any racer's step. */
import { html, type TemplateResult } from 'lit';
import { waiting } from '../../parts/arithmetic';
import { segmented, slider, toggle } from '../../parts/slider';
import { Late } from '../../parts/late';
import { tabs } from '../../parts/tabs';
import { brief, fixed, significant } from '../../plot/format';
import { thousandths } from '../../plot/scales';
import { defineFigure } from '../figure';
import { lossCurves, type Against } from './curves';
import type { InspectorOptions } from './inspector';
import { hasCondition, landscape, landscapeLabels, landscapes, type LandscapeName } from './landscapes';
import { raceMap } from './map';
import { byArrival, race, resultOf, type Entry, type Race } from './race';
import { fieldOf, leaving, rankingTable } from './ranking';
import { FIELD, settings, type PANELS, type Racing, type Seen, type Settings } from './seen';
import { tunedStatus, tunedWell } from './task';
import { raceTables } from './tables';
import type { Tuning } from './tuning';
import { answers, winnerPrediction } from './winner';
import { styles } from './style';

const still = { keepTime: true } as const;

/** The chosen racer, or the first on the field while the chosen one is not on it. */
const chosenOf = ({ entries }: Race, { picked }: Settings): Entry | undefined =>
  entries.find((e) => e.racer.name === picked) ?? entries[0];

const chosen = (v: Seen): Entry | undefined => chosenOf(v.model, v.settings);

/** The chosen racer as it was when its race was pinned; undefined where it did not race then. */
function pinned(v: Seen): Entry | undefined {
  const name = chosen(v)?.racer.name;
  return v.pinned?.model.entries.find((e) => e.racer.name === name);
}

/** Start and dials of the chosen racer, as a reader knows them. */
function traits(race: Race, s: Settings): Readonly<Record<string, string>> {
  const entry = chosenOf(race, s);
  const dials = (entry?.racer.info.parameters ?? []).map(({ name, label, scale }) => {
    const value = entry?.values[name] ?? 0;
    return [label, scale === 'flag' ? (value ? 'on' : 'off') : brief(value, 4)];
  });
  const start = race.start.map((c) => fixed(c, 2)).join(', ');
  return { racer: entry?.racer.label ?? '', start, ...(Object.fromEntries(dials) as Record<string, string>) };
}

function hands(v: Seen) {
  return {
    picked: chosen(v)?.racer.name ?? '',
    lit: v.local['lit'] as string | undefined,
    choose: (name: string): void => {
      // Whoever is turning dials goes on turning dials, of another racer.
      v.set({ picked: name, panel: v.settings.panel === 'dials' ? 'dials' : 'step' }, still);
    },
    light: (name: string | undefined): void => {
      if (v.local['lit'] !== name) v.setLocal({ lit: name });
    },
  };
}

function plot(v: Seen): TemplateResult {
  const ghost = pinned(v);
  return raceMap({
    id: v.id,
    race: v.model,
    time: v.time,
    step: v.step,
    width: v.width,
    pinned: ghost && v.pinned && { model: ghost, time: v.pinned.time },
    ...hands(v),
    place: (x, y) => {
      v.set({ x: thousandths(x), y: thousandths(y) }, still);
      if (!v.local['touched']) v.setLocal({ touched: true });
    },
    hint: v.local['touched'] ? undefined : 'drag me',
  });
}

function tune(v: Seen, name: string, option: string, value: number): void {
  const entry = v.model.entries.find((e) => e.racer.name === name);
  const key = `${name}.${option}`;
  const others = Object.fromEntries(Object.entries(v.settings.tuned).filter(([k]) => k !== key));
  v.set({ tuned: entry?.rule[option] === value ? others : { ...others, [key]: value } }, still);
}

/** Without what was set for those keys. */
const without = (tuned: Tuning, leave: (key: string) => boolean): Tuning =>
  Object.fromEntries(Object.entries(tuned).filter(([key]) => !leave(key)));

function inspecting(v: Seen, entry: Entry): InspectorOptions {
  return {
    id: v.id,
    race: v.model,
    entry,
    step: v.step,
    width: v.width,
    coordinate: v.settings.dial,
    setCoordinate: (dial) => v.set({ dial }, still),
    tune: (name, option, value) => tune(v, name, option, value),
    untune: (name) => v.set({ tuned: without(v.settings.tuned, (key) => key.startsWith(`${name}.`)) }, still),
    memory: v,
  };
}

export const opened = new Late(() => import('./inspector'));

const inspected = (v: Seen, entry: Entry, what: 'inspector' | 'dials'): TemplateResult =>
  opened.draw(
    (all) => all[what](inspecting(v, entry)),
    () => v.setLocal({}),
  );

function prediction(v: Seen): TemplateResult {
  const { guessRound, guessLong, revealed } = v.settings;
  return winnerPrediction({
    id: v.id,
    racers: v.model.racers,
    guesses: [guessRound, guessLong],
    answers: revealed ? v.model.truth : undefined,
    guess: (i, name) => v.set(i === 0 ? { guessRound: name } : { guessLong: name }, still),
    reveal: () => v.set({ revealed: true }, still),
    forget: () => v.set({ guessRound: '', guessLong: '', revealed: false }, still),
  });
}

function curvesPanel(v: Seen): TemplateResult {
  const { against, log } = v.settings;
  return html`<div class="counting">
      ${countingBy(v)}
      ${toggle({ label: 'log scale', value: log === 'log', input: (on) => v.set({ log: on ? 'log' : 'linear' }, still) })}
    </div>
    ${lossCurves({
      id: v.id,
      race: v.model,
      width: v.width,
      step: v.clock.step,
      steps: v.clock.steps,
      pinned: pinned(v),
      against,
      logarithmic: log === 'log',
      ...hands(v),
      go: (step) => v.go(step),
    })}`;
}

function countingBy(v: Seen): TemplateResult {
  return segmented<Against>({
    id: `${v.id}-against`,
    label: 'count',
    value: v.settings.against,
    options: [
      { value: 'steps', label: 'steps' },
      { value: 'evaluations', label: 'gradients asked for' },
    ],
    input: (value) => v.set({ against: value }, still),
  });
}

function arrivalsPanel(v: Seen): TemplateResult {
  const { against } = v.settings;
  return html`<div class="counting">${countingBy(v)}</div>
    ${rankingTable({ race: v.model, against, step: v.step, width: v.width, ...hands(v) })}`;
}

function panels(v: Seen): TemplateResult {
  const entry = chosen(v);
  const nobody = (): TemplateResult => waiting('Nobody is on the field.');
  return html`${v.model.problems.map((p) => html`<p class="notice">${p}</p>`)}
  ${tabs<(typeof PANELS)[number]>({
    id: v.id,
    label: 'The race',
    tabs: [
      { name: 'curves', label: 'losses', content: () => curvesPanel(v) },
      { name: 'arrivals', label: 'arrivals', content: () => arrivalsPanel(v) },
      {
        name: 'step',
        label: entry ? `${entry.racer.label}’s step` : 'a step',
        content: () => (entry ? inspected(v, entry, 'inspector') : nobody()),
      },
      { name: 'dials', label: 'its dials', content: () => (entry ? inspected(v, entry, 'dials') : nobody()) },
      { name: 'field', label: 'who races', content: () => field(v) },
      { name: 'guess', label: 'your guess', content: () => prediction(v) },
    ],
    open: v.settings.panel,
    choose: (panel) => v.set({ panel }, still),
  })}`;
}

const field = (v: Seen): TemplateResult => fieldOf({ race: v.model, set: (racers) => v.set({ racers }, still) });

/** Rates set by hand belong to the ground they were set on. */
function travel(v: Seen, name: LandscapeName): void {
  const [x, y] = v.model.startOn(name);
  v.set({
    landscape: name,
    x,
    y,
    tuned: without(v.settings.tuned, (key) => key.endsWith('.learningRate')),
  });
}

function controls(v: Seen): TemplateResult {
  const { landscape: name, condition } = v.settings;
  return html`${segmented({
    id: `${v.id}-landscape`,
    label: 'landscape',
    value: name,
    options: landscapes.map((n) => ({ value: n, label: landscapeLabels[n] })),
    input: (n) => travel(v, n),
  })}
  ${
    hasCondition(name)
      ? slider({
          id: `${v.id}-condition`,
          label: 'condition number',
          value: condition,
          min: 1,
          max: 10_000,
          scale: 'log',
          ticks: [
            { value: 1, label: 'round', side: 'after' },
            { value: 50, label: '50' },
            { value: 1000, label: '1000' },
          ],
          text: (c) => brief(c, 3),
          input: (c) => v.set({ condition: c }, still),
        })
      : ''
  } `;
}

function inWords(e: Entry, v: Seen): string {
  const { racer, run, diverged, finish } = e;
  if (diverged && v.step > run.steps) return `${racer.label} ${leaving(e, v.model)}.`;
  const there = finish && finish.step <= v.step ? `, over the line at step ${finish.step}` : '';
  return `${racer.label}: loss ${significant(run.loss(v.step))}${there}.`;
}

function sentence(v: Seen): string {
  const { start, entries, steps, ground } = v.model;
  const order = [...entries].sort((a, b) => byArrival('steps')(resultOf(a), resultOf(b)));
  return `Step ${v.step} of ${steps} on the ${ground.info.label}, from ${fixed(start[0], 2)}, ${fixed(start[1], 2)}. ${order
    .map((e) => inWords(e, v))
    .join(' ')}`;
}

const RAVINE = { landscape: 'ravine', x: -3.5, y: -2.5, tuned: {} } as const satisfies Partial<Settings>;

export const figure = defineFigure<typeof settings, Racing>({
  name: 'optimizers',
  title: 'A race of optimizers',
  caption: 'Drag the start and let them race. Press a racer’s name, and its step opens, term by term.',
  heights: [1260, 1225],
  settings,
  styles: [styles],
  light: ['picked', 'dial', 'panel', 'against', 'log', 'guessRound', 'guessLong', 'revealed'],
  compare: {
    by: ['x', 'y', 'racers', 'tuned'],
    run: (m, s) => chosenOf(m, s)?.run,
    traits,
  },
  firstStep: 24,
  speed: 5,
  model: (engine, s) => ({
    ...race(engine, {
      landscape: s.landscape,
      condition: s.condition,
      start: [s.x, s.y],
      racers: s.racers,
      tuned: s.tuned,
    }),
    truth: () => answers(engine),
    startOn: (name) => landscape(engine, name, s.condition).start,
  }),
  runs: ({ model }) => model.entries.map(({ racer, run }) => ({ name: racer.label, options: run.options })),
  plot,
  panels,
  controls,
  presets: [
    { label: 'round bowl', values: { ...RAVINE, landscape: 'bowl', y: 1.5, condition: 1, racers: FIELD } },
    { label: 'long ravine', values: { ...RAVINE, condition: 1000, racers: FIELD } },
    {
      label: 'bias correction off',
      values: {
        ...RAVINE,
        condition: 50,
        racers: ['adam', 'amsgrad', 'nadam'],
        picked: 'adam',
        tuned: { 'adam.biasCorrection': 0 },
      },
    },
    {
      label: 'one diverges',
      values: {
        ...RAVINE,
        condition: 50,
        racers: FIELD,
        picked: 'gradient_descent',
        tuned: { 'gradient_descent.learningRate': 0.042 },
      },
    },
    {
      label: 'the family of Adam',
      values: { ...RAVINE, condition: 50, racers: ['rmsprop', 'adam', 'amsgrad', 'adamw', 'adamax', 'nadam', 'radam'] },
    },
  ],
  newStart: (_, random, { ground }) => ({
    x: thousandths(ground.x[0] + (ground.x[1] - ground.x[0]) * random()),
    y: thousandths(ground.y[0] + (ground.y[1] - ground.y[0]) * random()),
  }),
  tables: (v) => raceTables(v.model, chosen(v)),
  goals: { tuned: { done: tunedWell, status: tunedStatus } },
  sentence,
});
