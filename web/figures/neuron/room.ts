/** Where everything stands: inputs and hidden maps from left to right, the answer's map beside them, or alone where it is narrow. */
import type { Axis, Box } from '../../plot/scales';
import { linearAxis } from '../../plot/scales';
import { ASPECT } from './ground';
import type { Net } from './net';
import type { Seen } from './seen';

/** Wider than this, the network stands beside its answer. */
export const WIDE = 470;

export interface Chain {
  readonly inputs: readonly Box[];
  /** By number. */
  readonly maps: readonly Box[];
  /** Where the answers' roads end; where it has a small map of its own, at that. */
  readonly outputs: readonly (readonly [number, number])[];
}

export interface Room {
  readonly width: number;
  readonly height: number;
  readonly wide: boolean;
  readonly answer: Box;
  readonly x: Axis;
  readonly y: Axis;
  /** The line of words below the answer. */
  readonly words: number;
  readonly chain: Chain | undefined;
}

const boxAt = (left: number, middle: number, width: number, height: number): Box => ({
  left,
  top: middle - height / 2,
  right: left + width,
  bottom: middle + height / 2,
});

/** Middles of `count` things one below the other, at most `most` apart. */
function middles(count: number, { top, bottom }: Box, most: number): number[] {
  const pitch = Math.min(most, (bottom - top) / count);
  return Array.from({ length: count }, (_, i) => (top + bottom) / 2 + (i - (count - 1) / 2) * pitch);
}

/** Room for a bias and the ends of roads before a map, px. */
const MOUTH = 10;
const INPUT = 44;

/** @param area the outputs' roads end at its right edge */
export function chainIn(net: Net, area: Box): Chain {
  const layers = net.sizes.length - 2;
  const width = area.right - area.left - INPUT;
  const mapWidth = layers ? Math.min(70, width / (layers * 1.72 + 0.35)) : 0;
  const gap = (width - layers * mapWidth) / (layers + 0.5);
  const inputs = net.sizes[0] ?? 0;
  const inputPitch = Math.min(112, (area.bottom - area.top) / inputs);
  const inputHeight = Math.min(INPUT / ASPECT, inputPitch - 6);
  const column = (layer: number): Box[] => {
    const count = net.sizes[layer + 1] ?? 0;
    const pitch = Math.min(66, (area.bottom - area.top) / count);
    const height = Math.min(mapWidth / ASPECT, pitch - 5);
    const left = area.left + INPUT + gap * (layer + 1) + mapWidth * layer;
    return middles(count, area, 66).map((y) =>
      boxAt(left + (mapWidth - height * ASPECT) / 2, y, height * ASPECT, height),
    );
  };
  return {
    inputs: middles(inputs, area, 112).map((y) => boxAt(area.left, y, inputHeight * ASPECT, inputHeight)),
    maps: Array.from({ length: layers }, (_, layer) => column(layer)).flat(),
    outputs: middles(net.neurons - net.hidden, area, 50).map((y) => [area.right - MOUTH, y] as const),
  };
}

/** Share of the width that the answer takes, by hidden layers: the rest is the network's. */
const SHARES = [0.66, 0.6, 0.5, 0.45, 0.42] as const;

export function roomOf(v: Pick<Seen, 'width' | 'model'>): Room {
  const { net, ground } = v.model;
  const wide = v.width > WIDE;
  const layers = net.sizes.length - 2;
  const answerWidth = wide ? v.width * (SHARES[layers] ?? 0.42) : v.width;
  const tall = wide ? (v.width * 0.6) / ASPECT + 24 : answerWidth / ASPECT;
  const height = answerWidth / ASPECT;
  const top = wide ? Math.max(4, (tall - 20 - height) / 2) : 1;
  const answer = { left: v.width - answerWidth, top, right: v.width - 1, bottom: top + height };
  return {
    width: v.width,
    height: wide ? tall + 4 : answer.bottom + 24,
    wide,
    answer,
    x: linearAxis(ground.x, [answer.left, answer.right]),
    y: linearAxis(ground.y, [answer.bottom, answer.top]),
    words: answer.bottom + 17,
    chain: wide ? chainIn(net, { left: 2, top: 2, right: answer.left, bottom: tall }) : undefined,
  };
}

/** Where a bias is read before a map: its line, and how far it goes either way. */
export const gaugeOf = ({ left, top, bottom }: Box): { x: number; middle: number; half: number } => ({
  x: left - MOUTH + 3,
  middle: (top + bottom) / 2,
  half: Math.min(24, (bottom - top) / 2),
});
