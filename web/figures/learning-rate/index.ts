/** Four balls from one start with four rates, and the sweep over all the others. */
import { html, type TemplateResult } from 'lit';
import { arithmetic, waiting } from '../../parts/arithmetic';
import { lossCurve, type LossSeries } from '../../parts/loss-curve';
import { predict } from '../../parts/predict';
import { segmented, slider } from '../../parts/slider';
import { brief, fixed, grouped, significant } from '../../plot/format';
import { hundredths } from '../../plot/scales';
import { told } from '../descent';
import { defineFigure, type View } from '../figure';
import { arrivedFast, fastestStatus } from './fastest';
import { fourPanels } from './panels';
import { race, RATES, rateText, STEPS, type Ball, type Race } from './race';
import { sweepPlot } from './sweep-plot';
import { rateTables } from './tables';
import { lossesOf } from '../pinned';
import { curveNames, curves } from '../profile';
import { choice, flag, number, numbers, optionalNumber, type Values } from '../settings';

const FOUR = [0.02, 0.2, 0.9, 1.05] as const;

const settings = {
  function: choice('curve', curveNames, 'parabola'),
  /** Of the parabola; 2 is w² + 5. */
  curvature: number({ label: 'curvature', initial: 2, min: 0.2, max: 2000 }),
  /** Held within the part of the curve that is drawn. */
  start: number({ label: 'start', initial: 3, min: -10, max: 10 }),
  rates: numbers({ label: 'learning rates', initial: FOUR, ...RATES, fewest: 4, most: 4 }),
  /** Stands in for the chosen ball's entry in `rates`: one rate to care about, beside three to compare it with. */
  rate: optionalNumber({ label: "chosen ball's learning rate", ...RATES }),
  /** Whose arithmetic is shown. */
  chosen: number({ label: 'chosen ball', initial: 2, min: 1, max: 4, whole: true }),
  guess: optionalNumber({ label: 'guess', ...RATES }),
  /** Whether the sweep is shown before it has been guessed at. */
  revealed: flag('sweep revealed'),
  log: choice('loss axis', ['linear', 'log'], 'linear'),
};

type Settings = Values<typeof settings>;
type Seen = View<typeof settings, Race>;

/** The four rates as they are: `rate` in the chosen ball's place. */
function ratesOf(s: Settings): readonly number[] {
  return s.rates.map((r, i) => (i === s.chosen - 1 ? (s.rate ?? r) : r));
}

/** Before another ball is chosen or changed, `rate` moves into the ball that it was meant for. */
const settled = (s: Settings): Partial<Settings> => (s.rate === null ? {} : { rates: ratesOf(s), rate: null });

/** The ball that is looked at; of a pinned race, the same one. */
const chosenBall = (race: Race, s: Settings): Ball | undefined => race.balls[s.chosen - 1];

function choose(v: Seen, ball: number): void {
  if (ball !== v.settings.chosen - 1) v.set({ ...settled(v.settings), chosen: ball + 1 }, { keepTime: true });
}

function setRate(v: Seen, rate: number, ball: number): void {
  const rates = ratesOf(v.settings).map((r, i) => (i === ball ? rate : r));
  v.set({ rates, rate: null, chosen: ball + 1 }, { keepTime: true });
}

function setStart(v: Seen, w: number, ball: number): void {
  v.set({ ...settled(v.settings), start: hundredths(w), guess: null, chosen: ball + 1 });
  if (!v.local['touched']) v.setLocal({ touched: true });
}

function plot(v: Seen): TemplateResult {
  return fourPanels({
    id: v.id,
    race: v.model,
    time: v.time,
    step: v.step,
    pinned: v.pinned,
    width: v.width,
    chosen: v.settings.chosen - 1,
    choose: (ball) => choose(v, ball),
    setStart: (w, ball) => setStart(v, w, ball),
    setRate: (rate, ball) => setRate(v, rate, ball),
    hint: v.local['touched'] ? undefined : 'drag me',
  });
}

/** On a log scale what tells is the height above the lowest bottom, which need not be zero. */
function lossSeries(v: Seen): LossSeries[] {
  const floor = v.settings.log === 'log' ? v.model.floor : 0;
  const all = v.model.balls.map((ball, rank) => ({ ...lossesOf(rateText(ball.rate), ball.run, floor), rank }));
  const pinned = v.pinned && chosenBall(v.pinned.model, v.settings);
  return pinned ? [...all, { ...lossesOf('pinned', pinned.run, floor), pinned: true }] : all;
}

function lastStep(v: Seen): TemplateResult {
  const ball = chosenBall(v.model, v.settings);
  const step = told(v, ball?.run.steps ?? 0);
  if (!ball || step < 1) {
    return waiting(
      ball?.diverged && v.step > 0
        ? `Its first step already leads to a loss beyond ${grouped(v.model.out, 3)}: diverged.`
        : 'Take a step, and its arithmetic stands here.',
    );
  }
  const past =
    v.step > step
      ? html`<p class="quiet">${ball.diverged ? 'Its last step within bounds.' : 'Its last step.'}</p>`
      : '';
  return html`${arithmetic(ball.run.explain(step, 0))} ${past}`;
}

function prediction(v: Seen): TemplateResult {
  const { guess, revealed } = v.settings;
  const seen = revealed && guess !== null;
  const edge = seen ? v.model.edge() : null;
  const factor = edge && guess !== null ? guess / edge : 1;
  const miss = Math.max(factor, 1 / factor);
  const verdict = miss < 1.03 ? 'a good guess' : `${brief(miss, 2)} times too ${factor > 1 ? 'high' : 'low'}`;
  const curvature = v.model.swept.last?.curvature ?? 0;
  const theory = curvature > 0 ? `2 / curvature is ${brief(2 / curvature)}; ` : '';
  if (revealed && guess === null) {
    return html`<div class="predict">
      <p>
        <span class="quiet">Every rate has run.</span>
        <button type="button" class="link" @click=${() => v.set({ revealed: false }, { keepTime: true })}>
          hide it and guess
        </button>
      </p>
    </div>`;
  }
  return predict({
    question: 'At which rate does it stop converging? Drag the triangle.',
    guess,
    truth: edge,
    truthLabel: 'it stops at',
    isPlace: false,
    verdict: `${theory}${verdict}`,
    next: 'now run every rate',
    reveal: revealed ? undefined : { label: 'show me', press: () => v.set({ revealed: true }, { keepTime: true }) },
    forget: () => v.set({ guess: null, revealed: false }, { keepTime: true }),
  });
}

function panels(v: Seen): TemplateResult {
  const half = v.width > 470 ? ((v.width - 22) * 5) / 11 : v.width;
  return html` <div class="beside">
      ${lossCurve({
        width: half,
        series: lossSeries(v),
        steps: v.clock.steps,
        time: v.clock.step,
        logarithmic: v.settings.log === 'log',
        setLogarithmic: (on) => v.set({ log: on ? 'log' : 'linear' }, { keepTime: true }),
        go: (step) => v.go(step),
        yName: v.settings.log === 'log' && v.model.floor !== 0 ? `loss − ${brief(v.model.floor)}` : 'loss',
      })}
      <div class="stack">
        ${segmented({
          id: `${v.id}-ball`,
          label: 'step of',
          value: String(v.settings.chosen),
          options: v.model.balls.map((b, i) => ({ value: String(i + 1), label: rateText(b.rate) })),
          input: (ball) => choose(v, Number(ball) - 1),
        })}
        ${lastStep(v)}
      </div>
    </div>
    <div class="asked">${prediction(v)}</div>
    ${sweepPlot({
      race: v.model,
      width: v.width,
      guess: v.settings.guess,
      setGuess: (guess) => v.set({ guess }, { keepTime: true }),
      setRate: (rate, ball) => setRate(v, rate, ball),
      chosen: v.settings.chosen - 1,
      revealed: v.settings.revealed,
    })}`;
}

function controls(v: Seen): TemplateResult {
  const { function: name, curvature } = v.settings;
  return html` ${segmented({
    id: `${v.id}-function`,
    label: 'curve',
    value: name,
    options: curveNames.map((n) => ({ value: n, label: n === 'parabola' ? 'parabola' : curves[n].label })),
    input: (n) => v.set({ function: n, start: curves[n].start, guess: null }),
  })}
  ${
    name === 'parabola'
      ? slider({
          id: `${v.id}-curvature`,
          label: 'curvature',
          value: curvature,
          min: 0.2,
          max: 2000,
          scale: 'log',
          ticks: [
            { value: 2, label: 'w² + 5' },
            { value: 200, label: '100 × steeper' },
          ],
          input: (c) => v.set({ curvature: c, guess: null }, { keepTime: true }),
        })
      : ''
  }`;
}

function ballInWords(ball: Ball, step: number): string {
  const name = `Rate ${rateText(ball.rate)} ${ball.manner}`;
  if (ball.diverged && step > ball.run.steps) return `${name}: diverged at step ${ball.run.steps + 1}.`;
  return `${name}: weight ${fixed(ball.run.parameter(step, 0), 2)}, loss ${significant(ball.run.loss(step))}.`;
}

export const figure = defineFigure<typeof settings, Race>({
  name: 'learning-rate',
  title: 'Four learning rates on one curve',
  caption: 'Press play. Then change a rate: drag its number, or its ball on the lower plot.',
  heights: [1440, 1320],
  settings,
  light: ['guess', 'revealed', 'log', 'chosen'],
  compare: {
    by: ['start', 'rates', 'rate', 'chosen'],
    run: (m, s) => chosenBall(m, s)?.run,
    traits: (m, s) => ({ rate: rateText(chosenBall(m, s)?.rate ?? 0), start: brief(m.start, 4) }),
  },
  firstStep: 3,
  model: (engine, s) =>
    race(engine, { function: s.function, curvature: s.curvature, start: s.start, rates: ratesOf(s) }),
  runs: ({ model }) => model.balls.map(({ rate, run }) => ({ name: `rate ${rateText(rate)}`, options: run.options })),
  plot,
  panels,
  controls,
  presets: [
    {
      label: 'four regimes',
      values: { function: 'parabola', curvature: 2, start: 3, rates: FOUR, rate: null, guess: null },
    },
    {
      label: '100 × steeper',
      values: { function: 'parabola', curvature: 200, start: 3, rates: FOUR, rate: null, guess: null },
    },
    {
      label: '… with rates ÷ 100',
      values: {
        function: 'parabola',
        curvature: 200,
        start: 3,
        rates: FOUR.map((r) => r / 100),
        rate: null,
        guess: null,
      },
    },
    {
      label: 'a habit: 0.1 to 0.0001',
      values: { function: 'parabola', curvature: 2, start: 3, rates: [1e-4, 1e-3, 0.01, 0.1], rate: null, guess: null },
    },
  ],
  newStart: (s, random) => {
    const [low, high] = curves[s.function].reach;
    return { start: hundredths(low + (high - low) * random()), guess: null };
  },
  goals: {
    fastest: {
      done: (v) => arrivedFast(v.model, v.step),
      status: (v) => fastestStatus(v.model),
    },
  },
  tables: (v) => rateTables(v.model, v.settings.revealed),
  sentence: (v) => {
    const { steps, balls } = v.model;
    const of = steps === STEPS ? '' : `, where the last of them ends`;
    return `Step ${v.step} of ${steps}${of}. ${balls.map((b) => ballInWords(b, v.step)).join(' ')}`;
  },
});
