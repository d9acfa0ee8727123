/** What stands below the map, one at a time: its two cuts, the compass, the promise, and what fewer ask for. */
import { html, type TemplateResult } from 'lit';
import { Late } from '../../parts/late';
import { lossCurve } from '../../parts/loss-curve';
import { tabs } from '../../parts/tabs';
import { nextStep } from '../next-step';
import { lossesBeside } from '../pinned';
import { compass } from './compass';
import { twoCuts } from './cuts';
import { turn } from './hands';
import { more } from './more';
import { outlookPlot } from './outlook-plot';
import { promiseKept, slopeThisWay } from './panels';
import { isOpen, placeOf, RATES, type PANELS, type Seen } from './seen';

/** The surface is a piece of its own: most readers never open it. */
export const turnable = new Late(() => import('./block'));

/** Beside something else where there is room for both. */
const half = (v: Seen): number => (v.width > 470 ? (v.width - 22) / 2 : v.width);

function compassPanel(v: Seen): TemplateResult {
  const place = placeOf(v);
  const open = isOpen(v);
  return html`<div class="beside even" data-spot="compass">
    ${compass({
      width: half(v),
      place,
      open,
      needle: v.settings.needle,
      guess: v.time === 0 ? v.settings.guess : null,
      turn: (needle) => turn(v, needle),
    })}
    <div class="middle">
      ${open ? slopeThisWay(place, v.settings.needle) : html`<p class="quiet">It opens once you have guessed.</p>`}
    </div>
  </div>`;
}

function promisePanel(v: Seen): TemplateResult {
  const place = placeOf(v);
  return html`<div class="beside even" data-spot="promise">
    ${outlookPlot({
      id: v.id,
      width: half(v),
      place,
      rate: v.settings.rate,
      rates: RATES,
      setRate: (rate) => v.set({ rate }, { keepTime: true }),
    })}
    <div class="middle">${promiseKept(place, v.settings.rate)}</div>
  </div>`;
}

/** The arithmetic of a step says where it leads, which a wager leaves open. */
function stepsPanel(v: Seen): TemplateResult {
  if (!isOpen(v)) return html`<p class="quiet">The steps come once you have guessed.</p>`;
  return html`<div class="beside steps">
    ${lossCurve({
      width: v.width > 470 ? ((v.width - 22) * 2) / 5 : v.width,
      height: 160,
      ...lossesBeside(v),
      logarithmic: v.settings.log === 'log',
      setLogarithmic: (on) => v.set({ log: on ? 'log' : 'linear' }, { keepTime: true }),
      go: (step) => v.go(step),
    })}
    ${nextStep(v.model.run, v.step, v.model.end?.text)}
  </div>`;
}

function surfacePanel(v: Seen): TemplateResult {
  return html`<div data-spot="surface">
    ${turnable.draw(
      ({ block }) => block(v),
      () => v.setLocal({}),
    )}
  </div>`;
}

export function panels(v: Seen): TemplateResult {
  return tabs<(typeof PANELS)[number]>({
    id: v.id,
    label: 'Below the map',
    tabs: [
      { name: 'cuts', label: v.width < 430 ? 'cuts' : 'the two cuts', content: () => twoCuts(v) },
      { name: 'compass', label: 'compass', content: () => compassPanel(v) },
      { name: 'promise', label: 'promise', content: () => promisePanel(v) },
      { name: 'surface', label: 'surface', content: () => surfacePanel(v) },
      { name: 'steps', label: 'steps', content: () => stepsPanel(v) },
      { name: 'more', label: 'more', content: () => more(v) },
    ],
    open: v.settings.panel,
    choose: (panel) => v.set({ panel }, { keepTime: true }),
  });
}
