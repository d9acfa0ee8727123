/** The task: choose the rate at which the sharpness comes to stay at a height that is asked for. */
import { brief, significant } from '../../plot/format';
import type { Goal } from '../figure';
import type { settings } from './choices';
import { stays } from './edge';
import type { Landscape, Seen } from './seen';

export const WANTED = 14;
const NEAR = 0.06;

const heldAt = (v: Seen): number | undefined => {
  const course = v.model.edge?.course.now;
  return course && stays(course);
};

export const hover: Goal<typeof settings, Landscape> = {
  done: (v) => {
    const held = heldAt(v);
    return held !== undefined && Math.abs(held / WANTED - 1) < NEAR;
  },
  status: (v) => {
    if (v.settings.view !== 'edge') return 'open the edge of stability first';
    const { rate } = v.settings;
    const held = heldAt(v);
    if (held === undefined)
      return v.model.edge?.course.now?.diverged ? `rate ${brief(rate)} leaves the numbers` : 'the run is not over yet';
    if (Math.abs(held / WANTED - 1) >= NEAR) return `at rate ${brief(rate)} it stays at ${significant(held)}`;
    return `rate ${brief(rate)}: it stays at ${significant(held)}, because 2 / ${brief(rate)} is ${significant(2 / rate)}, and steps across steeper ground would grow from swing to swing until they left it`;
  },
};
