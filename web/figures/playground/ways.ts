/** Every run's way and its ball: over a map its two weights, on a curve its weight and its loss. */
import { svg, type SVGTemplateResult } from 'lit';
import { discPath, round } from '../../plot/curve';
import { beyond } from '../../plot/marks';
import { bib } from '../optimizers/bib';
import type { Pair } from './grounds';
import { held, inside, type Room } from './room';
import { isOut, pickedOf, shownTracks, still, type Seen, type Track } from './seen';

/** Most steps that get a dot. */
const DOTS = 80;
/** Rows nearer to the last drawn one than this many pixels add nothing that could be seen. */
const NEAR = 0.6;

/** Where a run is on the picture at a time, in pixels. */
export function spotOf({ model }: Pick<Seen, 'model'>, r: Room, { run }: Track, time: number): Pair {
  if (!run) return [r.box.left, r.box.bottom];
  if (!model.survey?.curve) return [r.x.at(run.at(time, 0)), r.y.at(run.at(time, 1))];
  const k = Math.floor(time);
  const part = time - k;
  const loss = run.loss(k) + (part > 0 ? (run.loss(k + 1) - run.loss(k)) * part : 0);
  return [r.x.at(run.at(time, 0)), r.y.at(loss)];
}

/** The way from one step to a time. */
function way(v: Seen, r: Room, t: Track, from: number, to: number): string {
  const last = Math.min(to, t.run?.steps ?? 0);
  let d = '';
  let [ox, oy] = [NaN, NaN];
  const add = (time: number, always: boolean): void => {
    const [x, y] = spotOf(v, r, t, time).map(round) as [number, number];
    // Far out, a picture's numbers lose their digits, and nobody sees them.
    if (Math.abs(x) > 1e5 || Math.abs(y) > 1e5) return;
    if (!always && Math.abs(x - ox) + Math.abs(y - oy) < NEAR) return;
    d += `${d ? 'L' : 'M'}${x} ${y}`;
    [ox, oy] = [x, y];
  };
  for (let k = from; k <= Math.floor(last); k++) add(k, k === from);
  if (last > Math.floor(last)) add(last, true);
  return d;
}

/** The last step on the picture of a run that diverges: what swings across from beyond would only cover the ground. */
function lastInside(v: Seen, r: Room, t: Track): number {
  let k = t.run?.steps ?? 0;
  while (t.diverged && k > 0 && !inside(r, ...spotOf(v, r, t, k))) k--;
  return t.diverged ? k + 1 : k;
}

function path(v: Seen, r: Room, t: Track, loud: boolean): SVGTemplateResult | string {
  if (!t.run) return '';
  const end = lastInside(v, r, t);
  const walked = way(v, r, t, 0, Math.min(v.time, end));
  const radius = loud ? 2.4 : 1.8;
  const dots = Array.from({ length: Math.min(v.step, end, DOTS) }, (_, k) => {
    const [x, y] = spotOf(v, r, t, k + 1);
    return inside(r, x, y) ? discPath(x, y, radius) : '';
  }).join('');
  return svg`<g class="way" @click=${() => v.set({ picked: t.number }, still)}>
    ${loud ? svg`<path class=${`gd-racer-ahead-${t.colour}`} d=${way(v, r, t, Math.min(v.step, end), end)}></path>` : ''}
    <path class="gd-racer-seam" d=${walked}></path>
    <path class=${`gd-racer-${loud ? 'line' : 'quiet'}-${t.colour}`} d=${walked}></path>
    <path class=${`gd-racer-dot-${t.colour}`} d=${dots}></path>
    <path class="gd-press reach" d=${walked}></path>
  </g>`;
}

const inOrder = (v: Seen): Track[] => {
  const picked = pickedOf(v);
  return [...shownTracks(v)].sort((a, b) => Number(a === picked) - Number(b === picked));
};

export const ways = (v: Seen, r: Room): SVGTemplateResult =>
  svg`<g aria-hidden="true">${inOrder(v).map((t) => path(v, r, t, t === pickedOf(v)))}</g>`;

/** Where the ball has been, and a hand's breadth around: all there is to see of a ground that is hidden. */
export const seenGround = (v: Seen, r: Room): string =>
  shownTracks(v)
    .map((t) => (t.run ? way(v, r, t, 0, Math.min(v.time, lastInside(v, r, t))) || dot(spotOf(v, r, t, 0)) : ''))
    .join('');

const dot = ([x, y]: Pair): string => `M${round(x)} ${round(y)}h0.1`;

type Side = 'left' | 'right' | 'up' | 'down';
const OUT: Readonly<Record<Side, Pair>> = { right: [15, 0], left: [-15, 0], down: [0, 15], up: [0, -15] };

function sideOf([x, y]: Pair, [hx, hy]: Pair): Side | undefined {
  if (Math.abs(x - hx) > 1) return x > hx ? 'right' : 'left';
  if (Math.abs(y - hy) > 1) return y > hy ? 'down' : 'up';
  return undefined;
}

/** One that left the picture waits at its edge, and an arrow says which way it went. */
function ball(v: Seen, r: Room, t: Track, picked: boolean): SVGTemplateResult | string {
  if (!t.run) return '';
  const at = spotOf(v, r, t, Math.min(v.time, t.run.steps));
  const [x, y] = held(r, ...at, 9);
  const side = sideOf(at, held(r, ...at));
  const [hx, hy] = side ? held(r, ...at, 24) : [x, y];
  const gone = isOut(t, v.time);
  return svg`${picked && !gone ? svg`<circle class=${`gd-racer-quiet-${t.colour}`} cx=${round(hx)} cy=${round(hy)} r="11.5"></circle>` : ''}
    ${side || !gone ? bib({ number: t.number, colour: t.colour }, hx, hy) : ''}
    ${side ? beyond(hx + OUT[side][0], hy + OUT[side][1], side) : ''}`;
}

/** Before the first step all are where the start's own handle is. */
export const balls = (v: Seen, r: Room): SVGTemplateResult =>
  svg`<g aria-hidden="true" class="balls">${v.time > 0 ? inOrder(v).map((t) => ball(v, r, t, t === pickedOf(v))) : ''}</g>`;
