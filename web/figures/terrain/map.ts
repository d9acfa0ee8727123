/** The map: ground, who owns it, the ball and its way, bottoms by name, a hundred starts, the reader's border. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { terrainMap } from '../../plot/contours';
import { round } from '../../plot/curve';
import type { Axis } from '../../plot/scales';
import { ghostOnMap } from '../pinned';
import { again, owned } from './coming';
import { basinsShown, bottomsOf, isOpen, isStill, known } from './known';
import { roomFor, type Room } from './layout';
import { bottomMarks } from './names';
import { axisInPlot } from './rates';
import type { Seen } from './seen';
import { ball, walked } from './walk';
import { drawingGround, knotsAt, wagerKnots, wagerLine } from './wager';

/** Numbers along two edges of the map; they need no lines across it. */
function ticks({ box, x, y }: Room): SVGTemplateResult {
  const far = (axis: Axis, from: number, to: number) => axis.ticks.filter(({ at }) => at > from - 1 && at < to + 1);
  return svg`<g aria-hidden="true">
    ${far(y, box.top + 20, box.bottom - 4).map((t) => svg`<text class="gd-tick-text" x=${box.left - 7} y=${round(t.at + 4)} text-anchor="end">${t.text}</text>`)}
    ${far(x, box.left, box.right).map((t) => svg`<text class="gd-tick-text" x=${round(t.at)} y=${box.bottom + 16} text-anchor="middle">${t.text}</text>`)}
    <text class="gd-axis-name" x=${box.left - 7} y=${box.top + 9} text-anchor="end">y</text>
    <text class="gd-axis-name" x=${box.left - 24} y=${box.bottom + 16} text-anchor="end">x</text>
  </g>`;
}

export function terrainPlot(v: Seen): TemplateResult {
  const { survey } = v.model;
  const r = roomFor(v.width, survey.x, survey.y);
  const { box } = r;
  const clip = `${v.id}-map`;
  if (basinsShown(v) || v.model.beside || v.settings.starts) owned.want(again(v));
  const found = basinsShown(v) ? known(v) : undefined;
  // Before the border is drawn, that is what to take hold of.
  const hint = v.local['touched'] || !isOpen(v) ? undefined : 'drag me';
  return html`<svg
    width=${v.width}
    height=${r.height}
    viewBox=${`0 0 ${v.width} ${r.height}`}
    role="group"
    aria-label=${`A map of the landscape ${survey.label}`}
    data-spot="map"
  >
    <clipPath id=${clip}>
      <rect x=${box.left} y=${box.top} width=${box.right - box.left} height=${box.bottom - box.top}></rect>
    </clipPath>
    ${isStill(v) ? '' : owned.here?.chased(owned.here.wanted(v))} ${ticks(r)}
    <g clip-path=${`url(#${clip})`}>
      <g class="ground">${terrainMap(survey.terrain, box)}</g>
      ${found ? owned.here?.basinLayer(found, box) : ''} ${owned.here?.besideWay(v, r)}
      ${ghostOnMap(v.pinned, r, { named: 'end' })} ${walked(v, r)}
      ${v.settings.starts ? owned.here?.startMarks(v, r) : ''}
    </g>
    ${drawingGround(v, r)} ${wagerLine(v, r, owned.here?.borderName(v, r))}
    <g aria-hidden="true" class="numbers">
      ${bottomMarks(bottomsOf(v), r, knotsAt(v, r))} ${owned.here?.wayNames(v, r)}
      ${found ? owned.here?.ownersBeside(owned.here.owners(found.ends), r) : ''}
    </g>
    ${wagerKnots(v, r)} ${ball(v, r, hint)} ${axisInPlot(v, r)}
  </svg>`;
}
