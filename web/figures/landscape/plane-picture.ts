/** What every picture of a plane has: the map, what lies on it, what its directions are, and a profile below. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { terrainMap, type Terrain } from '../../plot/contours';
import { round } from '../../plot/curve';
import type { Axis } from '../../plot/scales';
import type { Frame } from './section';
import type { Seen } from './seen';

export interface PlanePicture {
  readonly label: string;
  readonly frame: Frame;
  /** None while it is being drawn. */
  readonly ground: Terrain | undefined;
  readonly onMap: SVGTemplateResult;
  /** What the way to the right is, and the way up. */
  readonly ways: readonly [string, string];
  readonly profile: SVGTemplateResult;
}

export function planePicture(v: Seen, { label, frame, ground, onMap, ways, profile }: PlanePicture): TemplateResult {
  const { map } = frame;
  const clip = `${v.id}-plane`;
  return html`<svg
    width=${v.width}
    height=${round(frame.height)}
    viewBox=${`0 0 ${v.width} ${round(frame.height)}`}
    role="group"
    aria-label=${label}
  >
    <clipPath id=${clip}>
      <rect
        x=${map.left}
        y=${map.top}
        width=${round(map.right - map.left)}
        height=${round(map.bottom - map.top)}
      ></rect>
    </clipPath>
    <g data-spot="map" clip-path=${`url(#${clip})`}>${ground ? terrainMap(ground, map) : ''}</g>
    ${onMap}
    <g aria-hidden="true">
      <text class="gd-axis-name" x="1" y=${round(map.bottom + 16)}>↑ ${ways[1]}</text>
      <text class="gd-axis-name" x=${round(map.right)} y=${round(map.bottom + 16)} text-anchor="end">${ways[0]} →</text>
    </g>
    ${profile}
  </svg>`;
}

/** Faint rules of the profile, and what they stand for. */
export const rules = (y: Axis, { profile: box }: Frame): SVGTemplateResult =>
  svg`${y.ticks.map(
    (t) => svg`<path class="gd-grid" d=${`M${box.left} ${round(t.at)}H${box.right}`}></path>
    <text class="gd-tick-text" x=${box.left - 6} y=${round(t.at + 4)} text-anchor="end">${t.text}</text>`,
  )}`;
