/** What a box does to what comes in, as a curve to draw: the squashes, and the loss's square. */
import { linePath } from '../../plot/curve';
import { linearAxis, type Axis, type Box } from '../../plot/scales';

const POINTS = 61;

const functions = {
  sigmoid: (z: number) => 1 / (1 + Math.exp(-z)),
  tanh: (z: number) => Math.tanh(z),
  square: (z: number) => z * z,
};
export type Curve = keyof typeof functions;

/** Wide enough to hold `z`. */
export function curvePath(
  kind: Curve,
  z: number,
  box: Box,
): { readonly path: string; readonly x: Axis; readonly y: Axis } {
  const least = { sigmoid: 5, tanh: 3, square: 1 }[kind];
  const reach = Math.max(least, Math.abs(z) * 1.15);
  const x = linearAxis([-reach, reach], [box.left, box.right]);
  const span = { sigmoid: [0, 1], tanh: [-1, 1], square: [0, reach * reach] }[kind] as [number, number];
  const y = linearAxis(span, [box.bottom, box.top]);
  const at = Float64Array.from({ length: POINTS }, (_, i) => ((2 * i) / (POINTS - 1) - 1) * reach);
  return { path: linePath({ x: at, y: at.map(functions[kind]) }, x, y), x, y };
}
