/** What some of a row's runs make of the plane: small maps of land and sea under their letters. */
import { html, svg, type TemplateResult } from 'lit';
import { discPath } from '../../plot/curve';
import { significant } from '../../plot/format';
import { linearAxis, type Box } from '../../plot/scales';
import { hatch, tideMap, traceTide, type Tide } from '../../plot/tide';
import { GROUND, parametersAt } from './ends';
import { pickedOf, type Row } from './rows';
import type { Coast, Ends, Seen } from './seen';

const HEIGHTS = [-1.2, -0.5, 0, 0.5, 1.2];
const tides = new WeakMap<Coast, Tide>();

function tideOf(coast: Coast): Tide {
  const tide = tides.get(coast) ?? traceTide(coast, HEIGHTS);
  tides.set(coast, tide);
  return tide;
}

function points({ points: { places, targets } }: Ends, box: Box): readonly [string, string] {
  const x = linearAxis(GROUND.x, [box.left, box.right]);
  const y = linearAxis(GROUND.y, [box.bottom, box.top]);
  const dot = (i: number): string => discPath(x.at(places[2 * i]!), y.at(places[2 * i + 1]!), 1.6);
  const of = (kind: number): string => targets.map((t, i) => (t === kind ? dot(i) : '')).join('');
  return [of(1), of(-1)];
}

export function coasts(v: Seen, ends: Ends, row: Row): TemplateResult {
  const picked = pickedOf(row, v.settings);
  const gap = 10;
  const width = Math.floor((v.width - 3 * gap) / 4);
  const height = Math.round(width / 1.4);
  const box = { left: 0.5, top: 0.5, right: width - 0.5, bottom: height - 0.5 };
  return html`<div class="coasts" data-spot="coasts">
    ${picked.map(({ letter, run }) => {
      const tide = tideOf(ends.coast(row.width, parametersAt(row.runs[run]!, v.time)));
      const [land, sea] = points(ends, box);
      const told = significant(row.losses[run] ?? 0, 2);
      return html`<figure>
        <svg
          width=${width}
          height=${height}
          viewBox=${`0 0 ${width} ${height}`}
          role="img"
          aria-label=${`Run ${letter}, loss ${told}: its land, its water and the coast between`}
        >
          <defs>${hatch(`${v.id}-w${letter}`)}</defs>
          ${tideMap(tide, { box, water: `${v.id}-w${letter}`, clip: `${v.id}-c${letter}`, coast: 'gd-coast-line' })}
          ${svg`<path class="thumb-sea" d=${sea}></path><path class="thumb-land" d=${land}></path>
          <rect class="gd-map-rim" x="0.5" y="0.5" width=${width - 1} height=${height - 1}></rect>`}
        </svg>
        <figcaption><b>${letter}</b> <span class="idea-loss">${told}</span></figcaption>
      </figure>`;
    })}
  </div>`;
}
