/** The spread against the size of the batch: what theory says, what draws came to, and the arithmetic of the present one. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { linePath, linspace, round } from '../../plot/curve';
import { brief, exact, significant } from '../../plot/format';
import { frame } from '../../plot/frame';
import { linearAxis, logAxis, type Axis, type Box } from '../../plot/scales';
import { EXAMPLES } from './geyser';
import { FEW, known, MANY, placeOf, type Seen } from './seen';

const HEIGHT = 122;
/** Sizes that are drawn for the curve's dots. */
export const DRAWN = [1, 2, 4, 8, 16, 32, 64, 128, EXAMPLES] as const;

interface Room {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
}

function roomOf(v: Seen): Room {
  const box = { left: 34, top: 22, right: v.width - 14, bottom: HEIGHT - 22 };
  const x = logAxis([1, EXAMPLES], [box.left, box.right]);
  const ticks = DRAWN.map((value) => ({
    value,
    at: x.at(value),
    text: value === EXAMPLES ? `all ${value}` : String(value),
  }));
  const top = placeOf(v).theory.spread(1);
  return { box, x: { ...x, ticks }, y: linearAxis([0, 1.05 * top], [box.bottom, box.top], 34) };
}

/** Every size, or as long as the wager stands, the words that hold its place. */
function curve(v: Seen, { box, x, y }: Room): SVGTemplateResult {
  if (!known(v))
    return svg`<text class="gd-note" x=${round((box.left + box.right) / 2)} y=${box.top + 30} text-anchor="middle">every other batch is drawn here once you have guessed</text>`;
  const { theory, at } = placeOf(v);
  const sizes = linspace(1, EXAMPLES, EXAMPLES);
  const drawn = v.model.measured(at, DRAWN);
  return svg`<path class="gd-solid-line" d=${linePath({ x: sizes, y: sizes.map(theory.spread) }, x, y)}></path>
    ${drawn.map((spread, k) => svg`<circle class="gd-pinned-ball spread-dot" cx=${round(x.at(DRAWN[k] ?? 1))} cy=${round(y.at(spread))} r="4"></circle>`)}
    <text class="gd-note" x=${box.right} y=${box.top + 8} text-anchor="end">line: the formula; rings: 1000 draws each</text>`;
}

function guess(v: Seen, { box, x, y }: Room): SVGTemplateResult | string {
  const { guess: share } = v.settings;
  if (share === null || !known(v)) return '';
  const [px, py] = [round(x.at(MANY)), round(y.at(share * placeOf(v).theory.spread(FEW)))];
  return svg`<path class="gd-guess-mark" d=${`M${px} ${round(py - 6)}L${px + 7} ${round(py + 6)}H${px - 7}Z`}></path>
    <text class="gd-guess-text" x=${px - 12} y=${Math.max(box.top + 12, py - 8)} text-anchor="end">your guess</text>`;
}

const term = (label: string, value: number, text: string, idea = 'ink'): TemplateResult =>
  html`<span class=${`quantity idea-${idea}`} title=${exact(value)}><small>${label}</small><b>${text}</b></span>`;
const sign = (text: string): TemplateResult => html`<span class="sign">${text}</span>`;

/** sqrt( sigma^2 / B x (N - B) / (N - 1) ), with its numbers, beside what the draws came to. */
export function formula(v: Seen): TemplateResult {
  const { theory, cloud } = placeOf(v);
  const { batch, order } = v.settings;
  const spread = theory.spread(batch);
  return html`<p class="equation" data-spot="formula">
    ${term('spread', spread, significant(spread), 'gradient')} ${sign('= √(')}
    ${term('σ²', theory.variance, significant(theory.variance))} ${sign('/')} ${term('batch', batch, String(batch))}
    ${sign('×')} ${term('not asked', EXAMPLES - batch, String(EXAMPLES - batch))} ${sign('/')}
    ${term('others', EXAMPLES - 1, String(EXAMPLES - 1))} ${sign(')')}
    <span class="drawn"
      >${term(`${brief(cloud.draws, 4)} draws`, cloud.spread, significant(cloud.spread), 'gradient')}
      ${order === 'sorted' ? html`<span class="quiet">not shuffled: no draws at all</span>` : ''}</span
    >
  </p>`;
}

export function spreadPlot(v: Seen): TemplateResult {
  const room = roomOf(v);
  const { box, x, y } = room;
  const { batch } = v.settings;
  const { spread } = placeOf(v).cloud;
  const [px, py] = [round(x.at(batch)), round(y.at(spread))];
  return html`<svg
      data-spot="spread"
      width=${v.width}
      height=${HEIGHT}
      viewBox=${`0 0 ${v.width} ${HEIGHT}`}
      role="img"
      aria-label=${`How far batches stray from the true gradient, against how many they ask: ${significant(spread)} at ${batch}`}
    >
      ${frame({ box, x, y, xName: '', yName: '' })}
      <text class="gd-axis-name" x="0" y="12">spread of the cloud, against how many are asked</text>
      ${curve(v, room)} ${guess(v, room)}
      <circle class="gd-gradient-dot" cx=${px} cy=${py} r="6"></circle>
      <text
        class="gd-gradient-text"
        x=${px + (batch > 150 ? -10 : 10)}
        y=${Math.max(box.top + 22, py - 8)}
        text-anchor=${batch > 150 ? 'end' : 'start'}
      >
        ${batch}: ${significant(spread)}
      </text>
    </svg>
    ${formula(v)}`;
}
