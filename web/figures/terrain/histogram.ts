/** Where a hundred starts ended: how many with which loss, those of one bottom together. */
import { html, svg, type TemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { count, significant } from '../../plot/format';
import { frame } from '../../plot/frame';
import { linearAxis } from '../../plot/scales';
import { binsOf, BINS, endOf, type Counted } from './bins';
import { depth, racerOf } from './ends';

export interface HistogramOptions extends Counted {
  readonly width: number;
  /** Stands at the end of what is said below. */
  readonly actions?: TemplateResult;
}

const HEIGHT = 124;

export function histogram(o: HistogramOptions): TemplateResult {
  const { finalLoss, end } = o.survey;
  const { bins, lowest, highest, stayed } = binsOf(o);
  const left = finalLoss.length - stayed;
  const [first, last] = [bins[0], bins[bins.length - 1]];
  if (!first || !last)
    return html`<p class="line quiet">
      All ${finalLoss.length} left the map: there is no bottom to end in. <span class="away">${o.actions}</span>
    </p>`;
  const most = Math.max(...bins.map((bin) => bin.count));
  const box = { left: 34, right: o.width - 8, top: 24, bottom: HEIGHT - 38 };
  const x = linearAxis([first.from, last.to], [box.left, box.right], 70);
  const y = linearAxis([0, most], [box.bottom, box.top], 36);
  const side = (box.right - box.left) / BINS;
  const late = Array.from(end).filter((e) => e === -3).length;
  const bars = bins.flatMap((bin, i) => {
    let below = 0;
    return Array.from(bin.bars.values(), (bar) => {
      const [foot, top] = [y.at(below), y.at(below + bar.count)];
      below += bar.count;
      const ink = bar.tint.startsWith('racer')
        ? `gd-racer-fill-${racerOf(bar.tint)}`
        : bar.tint
          ? 'gd-loss-dot'
          : 'gd-datum-faint';
      const px = box.left + i * side;
      return svg`<rect class=${ink} x=${round(px + 0.5)} y=${round(top)} width=${round(side - 1)} height=${round(foot - top)}></rect>
        ${bar.letter ? svg`<text class="gd-label" x=${round(px + side / 2)} y=${round(top - 6)} text-anchor="middle">${bar.letter}</text>` : ''}`;
    });
  });
  return html`<svg
      width=${o.width}
      height=${HEIGHT}
      viewBox=${`0 0 ${o.width} ${HEIGHT}`}
      role="img"
      aria-label=${`Histogram of the final loss of ${finalLoss.length} runs, from ${depth(lowest)} to ${significant(highest)}`}
    >
      ${frame({ box, x, y, xName: 'final loss', yName: 'runs' })} ${bars}
    </svg>
    <p class="line quiet">
      <span
        >${count(finalLoss.length)} random starts: <b>${share(o)}</b> found the lowest
        bottom${left ? `, ${left} left` : ''}${late ? `, ${late} not at rest yet` : ''}.</span
      >
      <span class="away">${o.actions}</span>
    </p>`;
}

function share(o: HistogramOptions): number {
  const best = o.ends.bottoms[0];
  return Array.from(o.survey.end.keys()).filter((k) => {
    const found = endOf(o.survey, k, o.ends, o.near);
    return found && best && found.loss - best.loss <= 1e-9 + 1e-6 * Math.abs(best.loss);
  }).length;
}
