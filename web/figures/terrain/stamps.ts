/** Maps the size of a stamp, which hang above the rates that they are made at. */
import { svg, type SVGTemplateResult } from 'lit';
import { terrainMap } from '../../plot/contours';
import { round } from '../../plot/curve';
import { brief } from '../../plot/format';
import type { Box } from '../../plot/scales';
import { basinLayer } from './basins';
import { aside } from './asides';
import { basinsShown } from './known';
import { sameRate } from './model';
import { percent } from './names';
import { still, type Seen } from './seen';

/** Who owns what at a rate, for those who do not see it. */
function said(v: Seen, rate: number): string {
  const shares = aside(v.model.survey, rate)?.ends.bottoms.filter((b) => b.letter && b.share > 0);
  return `Rate ${brief(rate, 3)}${shares?.length ? `: ${shares.map((b) => `${b.letter} owns ${percent(b.share)}`).join(', ')}` : ''}`;
}

/** The ground and its basins at a rate, to be pressed; `lettered` with the rate below. */
export function stamp(
  v: Seen,
  { box, rate }: { readonly box: Box; readonly rate: number },
  lettered: boolean,
): SVGTemplateResult {
  const { survey } = v.model;
  const basins = aside(survey, rate);
  const [w, h] = [box.right - box.left, box.bottom - box.top];
  const edge = (name: string): SVGTemplateResult =>
    svg`<rect class=${name} x=${round(box.left)} y=${round(box.top)} width=${round(w)} height=${round(h)}></rect>`;
  const on = sameRate(rate, v.settings.rate);
  const press = (): void => v.set({ rate }, still);
  return svg`<g class="stamp" role="button" tabindex="0" aria-pressed=${on ? 'true' : 'false'} aria-label=${said(v, rate)}
      @click=${press} @keydown=${(e: KeyboardEvent) => {
        if (e.key !== 'Enter' && e.key !== ' ') return;
        e.preventDefault();
        press();
      }}>
    <g clip-path=${`url(#${v.id}-stamps)`}>
      <g class="ground">${terrainMap(survey.small, box)}</g>
      ${basins && basinsShown(v) ? basinLayer(basins, box, true) : ''}
    </g>
    ${edge(on ? 'gd-chosen-line edge' : 'gd-guide-line edge')}
    ${lettered ? svg`<text class=${on ? 'gd-label' : 'gd-tick-text'} x=${round((box.left + box.right) / 2)} y=${round(box.bottom + 15)} text-anchor="middle" aria-hidden="true">${brief(rate, 3)}</text>` : ''}
  </g>`;
}
