/** The network's picture: where the chosen run's network says yes, and the points that it learns from. A piece of its own. */
import { svg, type SVGTemplateResult } from 'lit';
import { discPath } from '../../plot/curve';
import { hatch, tideMap, traceTide, type Tide } from '../../plot/tide';
import { ticks } from './map';
import type { Room } from './room';
import { dialsAt, wrongNow } from './answer';
import { pickedOf, type Learner, type Played, type Seen } from './seen';

/** Weighted sums at which the shade changes: where tanh answers a third, two thirds and nearly one. */
const HEIGHTS = [-1.5, -0.8, -0.35, 0, 0.35, 0.8, 1.5] as const;

/** The last map is kept: it is drawn again for whatever else changes. */
const latest = new WeakMap<Played, { readonly key: string; readonly tide: Tide }>();

function tideNow(v: Seen): Tide | undefined {
  const dials = dialsAt(v);
  const learner = v.model.learner;
  if (!dials || !learner) return undefined;
  const key = `${pickedOf(v).number} ${v.step}`;
  const known = latest.get(v.model);
  if (known?.key === key) return known.tide;
  const tide = traceTide(learner.answers(dials), HEIGHTS);
  latest.set(v.model, { key, tide });
  return tide;
}

function points({ places, classes }: Learner, r: Room, wrong: readonly boolean[]): SVGTemplateResult {
  const at = (i: number): readonly [number, number] => [r.x.at(places[2 * i]!), r.y.at(places[2 * i + 1]!)];
  const all = (keep: (i: number) => boolean, radius: number): string =>
    classes.map((_, i) => (keep(i) ? discPath(...at(i), radius) : '')).join('');
  return svg`<path class="gd-at-sea" d=${all((i) => classes[i] === 0, 3.4)}></path>
    <path class="gd-on-land" d=${all((i) => classes[i] === 1, 3.4)}></path>
    <path class="gd-wrong-ring" d=${all((i) => wrong[i] === true, 7)}></path>`;
}

export function shore(v: Seen, r: Room): SVGTemplateResult {
  const learner = v.model.learner!;
  const tide = tideNow(v);
  const box = { left: r.x.at(learner.x[0]), right: r.x.at(learner.x[1]), top: r.box.top, bottom: r.box.bottom };
  const [w, h] = [r.box.right - r.box.left, r.box.bottom - r.box.top];
  return svg`<g data-spot="map" aria-hidden="true">
    ${ticks(r, ['x', 'y'])} ${hatch(`${v.id}-water`)}
    <clipPath id=${`${v.id}-map`}><rect x=${r.box.left} y=${r.box.top} width=${w} height=${h}></rect></clipPath>
    <g clip-path=${`url(#${v.id}-map)`}>
      ${tide ? tideMap(tide, { box, water: `${v.id}-water`, clip: `${v.id}-shore`, coast: 'gd-coast-line' }) : ''}
      ${points(learner, r, wrongNow(v) ?? [])}
    </g>
    <path class="gd-baseline" d=${`M${r.box.left} ${r.box.top}H${r.box.right}V${r.box.bottom}H${r.box.left}Z`}></path>
  </g>`;
}
