/** The picture: the valley with the ball, the loss beside it on the same height, and with two wells the starts below. */
import { html, type TemplateResult } from 'lit';
import { curves } from '../profile';
import { ball, placeOf } from './ball';
import { past } from './past';
import { roomOf } from './room';
import type { Seen } from './seen';
import { starts } from './starts';
import { axisBelow, ground, rules, slopeLine, stepAhead } from './valley';
import { guessAt, guessMark } from './wager';

export function plot(v: Seen): TemplateResult {
  const r = roomOf(v);
  const now = v.model.run.at(v.time, 0);
  const place = placeOf(v, r, now);
  const clip = `${v.id}-clip`;
  return html`<svg
    width=${v.width}
    height=${r.height}
    viewBox=${`0 0 ${v.width} ${r.height}`}
    role="group"
    aria-label="Loss over one weight"
  >
    <clipPath id=${clip}>
      <rect
        x=${r.box.left}
        y=${r.box.top - 6}
        width=${r.box.right - r.box.left}
        height=${r.box.bottom - r.box.top + 6}
      ></rect>
    </clipPath>
    ${rules(r.box, r.y, true)} ${axisBelow(r.box, r.x, 'weight w', 34)}
    <text class="gd-axis-name" x=${r.box.left - 8} y=${r.box.top - 9} aria-hidden="true">
      loss, ${curves[v.settings.function].label}
    </text>
    <g clip-path=${`url(#${clip})`}>${ground(v, r, now)}</g>
    ${past(v, r, now, place)} ${starts(v, r)} ${guessMark(v, r)} ${slopeLine(v, r, guessAt(v, r))} ${stepAhead(v, r)}
    ${ball(v, r, now)}
  </svg>`;
}
