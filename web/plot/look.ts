/** From where a landscape is looked at, and in words. */
import { clamp } from './scales';

/** From where a block is seen, in degrees. */
export interface Look {
  /** Clockwise around the block; 0 has y pointing away from the viewer, as on a map with north up. */
  readonly turn: number;
  /** Above the horizon; 90 is straight down. */
  readonly tilt: number;
}

export const LOOKS = { tilt: [12, 90] } as const;

/** Turned and tilted, kept within what makes sense. */
export function turned(look: Look, by: Look): Look {
  const around = (((look.turn + by.turn) % 360) + 360) % 360;
  return { turn: around, tilt: clamp(look.tilt + by.tilt, ...LOOKS.tilt) };
}

/** A look in words, by where the viewer stands. */
export function lookInWords({ turn, tilt }: Look): string {
  if (tilt >= 89) return 'seen from straight above';
  const sides = ['south', 'south-east', 'east', 'north-east', 'north', 'north-west', 'west', 'south-west'];
  return `seen from the ${sides[Math.round(turn / 45) % 8] ?? 'south'}, ${Math.round(tilt)}° above the horizon`;
}
