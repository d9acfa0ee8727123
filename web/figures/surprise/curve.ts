/** Perplexity against updates, which count logarithmically, and the counted table's, which is the least there is. */
import { svg, type SVGTemplateResult } from 'lit';
import { follow } from '../../parts/drag';
import { hover, hoverMarks } from '../../parts/hover';
import { stepByKey } from '../../parts/step-keys';
import { linePath, round } from '../../plot/curve';
import { brief, count, significant } from '../../plot/format';
import { clamp, linearAxis, type Axis, type Box } from '../../plot/scales';
import { UPDATES } from './choices';
import { perplexityNow, updateNow } from './now';
import type { Seen } from './seen';

/** Updates, so that the first ten have as much room as the last nine hundred. */
export function updateAxis([left, right]: readonly [number, number]): Axis {
  const whole = Math.log1p(UPDATES);
  const at = (value: number): number => left + ((right - left) * Math.log1p(Math.max(0, value))) / whole;
  return {
    kind: 'log',
    domain: [0, UPDATES],
    range: [left, right],
    at,
    value: (px) => Math.expm1(clamp((px - left) / (right - left), 0, 1) * whole),
    ticks: [0, 10, 100, 1000].map((value) => ({ value, at: at(value), text: count(value) })),
  };
}

export function curve(v: Seen, box: Box): SVGTemplateResult {
  const { training, reading, steps } = v.model;
  const now = updateNow(v);
  const size = reading.symbols.length;
  const x = updateAxis([box.left, box.right]);
  const rows = Array.from({ length: training.reached + 1 }, (_, k) => k);
  const all = rows.map((k) => Math.exp(training.loss(k)));
  const top = Math.max(2, size, Math.min(1.5 * size, Math.max(...all)));
  const y = linearAxis([0, top], [box.bottom, box.top], 40);
  const held = all.map((p) => Math.min(p, top));
  const go = (px: number): void => v.go(Math.round(clamp(x.value(px), 0, steps)));
  const [dx, dy] = [x.at(now), y.at(Math.min(top, perplexityNow(v)))];
  const counted = y.at(reading.perplexity);
  const read = (e: PointerEvent): void =>
    hover(e, box, (px) => {
      const k = Math.round(clamp(x.value(px), 0, training.reached));
      return { x: x.at(k), lines: [`update ${count(k)}`, `perplexity ${brief(Math.exp(training.loss(k)), 5)}`] };
    });
  return svg`<g data-spot="curve" @pointerdown=${(e: PointerEvent) => follow(e, go)} @pointermove=${read} @pointerleave=${read}>
    <g aria-hidden="true">
      ${y.ticks
        .filter((t) => t.at < counted - 9 || t.at > counted + 9 || t.value === 0)
        .map(
          (t) => svg`<path class="gd-grid" d=${`M${box.left} ${round(t.at)}H${box.right}`}></path>
          <text class="gd-tick-text" x=${box.left - 6} y=${round(t.at + 4)} text-anchor="end">${t.text}</text>`,
        )}
      ${x.ticks.map((t) => svg`<text class="gd-tick-text" x=${round(t.at)} y=${box.bottom + 16} text-anchor=${t.value === UPDATES ? 'end' : 'middle'} dx=${t.value === UPDATES ? 8 : 0}>${t.text}</text>`)}
      <text class="gd-axis-name" x=${box.left - 22} y=${box.top - 9}>perplexity</text>
    </g>
    <path class="gd-optimum-dash" d=${`M${box.left} ${round(counted)}H${box.right}`}></path>
    <text class="gd-optimum-text" data-spot="counted" x=${box.left + 6} y=${round(counted + 16)}>counted ${significant(reading.perplexity)}</text>
    <path class="gd-loss-ahead" d=${linePath({ x: rows, y: held }, x, y, now)}></path>
    <path class="gd-loss-line" d=${linePath({ x: rows, y: held }, x, y, 0, now)}></path>
    <circle class="gd-loss-dot" cx=${round(dx)} cy=${round(dy)} r="5"></circle>
    <rect class="gd-press steering" role="slider" tabindex="0" aria-label="Update on the curve of perplexity"
      aria-valuemin="0" aria-valuemax=${steps} aria-valuenow=${now} aria-valuetext=${`update ${now}: perplexity ${brief(perplexityNow(v), 5)}`}
      x=${round(box.left)} y=${box.top} width=${round(box.right - box.left)} height=${round(box.bottom - box.top)}
      @keydown=${(e: KeyboardEvent) => stepByKey(e, now, steps, v.go)}></rect>
    ${hoverMarks()}
  </g>`;
}
