/** The loss at every update: of the batch, which jumps, and of everybody, which is what counts. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { linePath, round } from '../../plot/curve';
import { significant } from '../../plot/format';
import { frame } from '../../plot/frame';
import { linearAxis, logAxis, type Axis, type Box } from '../../plot/scales';
import { PANEL_HEIGHT } from './scatter';
import type { Seen } from './seen';

/** Losses below this are drawn at the foot: a batch can have hardly any. */
const LOWEST = 0.03;

/** A run kept to compare with, on the same axis of epochs. */
function pinned({ pinned: kept }: Seen, x: Axis, y: Axis): SVGTemplateResult | string {
  if (!kept) return '';
  const { run, perEpoch } = kept.model;
  const all = kept.model.lossesOf(run);
  const epochs = Float64Array.from(all, (_, k) => k / perEpoch);
  const [left, right] = x.range;
  const now = Math.min(kept.step, all.length - 1);
  const at = (k: number): readonly [number, number] => [
    round(Math.min(right, x.at(epochs[k] ?? 0))),
    round(Math.max(y.range[1], y.at(all[k] ?? 0))),
  ];
  const [px, py] = at(now);
  const last = epochs.findIndex((e) => x.at(e) > right);
  return svg`<path class="gd-pinned-loss" d=${linePath({ x: epochs, y: all }, x, y, 0, last < 0 ? all.length - 1 : last)}></path>
    <circle class="gd-pinned-loss-dot" cx=${px} cy=${py} r="4.5"></circle>
    <text class="gd-note" x=${round(Math.max(left + 26, Math.min(right - 22, px)))} y=${Math.max(y.range[1] + 12, py - 10)} text-anchor="middle">pinned</text>`;
}

export function losses(v: Seen, width: number): TemplateResult {
  const { run, survey, perEpoch } = v.model;
  const own = run.trace.loss;
  const all = v.model.lossesOf(run);
  const top = Math.max(8, Math.min(100, 1.3 * (all[0] ?? 1)));
  const box: Box = { left: 34, top: 24, right: width - 46, bottom: PANEL_HEIGHT - 42 };
  // Counted in passes over everybody, one unit is the same effort whatever the batch.
  const x = linearAxis([0, Math.max(1, run.steps / perEpoch)], [box.left, box.right], 48);
  const y = logAxis([LOWEST, top], [box.bottom, box.top]);
  const epochs = Float64Array.from(own, (_, k) => k / perEpoch);
  const now = all[v.step] ?? survey.least;
  const least = round(y.at(survey.least));
  const rings = Array.from({ length: Math.floor(run.steps / perEpoch) }, (_, e) => (e + 1) * perEpoch).filter(
    (_, e, every) => every.length < 8 || e % Math.ceil(every.length / 6) === 0,
  );
  const [dx, dy] = [round(x.at(epochs[v.step] ?? 0)), round(y.at(now))];
  return html`<svg
    data-spot="loss"
    width=${width}
    height=${PANEL_HEIGHT}
    viewBox=${`0 0 ${width} ${PANEL_HEIGHT}`}
    role="img"
    aria-label=${`The loss against epochs: now ${significant(now)} over all, the lowest is ${significant(survey.least)}`}
  >
    ${frame({ box, x, y, xName: 'epochs', yName: '' })}
    <text class="gd-axis-name" x="0" y="12">loss</text>
    <path class="gd-loss-batch" d=${linePath({ x: epochs, y: own }, x, y)}></path>
    <path class="gd-loss-line" d=${linePath({ x: epochs, y: all }, x, y)}></path>
    ${pinned(v, x, y)}
    <path class="gd-finish-line" d=${`M${box.left} ${least}H${box.right}`}></path>
    ${rings.map((k) => svg`<circle class="gd-pinned-loss-dot" cx=${round(x.at(epochs[k] ?? 0))} cy=${round(y.at(all[k] ?? 0))} r="3.5"></circle>`)}
    <circle class="gd-loss-dot" cx=${dx} cy=${dy} r="5"></circle>
    <text class="gd-loss-text" x=${dx + 8} y=${Math.max(box.top + 10, dy - 8)}>${significant(now)}</text>
    <text class="gd-note" x=${box.right} y="12" text-anchor="end">thin: the batch’s own</text>
    <text class="gd-optimum-text" x=${box.right + 6} y=${least + 4}>${significant(survey.least, 2)}</text>
  </svg>`;
}
