/** The network as it stands: inputs, roads for weights, and every hidden neuron's map with its bias before it. */
import { svg, type SVGTemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { round } from '../../plot/curve';
import { clamp, type Box } from '../../plot/scales';
import { tideMap, traceTide } from '../../plot/tide';
import { gridOf, type Ground } from './ground';
import { choose, setWeights } from './hands';
import { inputLabels, told, type InputName } from './inputs';
import { HEAVIEST } from './lists';
import { chosen, mapsNow, nameOf, passingNow, weightsNow } from './now';
import { gaugeOf, type Chain } from './room';
import type { Seen } from './seen';
import { tideOf } from './tides';
import { hundredths } from './hundredths';

type Spot = readonly [number, number];

const middle = ({ top, bottom }: Box): number => (top + bottom) / 2;

/** Where a neuron's roads begin and end. */
export interface Ends {
  readonly from: readonly Spot[];
  readonly to: Spot;
}

export function endsOf(v: Seen, chain: Chain, neuron: number): Ends {
  const { net } = v.model;
  const { layer, index } = net.place(neuron);
  const before = layer === 0 ? chain.inputs : chain.maps.slice(net.first(layer - 1), net.first(layer));
  const own = chain.maps[neuron];
  const to: Spot = own ? [gaugeOf(own).x, middle(own)] : (chain.outputs[index] ?? [0, 0]);
  return { from: before.map((box) => [box.right + 1, middle(box)] as const), to };
}

function path([x0, y0]: Spot, [x1, y1]: Spot): string {
  const bend = round((x0 + x1) / 2);
  return `M${round(x0)} ${round(y0)}C${bend} ${round(y0)} ${bend} ${round(y1)} ${round(x1)} ${round(y1)}`;
}

/** Width of a weight's road, px. */
const breadth = (weight: number): number => 1 + 1.6 * Math.min(4, Math.abs(weight));

/** Solid where the weight is positive; two lines with paper between them where it is negative. */
function road(from: Spot, to: Spot, weight: number, kind: 'road' | 'road-faint'): SVGTemplateResult {
  const d = path(from, to);
  const wide = round(weight < 0 ? Math.max(3.2, breadth(weight)) : breadth(weight));
  return svg`<path class=${`gd-${kind}`} stroke-width=${wide} d=${d}></path>
    ${weight < 0 ? svg`<path class="gd-road-bed" stroke-width=${round(wide - 2.2)} d=${d}></path>` : ''}`;
}

function roads(v: Seen, chain: Chain, weights: Float64Array): SVGTemplateResult {
  const { net } = v.model;
  const mine = chosen(v);
  const of = (neuron: number, kind: 'road' | 'road-faint'): SVGTemplateResult[] => {
    const { from, to } = endsOf(v, chain, neuron);
    return from.map((start, k) => road(start, to, weights[net.weight(neuron, k)] ?? 0, kind));
  };
  const others = Array.from({ length: net.neurons }, (_, n) => n).filter((n) => n !== mine);
  return svg`<g aria-hidden="true">${others.map((n) => of(n, 'road-faint'))} ${of(mine, 'road')}</g>`;
}

/** A weight's number at its road, and the bead that changes it: up is more. */
function beads(v: Seen, chain: Chain, weights: Float64Array): SVGTemplateResult[] {
  const { net } = v.model;
  const mine = chosen(v);
  const { from, to } = endsOf(v, chain, mine);
  return from.map(([x0, y0], k) => {
    const index = net.weight(mine, k);
    const weight = weights[index] ?? 0;
    const [x, y] = [(x0 + to[0]) / 2, (y0 + to[1]) / 2];
    const named = from.length <= 4;
    return svg`${handle({
      x,
      y,
      label: `Weight ${k + 1} of ${nameOf(v, mine)}`,
      value: weight,
      min: -HEAVIEST,
      max: HEAVIEST,
      valueText: hundredths(weight),
      move: (_, my) => setWeights(v, { [index]: weight + (y - my) / 40 }),
      nudge: (dx, dy, scale) => setWeights(v, { [index]: weight + (dx || dy) * 0.05 * scale }),
      face: svg`<circle class="gd-ball" r="5.5"></circle>
        ${named ? svg`<text class="gd-parameter-text" y=${y0 < to[1] ? -10 : 19} text-anchor="middle" aria-hidden="true">${hundredths(weight)}</text>` : ''}`,
      kind: 'upward',
    })}`;
  });
}

/** How far a bias of one moves the bead, as a share of the gauge's half. */
const BIAS_REACH = 3;

function gauge(
  v: Seen,
  at: { x: number; middle: number; half: number },
  neuron: number,
  weights: Float64Array,
): SVGTemplateResult {
  const index = v.model.net.bias(neuron);
  const bias = weights[index] ?? 0;
  const y = at.middle - clamp(bias / BIAS_REACH, -1, 1) * at.half;
  const line = svg`<path class="gd-hairline" d=${`M${round(at.x)} ${round(at.middle - at.half)}v${round(2 * at.half)}`}></path>`;
  if (neuron !== chosen(v))
    return svg`<g aria-hidden="true">${line}<circle class="gd-parameter-dot" cx=${round(at.x)} cy=${round(y)} r="3.5"></circle></g>`;
  return svg`<g aria-hidden="true">${line}</g>${handle({
    x: at.x,
    y,
    label: `Bias of ${nameOf(v, neuron)}`,
    value: bias,
    min: -HEAVIEST,
    max: HEAVIEST,
    valueText: hundredths(bias),
    move: (_, my) => setWeights(v, { [index]: ((at.middle - my) / at.half) * BIAS_REACH }),
    nudge: (dx, dy, scale) => setWeights(v, { [index]: bias + (dx || dy) * 0.05 * scale }),
    face: svg`<circle class="gd-ball" r="5.5"></circle>`,
    kind: 'upward',
  })}`;
}

const inputTides = new WeakMap<Ground, Map<InputName, readonly string[]>>();

/** An input as a map of itself. */
function inputTide(ground: Ground, name: InputName): readonly string[] {
  const known = inputTides.get(ground) ?? new Map<InputName, readonly string[]>();
  inputTides.set(ground, known);
  let tide = known.get(name);
  if (!tide) {
    const [columns, rows] = [31, 23];
    const values = told([name], gridOf(ground, { columns, rows }));
    tide = traceTide({ values, columns, rows }, [-1.2, -0.5, 0, 0.5, 1.2]);
    known.set(name, tide);
  }
  return tide;
}

function inputMaps(v: Seen, chain: Chain): SVGTemplateResult[] {
  const { inputs } = v.settings;
  return inputs.map((name, k) => {
    const box = chain.inputs[k]!;
    const inside = inputs.length > 3;
    return svg`<g aria-hidden="true">
      ${tideMap(inputTide(v.model.ground, name), { box, water: `${v.id}-water`, clip: `${v.id}-in-${k}` })}
      <rect class="gd-map-rim" x=${round(box.left)} y=${round(box.top)} width=${round(box.right - box.left)} height=${round(box.bottom - box.top)}></rect>
      <text class="gd-label" x=${round((box.left + box.right) / 2)} y=${round(inside ? middle(box) + 4 : box.top - 6)} text-anchor="middle">${inputLabels[name]}</text>
    </g>`;
  });
}

function hiddenMap(v: Seen, box: Box, neuron: number): SVGTemplateResult {
  const { ground, net } = v.model;
  const answer = passingNow(v).answers[neuron] ?? 0;
  const mine = neuron === chosen(v);
  const [w, h] = [box.right - box.left, box.bottom - box.top];
  const at = (value: number, [low, high]: readonly [number, number]): number =>
    clamp((value - low) / (high - low), 0, 1);
  const [cx, cy] = [box.left + w * at(v.settings.x, ground.x), box.bottom - h * at(v.settings.y, ground.y)];
  const roomy = h > 34;
  const press = (): void => choose(v, neuron);
  return svg`<g class="map-press" role="button" tabindex="0" aria-pressed=${mine ? 'true' : 'false'}
      aria-label=${`${neuron + 1} ${hundredths(answer)} at the crosshair: neuron ${neuron + 1}, layer ${net.place(neuron).layer + 1}`}
      @click=${press} @keydown=${(e: KeyboardEvent) => {
        if (e.key !== 'Enter' && e.key !== ' ') return;
        e.preventDefault();
        press();
      }}>
    ${tideMap(tideOf(mapsNow(v), neuron, v.model.squash(neuron), false), { box, water: `${v.id}-water`, clip: `${v.id}-map-${neuron}`, coast: 'gd-coast-line' })}
    <rect class=${mine ? 'gd-map-chosen' : 'gd-map-rim'} x=${round(box.left)} y=${round(box.top)} width=${round(w)} height=${round(h)}></rect>
    <rect class="gd-press" x=${round(box.left)} y=${round(box.top)} width=${round(w)} height=${round(h)}></rect>
    <circle class="gd-hollow-dot" cx=${round(cx)} cy=${round(cy)} r="3"></circle>
    <g aria-hidden="true"><text class="gd-label" x=${round(box.left + 4)} y=${round(box.top + (roomy ? 14 : 12))}>${neuron + 1}</text>
    ${roomy ? svg`<text class="gd-label" x=${round(box.right - 4)} y=${round(box.bottom - 5)} text-anchor="end">${hundredths(answer)}</text>` : ''}</g>
  </g>`;
}

/** Everything before the answer; where the answer has no large map beside it, `last` draws what stands at the end. */
export function chainPicture(v: Seen, chain: Chain): SVGTemplateResult {
  const weights = weightsNow(v);
  const { net } = v.model;
  const outputs = chain.outputs.map(([x, y], k) => gauge(v, { x, middle: y, half: 24 }, net.hidden + k, weights));
  return svg`<g data-spot="network">
    ${roads(v, chain, weights)} ${inputMaps(v, chain)}
    ${chain.maps.map((box, n) => hiddenMap(v, box, n))}
    ${chain.maps.map((box, n) => gauge(v, gaugeOf(box), n, weights))} ${outputs}
    ${beads(v, chain, weights)}
  </g>`;
}
