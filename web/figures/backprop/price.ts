/** What all slopes cost, in forward passes, over the number of dials: by nudging each, and with one sweep. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { linePath, round } from '../../plot/curve';
import { count, significant } from '../../plot/format';
import { logAxis } from '../../plot/scales';
import { passesOf, type Race } from './race';
import { byThen, isRunning, raceMark, sweepOf } from './race-wager';
import { passesAt, pricedBy } from './sheets';
import type { Seen } from './seen';

const HEIGHT = 134;

export function price(v: Seen, race: Race): TemplateResult {
  const { width } = v;
  const x = logAxis([1, 1e6], [44, width - 34]);
  const y = logAxis([1, 1e6], [HEIGHT - 24, 22]);
  const sizes = Float64Array.from({ length: 25 }, (_, i) => 10 ** (i / 4));
  const { forwards, backwards } = v.model.whole;
  const sum = (list: Float64Array): number => list.reduce((a, b) => a + b, 0);
  const small = { dials: v.model.graph.dials.length, sweep: (sum(forwards) + sum(backwards)) / sum(forwards) };
  const large = { dials: race.dials, sweep: sweepOf(race) };
  const dot = ({ dials, sweep }: typeof small): SVGTemplateResult =>
    svg`<path class="gd-guide-line" d=${`M${round(x.at(dials))} ${round(y.at(1))}V${round(y.at(passesOf(dials)))}`}></path>
      <circle class="gd-gradient-dot" cx=${round(x.at(dials))} cy=${round(y.at(sweep))} r="4.5"></circle>
      <circle class="gd-datum" cx=${round(x.at(dials))} cy=${round(y.at(passesOf(dials)))} r="4.5"></circle>`;
  const narrow = width < 470;
  const running = isRunning(v);
  const ends = [1, 1000, 1e6];
  const priced = Math.min(pricedBy(passesAt(race, v.step)), race.dials);
  const level = y.at(large.sweep);
  /** What nudging costs is drawn once the wager is over. */
  const nudging = (): SVGTemplateResult =>
    svg`<path class="gd-solid-line" d=${linePath({ x: sizes, y: sizes.map(passesOf) }, x, y)}></path>
      <path class="gd-gradient-line" d=${`M${round(x.at(small.dials))} ${round(y.at(small.sweep))}L${round(x.at(large.dials))} ${round(level)}`}></path>
      ${dot(small)} ${dot(large)}
      <circle class="gd-hollow-dot" cx=${round(x.at(byThen(race)))} cy=${round(level)} r="4.5"></circle>
      <text class="gd-label" x=${round(x.at(byThen(race)))} y=${round(level - 12)} text-anchor="middle">${count(byThen(race))} dials</text>
      <text class="gd-label" x=${round(x.at(large.dials) - 10)} y=${round(y.at(passesOf(large.dials)) - 4)} text-anchor="end">${count(passesOf(large.dials))} by nudging</text>
      ${
        // A graph as small as that stands where nudging was.
        small.dials > 2 * byThen(race)
          ? svg`<text class="gd-gradient-text" x=${round(x.at(small.dials))} y=${round(y.at(small.sweep) - 8)} text-anchor=${narrow ? 'start' : 'middle'}>${significant(small.sweep, 3)}</text>`
          : ''
      }`;
  return html`<div class="race" data-spot="price">
    <p class="told">
      <b>${count(passesAt(race, v.step))}</b> of ${count(passesOf(race.dials))} passes: nudging has priced
      <b>${count(priced)}</b>
      dials${race.nudgedSoFar() < priced ? html` <span class="quiet">(${count(race.nudgedSoFar())} computed so far)</span>` : ''},
      the sweep
      <b class="idea-gradient">${running ? 'all' : 'none'}</b>.
    </p>
    <svg
      width=${width}
      height=${HEIGHT}
      viewBox=${`0 0 ${width} ${HEIGHT}`}
      role=${running ? 'img' : 'group'}
      aria-label="The price of all slopes over the number of dials"
    >
      <text class="gd-axis-name" x="0" y="12">price of all slopes, in forward passes</text>
      ${ends.map((n) => svg`<path class="gd-grid" d=${`M${x.range[0]} ${round(y.at(n))}H${x.range[1]}`}></path><text class="gd-tick-text" x=${x.range[0] - 6} y=${round(y.at(n) + 4)} text-anchor="end">${n < 1e6 ? count(n) : '10⁶'}</text>`)}
      ${[1, small.dials, race.dials, 1e6].map((n) => svg`<text class="gd-tick-text" x=${round(x.at(n))} y=${HEIGHT - 6} text-anchor="middle">${n < 1e6 ? count(n) : '10⁶ dials'}</text>`)}
      <path class="gd-guide-line" d=${`M${x.range[0]} ${round(level)}H${round(x.at(large.dials))}`}></path>
      ${running ? nudging() : ''}
      <text class="gd-gradient-text" x=${round(x.at(large.dials) + 12)} y=${round(level - 15)}>
        ${significant(large.sweep, 3)} for a pass
        <tspan x=${round(x.at(large.dials) + 12)} dy="14">and a sweep</tspan>
      </text>
      ${raceMark(v, race, x, level)}
    </svg>
  </div>`;
}
