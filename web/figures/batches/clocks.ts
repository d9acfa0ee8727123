/** Two clocks: three batches to one finish line, counted in updates or in examples. The same losses, slid along the axis. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { segmented } from '../../parts/slider';
import { linePath, round } from '../../plot/curve';
import { brief, count } from '../../plot/format';
import { frame } from '../../plot/frame';
import { logAxis, type Axis, type Box } from '../../plot/scales';
import { FINISH, type Racer } from './race';
import { EXAMPLES } from './geyser';
import type { Seen } from './seen';

const HEIGHT = 166;
const LONGEST = 12_000;
const LOWEST = 0.005;

export const sizeName = (size: number): string => (size === EXAMPLES ? `all ${size}` : String(size));

/** Where the finish is crossed on a clock, and what stands there. */
export const arrival = ({ arrives, size }: Racer, against: Seen['settings']['against']): number | undefined =>
  arrives === undefined ? undefined : against === 'updates' ? arrives : arrives * size;

function racer(r: Racer, k: number, v: Seen, x: Axis, y: Axis): SVGTemplateResult {
  const by = v.settings.against === 'updates' ? 1 : r.size;
  // Before the first update there is nothing on a logarithmic axis.
  const at = Float64Array.from(r.above.subarray(1), (_, i) => (i + 1) * by);
  const crossing = arrival(r, v.settings.against);
  const px = crossing === undefined ? undefined : round(x.at(crossing));
  return svg`<path class=${k === 0 ? 'gd-loss-line' : 'gd-loss-line clock-thin'} stroke-dasharray=${['', '7 3', '2 3'][k] ?? ''} d=${linePath({ x: at, y: r.above.subarray(1) }, x, y)}></path>
    ${
      px === undefined
        ? ''
        : svg`<circle class="gd-pinned-loss-dot" cx=${px} cy=${round(y.at(FINISH))} r="5"></circle>
      <path class="gd-scrub-line" d=${`M${px} ${round(y.at(FINISH) + 5)}V${y.range[0]}`}></path>`
    }`;
}

/** Names over the crossings, the earliest lowest, each with its rate. */
function names(v: Seen, x: Axis, y: Axis, box: Box): SVGTemplateResult[] {
  const all = v.model
    .race()
    .map((r) => ({ r, at: arrival(r, v.settings.against) }))
    .filter((e): e is { r: Racer; at: number } => e.at !== undefined)
    .sort((a, b) => b.at - a.at);
  return all.map(({ r, at }, k) => {
    const text = `${sizeName(r.size)} at rate ${brief(r.rate)}: ${count(at)}`;
    const px = x.at(at);
    const before = px + 10 + text.length * 6.6 > box.right;
    return svg`<text class=${k === all.length - 1 ? 'gd-label' : 'gd-note'} x=${round(px + (before ? -10 : 10))} y=${round(y.at(FINISH) - 8 - 17 * k)} text-anchor=${before ? 'end' : 'start'}>${text}</text>`;
  });
}

export function clocks(v: Seen): TemplateResult {
  const box: Box = { left: 34, top: 22, right: v.width - 10, bottom: HEIGHT - 24 };
  const x = logAxis([1, LONGEST], [box.left, box.right]);
  const race = v.model.race();
  const top = Math.max(...race.map((r) => r.above[0] ?? 1), 10 * FINISH);
  const y = logAxis([LOWEST, 1.2 * top], [box.bottom, box.top]);
  const finish = round(y.at(FINISH));
  const { against } = v.settings;
  const clip = `${v.id}-clocks`;
  return html`<div class="clocks" data-spot="clocks">
    ${segmented({
      id: `${v.id}-against`,
      label: 'counted in',
      value: against,
      options: [
        { value: 'updates', label: 'updates' },
        { value: 'examples', label: 'examples seen' },
      ],
      input: (to) => v.set({ against: to }, { keepTime: true }),
    })}
    <svg
      width=${v.width}
      height=${HEIGHT}
      viewBox=${`0 0 ${v.width} ${HEIGHT}`}
      role="img"
      aria-label=${`Loss above the lowest against ${against}: ${race
        .map(
          (r) =>
            `${sizeName(r.size)} at rate ${brief(r.rate)} ${r.arrives === undefined ? 'does not arrive' : `arrives after ${count(arrival(r, against) ?? 0)}`}`,
        )
        .join(', ')}`}
    >
      <clipPath id=${clip}>
        <rect x=${box.left} y=${box.top} width=${round(box.right - box.left)} height=${box.bottom - box.top}></rect>
      </clipPath>
      ${frame({ box, x, y, xName: '', yName: '' })}
      <text class="gd-axis-name" x="0" y="12">loss above the lowest</text>
      <text class="gd-note" x=${box.right - 4} y=${box.bottom - 6} text-anchor="end">
        ${against === 'updates' ? 'updates' : 'examples seen'}
      </text>
      <path class="gd-finish-line" d=${`M${box.left} ${finish}H${box.right}`}></path>
      <g clip-path=${`url(#${clip})`}>${race.map((r, k) => racer(r, k, v, x, y))}</g>
      ${names(v, x, y, box)}
    </svg>
  </div>`;
}
