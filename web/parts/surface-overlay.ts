/** What lies on a painted block of ground: lines, arrows, balls. Drawn with the same inks as in every other plot. */
import { ink, type InkName } from '../plot/ink';
import { heightAt, laid, type Lens, type Seen } from '../plot/surface';
import { inSight, type Frame } from '../plot/surface-pixels';
import type { SurfaceArrow, SurfaceMark, SurfaceScene } from './surface-scene';

/** Colours by the names of the tokens. */
export type Colours = ReadonlyMap<string, string>;

export interface Overlay {
  readonly context: CanvasRenderingContext2D;
  readonly scene: SurfaceScene;
  readonly lens: Lens;
  /** The painted ground, which hides what lies behind it. */
  readonly frame: Frame;
  readonly colours: Colours;
}

interface Pen {
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: string;
  readonly opacity?: number;
}

const colour = (o: Overlay, name: string): string => o.colours.get(name) ?? '#000';

const seen = ({ frame, scene }: Overlay, p: Seen): boolean => inSight(frame, frame.width / scene.width, p);

function takePen(o: Overlay, name: InkName): void {
  const pen: Pen = ink[name];
  o.context.strokeStyle = colour(o, pen.stroke ?? 'ink');
  o.context.lineWidth = pen.width ?? 1;
  o.context.setLineDash((pen.dash ?? '').split(' ').filter(Boolean).map(Number));
  o.context.globalAlpha = pen.opacity ?? 1;
}

/** Lifts what is drawn next off the ground. */
function takeHalo(o: Overlay, width: number): void {
  o.context.strokeStyle = colour(o, 'card');
  o.context.lineWidth = width;
  o.context.setLineDash([]);
  o.context.globalAlpha = 0.6;
}

/** The stretches of a line that are in sight, or those that are not. */
function stretches(run: readonly Seen[], shown: readonly boolean[], wanted: boolean): Path2D {
  const path = new Path2D();
  let drawing = false;
  for (let k = 1; k < run.length; k++) {
    const here = (shown[k - 1]! && shown[k]!) === wanted;
    if (here && !drawing) path.moveTo(run[k - 1]!.x, run[k - 1]!.y);
    if (here) path.lineTo(run[k]!.x, run[k]!.y);
    drawing = here;
  }
  return path;
}

/** A line is bold where it is in sight, and faint dots (or nothing) where ground lies before it. */
function drawLine(o: Overlay, run: readonly Seen[], name: InkName, through = true): void {
  const shown = run.map((p) => seen(o, p));
  const clear = stretches(run, shown, true);
  const width = (ink[name] as Pen).width ?? 1;
  if (through) {
    takePen(o, name);
    o.context.setLineDash([2, 4]);
    o.context.globalAlpha *= 0.45;
    o.context.stroke(stretches(run, shown, false));
  }
  if (width > 2) {
    takeHalo(o, width + 2.5);
    o.context.stroke(clear);
  }
  takePen(o, name);
  o.context.stroke(clear);
}

/** How steeply the ground is drawn at a place, per `by`. */
function rise(
  { scene: { ground } }: Overlay,
  [x, y]: readonly [number, number],
  by: readonly [number, number],
): number {
  const small = 0.02;
  const ahead = heightAt(ground, x + by[0] * small, y + by[1] * small);
  const behind = heightAt(ground, x - by[0] * small, y - by[1] * small);
  const steep = (ahead - behind) / (2 * small);
  return Number.isFinite(steep) ? steep : 0;
}

function drawArrow(o: Overlay, { from, by, ink: name, head = true }: SurfaceArrow): void {
  const { context: c, lens: l, scene } = o;
  const h = heightAt(scene.ground, ...from);
  if (!Number.isFinite(h)) return;
  const [a, b] = [l.place(...from, h), l.place(from[0] + by[0], from[1] + by[1], h + rise(o, from, by))];
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < 2) return;
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length];
  const tip = head ? Math.min(9, length * 0.6) : 0;
  const shaft = new Path2D();
  shaft.moveTo(a.x, a.y);
  shaft.lineTo(b.x - ux * tip, b.y - uy * tip);
  takeHalo(o, 4.5);
  c.stroke(shaft);
  takePen(o, name);
  c.stroke(shaft);
  if (!head) return;
  const wing = (side: number): [number, number] => [
    b.x - (ux + uy * 0.45 * side) * tip,
    b.y - (uy - ux * 0.45 * side) * tip,
  ];
  c.beginPath();
  c.moveTo(b.x, b.y);
  c.lineTo(...wing(1));
  c.lineTo(...wing(-1));
  c.fillStyle = c.strokeStyle;
  c.fill();
}

function drawMark(o: Overlay, mark: SurfaceMark): void {
  const { context: c, lens: l, scene } = o;
  const h = heightAt(scene.ground, ...mark.at);
  if (!Number.isFinite(h)) return;
  const p = l.place(...mark.at, h);
  const clear = seen(o, p) ? 1 : 0.35;
  const disc = (radius: number, fill: string, opacity = clear): void => {
    c.globalAlpha = opacity;
    c.beginPath();
    c.arc(p.x, p.y, radius, 0, 2 * Math.PI);
    c.fillStyle = colour(o, fill);
    c.fill();
  };
  if (mark.kind === 'ball') {
    disc(15, 'parameter', clear * 0.2);
    disc(9.5, 'card');
    disc(7.5, 'parameter');
  } else if (mark.kind === 'dot') {
    disc(3.6, 'card');
    disc(2.6, 'parameter');
  } else {
    takePen(o, 'optimum-line');
    c.globalAlpha = clear;
    // Lying flat, as the ground does at a bottom.
    const flat = 7 * Math.max(0.35, Math.sin((l.look.tilt * Math.PI) / 180));
    c.beginPath();
    c.moveTo(p.x - 7, p.y);
    c.lineTo(p.x + 7, p.y);
    c.moveTo(p.x, p.y - flat);
    c.lineTo(p.x, p.y + flat);
    c.stroke();
  }
}

export function drawOverlay(o: Overlay): void {
  const { context: c, scene, lens: l } = o;
  const { x, y } = scene.ground;
  c.save();
  c.lineCap = c.lineJoin = 'round';
  const rim = [x[0], y[0], x[1], y[0], x[1], y[1], x[0], y[1], x[0], y[0]];
  for (const run of laid(scene.ground, l, rim)) drawLine(o, run, 'rim-line', false);
  for (const line of scene.lines ?? [])
    for (const run of laid(scene.ground, l, line.points)) drawLine(o, run, line.ink);
  for (const arrow of scene.arrows ?? []) drawArrow(o, arrow);
  for (const mark of scene.marks ?? []) drawMark(o, mark);
  c.restore();
}
