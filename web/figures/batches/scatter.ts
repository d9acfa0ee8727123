/** The examples as points, those that are asked lit, and the line as it stands. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { discPath, round } from '../../plot/curve';
import { frame } from '../../plot/frame';
import { linearAxis, type Box } from '../../plot/scales';
import { these } from './labels';
import { predicted } from './geyser';
import { placeOf, type Seen } from './seen';

export const PANEL_HEIGHT = 164;
/** A miss of more examples than this would be a curtain. */
const MOST_MISSES = 40;
const MINUTES = { x: [1.5, 5.3], y: [36, 102] } as const;

export function scatter(v: Seen, width: number): TemplateResult {
  const box: Box = { left: 30, top: 24, right: width - 6, bottom: PANEL_HEIGHT - 42 };
  const x = linearAxis(MINUTES.x, [box.left, box.right], 52);
  const y = linearAxis(MINUTES.y, [box.bottom, box.top], 34);
  const { at } = placeOf(v);
  const { duration, wait } = v.model.survey.geyser;
  const deck = v.model.deckAt(v.step);
  const asked = new Set(deck.batch);
  const line = (d: number): number => y.at(predicted(at[0], at[1], d));
  let [dim, lit, misses] = ['', '', ''];
  duration.forEach((d, i) => {
    const [px, py] = [x.at(d), y.at(wait[i] ?? 0)];
    if (!asked.has(i)) dim += discPath(px, py, 1.6);
    else {
      lit += discPath(px, py, 3.4);
      if (asked.size <= MOST_MISSES) misses += `M${round(px)} ${round(py)}V${round(line(d))}`;
    }
  });
  const ends = MINUTES.x.map((d) => `${round(x.at(d))} ${round(line(d))}`).join('L');
  const clip = `${v.id}-points`;
  const drawn: SVGTemplateResult = svg`<clipPath id=${clip}><rect x=${box.left} y=${box.top - 4} width=${round(box.right - box.left)} height=${box.bottom - box.top + 4}></rect></clipPath>
    ${frame({ box, x, y, xName: 'eruption, minutes', yName: '' })}
    <g clip-path=${`url(#${clip})`}>
      <path class="gd-datum-faint" opacity="0.55" d=${dim}></path>
      <path class="gd-miss-line" d=${misses}></path>
      <path class="gd-parameter-line" d=${`M${ends}`}></path>
      <path class="gd-datum" d=${lit}></path>
    </g>
    <text class="gd-axis-name" x="0" y="12">wait, minutes: ${these(deck.batch.length)} asked</text>`;
  return html`<svg
    data-spot="points"
    width=${width}
    height=${PANEL_HEIGHT}
    viewBox=${`0 0 ${width} ${PANEL_HEIGHT}`}
    role="img"
    aria-label=${`The eruptions as points, ${these(deck.batch.length)} of them asked, and the line as it stands`}
  >
    ${drawn}
  </svg>`;
}
