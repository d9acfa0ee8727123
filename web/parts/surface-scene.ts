/** What a surface shows: the ground and what lies on it, for the painter and for what is laid over its picture. */
import type { InkName } from '../plot/ink';
import type { Look } from '../plot/look';
import type { Ground } from '../plot/surface';

type Pair = readonly [number, number];

export interface SurfaceMark {
  /** In the domain. */
  readonly at: Pair;
  /** The ball, a place it has been, or an optimum. */
  readonly kind: 'ball' | 'dot' | 'optimum';
}

/** A straight arrow that touches the ground at `from`, as steep as it is drawn there, and reaches `by` further. */
export interface SurfaceArrow {
  readonly from: Pair;
  /** In the domain's units. */
  readonly by: Pair;
  readonly ink: InkName;
  /** Default true. */
  readonly head?: boolean;
}

/** What there is to see, apart from how the reader turns it. */
export interface SurfaceScene {
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  readonly ground: Ground;
  readonly look: Look;
  /** Lines on the ground, in the domain: x, y, x, y, ... */
  readonly lines?: readonly { readonly points: ArrayLike<number>; readonly ink: InkName }[];
  readonly arrows?: readonly SurfaceArrow[];
  readonly marks?: readonly SurfaceMark[];
  /** The reader turned it; called once a drag is over, and at each key. */
  readonly turned: (look: Look) => void;
}
