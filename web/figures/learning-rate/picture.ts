/** The whole picture: the valley above, the rate axis below, with the sweep standing on it where there is room. */
import { html, type TemplateResult } from 'lit';
import { clamp, linearAxis, type Box } from '../../plot/scales';
import type { Room } from './places';
import { namedEdge } from './edge';
import { BELOW, rateAxis, rateRoom } from './rate-axis';
import { sweepInWords, sweepPlot, sweepStrip } from './sweep-plot';
import type { Seen } from './seen';
import { valley } from './valley';

/** From here on there is room for the sweep. */
const WIDE = 480;
/** Heights, px: the valley on a phone, at a chapter's width, and at most; the sweep; the strip in its place. */
const VALLEY = { narrow: 130, wide: 236, most: 300 } as const;
const SWEEP = 100;
const STRIP = 30;
const TOP = 10;
/** For the valley's ticks, and for the title of the sweep. */
const TICKS = 22;
const TITLE = 22;

interface Rooms {
  readonly height: number;
  readonly valley: Box;
  readonly rates: Box;
  readonly sweep: boolean;
}

/** With another panel open, that stands in the sweep's place, and the picture is as much lower. */
function rooms({ width, settings }: Seen): Rooms {
  const wide = width >= WIDE;
  const sweep = wide && settings.panel === 'step';
  const sides = { left: wide ? 40 : 30, right: width - (wide ? 8 : 14) };
  const tall = wide ? Math.round(clamp(VALLEY.wide + (width - 560) * 0.2, VALLEY.wide, VALLEY.most)) : VALLEY.narrow;
  const floor = TOP + tall;
  const top = floor + TICKS + (sweep ? TITLE : 16);
  const line = top + (sweep ? SWEEP : STRIP);
  return {
    height: line + BELOW,
    valley: { ...sides, top: TOP, bottom: floor },
    rates: { ...sides, top, bottom: line },
    sweep,
  };
}

export function picture(v: Seen): TemplateResult {
  const r = rooms(v);
  const { frame } = v.model;
  const room: Room = {
    box: r.valley,
    x: linearAxis(frame.x, [r.valley.left, r.valley.right], 54),
    y: linearAxis([0, frame.top], [r.valley.bottom, r.valley.top], r.valley.bottom - r.valley.top < 160 ? 50 : 90),
  };
  const rates = rateRoom(v, r.rates);
  return html`<svg
    width=${v.width}
    height=${r.height}
    viewBox=${`0 0 ${v.width} ${r.height}`}
    role="group"
    aria-label="Four balls in one valley, and the axis of their learning rates"
  >
    ${valley(v, room)}
    <g data-spot="sweep" role="group" aria-label=${sweepInWords(v)}>
      <rect
        class="gd-press"
        x=${r.rates.left}
        y=${r.rates.top}
        width=${r.rates.right - r.rates.left}
        height=${r.rates.bottom - r.rates.top}
      ></rect>
      ${r.sweep ? sweepPlot(v, rates) : sweepStrip(v, rates)}
      ${rateAxis(v, rates, r.sweep ? undefined : namedEdge(v, rates))}
    </g>
  </svg>`;
}
