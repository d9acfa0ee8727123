/** The loss so far, beside the valley and at its height: where the ball stands is the next point. */
import { svg, type SVGTemplateResult } from 'lit';
import { follow } from '../../parts/drag';
import { hover, hoverMarks, type Reading } from '../../parts/hover';
import { stepByKey } from '../../parts/step-keys';
import { linePath, round } from '../../plot/curve';
import { brief, exact, significant } from '../../plot/format';
import { clamp } from '../../plot/scales';
import type { Place } from './ball';
import type { Room } from './room';
import type { Seen } from './seen';
import { axisBelow, rules } from './valley';

/** What stands at a pixel; of steps that are still to come nothing is told. */
function reading({ model: { run }, step }: Seen, r: Room, px: number): Reading | null {
  const at = Math.round(clamp(r.steps.value(px), 0, run.steps));
  return at > step ? null : { x: r.steps.at(at), lines: [`step ${at}`, `loss ${brief(run.loss(at), 10)}`] };
}

/** The losses of a pinned run so far, named at their end. */
function pinned({ pinned: kept }: Seen, r: Room): SVGTemplateResult {
  if (!kept) return svg``;
  const { trace, steps } = kept.model.run;
  const last = Math.min(kept.step, steps);
  const line = linePath({ x: trace.step, y: trace.loss }, r.steps, r.y, 0, last);
  const at = clamp(r.steps.at(last), r.past.left + 24, r.past.right - 24);
  const height = clamp(r.y.at(trace.loss[last] ?? 0) + 18, r.past.top + 14, r.past.bottom - 22);
  return svg`<path class="gd-pinned-loss" d=${line}></path>
    <text class="gd-note" x=${round(at)} y=${round(height)} text-anchor="middle">pinned</text>`;
}

export function past(v: Seen, r: Room, now: number, place: Place): SVGTemplateResult {
  const { run, ground } = v.model;
  const { box, steps: x } = { box: r.past, steps: r.steps };
  const go = (px: number): void => v.go(Math.round(clamp(x.value(px), 0, v.clock.steps)));
  const read = (e: PointerEvent): void => hover(e, box, (px) => reading(v, r, px));
  const time = Math.min(v.time, run.steps);
  const value = v.time > v.step ? ground.value(now) : run.loss(v.step);
  const [dx, dy] = [x.at(time), clamp(r.y.at(value), box.top, box.bottom)];
  const data = { x: run.trace.step, y: run.trace.loss };
  const dots = Array.from({ length: v.step + 1 }, (_, k) => `M${round(x.at(k))} ${round(r.y.at(run.loss(k)))}h.1`).join(
    '',
  );
  const before = dx > box.right - 40;
  const clip = `${v.id}-past`;
  return svg`<g class="loss-so-far" data-spot="loss" @pointerdown=${(e: PointerEvent) => follow(e, go)} @pointermove=${read} @pointerleave=${read}>
    <clipPath id=${clip}><rect x=${round(box.left - 6)} y=${box.top - 6} width=${round(box.right - box.left + 12)} height=${box.bottom - box.top + 12}></rect></clipPath>
    ${rules(box, r.y, false)} ${axisBelow(box, x, 'step', r.narrow ? 18 : 34)}
    <text class="gd-axis-name" x=${round(box.left)} y=${box.top - 9} aria-hidden="true">loss so far</text>
    <g clip-path=${`url(#${clip})`}>
      ${pinned(v, r)}
      <path class="gd-loss-line" d=${`${linePath(data, x, r.y, 0, v.step)}${time > v.step ? `M${round(x.at(v.step))} ${round(r.y.at(run.loss(v.step)))}L${round(dx)} ${round(dy)}` : ''}`}></path>
      <path class="past-dots" d=${dots}></path>
    </g>
    ${place.away ? '' : svg`<path class="gd-scrub-line level" d=${`M${round(place.x + 17)} ${round(dy)}H${round(dx - 7)}`}></path>`}
    <circle class="gd-loss-dot" cx=${round(dx)} cy=${round(dy)} r="5"></circle>
    <text class="gd-loss-text" x=${round(dx + (before ? -10 : 10))} y=${round(Math.max(dy - 8, box.top + 4))} text-anchor=${before ? 'end' : 'start'}>${significant(value)}</text>
    <rect class="steering" fill="transparent" role="slider" tabindex="0" aria-label="Step on the loss so far"
      aria-valuemin="0" aria-valuemax=${v.clock.steps} aria-valuenow=${v.clock.step} aria-valuetext=${`step ${v.step}: loss ${exact(run.loss(v.step))}`}
      x=${round(box.left)} y=${box.top} width=${round(box.right - box.left)} height=${box.bottom - box.top}
      @keydown=${(e: KeyboardEvent) => stepByKey(e, v.clock.step, v.clock.steps, v.go)}></rect>
    ${hoverMarks()}
  </g>`;
}
