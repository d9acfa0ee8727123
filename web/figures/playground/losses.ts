/** Every run's loss against steps, with its number and its last loss at the end. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { follow } from '../../parts/drag';
import { stepByKey } from '../../parts/step-keys';
import { linePath, round } from '../../plot/curve';
import { significant } from '../../plot/format';
import { clamp, linearAxis, stepAxis, type Axis, type Box } from '../../plot/scales';
import { spread } from '../../plot/spread';
import { bib } from '../optimizers/bib';
import { isOut, outAt, pickedOf, shownTracks, type Seen, type Track } from './seen';

interface Room {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

/** Losses beyond so many times the start's, seen from the lowest, leave through the upper edge. */
const CEILING = 1.35;

function room(v: Seen, tracks: readonly Track[], height: number): Room {
  const box = { left: 44, top: 16, right: v.width - 88, bottom: height - 20 };
  const all = tracks.flatMap(({ run }) => (run ? Array.from(run.trace.loss) : []));
  const finite = all.filter(Number.isFinite);
  const low = Math.min(...finite, ...(v.settings.goal === 'none' ? [] : [v.settings.goalLoss]));
  const first = Math.max(...tracks.map(({ run }) => run?.loss(0) ?? -Infinity));
  const high = Math.min(Math.max(...finite), low + CEILING * (first - low || 1));
  return {
    box,
    x: stepAxis(Math.max(1, v.clock.steps), [box.left, box.right], 64),
    y: linearAxis(
      finite.length ? [low - 0.04 * (high - low || 1), high + 0.04 * (high - low || 1)] : [0, 1],
      [box.bottom, box.top],
      30,
    ),
  };
}

function curve(v: Seen, r: Room, t: Track, loud: boolean): SVGTemplateResult | string {
  if (!t.run) return '';
  const { step, loss } = t.run.trace;
  const data = { x: step, y: loss };
  const now = Math.min(v.step, t.run.steps);
  const y = r.y.at(loss[now]!);
  const rest = t.diverged
    ? ''
    : `M${round(r.x.at(t.run.steps))} ${round(r.y.at(loss[t.run.steps]!))}H${round(r.box.right)}`;
  return svg`<path class=${`gd-racer-ahead-${t.colour}`} d=${linePath(data, r.x, r.y, now) + rest}></path>
    <path class=${`gd-racer-${loud ? 'line' : 'quiet'}-${t.colour}`} d=${linePath(data, r.x, r.y, 0, now)}></path>
    ${isOut(t, v.step) || y < r.box.top - 6 ? '' : svg`<circle class=${`gd-racer-fill-${t.colour}`} cx=${round(r.x.at(now))} cy=${round(y)} r=${loud ? 4.5 : 3.5}></circle>`}`;
}

/** At the right edge, moved apart: number and last loss; of one that diverged, the step. */
function ends(r: Room, tracks: readonly Track[]): SVGTemplateResult[] {
  const there = tracks.filter(({ run }) => run);
  const heights = spread(
    there.map(({ run, diverged }) => ({
      at: diverged ? r.box.top : clamp(r.y.at(run!.loss(run!.steps)), r.box.top, r.box.bottom),
      size: 17,
    })),
    r.box.top - 4,
    r.box.bottom + 10,
  );
  return there.map(({ run, diverged, number, colour }, i) => {
    const y = heights[i] ?? 0;
    const text = diverged ? `left at ${outAt({ run })}` : significant(run!.loss(run!.steps));
    return svg`${bib({ number, colour }, r.box.right + 13, y)}<text class="gd-note" x=${round(r.box.right + 26)} y=${round(y + 4)}>${text}</text>`;
  });
}

/** Where the goal lies, while there is one. */
function goalLine(v: Seen, r: Room): SVGTemplateResult | string {
  const { goal, goalLoss, goalSteps } = v.settings;
  if (goal === 'none') return '';
  const x = round(Math.min(r.box.right, r.x.at(goalSteps)));
  if (goal === 'valley') return svg`<path class="gd-optimum-line" d=${`M${x} ${r.box.top}V${r.box.bottom}`}></path>`;
  const y = round(clamp(r.y.at(goalLoss), r.box.top, r.box.bottom));
  return svg`<path class="gd-optimum-line" d=${`M${r.box.left} ${y}H${x}V${r.box.bottom}`}></path>`;
}

export function losses(v: Seen, height: number): TemplateResult {
  const tracks = shownTracks(v);
  const r = room(v, tracks, height);
  const picked = pickedOf(v);
  const order = [...tracks].sort((a, b) => Number(a === picked) - Number(b === picked));
  const { step, steps } = v.clock;
  const go = (px: number): void => v.go(Math.round(clamp(r.x.value(px), 0, steps)));
  const said = tracks.map(
    (t) =>
      `${t.number}: ${t.run && !isOut(t, v.step) ? significant(t.run.loss(Math.min(v.step, t.run.steps))) : 'out'}`,
  );
  const clip = `${v.id}-losses`;
  return html`<div class="loss-curve" part="loss-curve" data-spot="losses">
    <svg
      width=${v.width}
      height=${height}
      viewBox=${`0 0 ${v.width} ${height}`}
      role="group"
      aria-label="Loss against steps, one curve for each run"
      @pointerdown=${(e: PointerEvent) => follow(e, go)}
    >
      <clipPath id=${clip}>
        <rect
          x=${r.box.left - 6}
          y=${r.box.top - 6}
          width=${r.box.right - r.box.left + 12}
          height=${r.box.bottom - r.box.top + 12}
        ></rect>
      </clipPath>
      <g aria-hidden="true">
        ${r.y.ticks.map((t) => svg`<path class="gd-grid" d=${`M${r.box.left} ${round(t.at)}H${round(r.box.right)}`}></path><text class="gd-tick-text" x=${r.box.left - 7} y=${round(t.at + 4)} text-anchor="end">${t.text}</text>`)}
        ${r.x.ticks.map((t) => svg`<text class="gd-tick-text" x=${round(t.at)} y=${r.box.bottom + 16} text-anchor="middle">${t.text}</text>`)}
        <path class="gd-baseline" d=${`M${r.box.left} ${r.box.bottom}H${round(r.box.right)}`}></path>
        <text class="gd-axis-name" x="0" y="10">loss</text>
        <text class="gd-axis-name" x=${v.width} y=${r.box.bottom + 16} text-anchor="end">step</text>
      </g>
      <rect
        class="steering"
        fill="transparent"
        role="slider"
        tabindex="0"
        aria-label="Step on the loss curves"
        aria-valuemin="0"
        aria-valuemax=${steps}
        aria-valuenow=${step}
        aria-valuetext=${`step ${step}; losses ${said.join(', ')}`}
        x=${r.box.left}
        y=${r.box.top}
        width=${round(r.box.right - r.box.left)}
        height=${r.box.bottom - r.box.top}
        @keydown=${(e: KeyboardEvent) => stepByKey(e, step, steps, (to) => v.go(to))}
      ></rect>
      <g aria-hidden="true" class="passed">
        <g clip-path=${`url(#${clip})`}>${goalLine(v, r)}${order.map((t) => curve(v, r, t, t === picked))}</g>
        ${ends(r, tracks)}
      </g>
    </svg>
  </div>`;
}
