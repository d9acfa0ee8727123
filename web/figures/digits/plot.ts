/** The picture: the pad, the neurons between, the ten answers. */
import { html, type TemplateResult } from 'lit';
import { answersPicture } from './answers';
import { countOf } from './layers';
import { count } from '../../plot/format';
import { padPicture } from './pad';
import { roomOf } from './room';
import type { Seen } from './seen';

export function plot(v: Seen): TemplateResult {
  const r = roomOf(v);
  return html`<svg
    width=${v.width}
    height=${r.height}
    viewBox=${`0 0 ${v.width} ${r.height}`}
    role="group"
    aria-label="A pad to write on, and what the network reads there"
  >
    ${answersPicture(v, r)} ${padPicture(v, r)}
    <text class="gd-note" x="1" y=${r.words} aria-hidden="true">${count(countOf(v.model.sizes))} dials</text>
  </svg>`;
}
