/** The compass, the promise, the steps, and what fewer ask for. A piece of its own. */
import { html, type TemplateResult } from 'lit';
import { lossCurve } from '../../parts/loss-curve';
import { twoDialStyles } from '../../style/figure/next-step';
import { nextStep } from '../next-step';
import { lossesBeside } from '../pinned';
import { compass } from './compass';
import { turn } from './hands';
import { outlookPlot } from './outlook-plot';
import { promiseKept, slopeThisWay } from './panels';
import { isOpen, placeOf, RATES, type Seen } from './seen';

/** Beside something else where there is room for both. */
const half = (v: Seen): number => (v.width > 470 ? (v.width - 22) / 2 : v.width);

export function compassPanel(v: Seen): TemplateResult {
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

export function promisePanel(v: Seen): TemplateResult {
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
export function stepsPanel(v: Seen): TemplateResult {
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

export { more } from './more';
export { needleArm } from './needle';
export const styles = [twoDialStyles];
