/** The same ground as a block to turn, with the same ball, path, sections and pointers on it. A piece of its own. */
import type { TemplateResult } from 'lit';
import { surface } from '../../parts/surface';
import { surfaceStyles } from '../../style/figure/surface';
import type { SurfaceArrow } from '../../parts/surface-scene';
import { ground, type Ground } from '../../plot/surface';
import { ghostLines } from '../pinned';
import { put } from './hands';
import { arrowLength } from './pointers';
import { HOME, isOpen, placeOf, type Seen } from './seen';
import { DOMAIN, type Pair, type Survey } from './survey';

const blocks = new WeakMap<Survey, Ground>();

/** Of one survey the same block, which then is not painted twice. */
function blockOf(survey: Survey): Ground {
  const known = blocks.get(survey);
  if (known) return known;
  const made = ground({ field: survey.heights, x: DOMAIN, y: survey.tall, levels: survey.levels, relief: 0.5 });
  blocks.set(survey, made);
  return made;
}

const SIDE = DOMAIN[1] - DOMAIN[0];
const FOUR = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;

/** Tangents along both dials; once the wager is made, the gradient. */
function arrows(v: Seen): SurfaceArrow[] {
  const place = placeOf(v);
  // In shares of the ground's width, so that they shrink with the picture.
  const pointing = (dx: number, dy: number, length: number): Pair => [dx * length * SIDE, dy * length * SIDE];
  const touching = FOUR.map(([dx, dy]): SurfaceArrow => ({
    from: place.at,
    by: pointing(dx, dy, 0.12),
    ink: 'gradient-line',
    head: false,
  }));
  if (!isOpen(v) || place.uphill === undefined) return touching;
  const [gx, gy] = [place.gradient[0] / place.norm, place.gradient[1] / place.norm];
  const uphill = pointing(gx, gy, arrowLength(place.norm, v.model.survey.usual) / 340);
  return [...touching, { from: place.at, by: uphill, ink: 'gradient-line' }];
}

/** Of the places a run has been, those far enough apart to be told apart. */
function apart(rows: readonly Pair[], distance: number): Pair[] {
  const kept: Pair[] = [];
  for (const row of rows) {
    const last = kept[kept.length - 1];
    if (!last || Math.hypot(row[0] - last[0], row[1] - last[1]) >= distance) kept.push(row);
  }
  return kept;
}

export function block(v: Seen): TemplateResult {
  const { survey, run } = v.model;
  const place = placeOf(v);
  const open = isOpen(v);
  const [x, y] = place.at;
  const rows = Array.from({ length: run.steps + 1 }, (_, k): Pair => [run.parameter(k, 0), run.parameter(k, 1)]);
  return surface({
    width: Math.round(v.width),
    height: 160,
    ground: blockOf(survey),
    look: { turn: v.settings.turn, tilt: v.settings.tilt },
    home: HOME,
    label: 'The loss as a surface. Arrow keys turn and tilt it',
    lines: [
      { points: [DOMAIN[0], y, DOMAIN[1], y], ink: 'loss-line' },
      { points: [x, survey.tall[0], x, survey.tall[1]], ink: 'loss-line' },
      ...(open
        ? ([
            ...ghostLines(v.pinned),
            { points: rows.slice(v.step).flat(), ink: 'parameter-ghost' },
            { points: [...rows.slice(0, v.step + 1).flat(), x, y], ink: 'parameter-line' },
          ] as const)
        : []),
    ],
    arrows: arrows(v),
    marks: [
      ...survey.minima.map((at) => ({ at, kind: 'optimum' as const })),
      ...(open ? apart(rows, SIDE / 50).map((at) => ({ at, kind: 'dot' as const })) : []),
      { at: place.at, kind: 'ball' },
    ],
    turned: (look) => v.set({ turn: Math.round(look.turn), tilt: Math.round(look.tilt) }, { keepTime: true }),
    place: (px, py) => put(v, px, py),
  });
}

export const styles = [surfaceStyles];
