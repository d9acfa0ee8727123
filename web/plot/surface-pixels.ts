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
const THIN = { width: 0.6, opacity: 0.17 } as const;
const HEAVY = { width: 0.9, opacity: 0.42 } as const;

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
  const heavy = line % 5 === 2;
  const reach = ((heavy ? HEAVY.width : THIN.width) * scale) / 2 + 0.5 - Math.abs(rank - line) * pixelsPerRank;
  return reach <= 0 ? 0 : Math.min(1, reach) * (heavy ? HEAVY.opacity : THIN.opacity);
}

/**
 * Paints triangles between corners. Corners are plain columns of numbers and nothing is allocated on the
 * way, since a block has ten thousand triangles and a turn sixty frames a second.
 */
class Brush {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly near: Float64Array;
  readonly rank: Float64Array;
  readonly light: Float64Array;

  constructor(
    private readonly frame: Frame,
    private readonly palette: Palette,
    private readonly lines: number,
    private readonly scale: number,
    corners: number,
  ) {
    this.x = new Float64Array(corners);
    this.y = new Float64Array(corners);
    this.near = new Float64Array(corners);
    this.rank = new Float64Array(corners);
    this.light = new Float64Array(corners);
  }

  /** A pixel belongs to a triangle when its centre does. */
  triangle(a: number, b: number, c: number): void {
    const { x, y, near, rank, light, frame } = this;
    const x0 = x[a]!;
    const y0 = y[a]!;
    const x1 = x[b]! - x0;
    const y1 = y[b]! - y0;
    const x2 = x[c]! - x0;
    const y2 = y[c]! - y0;
    const area = x1 * y2 - x2 * y1;
    if (!(Math.abs(area) > 1e-9)) return;
    // Change per pixel across and down.
    const n1 = near[b]! - near[a]!;
    const n2 = near[c]! - near[a]!;
    const nearX = (n1 * y2 - n2 * y1) / area;
    const nearY = (n2 * x1 - n1 * x2) / area;
    const r1 = rank[b]! - rank[a]!;
    const r2 = rank[c]! - rank[a]!;
    const rankX = (r1 * y2 - r2 * y1) / area;
    const rankY = (r2 * x1 - r1 * x2) / area;
    const l1 = light[b]! - light[a]!;
    const l2 = light[c]! - light[a]!;
    const lightX = (l1 * y2 - l2 * y1) / area;
    const lightY = (l2 * x1 - l1 * x2) / area;
    const perRank = 1 / (Math.sqrt(rankX * rankX + rankY * rankY) || 1e-9);
    const top = Math.max(0, Math.ceil(y0 + Math.min(0, y1, y2) - 0.5));
    const bottom = Math.min(frame.height, Math.ceil(y0 + Math.max(0, y1, y2) - 0.5));
    for (let row = top; row < bottom; row++) {
      const dy = row + 0.5 - y0;
      let left = Infinity;
      let right = -Infinity;
      // Where the row crosses each of the three sides.
      if (0 <= dy !== y1 <= dy) {
        const at = (dy / y1) * x1;
        if (at < left) left = at;
        if (at > right) right = at;
      }
      if (0 <= dy !== y2 <= dy) {
        const at = (dy / y2) * x2;
        if (at < left) left = at;
        if (at > right) right = at;
      }
      if (y1 <= dy !== y2 <= dy) {
        const at = x1 + ((dy - y1) / (y2 - y1)) * (x2 - x1);
        if (at < left) left = at;
        if (at > right) right = at;
      }
      const from = Math.max(0, Math.ceil(x0 + left - 0.5));
      const to = Math.min(frame.width, Math.ceil(x0 + right - 0.5));
      if (from >= to) continue;
      const dx = from + 0.5 - x0;
      this.#row(
        row * frame.width + from,
        row * frame.width + to,
        near[a]! + nearX * dx + nearY * dy,
        nearX,
        rank[a]! + rankX * dx + rankY * dy,
        rankX,
        light[a]! + lightX * dx + lightY * dy,
        lightX,
        perRank,
      );
    }
  }

  /** Pixels `from` up to `to`, each quantity with its change from one to the next. */
  #row(from: number, to: number, n: number, dn: number, r: number, dr: number, l: number, dl: number, perRank: number) {
    const { lines, scale } = this;
    const { pixels, near } = this.frame;
    const { table, ranks, colours } = this.palette;
    // Lines closer than three pixels would only be a darker tint.
    const clarity = Math.min(1, perRank / (3 * scale));
    for (let i = from; i < to; i++, n += dn, r += dr, l += dl) {
      if (!(n > near[i]!)) continue;
      near[i] = n;
      const tint = Math.max(0, Math.min(ranks - 1, ((r + 1) * TINTS_PER_RANK) | 0));
      const under = table[tint * LIGHTS + Math.max(0, Math.min(LIGHTS - 1, l | 0))]!;
      const cover = lineCover(r, lines, perRank, scale) * clarity;
      pixels[i] = cover > 0 ? inked(under, colours.ink, cover) : under;
    }
  }
}

/** Where the light comes from, seen by the viewer: the upper left, well above. */
const SUN = [-0.52, 0.46, 0.72] as const;

/** Puts the grid's points where they are seen, lit from the sun. */
function placeCorners(brush: Brush, g: Ground, l: Lens, scale: number): void {
  const turn = (l.look.turn * Math.PI) / 180;
  // The sun turns with the viewer: from another side the light would make hills look like pits.
  const sx = SUN[0] * Math.cos(turn) - SUN[1] * Math.sin(turn);
  const sy = SUN[0] * Math.sin(turn) + SUN[1] * Math.cos(turn);
  const stepU = (2 * g.half[0]) / (g.columns - 1);
  const stepV = (2 * g.half[1]) / (g.rows - 1);
  for (let j = 0, k = 0; j < g.rows; j++)
    for (let i = 0; i < g.columns; i++, k++) {
      const seen = l.block(i * stepU - g.half[0], j * stepV - g.half[1], g.height[k]!);
      brush.x[k] = seen.x * scale;
      brush.y[k] = seen.y * scale;
      brush.near[k] = seen.near;
      brush.rank[k] = g.rank[k]!;
      const [gx, gy] = [g.slopeX[k]!, g.slopeY[k]!];
      const facing = (SUN[2] - gx * sx - gy * sy) / Math.sqrt(1 + gx * gx + gy * gy);
      // Level ground is lit by one half, which leaves its tint as it is on the map.
      brush.light[k] = Math.max(0, Math.min(1, 0.5 + (facing - SUN[2]) * 0.62)) * (LIGHTS - 1);
    }
}

/** The sides that face the viewer, down to the block's foot, in one colour each. */
function walls(f: Frame, g: Ground, l: Lens, p: Palette, scale: number): void {
  const { columns, rows, half } = g;
  const last = columns * rows - 1;
  const sides = [
    { out: [0, -1], from: 0, step: 1, count: columns },
    { out: [1, 0], from: columns - 1, step: columns, count: rows },
    { out: [0, 1], from: last, step: -1, count: columns },
    { out: [-1, 0], from: last - columns + 1, step: -columns, count: rows },
  ] as const;
  for (const { out, from, step, count } of sides) {
    if (out[0] * l.viewer[0] + out[1] * l.viewer[1] <= 1e-6) continue;
    const turn = (l.look.turn * Math.PI) / 180;
    const across = out[0] * Math.cos(turn) + out[1] * Math.sin(turn);
    const colour = packed(lit(p.colours.wall, 0.45 - 0.13 * across, p.colours));
    const plain: Palette = { table: new Uint32Array(LIGHTS).fill(colour), ranks: 1, colours: p.colours };
    const brush = new Brush(f, plain, 0, scale, 2 * count);
    for (let n = 0; n < count; n++) {
      const k = from + n * step;
      const [u, v] = [
        ((2 * (k % columns)) / (columns - 1) - 1) * half[0],
        ((2 * Math.floor(k / columns)) / (rows - 1) - 1) * half[1],
      ];
      [g.height[k]!, BASE].forEach((h, foot) => {
        const seen = l.block(u, v, h);
        brush.x[2 * n + foot] = seen.x * scale;
        brush.y[2 * n + foot] = seen.y * scale;
        // A hair behind the ground's own edge, which belongs to the ground.
        brush.near[2 * n + foot] = seen.near - 1e-4;
      });
      if (n === 0) continue;
      brush.triangle(2 * n - 2, 2 * n, 2 * n - 1);
      brush.triangle(2 * n, 2 * n + 1, 2 * n - 1);
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
  const brush = new Brush(f, p, g.lines, scale, g.columns * g.rows);
  placeCorners(brush, g, l, scale);
  for (let j = 0; j + 1 < g.rows; j++)
    for (let i = 0; i + 1 < g.columns; i++) {
      const k = j * g.columns + i;
      brush.triangle(k, k + 1, k + g.columns);
      brush.triangle(k + 1, k + g.columns + 1, k + g.columns);
    }
  walls(f, g, l, p, scale);
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
