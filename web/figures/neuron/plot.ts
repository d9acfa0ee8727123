/** The picture: the network from left to right, and what it makes of the plane. */
import { html, type TemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { hatch } from '../../plot/tide';
import { answerPicture } from './answer';
import { chainPicture } from './chain';
import { roomOf } from './room';
import type { Seen } from './seen';

export function plot(v: Seen): TemplateResult {
  const r = roomOf(v);
  return html`<svg
    width=${v.width}
    height=${round(r.height)}
    viewBox=${`0 0 ${v.width} ${round(r.height)}`}
    role="group"
    aria-label="A network and its answer at every place"
  >
    <defs>${hatch(`${v.id}-water`)}</defs>
    ${r.chain ? chainPicture(v, r.chain) : ''} ${answerPicture(v, r)}
  </svg>`;
}
