/** The function of one weight as a curve: ways along it, balls on it. */
import { svg, type SVGTemplateResult } from 'lit';
import { areaPath, linePath } from '../../plot/curve';
import { cross } from '../../plot/marks';
import { clamp } from '../../plot/scales';
import { inside, type Room } from './room';
import { allowed, type Seen } from './seen';
import { start } from './start';
import { ticks } from './map';
import { balls, seenGround, ways } from './ways';

export function curve(v: Seen, r: Room): SVGTemplateResult {
  const { curve: whole, bottoms, variables } = v.model.survey!;
  // What lies far outside the picture is drawn just outside: numbers of any size are no place for a pen.
  const [low, high] = r.y.domain;
  const line = {
    x: whole!.x,
    y: Float64Array.from(whole!.y, (y) => clamp(y, low - (high - low), high + (high - low))),
  };
  const clip = `${v.id}-map`;
  const veiled = allowed(v, 'ground') === 'gone';
  const [w, h] = [r.box.right - r.box.left, r.box.bottom - r.box.top];
  const marks = bottoms
    .map(({ at, loss }) => [r.x.at(at[0]!), r.y.at(loss)] as const)
    .filter(([x, y]) => inside(r, x, y));
  const drawing = svg`<path class="gd-loss-area" d=${areaPath(line, r.x, r.y, r.box.bottom)}></path>
    <path class="gd-loss-line" d=${linePath(line, r.x, r.y)}></path>`;
  return svg`<g data-spot="map">
    ${ticks(r, [variables[0] ?? 'w', 'loss'])}
    <clipPath id=${clip}><rect x=${r.box.left} y=${r.box.top} width=${w} height=${h}></rect></clipPath>
    <g clip-path=${`url(#${clip})`}>
      ${
        veiled
          ? svg`<mask id=${`${v.id}-been`} maskUnits="userSpaceOnUse" x=${r.box.left} y=${r.box.top} width=${w} height=${h}>
              <path fill="none" stroke="#fff" stroke-width="36" stroke-linecap="round" d=${seenGround(v, r)}></path>
            </mask><g mask=${`url(#${v.id}-been)`}>${drawing}</g>`
          : svg`${drawing}${marks.map(([x, y]) => cross(x, y, 5))}`
      }
      ${ways(v, r)}
    </g>
    <path class="gd-baseline" d=${`M${r.box.left} ${r.box.bottom}H${r.box.right}`}></path>
    ${start(v, r)} ${balls(v, r)}
  </g>`;
}
