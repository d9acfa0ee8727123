/** Parts that are set: buttons, sliders, dials, choices, drawers, guesses. */
import { html, svg, type TemplateResult } from 'lit';
import { dial } from '../parts/dial';
import { ballFace, handle } from '../parts/drag';
import { drawers } from '../parts/drawers';
import { hyperparameters } from '../parts/hyperparameters';
import { icons } from '../parts/icons';
import { Late } from '../parts/late';
import { predictChoices } from '../parts/predict-choice';
import { predict } from '../parts/predict';
import { rateSlider } from '../parts/rate-slider';
import { scrub } from '../parts/scrub';
import { segmented, slider, toggle } from '../parts/slider';
import { timeBar } from '../parts/time-bar';
import { nothingHappens, player } from './samples';
import type { Entry, State } from './specimen';

const long = 'a label as long as nobody should ever write one, in a figure on a narrow phone';

const timeStates: readonly State[] = [
  { name: 'idle', draw: () => timeBar({ player: player({}), steps: 40 }) },
  { name: 'playing', draw: () => timeBar({ player: player({ time: 12, playing: true, speed: 2 }), steps: 40 }) },
  {
    name: 'slowed, at its second beat',
    draw: () =>
      timeBar({ player: player({ time: 3, playing: true, speed: 0.25, slow: true, beat: 'scale' }), steps: 40 }),
  },
  {
    name: 'at the end',
    draw: () =>
      timeBar({
        player: player({ time: 40 }),
        steps: 40,
        end: { step: 40, text: 'converged at step 40', arrived: true },
        newStart: nothingHappens,
      }),
  },
  {
    name: 'diverged, a million steps',
    draw: () =>
      timeBar({
        player: player({ time: 1e6 }),
        steps: 1e6,
        end: { step: 1e6, text: 'diverged at step 1 000 000' },
        newStart: nothingHappens,
      }),
  },
];

const question = {
  question: 'Where will the next step land?',
  truthLabel: 'step 1 landed at',
  verdict: '0.2 too short',
  forget: nothingHappens,
};
const racers = [
  { value: 'adam', label: 'Adam' },
  { value: 'newton', label: 'Newton' },
];
const choice = { id: '', question: 'Who is first over the line?', guess: '', choose: nothingHappens };

const dialAt = (value: number): State => ({
  name: `at ${value}`,
  draw: () => dial({ value, min: -1, max: 1, input: nothingHappens }),
});

const handleIn = (hint: string | undefined, focusable: string): State => ({
  name: focusable,
  draw: () =>
    html`<svg width="200" height="80" viewBox="0 0 200 80" role="group" aria-label="A handle">
      ${handle({ x: 90, y: 50, label: 'The ball', value: 1, min: 0, max: 2, valueText: 'at 1', move: nothingHappens, nudge: nothingHappens, face: ballFace, hint })}
    </svg>`,
});

const parameters = [
  { name: 'momentum', label: 'momentum', default: 0.9, min: 0, max: 0.9999, scale: 'linear' },
  { name: 'epsilon', label: 'guard against zero', default: 1e-8, min: 1e-12, max: 1, scale: 'log' },
  { name: 'memory', label: 'steps remembered', default: 10, min: 1, max: 50, scale: 'whole' },
  { name: 'corrected', label: 'bias correction', default: 1, min: 0, max: 1, scale: 'flag' },
] as const;

const onItsWay = new Late(() => new Promise<never>(() => undefined));
const lost = new Late(() => Promise.reject<never>(new Error('This part is never there.')));
await lost.come();
const nothingToDraw = (): TemplateResult => html``;

export const controlEntries: readonly Entry[] = [
  { title: 'Time bar', files: ['time-bar.ts', 'player.ts'], states: timeStates },
  {
    title: 'Icons',
    files: ['icons.ts'],
    states: [
      {
        name: 'all',
        draw: () =>
          html`<p>
            ${Object.entries(icons).map(
              ([name, icon]) =>
                html`<button type="button" class="round" aria-label=${name} title=${name}>${icon}</button>`,
            )}
          </p>`,
      },
      {
        name: 'disabled',
        draw: () =>
          html`<button type="button" class="round" aria-label="back" aria-disabled="true">${icons.back}</button>`,
      },
    ],
  },
  {
    title: 'Slider',
    files: ['slider.ts'],
    states: [
      {
        name: 'plain',
        draw: (id) =>
          slider({ id, label: 'weight', value: 0.4, min: -1, max: 1, idea: 'parameter', input: nothingHappens }),
      },
      {
        name: 'logarithmic, with a tick, at its end',
        draw: (id) =>
          slider({
            id,
            label: 'rate',
            value: 10,
            min: 0.001,
            max: 10,
            scale: 'log',
            ticks: [{ value: 0.1, label: 'the best' }],
            input: nothingHappens,
          }),
      },
      {
        name: 'long label',
        draw: (id) => slider({ id, label: long, value: 123456, min: 0, max: 1e6, input: nothingHappens }),
      },
      {
        name: 'choice',
        draw: (id) =>
          segmented({
            id,
            label: 'scale',
            value: 'b',
            options: ['linear', 'logarithmic', long].map((label, i) => ({ value: 'abc'[i] ?? '', label })),
            input: nothingHappens,
          }),
      },
      { name: 'switch off', draw: () => toggle({ label: 'log scale', value: false, input: nothingHappens }) },
      { name: 'switch on, long label', draw: () => toggle({ label: long, value: true, input: nothingHappens }) },
    ],
  },
  {
    title: 'Learning rate',
    files: ['rate-slider.ts'],
    states: [
      { name: 'safe', value: 0.1, curvature: 2 },
      { name: 'diverging', value: 2.5, curvature: 2 },
      { name: 'thresholds at the edge', value: 1, curvature: 150 },
      { name: 'no curvature known', value: 1, curvature: 0 },
    ].map(({ name, value, curvature }) => ({
      name,
      draw: (id) => rateSlider({ id, value, curvature, min: 0.01, max: 10, input: nothingHappens }),
    })),
  },
  { title: 'Dial', wide: true, files: ['dial.ts'], states: [dialAt(-1), dialAt(0), dialAt(0.6)] },
  {
    title: 'Handle',
    files: ['drag.ts', 'nearest.ts'],
    states: [handleIn('drag me', 'never used'), handleIn(undefined, 'used')],
  },
  {
    title: 'Number to drag',
    files: ['scrub.ts'],
    states: [0.05, 123456].map((value) => ({
      name: String(value),
      draw: () =>
        html`<svg width="200" height="60" viewBox="0 0 200 60" role="group" aria-label="A number">
          ${scrub({ x: 40, y: 36, value, min: 1e-3, max: 1e6, label: 'learning rate', set: nothingHappens })}
        </svg>`,
    })),
  },
  {
    title: 'Drawers',
    files: ['drawers.ts'],
    states: [undefined, 'b'].map((open) => ({
      name: open ? 'one open' : 'closed',
      draw: (id) =>
        drawers({
          id,
          open,
          toggle: nothingHappens,
          drawers: ['settings', 'every step', long].map((label, i) => ({
            name: 'abc'[i] ?? '',
            label,
            content: () => html`<p>What was put away.</p>`,
          })),
        }),
    })),
  },
  {
    title: 'A part that comes later',
    files: ['late.ts'],
    states: [
      { name: 'on its way', draw: () => onItsWay.draw(nothingToDraw, nothingHappens) },
      { name: 'lost', draw: () => lost.draw(nothingToDraw, nothingHappens) },
    ],
  },
  {
    title: 'Hyper-parameters',
    files: ['hyperparameters.ts'],
    states: [
      {
        name: 'as the rule is, one changed',
        draw: (id) =>
          hyperparameters({
            id,
            parameters,
            values: { momentum: 0.99 },
            rule: { momentum: 0.9, epsilon: 1e-8, memory: 10, corrected: 1 },
            set: nothingHappens,
          }),
      },
    ],
  },
  {
    title: 'Guess a place',
    files: ['predict.ts'],
    states: [
      { name: 'asked', draw: () => predict({ ...question, guess: null, truth: null }) },
      {
        name: 'asked, may be skipped',
        draw: () =>
          predict({ ...question, guess: null, truth: null, reveal: { label: 'show me', press: nothingHappens } }),
      },
      { name: 'guessed', draw: () => predict({ ...question, guess: 2.6, truth: null }) },
      { name: 'compared', draw: () => predict({ ...question, guess: 2.6, truth: 2.4 }) },
    ],
  },
  {
    title: 'Guess a name',
    files: ['predict-choice.ts'],
    states: [
      {
        name: 'asked',
        draw: (id) =>
          predictChoices({
            options: racers,
            questions: [{ ...choice, id }],
            reveal: { label: 'run both races', press: nothingHappens },
            forget: nothingHappens,
          }),
      },
      {
        name: 'compared',
        draw: (id) =>
          predictChoices({
            options: racers,
            questions: [{ ...choice, id, guess: 'adam', truth: html`Newton, after 1 step`, verdict: 'place 2' }],
            forget: nothingHappens,
          }),
      },
    ],
  },
  {
    title: 'Marks of an idea',
    files: [],
    states: [
      {
        name: 'second cues',
        draw: () =>
          html`<svg width="320" height="110" viewBox="0 0 320 110" role="img" aria-label="Every idea's line">
            ${['parameter-line', 'gradient-line', 'loss-line', 'optimum-line', 'guess-line'].map(
              (ink, i) =>
                svg`<path class=${`gd-${ink}`} d=${`M10 ${15 + 20 * i}H150`}></path><text class="gd-label" x="165" y=${19 + 20 * i}>${ink}</text>`,
            )}
          </svg>`,
      },
    ],
  },
];
