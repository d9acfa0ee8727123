/** Where everything stands in the picture: from left to right where there is room, from top to bottom on a phone. */
import { boxAt, lossOf, standOf, wiresOf, type GraphSpec } from './graphs';
import type { Seen } from './seen';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** From here on the flow goes from left to right. */
export const WIDE = 470;

export interface Room extends Size {
  /** The flow goes downwards. */
  readonly upright: boolean;
  /** Foot of the graph; below it stands the hairpin, where there is one. */
  readonly foot: number;
}

export function roomOf({ width }: Pick<Seen, 'width'>, { rows }: GraphSpec): Room {
  const upright = width < WIDE;
  const foot = upright ? (rows < 5 ? 250 : 334) : 236;
  return { width, height: upright ? foot + 2 : 279, upright, foot };
}

/** Of the box a node is drawn as. */
export function sizeOf(g: GraphSpec, node: number, { upright }: Room): Size {
  const box = boxAt(g, node);
  if (node < g.inputs.length) return { width: 40, height: upright ? 28 : 34 };
  if (!box) return { width: 50, height: upright ? 28 : 36 };
  const both = box.adds && box.squash !== 'linear';
  return { width: both ? 64 : box.adds ? 46 : 54, height: upright ? 30 : 36 };
}

export function placeOf(g: GraphSpec, node: number, { width, foot, upright }: Room): Point {
  const { along, across, row } = standOf(g, node);
  if (!upright) return { x: 8 + along * (width - 16), y: 12 + across * (foot - 20) };
  const spread = Math.min(width - 150, 200);
  const x = width / 2 + (Math.abs(across - 0.5) < 0.1 ? 0 : (across < 0.5 ? -0.5 : 0.5) * spread);
  return { x, y: 18 + (row * (foot - 36)) / (g.rows - 1) };
}

export interface Line {
  readonly a: Point;
  readonly b: Point;
  /** Along it, and at right angles to it: to the right of somebody who walks from a to b. */
  readonly ahead: Point;
  readonly beside: Point;
  readonly length: number;
}

export const along = ({ a, b }: Line, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
});

/** Where the way from the middle of a box towards a point leaves the box. */
function border(from: Point, { width, height }: Size, to: Point): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const reach = Math.min(
    dx === 0 ? Infinity : width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : height / 2 / Math.abs(dy),
  );
  return { x: from.x + dx * reach, y: from.y + dy * reach };
}

/** A wire from the border of one box to the border of the other. */
export function lineOf(g: GraphSpec, wire: number, room: Room): Line {
  const { from, to } = wiresOf(g)[wire] ?? { from: 0, to: lossOf(g) };
  const [p, q] = [placeOf(g, from, room), placeOf(g, to, room)];
  const a = border(p, sizeOf(g, from, room), q);
  const b = border(q, sizeOf(g, to, room), p);
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const ahead = { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
  return { a, b, ahead, beside: { x: -ahead.y, y: ahead.x }, length };
}

/** Where on a wire its weight stands: on wires that cross others, before the crossing. */
export function chipAt(g: GraphSpec, wire: number, room: Room): Point {
  const w = wiresOf(g)[wire];
  const line = lineOf(g, wire, room);
  if (!w) return line.a;
  const crosses = w.from < g.inputs.length && standOf(g, w.from).across !== standOf(g, w.to).across;
  // Clear of the name at the box they lead into.
  return along(line, crosses ? 0.3 : g.bare && !room.upright && line.ahead.y > 0.1 && w.dial > 5 ? 0.42 : 0.5);
}

/** On which side of its wire blame goes back: outside, so that the two of a fork keep clear of each other. */
export function sideOf(g: GraphSpec, wire: number, { upright }: Room): 1 | -1 {
  const w = wiresOf(g)[wire];
  if (!w) return 1;
  const [one, other] = [standOf(g, w.from).across, standOf(g, w.to).across];
  if (upright) return Math.min(one, other) < 0.4 ? 1 : -1;
  return g.bare && Math.min(one, other) < 0.4 ? -1 : 1;
}

/** Boxes of a bare graph have what belongs to them outside the ring. */
export const isAbove = (g: GraphSpec, node: number): boolean => g.bare === true && standOf(g, node).across < 0.4;

/** Where a box's bias stands: below it, or outside where the flow is downwards. */
export function biasAt(g: GraphSpec, node: number, room: Room): Point {
  const { x, y } = placeOf(g, node, room);
  const { width, height } = sizeOf(g, node, room);
  if (!room.upright) return { x, y: y + (isAbove(g, node) ? -1 : 1) * (height / 2 + 19) };
  const out = standOf(g, node).across > 0.6 ? 1 : -1;
  return { x: x + out * (width / 2 + 32), y };
}
