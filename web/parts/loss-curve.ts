/** Loss against steps: the same plot under every figure that learns. Press or drag in it to go there. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { areaPath, linePath, round } from '../plot/curve';
import { exact, significant } from '../plot/format';
import { frame } from '../plot/frame';
import { linearAxis, logAxis, type Axis, type Box } from '../plot/scales';
import { follow } from './drag';

export interface LossSeries {
  readonly name: string;
  readonly step: Float64Array;
  readonly loss: Float64Array;
  /** Drawn in the loss colour's dash pattern of this rank, so that several runs can be told apart. */
  readonly rank?: number;
}

export interface LossCurveOptions {
  readonly width: number;
  readonly height?: number;
  readonly series: readonly LossSeries[];
  /** Steps the time line holds, so that the axis stays while a run is shorter. */
  readonly steps: number;
  readonly time: number;
  readonly logarithmic: boolean;
  readonly setLogarithmic?: (on: boolean) => void;
  readonly go?: (step: number) => void;
  readonly yName?: string;
  /** Loss beyond this is drawn at the plot's upper edge; default: the largest start. */
  readonly ceiling?: number;
}

interface Layout {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

function extent(series: readonly LossSeries[]): { low: number; high: number; lowestPositive: number } {
  let [low, high, lowestPositive] = [Infinity, -Infinity, Infinity];
  for (const { loss } of series)
    for (const v of loss) {
      if (!Number.isFinite(v)) continue;
      if (v < low) low = v;
      if (v > high) high = v;
      if (v > 0 && v < lowestPositive) lowestPositive = v;
    }
  return { low, high, lowestPositive };
}

function layout(o: LossCurveOptions): Layout {
  const height = o.height ?? 184;
  const { low, high, lowestPositive } = extent(o.series);
  const start = Math.max(...o.series.map((s) => s.loss[0] ?? 0));
  const top = o.ceiling ?? Math.min(high, Math.max(start * 1.6, start + 1));
  const axis = (left: number): Layout => {
    const box = { left, top: 26, right: o.width - 46, bottom: height - 42 };
    const x = linearAxis([0, Math.max(1, o.steps)], [box.left, box.right], 64);
    const y = o.logarithmic
      ? logAxis([Math.max(lowestPositive, top * 1e-12), top], [box.bottom, box.top])
      : linearAxis([Math.min(0, low), top * 1.02], [box.bottom, box.top], 38);
    return { box, x, y };
  };
  // Leave as much room on the left as the widest label takes.
  const widest = Math.max(...axis(40).y.ticks.map((t) => t.text.length), 2);
  return axis(14 + widest * 6.6);
}

const DASHES = ['', '7 3', '2 3', '9 3 2 3'] as const;

function drawSeries(s: LossSeries, o: LossCurveOptions, { x, y, box }: Layout): SVGTemplateResult {
  const last = s.loss.length - 1;
  const now = Math.min(last, Math.floor(o.time + 1e-9));
  const data = { x: s.step, y: s.loss };
  const dash = DASHES[(s.rank ?? 0) % DASHES.length] ?? '';
  const at = (i: number): [number, number] => [
    round(x.at(s.step[i] ?? 0)),
    round(Math.max(box.top, y.at(s.loss[i] ?? 0))),
  ];
  const [dotX, dotY] = at(now);
  const [endX, endY] = at(last);
  const single = o.series.length === 1;
  const roomForLabel = dotX < box.right - 44;
  return svg`
    ${single ? svg`<path class="gd-loss-area" d=${areaPath(data, x, y, box.bottom, now)}></path>` : ''}
    <path class="gd-loss-ahead" stroke-dasharray=${dash} d=${linePath(data, x, y, now)}></path>
    <path class="gd-loss-line" stroke-dasharray=${dash} d=${linePath(data, x, y, 0, now)}></path>
    ${
      now < last && single
        ? svg`<text class="gd-note" x=${endX + 6} y=${endY + 4}>${significant(s.loss[last] ?? 0)}</text>`
        : ''
    }
    <circle class="gd-loss-dot" cx=${dotX} cy=${dotY} r="5"></circle>
    ${
      single
        ? svg`<text class="gd-loss-text" x=${roomForLabel ? dotX + 9 : dotX + 8} y=${roomForLabel ? dotY - 7 : dotY + 4}>${significant(s.loss[now] ?? 0)}</text>`
        : svg`<text class="gd-note" x=${endX + 6} y=${endY + 4}>${s.name}</text>`
    }`;
}

/** The picture alone, for static pages as well. */
export function lossPlot(o: LossCurveOptions): SVGTemplateResult {
  const l = layout(o);
  const clip = `loss-clip-${Math.round(l.box.left)}-${Math.round(l.box.right)}-${Math.round(l.box.bottom)}`;
  return svg`
    <clipPath id=${clip}><rect x=${l.box.left - 7} y=${l.box.top - 7} width=${l.box.right - l.box.left + 60} height=${l.box.bottom - l.box.top + 9}></rect></clipPath>
    ${frame({ ...l, xName: 'step', yName: o.yName ?? 'loss' })}
    <g clip-path=${`url(#${clip})`}>${o.series.map((s) => drawSeries(s, o, l))}</g>`;
}

export function lossCurve(o: LossCurveOptions): TemplateResult {
  const height = o.height ?? 184;
  const l = layout(o);
  const go = (px: number): void => o.go?.(Math.round(Math.min(o.steps, Math.max(0, l.x.value(px)))));
  const s = o.series[0];
  const now = Math.floor(o.time + 1e-9);
  const tip = s ? `step ${now}: loss ${exact(s.loss[Math.min(now, s.loss.length - 1)] ?? 0)}` : '';
  return html`
    <div class="loss-curve" part="loss-curve">
      <svg
        width=${o.width}
        height=${height}
        viewBox=${`0 0 ${o.width} ${height}`}
        role="img"
        aria-label=${`Loss against steps. ${tip}`}
        @pointerdown=${(e: PointerEvent) => follow(e, go)}
      >
        <title>${tip}</title>
        ${lossPlot(o)}
      </svg>
      ${
        o.setLogarithmic
          ? html`<label class="toggle small"
              ><input
                type="checkbox"
                .checked=${o.logarithmic}
                @change=${(e: Event) => o.setLogarithmic?.((e.target as HTMLInputElement).checked)}
              /><span>log scale</span></label
            >`
          : ''
      }
    </div>
  `;
}
