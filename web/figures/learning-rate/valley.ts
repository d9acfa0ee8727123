/** One valley and four balls on it: their ways as stairs, and what each does, named where it stands. */
import { svg, type SVGTemplateResult } from 'lit';
import { nearestOf } from '../../parts/nearest';
import { areaPath, linePath, round } from '../../plot/curve';
import { brief, fixed, grouped } from '../../plot/format';
import { frame } from '../../plot/frame';
import { arrow, beyond, cross, ring } from '../../plot/marks';
import { clamp, hundredths } from '../../plot/scales';
import { ghostOnCurve } from '../pinned';
import { disc, labels, type Label, type Part, type Spot } from './labels';
import { nameOf, placesOf, together, toldPlace, within, type Place, type Room } from './places';
import { rateText } from './race';
import { choose, held, settled, type Seen } from './seen';

/** Past positions with a ring: of the last so many steps. */
const RINGS = 11;
/** Beside a ball, and below or above it, px. */
const [BESIDE, BELOW, ABOVE] = [15, 31, 21];

/** A ball's way so far, each step along and then down or up; what lies above the frame runs along its upper edge. */
function way(v: Seen, r: Room, p: Place): string {
  const { run } = p.ball;
  const at = (k: number): readonly [number, number] => [
    round(r.x.at(run.parameter(k, 0))),
    round(within(r, r.y.at(run.loss(k)))),
  ];
  const last = Math.min(v.step, run.steps);
  const [x0, y0] = at(0);
  let d = `M${x0} ${y0}`;
  for (let k = 1; k <= last; k++) d += `H${at(k)[0]}V${at(k)[1]}`;
  if (v.time > last && (v.step < run.steps || p.gone))
    d += `H${round(r.x.at(p.weight))}V${round(within(r, r.y.at(p.loss)))}`;
  return d;
}

function rings(v: Seen, r: Room, { ball: { run } }: Place, radius: number): SVGTemplateResult[] {
  const past = Math.min(v.step, run.steps + 1);
  const first = Math.max(0, past - RINGS);
  return Array.from({ length: past - first }, (_, i) => {
    const k = first + i;
    return ring(r.x.at(run.parameter(k, 0)), within(r, r.y.at(run.loss(k))), radius);
  });
}

/** Where another parabola was before, that one as well. */
function ground(v: Seen, r: Room): SVGTemplateResult {
  const { curve, before, ground: g } = v.model;
  return svg`
    ${before ? svg`<path class="gd-pinned-loss" opacity="0.5" d=${linePath(before, r.x, r.y)}></path>` : ''}
    <path class="gd-loss-area" d=${areaPath(curve, r.x, r.y, r.box.bottom)}></path>
    <path class="gd-loss-line" d=${linePath(curve, r.x, r.y)}></path>
    ${g.minima.map((m) => cross(r.x.at(m.x), r.y.at(m.y), 6))}`;
}

const isChosen = (v: Seen, p: Place): boolean => p.i === v.settings.chosen - 1;

/** The chosen one's last, so that it lies on top. */
const ordered = (v: Seen, places: readonly Place[]): Place[] =>
  [...places].sort((a, b) => Number(isChosen(v, a)) - Number(isChosen(v, b)));

/** A step that leaves the picture ends in an arrow, at its edge. */
function leaving(v: Seen, r: Room, p: Place): SVGTemplateResult {
  const side = p.away === 'left' ? r.box.left : r.box.right;
  const tip = side + (p.away === 'left' ? 1 : -1) * 2;
  if (p.away === 'up' || !isChosen(v, p)) {
    const [dx, dy] = { left: [-10, 0], right: [10, 0], up: [0, -9] }[p.away ?? 'up'] as [number, number];
    return beyond(p.x + dx, p.y + dy, p.away ?? 'up');
  }
  const from = p.away === 'left' ? Math.min(p.x + 40, r.box.right) : Math.max(p.x - 40, r.box.left);
  return arrow([from, p.y], [tip, p.y], 'parameter');
}

function faces(v: Seen, r: Room, places: readonly Place[]): SVGTemplateResult[] {
  return ordered(v, places).map((p) => {
    if (p.away) return leaving(v, r, p);
    const [x, y] = [round(p.x), round(p.y)];
    return isChosen(v, p)
      ? svg`<circle class="gd-halo" cx=${x} cy=${y} r="16"></circle><circle class="gd-ball" cx=${x} cy=${y} r="9"></circle>`
      : svg`<circle class="gd-ball" cx=${x} cy=${y} r="7"></circle>`;
  });
}

/** Outside the valley first: there the ways do not run. */
function beside({ x, y, away }: Place, downhill: number, halo: number): Spot[] {
  const right: Spot = { x: x + BESIDE + halo, y: y + 5, anchor: 'start' };
  const left: Spot = { x: x - BESIDE - halo, y: y + 5, anchor: 'end' };
  const below: Spot = { x, y: y + BELOW, anchor: 'middle' };
  const above: Spot = { x, y: y - ABOVE, anchor: 'middle' };
  const rows = [18, 36, 54, -18].flatMap((dy) => [right, left].map((s): Spot => ({ ...s, y: s.y + dy })));
  if (away === 'right') return [...rows.filter((s) => s.anchor === 'end'), left];
  if (away === 'left') return [...rows.filter((s) => s.anchor === 'start'), right];
  const [first, second] = downhill < 0 ? [left, right] : [right, left];
  return [{ ...first, y: first.y + 4 }, second, below, above, ...rows];
}

function wordFor(p: Place, all: readonly Place[]): string {
  if (p.gone) return `diverged at step ${p.ball.run.steps + 1}`;
  const name = nameOf(p, all);
  return p.away ? `${name}, at ${brief(p.weight)}` : name;
}

const ALL = ['', '', 'both', 'three', 'all four'] as const;

/** One name for those that stand together. */
function partsOf(v: Seen, group: readonly Place[], all: readonly Place[]): Part[] {
  const chosen = group.find((p) => isChosen(v, p));
  const hint = chosen && !v.local['touched'] && !chosen.away ? ' · drag me' : '';
  const mark = chosen ? 'gd-label' : 'gd-note';
  const words = [...new Set(group.map((p) => wordFor(p, all)))];
  const many = ALL[group.length] ?? '';
  if (group.length === 4) return [{ text: `${words.length === 1 ? `${many}: ${words[0] ?? ''}` : many}${hint}`, mark }];
  if (words.length === 1) return [{ text: `${words[0] ?? ''}${hint}`, mark }];
  // The chosen one's name first, as the only heavy one.
  const others = group.filter((p) => p !== chosen).map((p) => (p.away ? nameOf(p, all) : wordFor(p, all)));
  if (!chosen) return [{ text: others.join('; '), mark: 'gd-note' }];
  return [
    { text: wordFor(chosen, all), mark: 'gd-label' },
    { text: `${hint}; ${others.join('; ')}`, mark: 'gd-note' },
  ];
}

/** Of a chosen ball that has left the picture, where its last step led. */
function landing(v: Seen, r: Room, places: readonly Place[]): Label[] {
  const p = places.find((q) => isChosen(v, q));
  if (!p || (p.away !== 'left' && p.away !== 'right') || (p.gone && !p.ball.leap)) return [];
  const step = Math.min(Math.ceil(v.time), p.ball.steps);
  const lands = p.gone ? (p.ball.leap?.weight ?? 0) : p.ball.run.parameter(step, 0);
  const which = step === 1 ? 'the first step' : `step ${step}`;
  const left = p.away === 'left';
  const at = (dy: number): Spot => ({
    x: left ? r.box.left + 14 : r.box.right - 14,
    y: p.y + dy,
    anchor: left ? 'start' : 'end',
  });
  return [
    {
      parts: [
        { text: `rate ${rateText(p.ball.rate)}: ${which} lands at `, mark: 'gd-note' },
        { text: brief(lands, 4), mark: 'gd-parameter-text' },
      ],
      spots: [at(40), at(58), at(76), at(-16)],
    },
  ];
}

/** A start above the picture: its loss. */
function high(v: Seen, r: Room): Label[] {
  const { ground: g, frame: f, start } = v.model;
  const loss = g.value(start);
  if (!(loss > f.top)) return [];
  const [x, y] = [clamp(r.x.at(start), r.box.left, r.box.right), r.box.top + 17];
  return [
    {
      parts: [{ text: grouped(loss, 3), mark: 'gd-loss-text' }],
      spots: [
        { x: x + 14, y, anchor: 'start' },
        { x: x - 14, y, anchor: 'end' },
      ],
    },
  ];
}

/** What the curves are called, where there are two of them. */
function curveLabels(v: Seen, r: Room): Label[] {
  const { before, bend } = v.model;
  if (!before || !bend) return [];
  const name = `${bend.now === 2 ? '' : `${brief(bend.now / 2)} `}w² + 5`;
  const rise = Math.sqrt(((v.model.frame.top - 5) * 2) / bend.now);
  const height = r.box.top + 0.34 * (r.box.bottom - r.box.top);
  const at = Math.min(r.x.at(0.8 * rise), r.box.right - 88);
  return [
    {
      parts: [{ text: name, mark: 'gd-loss-text' }],
      spots: [0, 30, 60].map((dy): Spot => ({ x: at + 12, y: height + dy, anchor: 'start' })),
    },
    {
      parts: [{ text: 'w² + 5, before', mark: 'gd-note' }],
      spots: [30, 60, 90].map((dy): Spot => ({ x: r.box.right - 4, y: height + dy, anchor: 'end' })),
    },
  ];
}

function names(v: Seen, r: Room, places: readonly Place[]): SVGTemplateResult[] {
  const { x, y } = r;
  const groups = together(places).map((group): Label => {
    const p = group.find((q) => isChosen(v, q)) ?? group[0];
    return p
      ? { parts: partsOf(v, group, places), spots: beside(p, v.model.ground.slope(p.weight), isChosen(v, p) ? 6 : 0) }
      : { parts: [], spots: [] };
  });
  const crosses = v.model.ground.minima.map((m) => disc(x.at(m.x), y.at(m.y), 6));
  const things = [...places.map((p) => disc(p.x, p.y, isChosen(v, p) ? 15 : 9)), ...crosses];
  const all = [...high(v, r), ...groups, ...landing(v, r, places), ...curveLabels(v, r)];
  return labels(all, things, { ...r.box, right: r.box.right + 6 });
}

function setStart(v: Seen, w: number, ball: number): void {
  const [low, high] = v.model.ground.domain;
  const start = hundredths(clamp(w, low, high));
  // On a parabola the edge is the same from wherever they start.
  const guess = v.model.bend ? v.settings.guess : null;
  v.set({ ...held(v.settings), ...settled(v.settings), start, guess, chosen: ball + 1 });
  if (!v.local['touched']) v.setLocal({ touched: true });
}

function balls(v: Seen, r: Room, places: readonly Place[]): SVGTemplateResult {
  const { start, ground: g } = v.model;
  const [min, max] = g.domain;
  const hands = places.map((p) => ({
    x: p.x,
    y: p.y,
    label: `Ball ${p.i + 1}: where all four start`,
    value: start,
    min,
    max,
    valueText: `start ${fixed(start, 2)}; now ${toldPlace(p)}`,
    grab: () => choose(v, p.i),
    move: (px: number) => setStart(v, r.x.value(px), p.i),
    nudge: (dx: number, dy: number, scale: number) => setStart(v, start + (dx || dy) * 0.05 * scale, p.i),
    face: svg``,
  }));
  return nearestOf(hands, v.settings.chosen - 1);
}

export function valley(v: Seen, r: Room): SVGTemplateResult {
  const { box } = r;
  const places = placesOf(r, v.model, v.time);
  const pinned = v.pinned?.model.balls[v.settings.chosen - 1];
  const clip = `${v.id}-valley`;
  return svg`<g data-spot="valley">
    <rect class="gd-press" x=${box.left} y=${box.top} width=${round(box.right - box.left)} height=${box.bottom - box.top}></rect>
    ${frame({ ...r, xName: '', yName: '' })}
    <text class="gd-axis-name" x="0" y=${box.top + 4} aria-hidden="true">loss</text>
    <clipPath id=${clip}><rect x=${box.left} y=${box.top - 2} width=${round(box.right - box.left)} height=${box.bottom - box.top + 4}></rect></clipPath>
    <g clip-path=${`url(#${clip})`}>
      ${ground(v, r)}
      ${v.pinned && pinned ? ghostOnCurve({ model: pinned, time: v.pinned.time }, v.model.ground, r) : ''}
      ${ordered(v, places).map((p) => svg`<path class=${isChosen(v, p) ? 'gd-parameter-line' : 'gd-parameter-thin'} d=${way(v, r, p)}></path>${rings(v, r, p, isChosen(v, p) ? 3.5 : 2.5)}`)}
    </g>
    <text class="gd-axis-name" x=${round(box.right)} y=${box.bottom - 6} text-anchor="end" aria-hidden="true">weight w</text>
    ${faces(v, r, places)} ${names(v, r, places)} ${balls(v, r, places)}
  </g>`;
}
