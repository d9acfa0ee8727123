/** The slopes that have arrived, over what nudging every dial says; and the multiplications so far, in strokes. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { exact, significant } from '../../plot/format';
import { nowOf } from './now';
import { differs } from './order';
import { dialName } from './quantity';
import { WIDE } from './room';
import type { Seen } from './seen';

/** Columns of one table where there is little room. */
const FEW = 5;

function part(v: Seen, first: number, count: number, name: string): TemplateResult {
  const { graph, whole, yours } = v.model;
  const { state } = nowOf(v);
  const dials = Array.from({ length: count }, (_, i) => first + i);
  const arrived = (dial: number): boolean => state.reached[dial] === 1;
  const short = (dial: number): boolean =>
    arrived(dial) && yours && differs(state.gradient[dial] ?? 0, whole.gradient[dial] ?? 0);
  return html`<table class="slopes">
    <thead>
      <tr>
        <th scope="col">slope of</th>
        ${dials.map((d) => html`<th scope="col">${dialName(graph.dials[d] ?? ['', ''])}</th>`)}
      </tr>
    </thead>
    <tbody>
      <tr>
        <th scope="row">${name}</th>
        ${dials.map((d) =>
          arrived(d)
            ? html`<td class=${short(d) ? 'ringed' : ''} title=${exact(state.gradient[d] ?? 0)}>
                <b class=${short(d) ? 'idea-gradient short' : 'idea-gradient'}
                  >${significant(state.gradient[d] ?? 0)}</b
                >
              </td>`
            : html`<td><span aria-hidden="true">·</span><span class="unseen">not yet</span></td>`,
        )}
      </tr>
      <tr class="ahead">
        <th scope="row">nudged</th>
        ${dials.map((d) =>
          arrived(d)
            ? html`<td title=${exact(whole.nudged[d] ?? 0)}>${significant(whole.nudged[d] ?? 0)}</td>`
            : html`<td><span aria-hidden="true">·</span><span class="unseen">not yet</span></td>`,
        )}
      </tr>
    </tbody>
  </table>`;
}

export function slopes(v: Seen): TemplateResult {
  const { length } = v.model.graph.dials;
  const name = v.model.yours ? 'your order' : 'one sweep';
  const each = v.width < WIDE ? FEW : length;
  const parts = Array.from({ length: Math.ceil(length / each) }, (_, i) =>
    part(v, i * each, Math.min(each, length - i * each), name),
  );
  return html`<div data-spot="slopes">${parts}</div>`;
}

/** Strokes in fives: the fifth lies across. */
function strokes(done: number, of: number, kind: string): SVGTemplateResult {
  return svg`${Array.from({ length: of }, (_, i) => {
    const [five, k] = [Math.floor(i / 5), i % 5];
    const x = five * 30 + k * 5 + 3;
    const d = k === 4 ? `M${five * 30} 12L${five * 30 + 22} 4` : `M${x} 2v12`;
    return svg`<path class=${kind} stroke-opacity=${i < done ? 1 : 0.28} d=${d}></path>`;
  })}`;
}

export function tally(v: Seen): TemplateResult {
  const now = nowOf(v);
  const { whole } = v.model;
  const total = (list: ArrayLike<number>, upTo = Infinity): number =>
    Array.from(list).reduce((sum, n, i) => (i < upTo ? sum + n : sum), 0);
  const [forwards, backwards] = [total(whole.forwards), total(whole.backwards)];
  const out = total(whole.forwards, now.done);
  const back = total(now.state.backwards);
  const drawn = (done: number, of: number, kind: string): TemplateResult =>
    html`<svg
      width=${Math.ceil(of / 5) * 30}
      height="16"
      viewBox=${`0 0 ${Math.ceil(of / 5) * 30} 16`}
      aria-hidden="true"
    >
      ${strokes(done, of, kind)}
    </svg>`;
  return html`<p class="tally" data-spot="tally">
    <span class="quiet">multiplied</span>
    <span>forwards <b>${out}</b></span
    >${drawn(out, forwards, 'gd-stroke')}
    <span class="idea-gradient">backwards <b>${back}</b> of ${backwards}</span
    >${drawn(Math.min(back, backwards), backwards, 'gd-stroke back')}
  </p>`;
}
