/** The race: the slopes of the first row's dials, a square for each of its neurons, by one sweep and by nudging. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { count } from '../../plot/format';
import { LAYERS, passesOf, PER_STEP, SIDE, type Race } from './race';
import { WIDE } from './room';
import type { Seen } from './seen';

const NEURONS = LAYERS[1];
const ACROSS = 8;
const GAP = 7;
const HEAD = 20;
/** Roots of the shares of the largest slope from which on a dial is drawn, and how strongly. */
const LEVELS = [
  [0.04, 0.35],
  [0.4, 0.65],
  [0.65, 1],
] as const;

/** Dials priced by a pass of that number: the first pass nudges nothing. */
export const pricedBy = (passes: number): number => Math.max(0, passes - 1);
/** Passes made at a step of the time line. */
export const passesAt = ({ dials, steps }: Race, step: number): number =>
  step >= steps ? passesOf(dials) : step * PER_STEP;

/** The slopes of one neuron's dials, one square each, in three strengths: full squares raise the loss, flat ones lower it. */
function strokes(slopes: Float64Array, neuron: number, upTo: number, most: number): SVGTemplateResult[] {
  const paths = LEVELS.map(() => '');
  for (let pixel = 0; pixel < SIDE * SIDE; pixel += 1) {
    const dial = pixel * NEURONS + neuron;
    if (dial >= upTo) break;
    const slope = slopes[dial] ?? 0;
    // Between neurons they differ by powers of ten.
    const strength = Math.sqrt(Math.abs(slope) / most);
    let level = -1;
    for (const [i, [from]] of LEVELS.entries()) if (strength >= from) level = i;
    if (level < 0) continue;
    const [x, y] = [pixel % SIDE, Math.floor(pixel / SIDE)];
    paths[level] += slope > 0 ? `M${x} ${y}h1v1h-1z` : `M${x} ${y}h1v.45h-1z`;
  }
  return paths.map((d, i) =>
    d ? svg`<path class="gd-gradient-fill" fill-opacity=${LEVELS[i]?.[1] ?? 1} d=${d}></path>` : svg``,
  );
}

interface Sheet {
  readonly top: number;
  readonly side: number;
  readonly slopes: Float64Array;
  readonly upTo: number;
  readonly most: number;
  /** Whether a mark says where the next slope will stand. */
  readonly under: boolean;
}

function sheet({ top, side, slopes, upTo, most, under }: Sheet): SVGTemplateResult[] {
  return Array.from({ length: NEURONS }, (_, neuron) => {
    const x = (neuron % ACROSS) * (side + GAP);
    const y = top + Math.floor(neuron / ACROSS) * (side + GAP);
    const row = Math.floor(upTo / NEURONS / SIDE);
    const k = round(side / SIDE);
    return svg`<g transform=${`translate(${round(x)} ${round(y)})`}>
      <rect class=${upTo > 0 ? 'gd-sheet' : 'gd-sheet blank'} width=${round(side)} height=${round(side)}></rect>
      <g transform=${`scale(${k})`}>${strokes(slopes, neuron, upTo, most)}</g>
      ${under && row < SIDE ? svg`<path class="gd-solid-line" d=${`M0 ${round((row + 1) * k)}h${round(side)}`}></path>` : ''}
    </g>`;
  });
}

const cached = new WeakMap<Race, { readonly width: number; readonly drawn: SVGTemplateResult[] }>();

/** The sweep's sheet is the same at every step. */
function swept(race: Race, width: number, draw: () => SVGTemplateResult[]): SVGTemplateResult[] {
  const known = cached.get(race);
  if (known?.width === width) return known.drawn;
  const drawn = draw();
  cached.set(race, { width, drawn });
  return drawn;
}

export function sheets(v: Seen, race: Race): TemplateResult {
  race.begin(() => v.setLocal({ nudged: race.nudgedSoFar() }));
  const { width } = v;
  const narrow = width < WIDE;
  const side = (width - (ACROSS - 1) * GAP - 2) / ACROSS;
  const group = 2 * side + GAP;
  const height = 2 * (HEAD + group) + 12;
  const passes = passesAt(race, v.step);
  const priced = Math.min(pricedBy(passes), race.nudgedSoFar());
  const most = race.gradient.slice(0, SIDE * SIDE * NEURONS).reduce((m, g) => Math.max(m, Math.abs(g)), 0) || 1;
  const begun = passes > 0;
  const sweepCost = race.forwards + race.backwards;
  const head = (y: number, name: string, kind: string, note: string, right: SVGTemplateResult): SVGTemplateResult =>
    svg`<text class=${kind} x="0" y=${y}>${name}<tspan class="gd-note"> ${narrow ? '' : note}</tspan></text>
      <text class="gd-note" x=${width} y=${y} text-anchor="end">${right}</text>`;
  const top = HEAD;
  const second = HEAD + group + 12 + HEAD;
  const none = { slopes: race.gradient, side, most };
  const first = begun
    ? swept(race, width, () => sheet({ ...none, top, upTo: race.gradient.length, under: false }))
    : sheet({ ...none, top, upTo: 0, under: false });
  return html`<svg
    width=${width}
    height=${round(height)}
    viewBox=${`0 0 ${width} ${round(height)}`}
    role="group"
    aria-label="The slopes of the first row, by one sweep and by nudging"
    data-spot="sheets"
  >
    ${head(14, 'one sweep', 'gd-gradient-text', 'backwards, every slope', svg`multiplied <tspan class="gd-gradient-text">${begun ? count(sweepCost) : '0'}</tspan>${begun ? svg`<tspan class="gd-label"> done</tspan>` : ''}`)}
    ${first}
    ${head(second - 6, 'nudging', 'gd-label', 'one forward pass per dial', svg`multiplied <tspan class="gd-label">${count(passes * race.forwards)}</tspan>`)}
    ${sheet({ top: second, side, slopes: race.nudged, upTo: begun ? priced : 0, most, under: begun && priced < race.dials })}
  </svg>`;
}
