/** Parts that show: curves, maps, surfaces, tables, arithmetic, and what stands around every figure. */
import { html } from 'lit';
import { failure, foot, notices } from '../figures/host/pieces';
import { arithmetic, waiting } from '../parts/arithmetic';
import { comparedLine } from '../parts/compared';
import { copyButton, type Memory } from '../parts/copy';
import { lossCurve, type LossCurveOptions } from '../parts/loss-curve';
import { lossMap } from '../parts/loss-map';
import type { NumberTable } from '../parts/number-table';
import { numberTable } from '../parts/paged-table';
import { presetButtons } from '../parts/presets';
import { stepsTable } from '../parts/steps-table';
import { surface } from '../parts/surface';
import { tabs } from '../parts/tabs';
import { traceTerrain } from '../plot/tracing';
import { ground } from '../plot/surface';
import { bowl, explanation, falling, nothingHappens, span } from './samples';
import type { Entry, State } from './specimen';

const WIDTH = 320;

const curve = (name: string, more: Partial<LossCurveOptions>): State => ({
  name,
  draw: () =>
    lossCurve({
      width: WIDTH,
      series: [{ name: 'loss', ...falling(41, 0.8) }],
      steps: 40,
      time: 12,
      logarithmic: false,
      setLogarithmic: nothingHappens,
      go: nothingHappens,
      ...more,
    }),
});

const map = (name: string, steps: number): State => ({
  name,
  draw: (id) =>
    lossMap({
      id,
      width: WIDTH,
      terrain: traceTerrain(bowl()),
      x: span,
      y: span,
      xName: 'weight',
      yName: 'bias',
      path: { rows: 20, at: (row) => [1.8 * 0.8 ** row, -1.5 * 0.4 ** row] },
      steps,
      ahead: true,
      now: [1.8 * 0.8 ** steps, -1.5 * 0.4 ** steps],
      optimum: [0, 0],
      note: 'three times as curved across as along',
      valueText: 'somewhere in the bowl',
      place: nothingHappens,
    }),
});

const look = { turn: 30, tilt: 40 };
const block = ground({ field: bowl(), x: span, y: span });

const numbers: NumberTable = {
  caption: 'Steps',
  columns: [
    { name: 'step' },
    { name: 'x', idea: 'parameter' },
    { name: 'slope', idea: 'gradient' },
    { name: 'loss', idea: 'loss' },
  ],
  rows: Array.from({ length: 41 }, (_, row) => [row, 3 * 0.8 ** row, 6 * 0.8 ** row, 9 * 0.64 ** row]),
};

const memory = (local: Record<string, unknown> = {}): Memory => ({ local, setLocal: nothingHappens });

const table = (name: string, step: number, local = {}): State => ({
  name,
  draw: () => stepsTable({ table: numbers, step, memory: memory(local) }),
});

const around = {
  caption: 'Drag the ball, change the rate, and watch.',
  redo: undefined,
  copyLink: nothingHappens,
  numbers: html`<button type="button" class="link" aria-expanded="false">the numbers</button>`,
};

export const displayEntries: readonly Entry[] = [
  {
    title: 'Loss curve',
    files: ['loss-curve.ts', 'hover.ts', 'step-keys.ts'],
    states: [
      curve('under way', {}),
      curve('logarithmic', { logarithmic: true }),
      curve('at the end', { time: 40 }),
      curve('diverged', { series: [{ name: 'loss', ...falling(41, 1.9), end: 'leaves' }], time: 40, ceiling: 400 }),
      curve('several runs', {
        series: [
          { name: 'momentum', ...falling(41, 0.8), rank: 0, end: 'rests' },
          { name: 'Adam', ...falling(25, 0.9), rank: 1 },
        ],
      }),
    ],
  },
  { title: 'Loss map', files: ['loss-map.ts'], states: [map('at the start', 0), map('on its way', 4)] },
  {
    title: 'Surface',
    files: ['surface.ts', 'surface-scene.ts', 'surface-painter.ts', 'surface-overlay.ts'],
    states: [
      {
        name: 'with path, ball and optimum',
        draw: () =>
          surface({
            width: WIDTH,
            height: 220,
            ground: block,
            look,
            home: look,
            label: 'A bowl. Arrow keys turn and tilt it',
            lines: [{ points: [1.8, -1.5, 1.4, -0.6, 1.1, -0.2], ink: 'parameter-line' }],
            marks: [
              { at: [1.1, -0.2], kind: 'ball' },
              { at: [0, 0], kind: 'optimum' },
            ],
            turned: nothingHappens,
          }),
      },
    ],
  },
  {
    title: 'Arithmetic',
    files: ['arithmetic.ts'],
    states: [
      { name: 'before the first step', draw: () => waiting('Take a step, and its arithmetic stands here.') },
      { name: 'one line', draw: () => arithmetic(explanation(6)) },
      { name: 'negative slope', draw: () => arithmetic(explanation(-6)) },
      { name: 'every intermediate', draw: () => arithmetic(explanation(6), true) },
      { name: 'tiny numbers', draw: () => arithmetic(explanation(6e-9)) },
    ],
  },
  {
    title: 'Table of steps',
    files: ['steps-table.ts'],
    states: [table('in the middle', 12), table('at the end, copied', 40, { copied: 'steps' })],
  },
  {
    title: 'Numbers behind a plot',
    files: ['number-table.ts', 'paged-table.ts', 'copy.ts'],
    states: [
      { name: 'open', draw: (id) => numberTable({ id, table: numbers, step: 12, memory: memory() }) },
      {
        name: 'no clipboard',
        draw: () => copyButton(memory({ refused: 'all' }), 'all', 'copy', () => 'step\tx\n0\t3'),
      },
    ],
  },
  {
    title: 'Two runs compared',
    files: ['compared.ts'],
    states: [
      { name: 'just pinned', draw: () => comparedLine({ step: 12 }) },
      {
        name: 'apart',
        draw: () =>
          comparedLine({
            step: 12,
            both: { pinned: 'learning rate 0.1, loss 0.42', now: 'learning rate 0.2, diverged at step 9' },
          }),
      },
    ],
  },
  {
    title: 'One panel at a time',
    files: ['tabs.ts'],
    states: ['compass', 'promise'].map((open) => ({
      name: `${open} open`,
      draw: (id) =>
        tabs({
          id,
          label: 'Below the map',
          tabs: ['surface', 'compass', 'promise'].map((name) => ({
            name,
            label: name,
            content: () => html`<p>Here stands the ${name}.</p>`,
          })),
          open,
          choose: nothingHappens,
        }),
    })),
  },
  {
    title: 'Around a figure',
    files: ['presets.ts'],
    states: [
      {
        name: 'notice',
        draw: () => html`${notices(['rate: “banana” is not a number. Allowed: a number from 0.001 to 10.'])}`,
      },
      { name: 'start that failed', draw: () => failure(false, nothingHappens) },
      { name: 'start that failed, tried again', draw: () => failure(true, nothingHappens) },
      {
        name: 'presets',
        draw: () =>
          html`${presetButtons([{ label: 'crawl' }, { label: 'overshoot' }, { label: 'diverge' }], nothingHappens)}`,
      },
      {
        name: 'foot, nothing to undo',
        draw: () => foot({ ...around, undo: undefined, link: '#', linkCopied: false, take: undefined }),
      },
      {
        name: 'foot, where a figure can be taken along',
        draw: () =>
          foot({
            ...around,
            undo: nothingHappens,
            link: '#',
            linkCopied: true,
            take: { open: true, press: nothingHappens },
          }),
      },
    ],
  },
];
