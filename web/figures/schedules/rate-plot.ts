/** The learning rate of every update: as planned, or as a search found it. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { frame } from '../../plot/frame';
import { PINNED_DASH } from '../../plot/ink';
import { linearAxis, stepAxis, type Axis, type Box } from '../../plot/scales';

export interface RatePlotOptions {
  readonly box: Box;
  /** Updates on the axis. */
  readonly steps: number;
  /** Rate of update k + 1, for each k. */
  readonly rates: ArrayLike<number>;
  /** For each update, the rates that a search tried and refused; empty where nothing is searched. */
  readonly refused: readonly (readonly number[])[];
  /** A constant rate to compare with; undefined where it is the rate itself, or means nothing. */
  readonly constant: number | undefined;
  /** Rates of a pinned run. */
  readonly pinned: ArrayLike<number> | undefined;
  /** Updates made. */
  readonly step: number;
  /** Second derivative at the bottom. */
  readonly curvature: number;
}

interface Room {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

/** One level for each update from `from` to `to`, joined by risers. */
function levels(rates: ArrayLike<number>, from: number, to: number, { x, y }: Room): string {
  let d = '';
  for (let k = from; k < to; k++) {
    const height = round(y.at(rates[k] ?? 0));
    d += `${d ? `V${height}` : `M${round(x.at(k))} ${height}`}H${round(x.at(k + 1))}`;
  }
  return d;
}

/** Levels worth naming, from the most telling; one too near to another keeps its line but not its name. */
function names(
  r: Room,
  levels: readonly { readonly rate: number | undefined; readonly name: string }[],
): SVGTemplateResult[] {
  const taken: number[] = [];
  return levels.map(({ rate, name }) => {
    if (!rate) return svg``;
    const y = round(r.y.at(rate)) - 6;
    if (taken.some((t) => Math.abs(t - y) < 16)) return svg``;
    taken.push(y);
    return svg`<text class="gd-note" x=${r.box.right} y=${y} text-anchor="end">${name}</text>`;
  });
}

export function ratePlot(o: RatePlotOptions): SVGTemplateResult {
  const { box, rates, step, refused, constant, pinned = [] } = o;
  const made = Math.min(step, rates.length);
  const tried = refused.flat();
  const edge = o.curvature > 0 ? 2 / o.curvature : 0;
  const top = 1.14 * Math.max(...Array.from(rates), ...Array.from(pinned), ...tried, constant ?? 0, edge);
  const r: Room = {
    box,
    x: stepAxis(o.steps, [box.left, box.right], 50),
    y: linearAxis([0, top > 0 ? top : 1], [box.bottom, box.top], 40),
  };
  const across = (kind: string, rate: number): SVGTemplateResult =>
    svg`<path class=${kind} d=${`M${box.left} ${round(r.y.at(rate))}H${box.right}`}></path>`;
  const middle = (k: number): number => round(r.x.at(k + 0.5));
  return svg`
    ${frame({ ...r, xName: 'step', yName: 'rate' })}
    ${edge > 0 ? across('gd-threshold-line', edge) : ''}
    ${constant === undefined ? '' : across('gd-dotted-line', constant)}
    <path class="gd-guide-line" stroke-dasharray=${PINNED_DASH} d=${levels(pinned, 0, pinned.length, r)}></path>
    <path class="gd-ahead-line" d=${levels(rates, made, rates.length, r)}></path>
    <path class="gd-solid-line" d=${levels(rates, 0, made, r)}></path>
    ${refused.map((list, k) => list.map((rate) => svg`<circle class="gd-refused-dot" cx=${middle(k)} cy=${round(r.y.at(rate))} r="2.5"></circle>`))}
    ${made > 0 ? svg`<circle class="gd-knob" cx=${middle(made - 1)} cy=${round(r.y.at(rates[made - 1] ?? 0))} r="5.5"></circle>` : ''}
    ${names(r, [
      { rate: edge, name: '2 / curvature' },
      { rate: constant, name: 'constant' },
      { rate: pinned[pinned.length - 1], name: 'pinned' },
    ])}`;
}
