/** Where everything stands: the pad, the neurons between, and the ten answers. */
import type { Box } from '../../plot/scales';
import type { Seen } from './seen';

/** Wider than this, roads are drawn from the last neurons to the answers. */
export const WIDE = 440;

export interface Room {
  readonly width: number;
  readonly height: number;
  readonly wide: boolean;
  readonly pad: Box;
  /** Hidden layers: where each neuron stands, and how large it may be. */
  readonly layers: readonly { readonly at: readonly (readonly [number, number])[]; readonly radius: number }[];
  /** Where roads end: before the answers' names. */
  readonly mouth: number;
  /** Where the answers' bars begin and end. */
  readonly bars: readonly [number, number];
  /** Middles of the answers' rows. */
  readonly rows: readonly number[];
  /** Foot of the line of words. */
  readonly words: number;
}

/** Neurons that stand one below the other; more make another column. */
const COLUMN = 32;

function column(count: number, left: number, width: number, { top, bottom }: Box): Room['layers'][number] {
  const columns = Math.ceil(count / COLUMN);
  const rows = Math.ceil(count / columns);
  const pitch = (bottom - top) / Math.max(rows, 8);
  const first = (top + bottom) / 2 - ((rows - 1) / 2) * pitch;
  const across = width / columns;
  return {
    radius: Math.max(1.5, Math.min(7, pitch / 2 - 0.8, across / 2 - 0.8)),
    at: Array.from({ length: count }, (_, i) => [
      left + across * (Math.floor(i / rows) + 0.5),
      first + (i % rows) * pitch,
    ]),
  };
}

export function roomOf({ width, model }: Pick<Seen, 'width' | 'model'>): Room {
  const wide = width > WIDE;
  const side = Math.round(wide ? Math.min(250, width * 0.385) : width * 0.605);
  const pad = { left: 1, top: 1, right: side + 1, bottom: side + 1 };
  const inner = { ...pad, top: 3, bottom: side - 1 };
  const bars = [width - (wide ? 151 : 63), width - (wide ? 44 : 33)] as const;
  const mouth = bars[0] - (wide ? 24 : 20);
  const hidden = model.sizes.slice(1, -1);
  const share = (wide ? mouth - 48 : mouth - 2) - pad.right - 14;
  const each = share / hidden.length;
  return {
    width,
    height: side + 28,
    wide,
    pad,
    layers: hidden.map((count, l) => column(count, pad.right + 14 + each * l, Math.min(each, 44), inner)),
    mouth,
    bars,
    rows: Array.from({ length: 10 }, (_, d) => inner.top + 9 + (d * (inner.bottom - inner.top - 18)) / 9),
    words: side + 20,
  };
}
