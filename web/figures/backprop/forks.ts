/** Forks in a row: how often the first box works if every share is handed on the moment it arrives. */
import { html, svg, type TemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { linePath, round } from '../../plot/curve';
import { count } from '../../plot/format';
import { clamp, linearAxis, logAxis } from '../../plot/scales';
import { FORKS, still, type Seen } from './seen';

const HEIGHT = 82;

export function forks(v: Seen): TemplateResult {
  const { width } = v;
  const { ways } = v.model;
  const chosen = v.settings.forks;
  const x = linearAxis([1, FORKS], [96, width - 44]);
  const y = logAxis([1, ways[FORKS - 1] ?? 2], [HEIGHT - 26, 12]);
  const numbers = Float64Array.from(ways, (_, i) => i + 1);
  const often = ways[chosen - 1] ?? 1;
  const [px, py] = [x.at(chosen), y.at(often)];
  const set = (n: number): void => v.set({ forks: clamp(Math.round(n), 1, FORKS) }, still);
  return html`<svg
    class="forks"
    data-spot="forks"
    width=${width}
    height=${HEIGHT}
    viewBox=${`0 0 ${width} ${HEIGHT}`}
    role="group"
    aria-label="How often the first box works, over the number of forks in a row"
  >
    <text class="gd-axis-name" x="0" y="28">first box</text>
    <text class="gd-axis-name" x="0" y="44">works</text>
    ${[1, 32, 1024].map((n) => svg`<path class="gd-grid" d=${`M${x.range[0]} ${round(y.at(n))}H${x.range[1]}`}></path><text class="gd-tick-text" x=${x.range[0] - 8} y=${round(y.at(n) + 4)} text-anchor="end">${n === 1 ? 'once' : count(n)}</text>`)}
    ${Array.from(numbers, (n) => svg`<text class="gd-tick-text" x=${round(x.at(n))} y=${HEIGHT - 6} text-anchor="middle">${n % 2 && n > 1 && width < 470 ? '' : n}</text>`)}
    <text class="gd-axis-name" x=${width} y=${HEIGHT - 6} text-anchor="end">forks</text>
    <path class="gd-solid-line" d=${`M${x.range[0]} ${round(y.at(1))}H${x.range[1]}`}></path>
    <path class="gd-gradient-line" d=${linePath({ x: numbers, y: ways }, x, y)}></path>
    ${ways.map((n, i) => svg`<circle class="gd-gradient-dot" cx=${round(x.at(i + 1))} cy=${round(y.at(n))} r="3.5"></circle>`)}
    <text class="gd-gradient-text" x=${x.range[0] + 10} y="26">
      handed on at every arrival: ${count(often)} ${often === 1 ? 'time' : 'times'}
    </text>
    <text class="gd-label" x=${round(x.range[1])} y=${round(y.at(1) - 7)} text-anchor="end">
      last built, first asked: once
    </text>
    ${handle({
      x: px,
      y: py,
      label: 'Forks in a row',
      value: chosen,
      min: 1,
      max: FORKS,
      valueText: `${chosen} forks: the first box works ${often} times`,
      move: (at) => set(x.value(at)),
      nudge: (dx, dy, scale) => set(chosen + Math.sign((dx || dy) * scale)),
      face: svg`<circle class="gd-knob-halo" r="14"></circle><circle class="gd-knob" r="7"></circle>`,
    })}
  </svg>`;
}
