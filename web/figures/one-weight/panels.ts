/** What stands below the picture, one at a time: the step's arithmetic with the rate, every step so far, other curves. */
import { html, type TemplateResult } from 'lit';
import { lossCurve } from '../../parts/loss-curve';
import { presetButtons } from '../../parts/presets';
import { segmented, slider } from '../../parts/slider';
import { stepsTable } from '../../parts/steps-table';
import { tabs } from '../../parts/tabs';
import { stepsOf } from '../numbers';
import { lossesBeside } from '../pinned';
import { curveNames, curves } from '../profile';
import { conditions } from './goal';
import { WIDE } from './room';
import { RATES, type Seen } from './seen';
import { isOpen } from './starts';
import { sum } from './sum';
import type { NumberTable } from '../../parts/number-table';

/** The steps that have been taken: those to come are there to be guessed. */
export function soFar(v: Seen): NumberTable {
  const table = stepsOf(v.model.run);
  return { ...table, caption: 'Every step so far', rows: table.rows.slice(0, v.step + 1) };
}

/** Between both thresholds the ball swings; there is room for the name of one. */
function rate(v: Seen): TemplateResult {
  const curvature = v.model.ground.nearest(v.model.run.parameter(v.model.run.steps, 0))?.curvature ?? 0;
  const [glide, edge] = [1 / curvature, 2 / curvature];
  const known = curvature > 0 && glide > RATES.min && edge < RATES.max;
  return slider({
    id: `${v.id}-rate`,
    label: 'learning rate',
    value: v.settings.rate,
    ...RATES,
    scale: 'log',
    zones: known
      ? [
          { to: glide, kind: 'safe' },
          { to: edge, kind: 'swinging' },
          { to: RATES.max, kind: 'divergent' },
        ]
      : [],
    ticks: known
      ? [
          { value: glide, label: '' },
          { value: edge, label: '2 / curvature', side: 'before' },
        ]
      : [],
    input: (value) => v.set({ rate: value, guess: null }, { keepTime: true }),
  });
}

/** Near the hilltop: both conditions of the task, and why each is met or not. */
function ticks(v: Seen): TemplateResult {
  return html`<div class="ticks">
    ${conditions(v).map(
      (c) =>
        html`<p class=${c.met ? 'met' : 'open'}>
          <svg viewBox="0 0 16 14" width="16" height="14" aria-hidden="true">
            <path
              class=${c.met ? 'gd-optimum-line' : 'gd-guide-line'}
              d=${c.met ? 'M2 7.5L6 11.5L14 2.5' : 'M3 7H13'}
            ></path>
          </svg>
          <span
            ><span class="unseen">${c.met ? 'met: ' : 'not met: '}</span><b>${c.text}</b><br /><small
              >${c.why}</small
            ></span
          >
        </p>`,
    )}
  </div>`;
}

function step(v: Seen): TemplateResult {
  const near = v.model.hill !== undefined && isOpen(v);
  return html`<div class="beside this-step" data-spot="sum">
    <div class="sums">${near ? ticks(v) : sum(v)}</div>
    ${rate(v)}
  </div>`;
}

function steps(v: Seen): TemplateResult {
  const width = v.width > WIDE ? ((v.width - 22) * 5) / 11 : v.width;
  const { series, ...when } = lossesBeside(v);
  // Only what has been taken: a curve of coming losses would answer the wager.
  const taken = series.map((s) => {
    const last = Math.min(s.loss.length, v.clock.step + 1);
    const whole = last === s.loss.length ? (s.end ?? 'stops') : 'stops';
    return { ...s, step: s.step.slice(0, last), loss: s.loss.slice(0, last), end: whole };
  });
  return html`<div class="beside" data-spot="steps">
    ${lossCurve({
      width,
      height: 132,
      series: taken,
      ...when,
      logarithmic: v.settings.log === 'log',
      setLogarithmic: (on) => v.set({ log: on ? 'log' : 'linear' }, { keepTime: true }),
      go: (to) => v.go(to),
    })}
    ${stepsTable({ table: soFar(v), step: v.step, memory: v })}
  </div>`;
}

const presets: readonly { readonly label: string; readonly values: Parameters<Seen['set']>[0] }[] = [
  { label: 'crawl', values: { function: 'parabola', start: 3, rate: 0.01, guess: null } },
  { label: 'overshoot', values: { function: 'parabola', start: 3, rate: 0.9, guess: null } },
  { label: 'diverge', values: { function: 'parabola', start: 0.5, rate: 1.1, guess: null } },
  { label: 'trapped', values: { function: 'double_well', start: 1.6, rate: 0.05, guess: null } },
];

function others(v: Seen): TemplateResult {
  const press = (values: Parameters<Seen['set']>[0]): void => {
    v.set(values);
    v.play();
  };
  return html`<div class="others" data-spot="curve">
    ${segmented({
      id: `${v.id}-function`,
      label: 'curve',
      value: v.settings.function,
      options: curveNames.map((name) => ({ value: name, label: curves[name].label })),
      input: (name) => v.set({ function: name, start: curves[name].start, guess: null }),
    })}
    ${presetButtons(presets, (p) => press(p.values), {
      before: html`<span class="quiet">watch it</span>`,
    })}
  </div>`;
}

export function panels(v: Seen): TemplateResult {
  return tabs({
    id: v.id,
    label: 'Panels',
    open: v.settings.panel,
    choose: (panel) => v.set({ panel }, { keepTime: true }),
    tabs: [
      { name: 'step', label: 'this step', content: () => step(v) },
      { name: 'steps', label: 'every step so far', content: () => steps(v) },
      { name: 'curve', label: 'other curves', content: () => others(v) },
    ],
  });
}
