/** What stands over the rate axis: how far every rate has come, what it will come to, and the cliff. */
import { svg, type SVGTemplateResult } from 'lit';
import { linePath, round } from '../../plot/curve';
import { brief } from '../../plot/format';
import { frame } from '../../plot/frame';
import { logAxis, type Axis } from '../../plot/scales';
import { spread } from '../../plot/spread';
import { edgeOf, notes } from './edge';
import { STEPS, type Ball } from './race';
import { onAxis, STRIP, type RateRoom } from './rate-axis';
import { spanOf, type Seen } from './seen';

/** Losses above the bottom that the picture holds, whatever the curve. */
const LOSSES = [1e-6, 1e4] as const;

const lossAxis = ({ box }: RateRoom): Axis => logAxis(LOSSES, [box.bottom, box.top]);

/** The same without its foot: what lies below it leaves the picture instead of running along its edge. */
function open({ box }: RateRoom): Axis {
  const axis = lossAxis({ box } as RateRoom);
  const [low, high] = [Math.log(LOSSES[0]), Math.log(LOSSES[1])];
  const at = (loss: number): number =>
    box.bottom - ((Math.log(Math.max(1e-300, loss)) - low) / (high - low)) * (box.bottom - box.top);
  return { ...axis, at };
}

/** Regimes, each in its colour and by its name; the chosen ball's name is the heavy one. */
function bands(v: Seen, r: RateRoom): SVGTemplateResult {
  const { box } = r;
  const seen = v.model.sweeps.bands(spanOf(v.settings)).map((b, i) => ({
    manner: b.manner,
    // The lowest of the rates is a little more than none.
    left: i === 0 ? box.left : onAxis(r, b.from),
    right: onAxis(r, b.to),
  }));
  const named = seen.filter((b, i) => {
    const wide = b.right - b.left;
    const widest = seen.every((o, k) => k === i || o.manner !== b.manner || o.right - o.left <= wide);
    return widest && wide > b.manner.length * 6.2;
  });
  const centres = spread(
    named.map((b) => ({ at: (b.left + b.right) / 2, size: b.manner.length * 6.6 + 8 })),
    box.left,
    box.right,
  );
  const here = v.model.balls[v.settings.chosen - 1]?.manner;
  const y = box.bottom - box.top > STRIP ? box.top + 15 : box.top - 5;
  return svg`
    ${seen.map((b) => svg`<rect class=${`gd-manner-${b.manner}`} x=${round(b.left)} y=${box.top} width=${round(b.right - b.left)} height=${box.bottom - box.top}></rect>`)}
    ${named.map((b, i) => svg`<text class=${b.manner === here ? 'gd-label' : 'gd-note'} x=${round(centres[i] ?? 0)} y=${y} text-anchor="middle" aria-hidden="true">${b.manner}</text>`)}`;
}

/** After so many steps as the time line shows; faint, after all of them. */
function curves(v: Seen, r: RateRoom): SVGTemplateResult {
  const { sweeps } = v.model;
  const span = spanOf(v.settings);
  const clip = `${v.id}-sweep`;
  const { box } = r;
  const y = open(r);
  return svg`<clipPath id=${clip}><rect x=${box.left} y=${box.top} width=${round(box.right - box.left)} height=${box.bottom - box.top}></rect></clipPath>
    <g clip-path=${`url(#${clip})`}>
      ${v.step < STEPS ? svg`<path class="gd-loss-ahead" d=${linePath(sweeps.after(STEPS, span), r.x, y)}></path>` : ''}
      <path class="gd-loss-line" d=${linePath(sweeps.after(v.step, span), r.x, y)}></path>
    </g>`;
}

/** Out at the top: the loss mark of what no axis holds. */
const out = (x: number, top: number): SVGTemplateResult =>
  svg`<path class="gd-loss-dot" d=${`M${x} ${top}l6.5 10h-13Z`}></path>`;

/** How high above the bottom a ball is; one that has left, out at the top. */
function dot(v: Seen, r: RateRoom, ball: Ball): SVGTemplateResult {
  const x = round(onAxis(r, ball.rate));
  if (ball.rate > r.x.domain[1]) return svg``;
  const stem = (y: number): SVGTemplateResult =>
    svg`<path class="gd-guide-line" stroke-dasharray="2 3" d=${`M${x} ${r.box.bottom}V${round(y)}`}></path>`;
  const gone = ball.diverged && v.step > ball.run.steps;
  const excess = ball.run.loss(v.step) - v.model.floor;
  if (gone || excess > LOSSES[1]) return svg`${stem(r.box.top + 8)}${out(x, r.box.top)}`;
  if (excess < LOSSES[0]) return svg``;
  const y = lossAxis(r).at(excess);
  return svg`${stem(y)}<circle class="gd-loss-dot" cx=${x} cy=${round(y)} r="5"></circle>`;
}

function title(v: Seen, r: RateRoom): SVGTemplateResult {
  const ahead = v.settings.revealed && v.step < STEPS ? `; faint: after ${STEPS}` : '';
  const steps = v.step === 1 ? 'step' : 'steps';
  return svg`<text class="gd-axis-name" x="0" y=${r.box.top - 8} aria-hidden="true">loss above the bottom after ${v.step} ${steps}${ahead}</text>`;
}

/** Over the axis at full height. */
export function sweepPlot(v: Seen, r: RateRoom): SVGTemplateResult {
  const { box } = r;
  const y = lossAxis(r);
  const { revealed } = v.settings;
  return svg`
    ${revealed ? bands(v, r) : ''}
    ${frame({ box, x: { ...r.x, ticks: [] }, y, xName: '', yName: '' })}
    ${title(v, r)}
    ${revealed ? svg`${curves(v, r)}${edgeOf(v, r)}` : ''}
    ${v.model.balls.map((ball) => dot(v, r, ball))}
    ${notes(v, r)}`;
}

/** Where there is no room for it, or something else is looked at: a strip of the regimes, and the cliff. */
export const sweepStrip = (v: Seen, r: RateRoom): SVGTemplateResult =>
  svg`${v.settings.revealed ? svg`${bands(v, r)}${edgeOf(v, r)}` : ''}${notes(v, r)}`;

/** For those who do not see it. */
export function sweepInWords(v: Seen): string {
  if (!v.settings.revealed)
    return 'Rates from 0 up, with four beads; what every other rate does is still to be guessed.';
  const list = v.model.sweeps
    .bands(spanOf(v.settings))
    .map((b) => `${b.manner} up to ${brief(b.to)}`)
    .join(', ');
  return `Loss above the bottom after ${v.step} steps against the learning rate: ${list}.`;
}
