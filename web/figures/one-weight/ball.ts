/** The ball, wherever it is: on the curve, or at the edge it left by. */
import { svg, type SVGTemplateResult } from 'lit';
import { ballFace, handle } from '../../parts/drag';
import { round } from '../../plot/curve';
import { fixed, significant } from '../../plot/format';
import { beyond } from '../../plot/marks';
import { clamp, hundredths } from '../../plot/scales';
import { holdLens } from './starts';
import type { Room } from './room';
import type { Seen } from './seen';

export interface Place {
  readonly x: number;
  readonly y: number;
  /** Where it lies, if beyond the frame. */
  readonly away: 'left' | 'right' | 'up' | undefined;
}

/** One that left waits inside the frame, clear of the axis, with room for the sign of where it went. */
export function placeOf({ model: { ground } }: Seen, { box, x, y }: Room, now: number): Place {
  const [low, high] = ground.domain;
  const value = ground.value(now);
  const away = now < low ? 'left' : now > high ? 'right' : value > ground.top ? 'up' : undefined;
  const edge = away ? 20 : 0;
  return {
    x: clamp(x.at(now), box.left + edge, box.right - edge),
    y: clamp(y.at(value), box.top + edge, box.bottom),
    away,
  };
}

function sign({ x, y, away }: Place, r: Room, now: number): SVGTemplateResult {
  if (!away) return svg``;
  return svg`${beyond(x + (away === 'right' ? 14 : away === 'left' ? -14 : 0), y - (away === 'up' ? 14 : 0), away)}
    <text class="gd-parameter-text" x=${round(clamp(x, r.box.left + 66, r.box.right - 66))} y=${round(y + 32)} text-anchor="middle">off the map: w = ${significant(now)}</text>`;
}

export function ball(v: Seen, r: Room, now: number): SVGTemplateResult {
  const [low, high] = v.model.ground.domain;
  const place = placeOf(v, r, now);
  const set = (w: number): void => v.set({ start: hundredths(clamp(w, low, high)), guess: null });
  return svg`${sign(place, r, now)}
    ${handle({
      x: place.x,
      y: place.y,
      label: 'The ball: where descent starts',
      value: now,
      min: low,
      max: high,
      valueText: `w ${fixed(now)}, loss ${fixed(v.model.ground.value(now))}`,
      move: (px) => {
        holdLens(v);
        set(r.x.value(px));
        if (!v.local['touched']) v.setLocal({ touched: true });
      },
      done: () => v.setLocal({ lens: undefined }),
      nudge: (dx, dy, scale) => set((v.step === 0 ? v.settings.start : now) + (dx || dy) * 0.05 * scale),
      face: ballFace,
      // At the edge there is no room for it, and something else is said there.
      hint: v.local['touched'] || place.away || v.pinned ? undefined : 'drag me',
      ...(v.model.hill ? {} : { hintAt: [8, 28] as const }),
    })}`;
}
