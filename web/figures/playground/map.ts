/** The function of two weights as a map: ground, bottoms, ways, balls, the start. */
import { svg, type SVGTemplateResult } from 'lit';
import { terrainMap } from '../../plot/contours';
import { round } from '../../plot/curve';
import { cross } from '../../plot/marks';
import type { Axis } from '../../plot/scales';
import { inside, type Room } from './room';
import { allowed, isPreparing, type Seen } from './seen';
import { start } from './start';
import { balls, seenGround, ways } from './ways';
import { stateOf } from './parts';

/** Numbers along two edges; they need no lines across a map. */
export function ticks({ box, x, y }: Room, [across, up]: readonly [string, string]): SVGTemplateResult {
  const far = (axis: Axis, from: number, to: number) => axis.ticks.filter(({ at }) => at > from && at < to);
  return svg`<g aria-hidden="true">
    ${far(y, box.top + 16, box.bottom - 2).map((t) => svg`<text class="gd-tick-text" x=${box.left - 6} y=${round(t.at + 4)} text-anchor="end">${t.text}</text>`)}
    ${far(x, box.left + 4, box.right - 20).map((t) => svg`<text class="gd-tick-text" x=${round(t.at)} y=${box.bottom + 15} text-anchor="middle">${t.text}</text>`)}
    <text class="gd-axis-name" x=${box.left - 6} y=${box.top + 8} text-anchor="end">${up}</text>
    <text class="gd-axis-name" x=${box.right} y=${box.bottom + 15} text-anchor="end">${across}</text>
  </g>`;
}

/** Whether no sampled place is lower than the lowest bottom found: descents may miss one whose ground is narrow or has a kink. */
function isLowest({ model: { survey } }: Seen): boolean {
  const { bottoms: found = [], lowest = -Infinity } = survey ?? {};
  return found[0] !== undefined && found[0].loss <= lowest;
}

function bottoms(v: Seen, r: Room): SVGTemplateResult[] {
  return (v.model.survey?.bottoms ?? []).flatMap(({ at }) => {
    const [px, py] = [r.x.at(at[0]!), r.y.at(at[1]!)];
    if (!inside(r, px, py, 3)) return [];
    return [cross(px, py, 5)];
  });
}

/** The name of the lowest, above the ways that end there. */
function lowestName(v: Seen, r: Room): SVGTemplateResult | string {
  const at = v.model.survey?.bottoms[0]?.at;
  if (!at || !isLowest(v) || allowed(v, 'ground') === 'gone') return '';
  const [px, py] = [r.x.at(at[0]!), r.y.at(at[1]!)];
  if (!inside(r, px, py, 3)) return '';
  const below = py < r.box.bottom - 30;
  return svg`<text class="gd-optimum-text" x=${round(px)} y=${round(py + (below ? 24 : -12))} text-anchor="middle" aria-hidden="true">lowest</text>`;
}

/** Under a ground that is hidden: paper, and lines that say that something is there. */
function unknown(id: string, { box }: Room): SVGTemplateResult {
  const [w, h] = [box.right - box.left, box.bottom - box.top];
  return svg`<pattern id=${`${id}-veil`} width="10" height="10" patternUnits="userSpaceOnUse"><path class="gd-grid" d="M0 10L10 0"></path></pattern>
    <rect class="gd-ice" x=${box.left} y=${box.top} width=${w} height=${h}></rect>
    <rect fill=${`url(#${id}-veil)`} x=${box.left} y=${box.top} width=${w} height=${h}></rect>`;
}

export function map(v: Seen, r: Room): SVGTemplateResult {
  const survey = v.model.survey!;
  const clip = `${v.id}-map`;
  const area = {
    left: r.x.at(survey.x[0]),
    right: r.x.at(survey.x[1]),
    top: r.y.at(survey.y[1]),
    bottom: r.y.at(survey.y[0]),
  };
  const veiled = stateOf(v.settings, 'ground') === 'gone';
  const mask = veiled && !isPreparing(v) ? `url(#${v.id}-been)` : undefined;
  const ground = survey.terrain ? terrainMap(survey.terrain, area) : '';
  return svg`<g data-spot="map">
    ${ticks(r, [survey.variables[0] ?? 'x', survey.variables[1] ?? 'y'])}
    <clipPath id=${clip}>
      <rect x=${r.box.left} y=${r.box.top} width=${r.box.right - r.box.left} height=${r.box.bottom - r.box.top}></rect>
    </clipPath>
    <g clip-path=${`url(#${clip})`}>
      ${
        mask
          ? svg`${unknown(v.id, r)}
            <mask id=${`${v.id}-been`} maskUnits="userSpaceOnUse" x=${r.box.left} y=${r.box.top} width=${r.box.right - r.box.left} height=${r.box.bottom - r.box.top}>
              <path fill="none" stroke="#fff" stroke-width="46" stroke-linecap="round" stroke-linejoin="round" d=${seenGround(v, r)}></path>
            </mask>
            <g mask=${mask}>${ground}</g>`
          : ground
      }
      ${allowed(v, 'ground') === 'gone' ? '' : bottoms(v, r)}
      ${ways(v, r)}
    </g>
    <path class="gd-baseline" d=${`M${r.box.left} ${r.box.top}H${r.box.right}V${r.box.bottom}H${r.box.left}Z`}></path>
    ${lowestName(v, r)} ${start(v, r)} ${balls(v, r)}
  </g>`;
}
