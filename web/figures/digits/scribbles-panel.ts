/** How sure it is of real digits, and of scribbles, which are none. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { count, fixed } from '../../plot/format';
import { updateNow } from './now';
import { SURE } from './scribbles';
import type { Seen } from './seen';

const ROW = 46;

function bar(width: number, y: number, share: number, wrong: number, kind: string): SVGTemplateResult {
  const [from, room] = [96, width - 100];
  return svg`<rect class="gd-tile-rim" x=${from} y=${y} width=${room} height="20"></rect>
    <rect class=${kind} x=${from} y=${y} width=${round(room * share)} height="20"></rect>
    ${wrong > 0 ? svg`<rect class="gd-mix-wrong" x=${round(from + room * share)} y=${y} width=${round(Math.max(1, room * wrong))} height="20"></rect>` : ''}`;
}

export function scribbles(v: Seen): TemplateResult {
  const at = updateNow(v);
  const { judged } = v.model.judged(at);
  const bound = SURE[0];
  if (!judged) return html`<p class="quiet" data-spot="scribbles">Reading the unseen digits …</p>`;
  const surer = Array.from(judged.sure, (_, i) => i).filter((i) => judged.sure[i]! > bound);
  const wrong = surer.filter((i) => judged.taken[i] !== judged.labels[i]).length;
  const { scribbled } = v.settings.revealed ? v.model.scribbled(at) : { scribbled: undefined };
  const most = scribbled ? scribbled.taken.indexOf(Math.max(...scribbled.taken)) : 0;
  const width = Math.min(v.width, 520);
  return html`<div data-spot="scribbles">
    <svg
      width=${width}
      height=${2 * ROW + 18}
      viewBox=${`0 0 ${width} ${2 * ROW + 18}`}
      role="img"
      aria-label=${`Answered surer than ${bound}: ${surer.length} of ${judged.count} digits, ${wrong} of them wrong${scribbled ? `; ${scribbled.surer[0] ?? 0} of ${scribbled.count} scribbles` : ''}`}
    >
      <text class="gd-axis-name" x="0" y="11">answered surer than ${bound}</text>
      <text class="gd-label" x="0" y="35">unseen digits</text>
      ${bar(width, 20, (surer.length - wrong) / judged.count, wrong / judged.count, 'gd-answer')}
      <text class="gd-note" x="96" y="55">
        ${count(surer.length)} of ${count(judged.count)}, ${wrong} of them wrong
      </text>
      <text class="gd-label" x="0" y=${ROW + 35}>scribbles</text>
      ${bar(width, ROW + 20, 0, scribbled ? scribbled.surer[0]! / scribbled.count : 0, 'gd-answer')}
      <text class="gd-note" x="96" y=${ROW + 55}>
        ${scribbled ? `${count(scribbled.surer[0]!)} of ${count(scribbled.count)}, and no digit among them` : v.settings.revealed ? 'drawing them …' : 'counted once you have guessed'}
      </text>
    </svg>
    ${
      scribbled
        ? html`<p class="quiet small">
            ${count(scribbled.taken[most]!)} of them are taken for a ${most}. Surer than ${fixed(SURE[1], 2)}:
            ${count(scribbled.surer[1]!)}. It was only ever asked which digit, never whether.
          </p>`
        : ''
    }
  </div>`;
}
