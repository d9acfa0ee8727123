/** What stands below the map, one at a time: the surface, the compass, the promise, the step. */
import { html, type TemplateResult } from 'lit';
import { lossCurve } from '../../parts/loss-curve';
import { tabs } from '../../parts/tabs';
import { nextStep } from '../next-step';
import { lossesBeside } from '../pinned';
import { groundBlock } from './block';
import { compass } from './compass';
import { put, turn } from './hands';
import { outlookPlot } from './outlook-plot';
import { promiseKept, slopeThisWay } from './panels';
import { HOME, isOpen, placeOf, RATES, type PANELS, type Seen } from './seen';

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

export function panels(v: Seen): TemplateResult {
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
