/** A run over one weight as stairs on its curve: along by the step, up or down to where it lands. */
import { svg, type SVGTemplateResult } from 'lit';
import { round, type Series } from './curve';
import { ring } from './marks';
import type { Axis } from './scales';

export interface StairsOptions {
  /** Weights and losses, row 0 being the start. */
  readonly rows: Series;
  /** Whole steps made. */
  readonly step: number;
  /** Where a step that is being made has got to. */
  readonly landing?: { readonly x: number; readonly y: number } | undefined;
  readonly x: Axis;
  readonly y: Axis;
  /** How many of the last steps are drawn; default 11. */
  readonly most?: number;
  /** Radius of the rings at past positions, in px; default 4. */
  readonly radius?: number;
}

export function stairs(o: StairsOptions): SVGTemplateResult[] {
  const at = (k: number): [number, number] => [round(o.x.at(o.rows.x[k] ?? 0)), round(o.y.at(o.rows.y[k] ?? 0))];
  const ends = [...Array.from({ length: o.step }, (_, k) => at(k + 1))];
  if (o.landing) ends.push([round(o.x.at(o.landing.x)), round(o.y.at(o.landing.y))]);
  const first = Math.max(0, o.step - (o.most ?? 11));
  return ends.slice(first).map(([x1, y1], i) => {
    const [x0, y0] = at(first + i);
    const latest = first + i === ends.length - 1;
    return svg`<path class=${latest ? 'gd-parameter-line' : 'gd-parameter-ghost'} d=${`M${x0} ${y0}H${x1}V${y1}`}></path>
      ${ring(x0, y0, o.radius ?? 4)}`;
  });
}

/** The whole of a run as one path. */
export function stairsPath({ x: weights, y: losses }: Series, x: Axis, y: Axis): string {
  let d = '';
  for (let k = 0; k < weights.length; k++) {
    const [px, py] = [round(x.at(weights[k] ?? 0)), round(y.at(losses[k] ?? 0))];
    d += d ? `H${px}V${py}` : `M${px} ${py}`;
  }
  return d;
}
