/**
 * How far five steps move the ball, against its start: the slider of the start is the plot of what it does. Near the
 * hilltop a loupe opens, many times finer, where a hand can find level ground.
 */
import { svg, type SVGTemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { linePath, round, type Series } from '../../plot/curve';
import { brief, fixed, significant } from '../../plot/format';
import { beyond } from '../../plot/marks';
import { clamp, hundredths, linearAxis, thousandths, type Axis, type Box } from '../../plot/scales';
import { rests } from './goal';
import { LENS, moved, NEAR, RESTS, type Hill } from './hill';
import type { Room } from './room';
import type { Seen } from './seen';
import { axisBelow, rules } from './valley';

type Span = readonly [number, number];

/** What the hand has passed over at this rate, and so may be inked. */
interface Been {
  readonly rate: number;
  readonly spans: readonly Span[];
}

/** While something is dragged the scale stays: a loupe that opened under the hand would carry the start away. */
export function holdLens(v: Seen): void {
  if (v.local['lens'] === undefined) v.setLocal({ lens: isOpen(v) });
}

/** Whether the loupe is open. */
export function isOpen(v: Seen): boolean {
  const held = v.local['lens'];
  if (typeof held === 'boolean') return held;
  const { hill } = v.model;
  return hill !== undefined && Math.abs(v.settings.start - hill.top) <= NEAR;
}

const spansOf = (v: Seen): readonly Span[] => {
  const been = v.local['been'] as Been | undefined;
  return been?.rate === v.settings.rate ? been.spans : [];
};

/** Stretches as one: those that touch are joined. */
export function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = all[all.length - 1];
    if (last && from <= last[1]) all[all.length - 1] = [last[0], Math.max(last[1], to)];
    else all.push([from, to]);
  }
  return all;
}

/** Rows of a series within a stretch. */
function within(s: Series, [from, to]: Span): Series {
  const rows = Array.from(s.x, (_, i) => i).filter((i) => (s.x[i] ?? 0) >= from && (s.x[i] ?? 0) <= to);
  return { x: rows.map((i) => s.x[i] ?? 0), y: rows.map((i) => s.y[i] ?? 0) };
}

interface Lens {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
  readonly moves: Series;
  readonly open: boolean;
}

function lensOf(v: Seen, r: Room, hill: Hill, box: Box): Lens {
  const open = isOpen(v);
  // Closed, it lies under the valley and on its axis.
  const across = open ? box : { ...box, right: r.box.right };
  const spacing = r.narrow ? 30 : 34;
  return {
    box: across,
    open,
    x: linearAxis(open ? hill.lens : v.model.ground.domain, [across.left, across.right], r.narrow ? 60 : 90),
    y: linearAxis([0, open ? 0.3 : 1.5], [across.bottom, across.top], spacing),
    moves: open ? hill.near : hill.moves,
  };
}

/** The stretch of the valley's axis that the loupe shows, and the way it widens. */
function wedge(r: Room, { box, x }: Lens, hill: Hill): SVGTemplateResult {
  const [from, to] = hill.lens.map((w) => round(r.x.at(w)));
  const [foot, head] = [r.box.bottom + (r.narrow ? 24 : 40), box.top - 6];
  return svg`<path class="wedge" d=${`M${from} ${foot}L${round(x.range[0])} ${head}H${round(x.range[1])}L${to} ${foot}Z`}></path>
    <path class="gd-solid-line" d=${`M${from} ${r.box.bottom}H${to}`}></path>
    <path class="gd-guide-line" d=${`M${from} ${r.box.bottom}V${foot}L${round(x.range[0])} ${head}M${to} ${r.box.bottom}V${foot}L${round(x.range[1])} ${head}`}></path>`;
}

/** Where the ball would rest, and which way it rolls on either side: told once it is solved. */
function solved(l: Lens, hill: Hill): SVGTemplateResult {
  const calm = Array.from(l.moves.x).filter(
    (_, i) => (l.moves.y[i] ?? 1) < RESTS && Math.abs((l.moves.x[i] ?? 0) - hill.top) < LENS,
  );
  const [from, to] = [Math.min(...calm), Math.max(...calm)];
  if (!calm.length || !l.open) return svg``;
  const [x0, x1] = [l.x.at(from), l.x.at(to)];
  const middle = (x0 + x1) / 2;
  return svg`<rect class="gd-manner-rests" x=${round(x0)} y=${l.box.top} width=${round(x1 - x0)} height=${l.box.bottom - l.box.top}></rect>
    <text class="gd-note" x=${round(middle)} y=${l.box.top + 13} text-anchor="middle">rests</text>
    <text class="gd-note" x=${round(x0 - 8)} y=${l.box.top + 13} text-anchor="end">rolls left</text>
    <text class="gd-note" x=${round(x1 + 8)} y=${l.box.top + 13}>rolls right</text>`;
}

/** The bead: the start itself. Moving it leaves the time line where it is, so that five steps can be watched. */
function bead(v: Seen, l: Lens): SVGTemplateResult {
  const { start } = v.settings;
  const [low, high] = l.x.domain;
  let from = start;
  let spans = spansOf(v);
  const put = (w: number): void => {
    const to = l.open ? thousandths(clamp(w, low, high)) : hundredths(clamp(w, low, high));
    holdLens(v);
    spans = joined([...spans, [Math.min(from, to), Math.max(from, to)]]);
    from = to;
    v.setLocal({ touched: true, been: { rate: v.settings.rate, spans } satisfies Been });
    v.set({ start: to, guess: null }, { keepTime: true });
  };
  const x = clamp(l.x.at(start), l.box.left, l.box.right);
  const out = start < low ? 'left' : start > high ? 'right' : undefined;
  return svg`${out ? beyond(x + (out === 'left' ? -14 : 14), l.box.bottom, out) : ''}
    ${handle({
      x,
      y: l.box.bottom,
      label: 'The start of the ball',
      value: start,
      min: low,
      max: high,
      valueText: `start ${fixed(start)}, five steps move the ball ${significant(moved(v.model), 2)}`,
      move: (px) => put(l.x.value(px)),
      done: () => v.setLocal({ lens: undefined }),
      nudge: (dx, dy, scale) => {
        put(start + (dx || dy) * (l.open ? 0.001 : 0.02) * scale);
        v.setLocal({ lens: undefined });
      },
      face: svg`<circle class="gd-knob-halo" r="13"></circle><circle class="gd-knob" r="8"></circle>`,
    })}
    <text class="gd-label hint" x=${round(clamp(x, l.box.left + 16, l.box.right - 16))} y=${l.box.bottom + 25} text-anchor="middle">${fixed(start)}</text>`;
}

export function starts(v: Seen, r: Room): SVGTemplateResult {
  const { hill } = v.model;
  if (!hill || !r.starts) return svg``;
  const l = lensOf(v, r, hill, r.starts);
  const done = rests(v) && v.step >= 5;
  const clip = `${v.id}-starts`;
  const [now, far] = [l.x.at(v.settings.start), l.y.at(moved(v.model))];
  const finer = brief((r.x.domain[1] - r.x.domain[0]) / (hill.lens[1] - hill.lens[0]), 2);
  const inside = now >= l.box.left - 1 && now <= l.box.right + 1;
  // The bead's own number stands among the axis'.
  const ticks = l.x.ticks.filter((t) => Math.abs(t.at - now) > 30);
  return svg`<g data-spot="loupe">
    <clipPath id=${clip}><rect x=${round(l.box.left)} y=${l.box.top - 2} width=${round(l.box.right - l.box.left)} height=${l.box.bottom - l.box.top + 4}></rect></clipPath>
    ${l.open ? wedge(r, l, hill) : ''} ${done ? solved(l, hill) : ''} ${rules(l.box, l.y, true)}
    ${axisBelow(l.box, { ...l.x, ticks }, '', r.narrow ? 20 : 25)}
    <text class="gd-note" x=${round((l.box.left + l.box.right) / 2)} y=${l.box.top - 9} text-anchor="middle">${l.open ? `${finer} times finer: ` : ''}how far five steps move ${r.narrow ? 'it' : 'the ball, by its start'}</text>
    <g clip-path=${`url(#${clip})`}>
      <path class="gd-finish-line" d=${`M${round(l.box.left)} ${round(l.y.at(RESTS))}H${round(l.box.right)}`}></path>
      ${done ? svg`<path class="gd-ahead-line" d=${linePath(l.moves, l.x, l.y)}></path>` : ''}
      ${spansOf(v).map((span) => svg`<path class="gd-solid-line" d=${linePath(within(l.moves, span), l.x, l.y)}></path>`)}
    </g>
    ${inside ? svg`<circle class="gd-hollow-dot" cx=${round(now)} cy=${round(clamp(far, l.box.top, l.box.bottom))} r="4.5"></circle>` : ''}
    ${bead(v, l)}
  </g>`;
}
