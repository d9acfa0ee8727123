/** The chapter's task: a start from which the steepest way down leads straight to the bottom of a bowl that is not round. */
import { brief } from '../../plot/format';
import { straightOff } from './bottoms';
import type { Place } from './place';
import type { Seen } from './seen';
import { landscapes } from './survey';

/** Off the bottom by so many degrees at most: as near as a hand sets the ball. */
const STRAIGHT = 2;

const startOf = (v: Seen): Place => v.model.placeAt([v.settings.x, v.settings.y]);

/** From here the steepest way down leads straight to the bottom, though the bowl is not round. */
export function aligned(v: Seen): boolean {
  const { condition } = v.settings;
  const off = straightOff(startOf(v), v.model.survey);
  return (
    landscapes[v.settings.function].shaped &&
    condition >= 4 &&
    off !== undefined &&
    off.distance >= 1 &&
    off.angle < STRAIGHT
  );
}

/** Which axis of the ellipses the start lies on: along one the bowl bends least, along the other most. */
function axis({ norm, at: [x, y] }: Place, condition: number): string {
  // On an axis the slope is that axis' curvature, 1 or the condition number, times the distance.
  return norm / Math.hypot(x, y) < Math.sqrt(condition) ? 'long' : 'short';
}

export function alignedStatus(v: Seen): string {
  if (!landscapes[v.settings.function].shaped) return 'choose one of the two bowls first';
  if (v.settings.condition < 4) return 'the condition number must be 4 or more';
  const start = startOf(v);
  const off = straightOff(start, v.model.survey);
  if (!off) return 'there is no way down from here';
  if (off.distance < 1) return 'too close: start at least 1 from the bottom';
  if (off.angle < STRAIGHT)
    return `you stand on the ellipse’s ${axis(start, v.settings.condition)} axis: the ground is the same on both sides of it, so nothing tilts across`;
  return `from here the steepest way down passes ${brief(off.angle, 2)}° beside the bottom`;
}
