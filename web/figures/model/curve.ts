/**
 * Loss against the weight, with the bias nailed. Before the wager only the one dot you have; afterwards the curve is the
 * slider: its bead and the line's right end are one hand.
 */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { areaPath, linePath, round } from '../../plot/curve';
import { fixed, grouped } from '../../plot/format';
import { beyond, cross } from '../../plot/marks';
import { clamp, linearAxis, type Axis, type Box } from '../../plot/scales';
import { turn } from './hands';
import { cutOf, known, type Seen } from './seen';
import { guessAt, said } from './wager';
import { namesOf } from './words';

interface Room {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

const HEIGHT = 196;

function roomOf(v: Seen): Room {
  const { dials } = v.model.survey;
  const { top } = v.model.section(cutOf(v));
  const y = linearAxis([0, top], [HEIGHT - 42, 22], 44);
  const left = 14 + Math.max(2, ...y.ticks.map((t) => t.text.length)) * 6.6;
  const box = { left, top: 22, right: v.width - 16, bottom: HEIGHT - 42 };
  return { box, y, x: linearAxis(dials.weight, [box.left, box.right], 70) };
}

function axes(v: Seen, { box, x, y }: Room): SVGTemplateResult {
  const { x: across, y: up } = namesOf(v);
  const unit = up.unit && across.unit && v.settings.scale === 'given' ? `, ${up.unit} per ${across.unit}` : '';
  return svg`<g aria-hidden="true">
    ${y.ticks.map(
      (t) => svg`<path class="gd-grid" d=${`M${round(box.left)} ${round(t.at)}H${round(box.right)}`}></path>
      <text class="gd-tick-text" x=${round(box.left - 8)} y=${round(t.at + 4)} text-anchor="end">${t.text}</text>`,
    )}
    <path class="gd-solid-line" d=${`M${round(box.left)} ${box.bottom}H${round(box.right)}`}></path>
    <path class="gd-hairline" d=${x.ticks.map((t) => `M${round(t.at)} ${box.bottom}v5`).join('')}></path>
    ${x.ticks.map((t) => svg`<text class="gd-tick-text" x=${round(t.at)} y=${box.bottom + 36} text-anchor="middle">${t.text}</text>`)}
    <text class="gd-axis-name" x=${round(box.left - 8)} y="12">loss</text>
    <text class="gd-note" x=${round(box.right)} y=${box.bottom - 7} text-anchor="end">weight${unit}</text>
  </g>`;
}

/** Every weight's loss, or the words that stand where it will be. */
function ground(v: Seen, { box, x, y }: Room): SVGTemplateResult {
  const { curve, lowest } = v.model.section(cutOf(v));
  const middle = (box.left + box.right) / 2;
  if (!known(v))
    return svg`${['one dot for every weight you could choose:', 'drawn once you have guessed'].map(
      (line, i) =>
        svg`<text class="gd-note" x=${round(middle)} y=${box.top + 34 + 19 * i} text-anchor="middle">${line}</text>`,
    )}`;
  const clip = `${v.id}-cut`;
  const [px, py] = lowest ? [x.at(lowest.weight), y.at(lowest.loss)] : [0, 0];
  const left = px > box.right - 120;
  return svg`<clipPath id=${clip}><rect x=${round(box.left)} y=${box.top - 4} width=${round(box.right - box.left)} height=${box.bottom - box.top + 4}></rect></clipPath>
    <g clip-path=${`url(#${clip})`}>
      <path class="gd-loss-area" d=${areaPath(curve, x, y, box.bottom)}></path>
      <path class="gd-loss-line" d=${linePath(curve, x, y)}></path>
    </g>
    ${
      lowest && px > box.left && px < box.right
        ? svg`${cross(px, py)}<text class="gd-optimum-text" x=${round(px + (left ? -4 : 4))} y=${round(Math.max(box.top + 12, py - 26))} text-anchor=${left ? 'end' : 'start'}>lowest here: ${said(v, lowest.weight)}</text>`
        : ''
    }`;
}

function bead(v: Seen, { box, x, y }: Room): SVGTemplateResult {
  const { weight } = v.settings;
  const [low, high] = x.domain;
  const loss = v.model.run.loss(0);
  const px = clamp(x.at(weight), box.left, box.right);
  const py = clamp(y.at(loss), box.top, box.bottom);
  const out = weight < low ? 'left' : weight > high ? 'right' : undefined;
  const before = px > box.right - 80;
  return svg`<path class="gd-scrub-line" d=${`M${round(px)} ${box.bottom}V${round(py)}`}></path>
    ${loss > y.domain[1] ? beyond(px, box.top, 'up', 'loss') : svg`<circle class="gd-loss-dot" cx=${round(px)} cy=${round(py)} r="5"></circle>`}
    <text class="gd-loss-text" x=${round(px + (before ? -11 : 11))} y=${round(Math.max(py + 4, box.top + 6))} text-anchor=${before ? 'end' : 'start'}>${grouped(loss)}</text>
    ${out ? beyond(px + (out === 'left' ? -16 : 16), box.bottom, out) : ''}
    ${handle({
      x: px,
      y: box.bottom,
      label: 'The weight, on the axis of its loss',
      value: weight,
      min: low,
      max: high,
      valueText: `weight ${fixed(weight, v.model.survey.decimals.weight)}, loss ${grouped(loss)}`,
      move: (mx) => turn(v, { weight: x.value(clamp(mx, box.left, box.right)) }),
      nudge: (dx, dy, scale) => turn(v, { weight: weight + ((dx || dy) * scale * (high - low)) / 200 }),
      face: svg`<circle class="gd-knob-halo" r="14"></circle><circle class="gd-knob" r="8.5"></circle>`,
    })}`;
}

/** The same guess as at the edge of the data, on the scale of the curve to come. */
function guess(v: Seen, { box, x }: Room): SVGTemplateResult {
  const { guess: weight } = v.settings;
  if (weight === null) return svg``;
  const px = clamp(x.at(weight), box.left, box.right);
  const text = `your guess ${said(v, weight)}`;
  const before = px + 16 + text.length * 6.8 > box.right;
  const key = (x.domain[1] - x.domain[0]) / 200;
  return svg`${handle({
    x: px,
    y: box.bottom,
    label: 'Your guess of the weight, under the axis',
    value: weight,
    min: x.domain[0],
    max: x.domain[1],
    valueText: `guess ${said(v, weight)}`,
    move: (mx) => guessAt(v, x.value(mx)),
    nudge: (dx, dy, scale) => guessAt(v, weight + (dx || dy) * scale * key),
    face: svg`<path class="gd-guess-mark" d="M0 4L8.5 18H-8.5Z"></path>`,
    kind: 'under',
  })}
  <text class="gd-guess-text hint" x=${round(px + (before ? -14 : 14))} y=${box.bottom + 17} text-anchor=${before ? 'end' : 'start'}>${text}</text>`;
}

export function curvePanel(v: Seen): TemplateResult {
  const r = roomOf(v);
  return html`<svg
    class="weight-curve"
    data-spot="curve"
    width=${v.width}
    height=${HEIGHT}
    viewBox=${`0 0 ${v.width} ${HEIGHT}`}
    role="group"
    aria-label="Loss against the weight"
  >
    ${axes(v, r)} ${ground(v, r)} ${guess(v, r)} ${bead(v, r)}
  </svg>`;
}
