/** Grey squares as a drawing: one path for each of a few greys, so that 784 squares cost no more than eight shapes. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { SIDE } from './ink';

/** Greys that are told apart. */
const GREYS = 8;

/** Paths by grey, lightest first, in squares from the upper left. */
export function squarePaths(picture: ArrayLike<number>, greys = GREYS): readonly string[] {
  const paths = new Array<string>(greys).fill('');
  for (let row = 0; row < SIDE; row++) {
    let column = 0;
    while (column < SIDE) {
      const grey = Math.round((picture[row * SIDE + column] ?? 0) * greys);
      const from = column++;
      while (column < SIDE && Math.round((picture[row * SIDE + column] ?? 0) * greys) === grey) column++;
      if (grey > 0) paths[grey - 1] += `M${from} ${row}h${column - from}v1h${from - column}z`;
    }
  }
  return paths;
}

export function squares(
  picture: ArrayLike<number>,
  o: { readonly x: number; readonly y: number; readonly side: number; readonly greys?: number },
): SVGTemplateResult {
  const greys = o.greys ?? GREYS;
  return svg`<g transform=${`translate(${round(o.x)} ${round(o.y)}) scale(${Number((o.side / SIDE).toFixed(4))})`}>
    ${squarePaths(picture, greys).map((d, i) => (d ? svg`<path class="gd-pixel" fill-opacity=${Number(((i + 1) / greys).toFixed(3))} d=${d}></path>` : ''))}
  </g>`;
}
