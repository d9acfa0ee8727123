/** The chapter's task: a start from which the steepest way down leads straight to the bottom of a bowl that is not round. */
import { brief } from '../../plot/format';
import { straightOff } from './panels';
import type { Seen } from './seen';
import { landscapes } from './survey';

/** From here the steepest way down leads straight to the bottom, though the bowl is not round. */
export function aligned(v: Seen): boolean {
  const { condition } = v.settings;
  const place = v.model.placeAt([v.settings.x, v.settings.y]);
  const off = straightOff(place, v.model.survey);
  return (
    landscapes[v.settings.function].shaped && condition >= 4 && off !== undefined && off.distance >= 1 && off.angle < 2
  );
}

export function alignedStatus(v: Seen): string {
  if (!landscapes[v.settings.function].shaped) return 'choose one of the two bowls first';
  if (v.settings.condition < 4) return 'the condition number must be 4 or more';
  const off = straightOff(v.model.placeAt([v.settings.x, v.settings.y]), v.model.survey);
  if (!off) return 'there is no way down from here';
  if (off.distance < 1) return 'too close: start at least 1 from the bottom';
  return `from here the steepest way down passes ${brief(off.angle, 2)}° beside the bottom`;
}
