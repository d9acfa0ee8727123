/** The same ground as a block to turn, with the same ball, path, sections and pointers on it. */
import type { TemplateResult } from 'lit';
import { surface } from '../../parts/surface';
import type { SurfaceArrow } from '../../parts/surface-scene';
import { clamp } from '../../plot/scales';
import type { Look } from '../../plot/look';
import { ghostLines, type PinnedRun } from '../pinned';
import { arrowLength } from './map';
import type { Place } from './place';
import type { Pair, Survey } from './survey';

export interface BlockOptions {
  readonly width: number;
  readonly survey: Survey;
  readonly place: Place;
  readonly path: { readonly rows: number; readonly at: (row: number) => Pair };
  readonly step: number;
  readonly pinned: PinnedRun | undefined;
  readonly open: boolean;
  /** Degrees, counter-clockwise from the first dial. */
  readonly needle: number;
  readonly look: Look;
  readonly home: Look;
  readonly turned: (look: Look) => void;
  readonly put: (x: number, y: number) => void;
}

/** Tangents along both dials; once the compass is open, the needle and the gradient. */
function arrows(o: BlockOptions): SurfaceArrow[] {
  const { place, survey } = o;
  // In shares of the ground's width, so that they shrink with the picture.
  const side = survey.domain[1] - survey.domain[0];
  const pointing = (dx: number, dy: number, length: number): Pair => [dx * length * side, dy * length * side];
  const touching = (
    [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const
  ).map(([dx, dy]): SurfaceArrow => ({
    from: place.at,
    by: pointing(dx, dy, 0.12),
    ink: 'gradient-line',
    head: false,
  }));
  if (!o.open || place.uphill === undefined) return touching;
  const angle = (o.needle * Math.PI) / 180;
  const [gx, gy] = [place.gradient[0] / place.norm, place.gradient[1] / place.norm];
  return [
    ...touching,
    { from: place.at, by: pointing(Math.cos(angle), Math.sin(angle), 0.17), ink: 'solid-line', head: false },
    { from: place.at, by: pointing(gx, gy, arrowLength(place.norm, survey.usual) / 340), ink: 'gradient-line' },
  ];
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

export function groundBlock(o: BlockOptions): TemplateResult {
  const { survey, place, open } = o;
  const [x, y] = place.at;
  const [low, high] = survey.domain;
  const rows = Array.from({ length: o.path.rows }, (_, k) => o.path.at(k));
  return surface({
    width: Math.round(o.width),
    height: Math.round(clamp(o.width * 0.62, 220, 360)),
    ground: survey.ground,
    look: o.look,
    home: o.home,
    label: 'The loss as a surface. Arrow keys turn and tilt it',
    lines: [
      { points: [low, y, high, y], ink: 'loss-line' },
      { points: [x, low, x, high], ink: 'loss-line' },
      ...(open
        ? ([
            ...ghostLines(o.pinned),
            { points: rows.slice(o.step).flat(), ink: 'parameter-ghost' },
            { points: [...rows.slice(0, o.step + 1).flat(), x, y], ink: 'parameter-line' },
          ] as const)
        : []),
    ],
    arrows: arrows(o),
    marks: [
      ...survey.minima.map((at) => ({ at, kind: 'optimum' as const })),
      ...(open ? apart(rows, (high - low) / 50).map((at) => ({ at, kind: 'dot' as const })) : []),
      { at: place.at, kind: 'ball' },
    ],
    turned: o.turned,
    place: o.put,
  });
}
