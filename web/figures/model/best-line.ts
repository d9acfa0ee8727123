/** The closed-form line beside the model's own. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { lineAt, straight, type Line, type Picture } from './picture';
import type { Seen } from './seen';

/** The exact answer stays back until the reader asks for it or the machine has begun. */
export const shows = (v: Seen): boolean => v.settings.best || v.time > 0;

/** Half the size of the words "least squares", with a little air. */
const WORDS = [46, 12] as const;

/** A place on the closed-form line where its name covers neither a point nor the model's own line. */
function clearPlace(r: Picture, best: Line, own: Line): [number, number] | undefined {
  const [left, right] = r.shown.range;
  for (const share of [0.88, 0.12, 0.75, 0.25, 0.62, 0.4])
    for (const side of [20, -16]) {
      const px = left + (right - left) * share;
      const py = best(px) + side;
      const inside = py > r.box.top + WORDS[1] && py < r.box.bottom - WORDS[1];
      const clear = [-1, 0, 1].every((s) => Math.abs(own(px + s * WORDS[0]) - py) > WORDS[1] + 6);
      const free = r.px.every(
        (x, i) => Math.abs(x - px) > WORDS[0] + 4 || Math.abs((r.py[i] ?? 0) - py) > WORDS[1] + 2,
      );
      if (inside && clear && free) return [px, py];
    }
  return undefined;
}

export function bestLine(v: Seen, r: Picture, own: Line): SVGTemplateResult {
  const { fit } = v.model.survey;
  if (fit.error || !shows(v)) return svg``;
  const at = lineAt(r, fit.parameters[0] ?? 0, fit.parameters[1] ?? 0);
  const place = clearPlace(r, at, own);
  return svg`<path class="gd-optimum-dash" d=${straight(r, at)}></path>
    ${place ? svg`<text class="gd-optimum-text" x=${round(place[0])} y=${round(place[1] + 4)} text-anchor="middle">least squares</text>` : ''}`;
}
