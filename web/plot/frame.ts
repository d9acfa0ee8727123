/** The quiet part of a plot: faint rules, tick labels, axis names with their units. */
import { svg, type SVGTemplateResult } from 'lit';
import type { Axis, Box } from './scales';

export interface FrameOptions {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
  readonly xName: string;
  readonly yName: string;
  /** Vertical rules too; default only horizontal ones. */
  readonly vertical?: boolean;
}

export function frame({ box, x, y, xName, yName, vertical = false }: FrameOptions): SVGTemplateResult {
  const nameY = box.bottom + 36;
  return svg`<g aria-hidden="true">
    ${y.ticks.map(
      (t) => svg`<path class="gd-grid" d=${`M${box.left} ${t.at}H${box.right}`}></path>
        <text class="gd-tick-text" x=${box.left - 8} y=${t.at + 4} text-anchor="end">${t.text}</text>`,
    )}
    ${x.ticks.map(
      (t) => svg`${vertical ? svg`<path class="gd-grid" d=${`M${t.at} ${box.top}V${box.bottom}`}></path>` : ''}
        <text class="gd-tick-text" x=${t.at} y=${box.bottom + 18} text-anchor="middle">${t.text}</text>`,
    )}
    <path class="gd-baseline" d=${`M${box.left} ${box.bottom}H${box.right}`}></path>
    <text class="gd-axis-name" x=${box.right} y=${nameY} text-anchor="end">${xName}</text>
    <text class="gd-axis-name" x=${box.left - 8} y=${Math.max(10, box.top - 8)} text-anchor="start">${yName}</text>
  </g>`;
}
