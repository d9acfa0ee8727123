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

const HEIGHT = 116;
const DASHES = ['', '7 3', '2 3'] as const;
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
  // Below the axis there is nothing to draw.
  const above = r.above.slice(1).map((loss) => (loss < LOWEST ? NaN : loss));
  const crossing = arrival(r, v.settings.against);
  const px = crossing === undefined ? undefined : round(x.at(crossing));
  return svg`<path class=${k === 0 ? 'gd-loss-line' : 'gd-loss-line clock-thin'} stroke-dasharray=${DASHES[k] ?? ''} d=${linePath({ x: at, y: above }, x, y)}></path>
    ${
      px === undefined
        ? ''
        : svg`<circle class="gd-pinned-loss-dot" cx=${px} cy=${round(y.at(FINISH))} r="5"></circle>
      <path class="gd-scrub-line" d=${`M${px} ${round(y.at(FINISH) + 5)}V${y.range[0]}`}></path>`
    }`;
}

/** The number at each crossing, over the finish line; of two that would touch, the later one higher. */
function numbers(v: Seen, x: Axis, y: Axis): SVGTemplateResult[] {
  let [last, row] = [-Infinity, 0];
  return inOrder(v).map(({ at }) => {
    const px = x.at(at);
    row = px - last < 44 ? row + 1 : 0;
    last = px;
    return svg`<text class="gd-loss-text" x=${round(px + 6)} y=${round(y.at(FINISH) - 8 - 15 * row)}>${count(at)}</text>`;
  });
}

/** Those that arrive, the first first. */
const inOrder = (v: Seen): { readonly r: Racer; readonly at: number }[] =>
  v.model
    .race()
    .map((r) => ({ r, at: arrival(r, v.settings.against) }))
    .filter((e): e is { r: Racer; at: number } => e.at !== undefined)
    .sort((a, b) => a.at - b.at);

const sample = (k: number): TemplateResult =>
  html`<svg class="mark" viewBox="0 0 26 8" width="26" height="8" aria-hidden="true">
    <path
      class=${k === 0 ? 'gd-loss-line' : 'gd-loss-line clock-thin'}
      stroke-dasharray=${DASHES[k] ?? ''}
      d="M1 4H25"
    ></path>
  </svg>`;

/** Every racer with its rate, in the order of arrival. */
function legend(v: Seen): TemplateResult {
  const race = v.model.race();
  const order = [...race].sort(
    (a, b) => (arrival(a, v.settings.against) ?? Infinity) - (arrival(b, v.settings.against) ?? Infinity),
  );
  return html`<p class="racers-named">
    ${order.map((r) => {
      const at = arrival(r, v.settings.against);
      return html`<span
        >${sample(race.indexOf(r))} ${sizeName(r.size)}, rate ${brief(r.rate)}:
        <b>${at === undefined ? 'not there' : count(at)}</b></span
      >`;
    })}
  </p>`;
}

export function clocks(v: Seen): TemplateResult {
  const box: Box = { left: 34, top: 4, right: v.width - 10, bottom: HEIGHT - 22 };
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
      label: v.width < 470 ? 'loss, by' : 'loss above the lowest, counted in',
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
      <text class="gd-note" x=${box.right - 4} y=${box.bottom - 6} text-anchor="end">
        ${against === 'updates' ? 'updates' : 'examples seen'}
      </text>
      <path class="gd-finish-line" d=${`M${box.left} ${finish}H${box.right}`}></path>
      <g clip-path=${`url(#${clip})`}>${race.map((r, k) => racer(r, k, v, x, y))}</g>
      ${numbers(v, x, y)}
    </svg>
    ${legend(v)}
  </div>`;
}
