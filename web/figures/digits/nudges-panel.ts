/** One digit's gradient over the first row's weights: which dials matter most for it, and which way. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { brief, count, significant } from '../../plot/format';
import { netOf } from '../neuron/net';
import { SIDE } from './ink';
import { dialsNow, meantNow, readNow } from './now';
import { meantChoice } from './meant';
import { pages, shownOf, tiling } from './row-panel';
import type { Seen } from './seen';

/** Squares that are drawn as one, so that a hollow one can be seen. */
const LUMP = 2;
const CELLS = SIDE / LUMP;

const known = new WeakMap<
  Float64Array,
  { readonly picture: Float64Array; readonly meant: number; readonly gradient: Float64Array }
>();

export function gradientNow(v: Seen, dials: Float64Array): Float64Array {
  const [picture, meant] = [readNow(v), meantNow(v)];
  const last = known.get(dials);
  if (last?.picture === picture && last.meant === meant) return last.gradient;
  const gradient = v.model.gradient(dials, picture, meant);
  known.set(dials, { picture, meant, gradient });
  return gradient;
}

/** Means over 2 x 2 squares. */
function lumps(slope: (square: number) => number): Float64Array {
  const means = new Float64Array(CELLS * CELLS);
  for (let row = 0; row < SIDE; row++)
    for (let column = 0; column < SIDE; column++)
      means[Math.floor(row / LUMP) * CELLS + Math.floor(column / LUMP)]! += slope(row * SIDE + column) / LUMP ** 2;
  return means;
}

/** Filled where turning the weight up raises the loss, hollow where it lowers it; as large as the slope. */
function face(means: Float64Array, top: number, side: number): SVGTemplateResult {
  const cell = side / CELLS;
  let [filled, hollow] = ['', ''];
  means.forEach((mean, i) => {
    const size = Math.sqrt(Math.abs(mean) / top) * cell * 0.95;
    if (size < 0.6) return;
    const x = ((i % CELLS) + 0.5) * cell - size / 2;
    const y = (Math.floor(i / CELLS) + 0.5) * cell - size / 2;
    const d = `M${x.toFixed(1)} ${y.toFixed(1)}h${size.toFixed(1)}v${size.toFixed(1)}h-${size.toFixed(1)}z`;
    if (mean > 0) filled += d;
    else hollow += d;
  });
  return svg`<path class="gd-gradient-fill" d=${filled}></path><path class="gd-nudge-hollow" d=${hollow}></path>`;
}

export function nudges(v: Seen): TemplateResult {
  const dials = dialsNow(v);
  if (!dials) return html`<p class="quiet" data-spot="nudges">No dials yet.</p>`;
  const net = netOf(v.model.sizes);
  const gradient = gradientNow(v, dials);
  const { side } = tiling(v.width);
  const all = shownOf(v).map((neuron) => ({ neuron, means: lumps((k) => gradient[net.weight(neuron, k)] ?? 0) }));
  const top = Math.max(1e-12, ...all.flatMap(({ means }) => Array.from(means, Math.abs)));
  const moved = gradient.reduce((sum, g) => sum + Number(g !== 0), 0);
  const largest = gradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0);
  return html`<div class="first-row" data-spot="nudges">
    <div class="maps">
      ${all.map(({ neuron, means }) => {
        const bias = gradient[net.bias(neuron)] ?? 0;
        return html`<figure>
          <svg
            width=${side}
            height=${side}
            viewBox=${`0 0 ${side} ${side}`}
            role="img"
            aria-label=${`Slopes of neuron ${neuron + 1}'s weights; of its bias ${brief(bias, 2)}`}
          >
            ${svg`<rect class="gd-tile-rim" x="0.5" y="0.5" width=${side - 1} height=${side - 1} rx="3"></rect>`}
            ${face(means, top, side)}
          </svg>
          <figcaption aria-hidden="true">${bias === 0 ? 'asleep' : significant(bias, 2)}</figcaption>
        </figure>`;
      })}
    </div>
    <p class="quiet small">
      Slopes of this one digit's loss, as a ${meantChoice(v)}, in the first row's weights: filled, up raises it; hollow,
      up lowers it. ${count(moved)} of ${count(gradient.length)} dials have one, up to ${significant(largest, 2)}.
      Below, the bias. ${pages(v)}
    </p>
  </div>`;
}
