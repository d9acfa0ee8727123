/** Both dials as knobs and sliders, for those who want them. */
import { html, type TemplateResult } from 'lit';
import { dial } from '../../parts/dial';
import { slider } from '../../parts/slider';
import { fixed, grouped } from '../../plot/format';
import { shows } from './best-line';
import { dialsNow, turn } from './hands';
import type { Seen } from './seen';

function oneDial(v: Seen, which: 'weight' | 'bias'): TemplateResult {
  const { dials, decimals } = v.model.survey;
  const value = dialsNow(v)[which];
  const [min, max] = dials[which];
  const input = (x: number): void => turn(v, { [which]: x });
  return html`<div class="one-of-two">
    ${dial({ value, min, max, input })}
    ${slider({
      id: `${v.id}-${which}`,
      label: which,
      value,
      min,
      max,
      idea: 'parameter',
      text: (x) => fixed(x, decimals[which]),
      input,
    })}
  </div>`;
}

/** The exact answer's loss, once it may be seen. */
function least(v: Seen): TemplateResult {
  const { best } = v.model.survey;
  if (best === undefined) return html``;
  return shows(v)
    ? html`<p class="idea-optimum">least possible ${grouped(best)}</p>`
    : html`<p>
        <button type="button" class="link" @click=${() => v.set({ best: true }, { keepTime: true })}>
          show the best line
        </button>
      </p>`;
}

export const bothDials = (v: Seen): TemplateResult =>
  html`<div class="both-dials">${oneDial(v, 'weight')} ${oneDial(v, 'bias')} ${least(v)}</div>`;
