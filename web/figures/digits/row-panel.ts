/** The first row's weights as pictures: land where ink excites a neuron, water where it calms it. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { fixed } from '../../plot/format';
import { hatch, tideMap, traceTide, type Tide } from '../../plot/tide';
import { netOf } from '../neuron/net';
import { SIDE } from './ink';
import { again, dialsNow, verdictNow } from './now';
import type { Reading, Seen } from './seen';

export const SHOWN = 16;

/** Each value averaged with its neighbours. */
function smoothed(values: Float64Array): Float64Array {
  const at = (row: number, column: number): number =>
    row < 0 || row >= SIDE || column < 0 || column >= SIDE ? 0 : (values[row * SIDE + column] ?? 0);
  return values.map((_, i) => {
    const [row, column] = [Math.floor(i / SIDE), i % SIDE];
    let sum = 0;
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) sum += at(row + dy, column + dx) * (dy ? 1 : 2) * (dx ? 1 : 2);
    return sum / 16;
  });
}

/** A neuron's weights on the squares, lowest row first as maps are traced, smoothed so that coasts can be followed. */
export function weightsOf(sizes: readonly number[], dials: ArrayLike<number>, neuron: number): Float64Array {
  const net = netOf(sizes);
  const weights = Float64Array.from({ length: SIDE * SIDE }, (_, i) => {
    const square = (SIDE - 1 - Math.floor(i / SIDE)) * SIDE + (i % SIDE);
    return dials[net.weight(neuron, square)] ?? 0;
  });
  return smoothed(smoothed(weights));
}

/** The mean of every four squares. */
function halved(values: Float64Array): Float64Array {
  const half = SIDE / 2;
  return Float64Array.from({ length: half * half }, (_, i) => {
    const corner = 2 * Math.floor(i / half) * SIDE + 2 * (i % half);
    return [0, 1, SIDE, SIDE + 1].reduce((sum, more) => sum + (values[corner + more] ?? 0), 0) / 4;
  });
}

interface Traced {
  readonly dials: Float64Array;
  readonly tide: Tide;
  readonly rough: boolean;
}

const traced = new WeakMap<Reading, Map<number, Traced>>();

function traceOne(values: Float64Array, rough: boolean): Tide {
  const top = Math.max(1e-9, ...values.map(Math.abs));
  const heights = [-0.55 * top, -0.2 * top, 0, 0.2 * top, 0.55 * top];
  const side = rough ? SIDE / 2 : SIDE;
  return traceTide({ values: rough ? halved(values) : values, columns: side, rows: side }, heights);
}

/**
 * The chosen neurons' maps, one of them traced anew with each picture: roughly while dials move, so that some are a few
 * pictures old; finely once they stand still.
 */
function tidesOf(v: Seen, dials: Float64Array, neurons: readonly number[]): readonly Tide[] {
  const known = traced.get(v.model) ?? new Map<number, Traced>();
  traced.set(v.model, known);
  const patient = v.local['still'] === true;
  const stale = neurons.filter((neuron) => known.get(neuron)?.dials !== dials);
  const rough = stale.length > 0 && !patient;
  const due = stale.length > 0 ? stale : neurons.filter((neuron) => known.get(neuron)?.rough);
  // Those that were never traced first, then the oldest.
  const age = (neuron: number): number => [...known.keys()].indexOf(neuron);
  due.sort((a, b) => age(a) - age(b));
  let left = due.length;
  for (const neuron of due) {
    if (!patient && known.has(neuron) && left < due.length) break;
    left--;
    known.delete(neuron);
    known.set(neuron, { dials, rough, tide: traceOne(weightsOf(v.model.sizes, dials, neuron), rough) });
  }
  if (left || rough) again(v);
  return neurons.map((neuron) => known.get(neuron)!.tide);
}

/** Which of the first row are shown: sixteen at a time. */
export function shownOf(v: Seen): readonly number[] {
  const count = v.model.sizes[1] ?? 0;
  const from = Math.min(Math.floor((v.settings.neuron - 1) / SHOWN) * SHOWN, Math.floor((count - 1) / SHOWN) * SHOWN);
  return Array.from({ length: Math.min(SHOWN, count - from) }, (_, i) => from + i);
}

/** Turns to the next sixteen, where there are more. */
export function pages(v: Seen): TemplateResult | string {
  const count = v.model.sizes[1] ?? 0;
  const [first = 0] = shownOf(v);
  if (count <= SHOWN) return '';
  const next = first + SHOWN < count ? first + SHOWN : 0;
  return html`<button type="button" class="link" @click=${() => v.set({ neuron: next + 1 }, { keepTime: true })}>
    ${first + 1} to ${Math.min(count, first + SHOWN)} of ${count}: the next
  </button>`;
}

/** How many stand in a line, and how large. */
export const tiling = (width: number): { readonly side: number; readonly gap: number } => {
  const gap = 6;
  const each = 8;
  return { gap, side: Math.floor(Math.min(50, (width - gap * (each - 1)) / each)) };
};

export function row(v: Seen): TemplateResult {
  const dials = dialsNow(v);
  const verdict = verdictNow(v);
  if (!dials || !verdict) return html`<p class="quiet" data-spot="firstrow">No dials yet.</p>`;
  const { side } = tiling(v.width);
  const box = { left: 0.5, top: 0.5, right: side - 0.5, bottom: side - 0.5 };
  const heard = verdict.layers[0] ?? [];
  const shown = shownOf(v);
  const tides = tidesOf(v, dials, shown);
  const map = (i: number): SVGTemplateResult =>
    svg`${tideMap(tides[i]!, { box, water: `${v.id}-row-water`, clip: `${v.id}-row-${i}`, coast: 'gd-hairline' })}
      <rect class="gd-map-rim" x=${box.left} y=${box.top} width=${side - 1} height=${side - 1}></rect>`;
  return html`<div class="first-row" data-spot="firstrow">
    <svg width="0" height="0" aria-hidden="true"><defs>${hatch(`${v.id}-row-water`)}</defs></svg>
    <div class="maps">
      ${shown.map(
        (neuron, i) =>
          html`<figure>
            <svg
              width=${side}
              height=${side}
              viewBox=${`0 0 ${side} ${side}`}
              role="img"
              aria-label=${`Weights of neuron ${neuron + 1}, which answers ${fixed(heard[neuron] ?? 0, 2)}`}
            >
              ${map(i)}
            </svg>
            <figcaption aria-hidden="true">${fixed(heard[neuron] ?? 0, 2)}</figcaption>
          </figure>`,
      )}
    </div>
    <p class="quiet small">
      Land: ink here excites the neuron; water: calms it. Below, how loud each is now. ${pages(v)}
    </p>
  </div>`;
}
