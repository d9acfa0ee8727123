/** The map's frame: one scale for both dials, so that no angle lies. It never follows what happens within it. */
import { brief } from '../../plot/format';
import { clamp, linearAxis, type Axis, type Box } from '../../plot/scales';
import type { Seen } from './seen';
import type { Pair } from './survey';

export interface Frame {
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
  /** Pixels for a unit of either dial. */
  readonly unit: number;
  readonly height: number;
}

export interface Mark {
  readonly value: number;
  readonly at: number;
  readonly text: string;
}

const LEFT = 26;
/** For the numbers below the map. */
const FOOT = 22;
/** What the frame holds where a post begins outside the usual one: every place that can be asked for. */
const WHOLE: Pair = [-5.2, 5.2];

const mapHeight = (width: number): number => Math.round(clamp(0.5 * width, Math.min(222, 0.65 * width), 440));

function frameOver(width: number, tall: Pair): Frame {
  const height = mapHeight(width);
  const box = { left: LEFT, top: 2, right: width - 2, bottom: 2 + height };
  const unit = height / (tall[1] - tall[0]);
  const half = (box.right - box.left) / unit / 2;
  return {
    box,
    unit,
    x: linearAxis([-half, half], [box.left, box.right]),
    y: linearAxis(tall, [box.bottom, box.top]),
    height: height + 2 + FOOT,
  };
}

const within = (value: number, { domain }: Axis): boolean => value >= domain[0] && value <= domain[1];

/** The usual frame; the whole one where the run begins outside it, and from then on as long as it is looked at. */
export function frameOf(v: Seen): Frame {
  const usual = frameOver(v.width, v.model.survey.tall);
  const { x, y } = v.settings;
  const far = v.local['far'] === true || !within(x, usual.x) || !within(y, usual.y);
  return far ? frameOver(v.width, WHOLE) : usual;
}

export const isFar = (v: Seen, { y }: Frame): boolean => y.domain[1] !== v.model.survey.tall[1];

/** Multiples of `step` along an axis: where two plots are to be compared, both have the same. */
export function marks(axis: Axis, step: number): Mark[] {
  const [low, high] = [Math.ceil(axis.domain[0] / step), Math.floor(axis.domain[1] / step)];
  return Array.from({ length: high - low + 1 }, (_, k) => {
    const value = (low + k) * step;
    return { value, at: axis.at(value), text: brief(value) };
  });
}
