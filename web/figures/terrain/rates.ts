/** The rate's slider: an axis coloured by what rates do, four of them as beads, and above each the basins that it makes. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { follow, handle } from '../../parts/drag';
import { round } from '../../plot/curve';
import { brief } from '../../plot/format';
import { clamp, linearAxis, type Axis, type Box } from '../../plot/scales';
import { spread } from '../../plot/spread';
import { owned } from './coming';
import { isOpen } from './known';
import { AXIS, isNarrow, type Room } from './layout';
import { sameRate } from './model';
import { chosenRate, manner } from './regimes';
import { still, type Seen } from './seen';

const EDGE = { left: 32, right: 16 } as const;
/** Of the axis: its middle from above, and the words' line. */
const LINE = 12;
const WORDS = 34;
/** A hand this near to a bead means it, px. */
const NEAR = 5;
/** Average width of a letter, px. */
const LETTER = 6.6;

const axisOf = (v: Seen): Axis => linearAxis([0, v.model.survey.rates.top], [EDGE.left, v.width - EDGE.right]);

function choose(v: Seen, rate: number): void {
  v.set({ rate }, still);
}

/** What a hand at a pixel means. */
function meant(v: Seen, x: Axis, px: number): number {
  return chosenRate(x.value(clamp(px, ...x.range)), v.model.survey.rates, Math.abs(x.value(NEAR) - x.value(0)));
}

function zones({ model }: Seen, x: Axis): SVGTemplateResult[] {
  const { glides, rests, top } = model.survey.rates;
  const known = Number.isFinite(rests);
  const ends = known ? [Math.min(glides, top), Math.min(rests, top), top] : [top];
  const kinds = known ? ['zone-safe', 'zone-swinging', 'zone-divergent'] : ['gd-knob-halo'];
  return ends.map((end, i) => {
    const [from, to] = [x.at(ends[i - 1] ?? 0), x.at(end)];
    return svg`<rect class=${kinds[i]!} x=${round(from)} y=${LINE - 2.5} width=${round(Math.max(0, to - from))} height="5"></rect>
      ${i < ends.length - 1 && end < top ? svg`<path class="gd-threshold-line" d=${`M${round(to)} ${LINE - 7}v14`}></path>` : ''}`;
  });
}

/** Beads by their rates, but for those where the present rate's own words stand. */
function beads({ settings, model }: Seen, x: Axis, from: number, to: number): SVGTemplateResult[] {
  return model.survey.rates.asked.map((rate) => {
    const px = x.at(rate);
    const text = brief(rate, 3);
    const half = (text.length * LETTER) / 2 + 4;
    const free = px + half < from || px - half > to;
    return svg`<circle class="gd-hollow-dot" cx=${round(px)} cy=${LINE} r="4.5"></circle>
      ${free && !sameRate(rate, settings.rate) ? svg`<text class="gd-tick-text" x=${round(px)} y=${WORDS} text-anchor="middle">${text}</text>` : ''}`;
  });
}

/** The axis by itself, its upper edge at 0. */
function axis(v: Seen): SVGTemplateResult {
  const { rate } = v.settings;
  const { rates } = v.model.survey;
  const x = axisOf(v);
  const [first, last] = x.range;
  const at = clamp(x.at(rate), first, last);
  const word = manner(rate, rates);
  const text = `${brief(rate, 3)}${word ? `, ${word}` : ''}`;
  const half = (text.length * LETTER) / 2;
  const middle = clamp(at, first + half, last - half);
  const press = (e: PointerEvent): void => follow(e, (px) => choose(v, meant(v, x, px)));
  return svg`<g data-spot="rate">
    <g aria-hidden="true">
      <text class="gd-axis-name" x="0" y=${LINE + 4}>rate</text>
      ${middle - half > first + 14 ? svg`<text class="gd-tick-text" x=${first} y=${WORDS} text-anchor="middle">0</text>` : ''}
      ${zones(v, x)} ${beads(v, x, middle - half, middle + half)}
      <text class="gd-label" x=${round(middle)} y=${WORDS} text-anchor="middle">${text}</text>
      <rect class="gd-press rail" x=${first - 8} y="0" width=${last - first + 16} height=${AXIS} @pointerdown=${press}></rect>
    </g>
    ${handle({
      x: at,
      y: LINE,
      kind: 'along',
      label: 'Learning rate',
      value: clamp(rate, 0, rates.top),
      min: 0,
      max: rates.top,
      valueText: word ? `${brief(rate, 3)}; near the lowest bottom a ball ${spoken[word] ?? ''}` : brief(rate, 3),
      move: (px) => choose(v, meant(v, x, px)),
      nudge: (dx, dy, scale) =>
        choose(
          v,
          chosenRate(
            rate + (dx || dy) * rates.grain * scale,
            { ...rates, grain: rates.grain * Math.min(1, scale), asked: [] },
            0,
          ),
        ),
      face: svg`<circle class="gd-knob-halo" r="14"></circle><circle class="gd-knob" r="8"></circle>`,
    })}
  </g>`;
}

const spoken: Readonly<Record<string, string>> = {
  'straight in': 'comes straight in',
  'swings in': 'swings and comes in',
  'finds no rest': 'finds no rest',
};

/** On a narrow map, where panels may be out of sight. */
export function axisInPlot(v: Seen, { axis: top }: Room): SVGTemplateResult | string {
  if (top === undefined || v.local['still'] === true) return '';
  return svg`<g transform=${`translate(0 ${top})`}>${axis(v)}</g>`;
}

/** Height of a small map and the strings below, px. */
const SMALL = { most: 96, high: 52, gap: 12, string: 20, text: 18 } as const;

function frames(v: Seen): { readonly box: Box; readonly rate: number; readonly bead: number }[] {
  const { x, y, rates } = v.model.survey;
  const axis = axisOf(v);
  const [first, last] = axis.range;
  const room = (last - first) / rates.asked.length - SMALL.gap;
  const ratio = (y[1] - y[0]) / (x[1] - x[0]);
  const wide = Math.min(SMALL.most, room, SMALL.high / ratio);
  const middles = spread(
    rates.asked.map((rate) => ({ at: axis.at(rate), size: wide + SMALL.gap })),
    first - SMALL.gap / 2,
    last + SMALL.gap / 2,
  );
  return rates.asked.map((rate, i) => ({
    rate,
    bead: axis.at(rate),
    box: { left: middles[i]! - wide / 2, right: middles[i]! + wide / 2, top: 2, bottom: 2 + wide * ratio },
  }));
}

/** Of a map that is still to be guessed, or on its way, there is only its place. */
const place = ({ left, top, right, bottom }: Box): SVGTemplateResult =>
  svg`<rect class="gd-scrub-line" aria-hidden="true" x=${round(left)} y=${round(top)} width=${round(right - left)} height=${round(bottom - top)}></rect>`;

/** The maps, and where there is room for it the axis that they hang above. */
export function ratesPanel(v: Seen): TemplateResult {
  const narrow = isNarrow(v.width);
  const all = frames(v);
  const foot = Math.max(...all.map(({ box }) => box.bottom));
  const height = Math.round(foot + (narrow ? SMALL.text : SMALL.string + AXIS));
  const string = ({ box, bead, rate }: (typeof all)[number]): SVGTemplateResult => {
    const middle = (box.left + box.right) / 2;
    const [from, to] = [round(box.bottom), round(foot + SMALL.string + LINE - 5)];
    const bend = round((from + to) / 2);
    const on = isOpen(v) && sameRate(rate, v.settings.rate);
    return svg`<path class=${on ? 'gd-solid-line' : 'gd-guide-line'} d=${`M${round(middle)} ${from}C${round(middle)} ${bend} ${round(bead)} ${bend} ${round(bead)} ${to}`}></path>`;
  };
  return html`<svg
    class="rates"
    width=${v.width}
    height=${height}
    viewBox=${`0 0 ${v.width} ${height}`}
    role="group"
    aria-label="The same ground at four learning rates"
    data-spot="maps"
  >
    <clipPath id=${`${v.id}-stamps`}>
      ${all.map(({ box: { left, top, right, bottom } }) => svg`<rect x=${round(left)} y=${top} width=${round(right - left)} height=${round(bottom - top)}></rect>`)}
    </clipPath>
    ${narrow ? '' : svg`<g aria-hidden="true">${all.map(string)}</g>`}
    ${all.map((frame) => (isOpen(v) && owned.here?.stamp(v, frame, narrow)) || place(frame.box))}
    ${narrow ? '' : svg`<g transform=${`translate(0 ${round(foot + SMALL.string)})`}>${axis(v)}</g>`}
  </svg>`;
}
