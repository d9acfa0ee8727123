/**
 * Paints a block of ground into pixels: tints by height, light from the upper left, contour lines, walls.
 * A triangle rasteriser with a depth buffer: no graphics hardware, no DOM, the same picture everywhere.
 */
import { BASE, type Ground, type Lens } from './surface';

export type Rgb = readonly [number, number, number];

/** Colours of a painting, channels 0 to 255. */
export interface GroundColours {
  /** Lowest ground first. */
  readonly ramp: readonly Rgb[];
  /** Contour lines. */
  readonly ink: Rgb;
  /** What ground in the shade tends to, and ground in full light. */
  readonly shade: Rgb;
  readonly light: Rgb;
  /** The block's walls, before light falls on them. */
  readonly wall: Rgb;
}

/** A picture being painted. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** `0xAABBGGRR`, as a canvas has them on every machine there is today; 0 where there is no ground. */
  readonly pixels: Uint32Array;
  /** How near the viewer the ground in each pixel is; -Infinity where there is none. */
  readonly near: Float32Array;
}

export function newFrame(width: number, height: number): Frame {
  return { width, height, pixels: new Uint32Array(width * height), near: new Float32Array(width * height) };
}

const TINTS_PER_RANK = 8;
const LIGHTS = 64;
/** Lines of the map in {@link ../plot/ink}: width in px and opacity. */
const THIN = [0.6, 0.17] as const;
const HEAVY = [0.9, 0.42] as const;

/** Every colour ground can have, by rank and light. */
export interface Palette {
  readonly table: Uint32Array;
  readonly ranks: number;
  readonly colours: GroundColours;
}

const mixed = (a: Rgb, b: Rgb, share: number): Rgb => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];
const packed = ([r, g, b]: Rgb): number =>
  ((255 << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r)) >>> 0;

/** `light` 0.5 leaves a colour as it is: level ground looks as on the map. */
function lit(colour: Rgb, light: number, { shade, light: bright }: GroundColours): Rgb {
  return light < 0.5 ? mixed(colour, shade, (0.5 - light) * 0.85) : mixed(colour, bright, (light - 0.5) * 0.9);
}

export function paletteFor(g: Ground, colours: GroundColours): Palette {
  const ranks = (g.lines + 2) * TINTS_PER_RANK;
  const table = new Uint32Array(ranks * LIGHTS);
  const top = colours.ramp.length - 1;
  for (let r = 0; r < ranks; r++) {
    const place = Math.min(top, Math.max(0, ((r / TINTS_PER_RANK - 0.5) / g.tinted) * top));
    const low = Math.min(top - 1, Math.floor(place));
    const tint = mixed(colours.ramp[low]!, colours.ramp[low + 1]!, place - low);
    for (let l = 0; l < LIGHTS; l++) table[r * LIGHTS + l] = packed(lit(tint, l / (LIGHTS - 1), colours));
  }
  return { table, ranks, colours };
}

/** What of a grid point the rasteriser needs. */
interface Corner {
  x: number;
  y: number;
  near: number;
  rank: number;
  light: number;
}

/** Change of a quantity per pixel across and down, over a triangle. */
function slopes(a: Corner, b: Corner, c: Corner, key: 'near' | 'rank' | 'light', area: number): [number, number] {
  const [ab, ac] = [b[key] - a[key], c[key] - a[key]];
  return [(ab * (c.y - a.y) - ac * (b.y - a.y)) / area, (ac * (b.x - a.x) - ab * (c.x - a.x)) / area];
}

/** Over a colour, the contour's ink. */
function inked(under: number, ink: Rgb, share: number): number {
  const r = under & 255;
  const g = (under >> 8) & 255;
  const b = (under >> 16) & 255;
  return (
    ((255 << 24) |
      ((b + (ink[2] - b) * share) << 16) |
      ((g + (ink[1] - g) * share) << 8) |
      (r + (ink[0] - r) * share)) >>>
    0
  );
}

/** Share of a pixel that a contour line covers, times its opacity. */
function lineCover(rank: number, lines: number, pixelsPerRank: number, scale: number): number {
  const line = Math.round(rank);
  if (line < 0 || line >= lines) return 0;
  const [width, opacity] = line % 5 === 2 ? HEAVY : THIN;
  const reach = (width * scale) / 2 + 0.5 - Math.abs(rank - line) * pixelsPerRank;
  if (reach <= 0) return 0;
  // Lines closer than two pixels would only be a darker tint.
  return Math.min(1, reach) * opacity * Math.min(1, pixelsPerRank / (3 * scale));
}

/** One triangle, pixel by pixel: a pixel belongs to it when its centre does. */
function triangle(f: Frame, p: Palette, lines: number, scale: number, a: Corner, b: Corner, c: Corner): void {
  const area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
  if (!(Math.abs(area) > 1e-9)) return;
  const [nearX, nearY] = slopes(a, b, c, 'near', area);
  const [rankX, rankY] = slopes(a, b, c, 'rank', area);
  const [lightX, lightY] = slopes(a, b, c, 'light', area);
  const perRank = 1 / (Math.hypot(rankX, rankY) || 1e-9);
  const { table, ranks, colours } = p;
  const top = Math.max(0, Math.ceil(Math.min(a.y, b.y, c.y) - 0.5));
  const bottom = Math.min(f.height - 1, Math.ceil(Math.max(a.y, b.y, c.y) - 0.5) - 1);
  for (let row = top; row <= bottom; row++) {
    const y = row + 0.5;
    let [left, right] = [Infinity, -Infinity];
    for (let e = 0; e < 3; e++) {
      const [s, t] = e === 0 ? [a, b] : e === 1 ? [b, c] : [c, a];
      if (s.y <= y === t.y <= y) continue;
      const x = s.x + ((y - s.y) / (t.y - s.y)) * (t.x - s.x);
      if (x < left) left = x;
      if (x > right) right = x;
    }
    const from = Math.max(0, Math.ceil(left - 0.5));
    const to = Math.min(f.width - 1, Math.ceil(right - 0.5) - 1);
    const dx = from + 0.5 - a.x;
    const dy = y - a.y;
    let near = a.near + nearX * dx + nearY * dy;
    let rank = a.rank + rankX * dx + rankY * dy;
    let light = a.light + lightX * dx + lightY * dy;
    for (let i = row * f.width + from; i <= row * f.width + to; i++) {
      if (near > f.near[i]!) {
        f.near[i] = near;
        const tint = Math.max(0, Math.min(ranks - 1, ((rank + 1) * TINTS_PER_RANK) | 0));
        const under = table[tint * LIGHTS + Math.max(0, Math.min(LIGHTS - 1, light | 0))]!;
        const cover = lineCover(rank, lines, perRank, scale);
        f.pixels[i] = cover > 0 ? inked(under, colours.ink, cover) : under;
      }
      near += nearX;
      rank += rankX;
      light += lightX;
    }
  }
}

/** Where the light comes from, seen by the viewer: the upper left, well above. */
const SUN = [-0.52, 0.46, 0.72] as const;

/** Light on sloping ground, 0 to 1, level ground being 0.5. */
function lighting(g: Ground, l: Lens): (i: number) => number {
  const turn = (l.look.turn * Math.PI) / 180;
  // The sun turns with the viewer: from another side the light would make hills look like pits.
  const [sx, sy] = [
    SUN[0] * Math.cos(turn) - SUN[1] * Math.sin(turn),
    SUN[0] * Math.sin(turn) + SUN[1] * Math.cos(turn),
  ];
  return (i) => {
    const [gx, gy] = [g.slopeX[i]!, g.slopeY[i]!];
    const facing = (SUN[2] - gx * sx - gy * sy) / Math.sqrt(1 + gx * gx + gy * gy);
    return Math.max(0, Math.min(1, 0.5 + (facing - SUN[2]) * 0.62));
  };
}

function corners(g: Ground, l: Lens, scale: number): Corner[] {
  const light = lighting(g, l);
  const [stepU, stepV] = [(2 * g.half[0]) / (g.columns - 1), (2 * g.half[1]) / (g.rows - 1)];
  return Array.from({ length: g.columns * g.rows }, (_, k): Corner => {
    const [i, j] = [k % g.columns, Math.floor(k / g.columns)];
    const s = l.block(i * stepU - g.half[0], j * stepV - g.half[1], g.height[k]!);
    return { x: s.x * scale, y: s.y * scale, near: s.near, rank: g.rank[k]!, light: light(k) * (LIGHTS - 1) };
  });
}

/** The sides that face the viewer, down to the block's foot, in one colour each. */
function walls(f: Frame, g: Ground, l: Lens, p: Palette, scale: number, all: readonly Corner[]): void {
  const [columns, rows] = [g.columns, g.rows];
  const sides = [
    { out: [0, -1], from: 0, step: 1, count: columns },
    { out: [1, 0], from: columns - 1, step: columns, count: rows },
    { out: [0, 1], from: (rows - 1) * columns, step: 1, count: columns },
    { out: [-1, 0], from: 0, step: columns, count: rows },
  ] as const;
  const fall = (BASE * Math.cos((l.look.tilt * Math.PI) / 180)) / 1;
  const turn = (l.look.turn * Math.PI) / 180;
  for (const { out, from, step, count } of sides) {
    if (out[0] * l.viewer[0] + out[1] * l.viewer[1] <= 1e-6) continue;
    const across = out[0] * Math.cos(turn) + out[1] * Math.sin(turn);
    const colour = packed(lit(p.colours.wall, 0.45 - 0.13 * across, p.colours));
    const plain: Palette = { table: new Uint32Array(LIGHTS).fill(colour), ranks: 1, colours: p.colours };
    const foot = (k: number): Corner => {
      const c = all[k]!;
      const h = g.height[k]!;
      const drop = (h * Math.cos((l.look.tilt * Math.PI) / 180) - fall) * l.scale * scale;
      // A hair behind the ground's own edge, which is painted over it.
      return {
        ...c,
        y: c.y + drop,
        near: c.near - (h - BASE) * Math.sin((l.look.tilt * Math.PI) / 180) - 1e-4,
        rank: -9,
      };
    };
    for (let n = 0; n + 1 < count; n++) {
      const [a, b] = [from + n * step, from + (n + 1) * step];
      const top = (k: number): Corner => ({ ...all[k]!, near: all[k]!.near - 1e-4, rank: -9 });
      triangle(f, plain, 0, scale, top(a), top(b), foot(a));
      triangle(f, plain, 0, scale, top(b), foot(b), foot(a));
    }
  }
}

/**
 * Paints the whole block, over whatever the frame held.
 *
 * @param scale pixels of the frame per pixel of the lens
 */
export function paintGround(f: Frame, g: Ground, l: Lens, p: Palette, scale: number): void {
  f.pixels.fill(0);
  f.near.fill(-Infinity);
  const all = corners(g, l, scale);
  for (let j = 0; j + 1 < g.rows; j++)
    for (let i = 0; i + 1 < g.columns; i++) {
      const k = j * g.columns + i;
      const [a, b, c, d] = [all[k]!, all[k + 1]!, all[k + g.columns]!, all[k + g.columns + 1]!];
      triangle(f, p, g.lines, scale, a, b, c);
      triangle(f, p, g.lines, scale, b, d, c);
    }
  walls(f, g, l, p, scale, all);
}

/** Whether a point of the lens's picture lies on the ground as seen, and not behind it. */
export function inSight(
  f: Frame,
  scale: number,
  at: { readonly x: number; readonly y: number; readonly near: number },
): boolean {
  const [x, y] = [Math.round(at.x * scale - 0.5), Math.round(at.y * scale - 0.5)];
  if (x < 0 || y < 0 || x >= f.width || y >= f.height) return true;
  return at.near >= f.near[y * f.width + x]! - 0.03;
}
