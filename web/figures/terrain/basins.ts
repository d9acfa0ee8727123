/** Basins over a map: hatching for all but the lowest bottom's, and the borders between them. Drawn once for each. */
import { svg, type SVGTemplateResult } from 'lit';
import type { BasinMap } from '../../engine/engine';
import { round } from '../../plot/curve';
import type { Box } from '../../plot/scales';
import type { Ends } from './ends';
import { covered, COVERS, LEAVING, RESTING, ROAMING, sampler, type Cover } from './hatch';
import { outline } from './outline';

export interface Basins {
  /** What they answer: landscape and rate. */
  readonly key: string;
  readonly map: BasinMap;
  readonly ends: Ends;
}

/** A map's own numbers for what ends on no bottom. */
const NOWHERE: readonly (readonly [number, Cover])[] = [
  [-2, LEAVING],
  [-3, ROAMING],
  [-4, RESTING],
  [-5, RESTING],
];

interface Paths {
  readonly box: string;
  readonly hatch: string;
  readonly dots: string;
  readonly border: string;
}

const known = new WeakMap<BasinMap, Paths[]>();
/** Boxes that one map is drawn in at a time. */
const KEPT = 2;

function borderOf(map: BasinMap, box: Box): string {
  const [w, h] = [(box.right - box.left) / map.columns, (box.bottom - box.top) / map.rows];
  const px = (c: number): number => round(box.left + (c + 0.5) * w);
  const py = (r: number): number => round(box.bottom - (r + 0.5) * h);
  return outline(map)
    .map((line) => `M${line.map(([c, r]) => `${px(c)} ${py(r)}`).join('L')}`)
    .join('');
}

/** What covers each end that occurs. Where bottoms are too many to be told apart, borders alone tell. */
function covers({ map, ends }: Basins): (readonly [number, Cover])[] {
  const there = new Set(map.end);
  const own = ends.bottoms.flatMap((b, rank) => (b.letter ? [[b.index, COVERS[rank]!] as const] : []));
  return [...own, ...NOWHERE].filter(([end]) => there.has(end));
}

/** As path data within a box; `gap` between two lines of a hatching, px. */
export function basinPaths(basins: Basins, box: Box, gap: number): Paths {
  const name = `${box.left} ${box.top} ${box.right} ${box.bottom} ${gap}`;
  const kept = known.get(basins.map) ?? [];
  const found = kept.find((p) => p.box === name);
  if (found) return found;
  const at = sampler(basins.map, box);
  const drawn = covers(basins).map(([end, cover]) => covered(cover, gap, box, (x, y) => at(x, y) === end));
  const paths = {
    box: name,
    hatch: drawn.map((d) => d.lines).join(''),
    dots: drawn.map((d) => d.dots).join(''),
    border: borderOf(basins.map, box),
  };
  known.set(basins.map, [paths, ...kept].slice(0, KEPT));
  return paths;
}

/** From line to line of a hatching, px. */
const GAP = { wide: 6, narrow: 5, small: 4 } as const;
/** A map narrower than this is hatched more closely. */
const NARROW = 340;

/** @param small for a map the size of a stamp */
export function basinLayer(basins: Basins, box: Box, small = false): SVGTemplateResult {
  const gap = small ? GAP.small : box.right - box.left < NARROW ? GAP.narrow : GAP.wide;
  const { hatch, dots, border } = basinPaths(basins, box, gap);
  // Borders between grounds without names are many.
  const fine = small || !basins.ends.bottoms.some((b) => b.letter);
  return svg`<path class="gd-rim-line hatch" d=${hatch}></path>
    <path class="gd-datum-faint" d=${dots}></path>
    <path class="gd-racer-seam" d=${fine ? '' : border}></path>
    <path class=${fine ? 'gd-threshold-line border' : 'gd-solid-line border'} d=${border}></path>`;
}
