/** The compass's needle at the ball. */
import { svg, type SVGTemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { brief } from '../../plot/format';
import { direction, knobFace, line, needleTip, turnedByKey } from './arms';
import { turn } from './hands';
import type { Mapped } from './mapped';
import { slopeTowards } from './place';

/** The needle the reader turns on the compass, with the slope that way. */
export function needleArm(m: Mapped): SVGTemplateResult {
  const { v, ball, place } = m;
  const { needle } = v.settings;
  const [x, y] = needleTip(m);
  const slope = brief(slopeTowards(place, needle));
  return svg`<path class="gd-solid-line arm" d=${line(ball, [x, y])}></path>
    ${handle({
      x,
      y,
      label: 'The needle: a direction to ask about',
      value: needle,
      min: 0,
      max: 360,
      valueText: `${needle} degrees, slope ${slope}`,
      move: (px, py) => turn(v, direction(...ball, px, py)),
      nudge: (dx, dy, scale) => turn(v, turnedByKey(needle, dx, dy, scale)),
      face: knobFace,
    })}`;
}
