/** The picture: the curve, the ball and its slope, the stairs of its steps, and the guess on the axis. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { ballFace, handle } from '../../parts/drag';
import { areaPath, linePath, round } from '../../plot/curve';
import { brief, fixed, significant } from '../../plot/format';
import { frame } from '../../plot/frame';
import { arrow, beyond, cross, triangle } from '../../plot/marks';
import { clamp, hundredths, linearAxis, type Axis, type Box } from '../../plot/scales';
import { stairs } from '../../plot/stairs';
import { ghostOnCurve } from '../pinned';
import { curves } from '../profile';
import { STEPS, type Seen } from './seen';

interface Room {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
  readonly height: number;
}

function room({ width, model }: Seen): Room {
  const height = Math.round(clamp(width * 0.6, 240, 330));
  const box = { left: 34, top: 22, right: width - 10, bottom: height - 44 };
  return {
    box,
    height,
    x: linearAxis(model.ground.domain, [box.left, box.right], 60),
    y: linearAxis([0, model.ground.top], [box.bottom, box.top], 54),
  };
}

function slopeLine(v: Seen, r: Room, w: number): SVGTemplateResult {
  const step = v.step;
  const slope = v.model.run.gradient(step, 0);
  const at = v.model.run.parameter(step, 0);
  const reach = 62;
  const perPixel = (r.y.at(1) - r.y.at(0)) / (r.x.at(1) - r.x.at(0));
  const angle = Math.atan(slope * perPixel);
  const [px, py] = [r.x.at(at), r.y.at(v.model.ground.value(at))];
  const [dx, dy] = [Math.cos(angle) * reach, Math.sin(angle) * reach];
  const low = dy > 0 ? 1 : -1;
  const label = { x: px + dx * low, y: Math.min(r.box.bottom - 6, py + Math.abs(dy) + 16) };
  if (w !== at) return svg``;
  return svg`<path class="gd-gradient-line" d=${`M${round(px - dx)} ${round(py - dy)}L${round(px + dx)} ${round(py + dy)}`}></path>
    <text class="gd-gradient-text" x=${round(clamp(label.x, r.box.left + 36, r.box.right - 36))} y=${round(label.y)} text-anchor="middle">slope ${significant(slope)}</text>`;
}

/** While a step is taken slowly: how far the rate times the slope will carry the ball. */
function stepAhead(v: Seen, r: Room): SVGTemplateResult {
  const { run, ground } = v.model;
  if (v.beat === null || v.beat === 'look' || v.step >= run.steps) return svg``;
  const [from, to] = [run.parameter(v.step, 0), run.parameter(v.step + 1, 0)];
  const y = r.y.at(ground.value(from));
  const [x0, x1] = [from, to].map((w) => clamp(r.x.at(w), r.box.left, r.box.right)) as [number, number];
  const label = `−${brief(v.settings.rate)} × ${significant(run.gradient(v.step, 0))} = ${significant(to - from)}`;
  return svg`${arrow([x0, y], [x1, y], 'parameter')}
    <text class="gd-parameter-text" x=${round(clamp((x0 + x1) / 2, r.box.left + 80, r.box.right - 80))} y=${round(y - 12)} text-anchor="middle">${label}</text>`;
}

function guessMark(v: Seen, r: Room): SVGTemplateResult {
  const { guess, guessFor } = v.settings;
  const due = Math.min(STEPS, v.step + 1);
  const here = v.model.run.parameter(v.step, 0);
  const value = clamp(guess ?? here, v.model.ground.domain[0], v.model.ground.domain[1]);
  const set = (g: number): void =>
    v.set(
      {
        guess: hundredths(clamp(g, v.model.ground.domain[0], v.model.ground.domain[1])),
        guessFor: guess !== null && guessFor > v.step ? guessFor : due,
      },
      { keepTime: true },
    );
  const [x, foot] = [r.x.at(value), r.box.bottom];
  return svg`
    ${guess === null ? '' : svg`<path class="gd-guess-line" d=${`M${round(x)} ${foot - 12}V${round(r.y.at(v.model.ground.value(value)))}`}></path>`}
    ${handle({
      x,
      y: foot,
      label: 'Your guess: where the next step lands',
      value,
      min: v.model.ground.domain[0],
      max: v.model.ground.domain[1],
      valueText: guess === null ? 'no guess yet' : `guess ${significant(guess)}`,
      move: (px) => set(r.x.value(px)),
      nudge: (dx, dy, scale) => set(value + (dx || dy) * 0.05 * scale),
      face: triangle(0, 0),
      kind: guess === null ? 'faint' : '',
    })}`;
}

function ball(v: Seen, r: Room, now: number): SVGTemplateResult {
  const [low, high] = v.model.ground.domain;
  const set = (w: number): void => v.set({ start: hundredths(clamp(w, low, high)), guess: null });
  const value = v.model.ground.value(now);
  const outside = now < low || now > high || value > v.model.ground.top;
  // One that left waits inside the frame, clear of the axis' name, with room for the sign of where it went.
  const edge = outside ? 20 : 0;
  const shown = {
    x: clamp(r.x.at(now), r.box.left + edge, r.box.right - edge),
    y: clamp(r.y.at(value), r.box.top + edge, r.box.bottom),
  };
  const away = now < low ? 'left' : now > high ? 'right' : 'up';
  return svg`
    ${
      outside
        ? svg`${beyond(shown.x + (away === 'right' ? 14 : away === 'left' ? -14 : 0), shown.y - (away === 'up' ? 14 : 0), away)}
      <text class="gd-parameter-text" x=${round(clamp(shown.x, r.box.left + 66, r.box.right - 66))} y=${round(shown.y + 32)} text-anchor="middle">off the map: w = ${significant(now)}</text>`
        : ''
    }
    ${handle({
      x: shown.x,
      y: shown.y,
      label: 'The ball: where descent starts',
      value: now,
      min: low,
      max: high,
      valueText: `w ${fixed(now)}, loss ${fixed(value)}`,
      move: (px) => {
        set(r.x.value(px));
        if (!v.local['touched']) v.setLocal({ touched: true });
      },
      nudge: (dx, dy, scale) => set((v.step === 0 ? v.settings.start : now) + (dx || dy) * 0.05 * scale),
      face: ballFace,
      // At the edge there is no room for it, and something else is said there.
      hint: v.local['touched'] || outside || v.pinned ? undefined : 'drag me',
      hintAt: [18, 20],
    })}`;
}

export function plot(v: Seen): TemplateResult {
  const r = room(v);
  const now = v.model.run.at(v.time, 0);
  const { trace } = v.model.run;
  const label = curves[v.settings.function].label;
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
    ${frame({ box: r.box, x: r.x, y: r.y, xName: 'weight w', yName: `loss, ${label}` })}
    <g clip-path=${`url(#${clip})`}>
      <path class="gd-loss-area" d=${areaPath(v.model.ground.curve, r.x, r.y, r.box.bottom)}></path>
      <path class="gd-loss-line" d=${linePath(v.model.ground.curve, r.x, r.y)}></path>
      ${v.model.ground.minima.map((m) => cross(r.x.at(m.x), r.y.at(m.y)))} ${ghostOnCurve(v.pinned, v.model.ground, r)}
      ${stairs({
        rows: { x: trace.parameters, y: trace.loss },
        step: v.step,
        landing: v.time > v.step ? { x: now, y: v.model.ground.value(now) } : undefined,
        x: r.x,
        y: r.y,
      })}
    </g>
    ${slopeLine(v, r, now)} ${stepAhead(v, r)}
    ${v.settings.guess !== null || v.step < v.model.run.steps ? guessMark(v, r) : ''} ${ball(v, r, now)}
  </svg>`;
}
