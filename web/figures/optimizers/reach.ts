/** How much ground the map shows. Its frame depends on no momentum and on no racer, so it stays while they change. */
import { clamp, linearAxis, type Axis, type Box } from '../../plot/scales';
import { hasCondition } from './landscapes';
import type { Race } from './race';

export interface MapRoom {
  readonly height: number;
  readonly box: Box;
  readonly x: Axis;
  readonly y: Axis;
  /** Where a start may be put. */
  readonly within: { readonly x: Pair; readonly y: Pair };
}

type Pair = readonly [number, number];

/** Of bowl and ravine: from a little below the usual start to where momentum swings past the bottom. */
const NEAR: { readonly x: Pair; readonly y: Pair } = { x: [-4, 3.6], y: [-3.4, 1.9] };
/** Shown around that, on the map's own scale. */
const RIM = 0.1;

const inside = (value: number, [low, high]: Pair): boolean => value >= low && value <= high;

/** Whether the map shows the near part: asked for, and the start lies in it. */
export function isNear({ ground, start }: Race, reach: 'near' | 'whole'): boolean {
  const quadratic = hasCondition(ground.info.name as 'ravine');
  return quadratic && reach === 'near' && inside(start[0], NEAR.x) && inside(start[1], NEAR.y);
}

/** Where a start may be: on the part of the map that is shown. */
export const startsWithin = (race: Race, reach: 'near' | 'whole'): MapRoom['within'] =>
  isNear(race, reach) ? NEAR : { x: race.ground.x, y: race.ground.y };

/** As high as leaves room for what stands below it, in a column of that width. */
export const mapHeight = (width: number): number => Math.round(clamp(136 + (width - 348) * 0.75, 124, 372));

const middle = ([low, high]: Pair): number => (low + high) / 2;

/** One scale for both axes, or a step along the gradient would not stand square on the contours. */
export function mapRoom(race: Race, reach: 'near' | 'whole', width: number): MapRoom {
  const { ground } = race;
  const height = mapHeight(width);
  const near = isNear(race, reach);
  const within = startsWithin(race, reach);
  const y: Pair = near ? [NEAR.y[0] - RIM, NEAR.y[1] + RIM] : ground.y;
  const unit = near ? height / (y[1] - y[0]) : Math.min(height / (y[1] - y[0]), width / (ground.x[1] - ground.x[0]));
  const w = Math.min(width, unit * (ground.survey.x[1] - ground.survey.x[0]));
  const left = Math.round((width - w) / 2);
  const box = { left, top: 0, right: left + w, bottom: height };
  const around = (centre: number, pixels: number): [number, number] => [
    centre - pixels / 2 / unit,
    centre + pixels / 2 / unit,
  ];
  return {
    height,
    box,
    within,
    x: linearAxis(around(middle(near ? NEAR.x : ground.x), w), [box.left, box.right], 60),
    y: linearAxis(around(middle(y), height), [box.bottom, box.top], 52),
  };
}
