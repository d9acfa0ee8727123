/** The chapter's own order: picture, dials and loss, then the machine that turns them. */
import { html, type TemplateResult } from 'lit';
import { dial } from '../../parts/dial';
import { slider } from '../../parts/slider';
import { exact, fixed, grouped } from '../../plot/format';
import type { Pieces } from '../figure';
import { shows } from './best-line';
import { dialsNow, turn } from './hands';
import { namesOf } from './words';
import type { Seen } from './seen';

function oneDial(v: Seen, which: 'weight' | 'bias'): TemplateResult {
  const { dials, decimals } = v.model.survey;
  const value = dialsNow(v)[which];
  const [min, max] = dials[which];
  const input = (x: number): void => turn(v, { [which]: x });
  return html`<div class="one-dial">
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

/** The loss of the chosen kind, large; the other kind, and the miss it amounts to, beside it. */
function tally(v: Seen): TemplateResult {
  const { run, survey } = v.model;
  const loss = run.loss(v.step);
  const summed = v.settings.loss === 'sum_squares';
  const [sum, mean] = summed ? [loss, loss / survey.count] : [loss * survey.count, loss];
  const { unit } = namesOf(v).y;
  return html`<div class="tally">
    <div>
      <p class="quiet small">loss, ${summed ? 'sum' : 'mean'} of squares</p>
      <p class="tally-loss idea-loss" title=${exact(loss)}>${grouped(loss)}</p>
    </div>
    <div class="quiet small">
      <p>${summed ? `mean ${grouped(mean)}` : `sum ${grouped(sum)}`}</p>
      <p>typical miss ${grouped(Math.sqrt(mean), 3)} ${unit}</p>
      ${least(v)}
    </div>
  </div>`;
}

function atHand(v: Seen): TemplateResult {
  return html`<div class="at-hand">
    ${oneDial(v, 'weight')} ${oneDial(v, 'bias')} ${tally(v)}
    <button type="button" class="pill strong" @click=${() => v.play(5)}>let the machine turn them</button>
  </div>`;
}

export function arrange(v: Seen, pieces: Pieces): TemplateResult {
  return html`${pieces.plot}${atHand(v)}${pieces.timeBar}${pieces.panels}${pieces.controls}${pieces.foot}`;
}
