/** What every momentum does, once the wager is made. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { fixed } from '../../plot/format';
import { cross } from '../../plot/marks';
import { curve, type DialOptions, type Room } from './dial';
import { still, type Seen } from './seen';

/** Every so many values while the ground moves. */
const COARSE = 7;

/** The whole curve and theory's place on it: absent, not hidden, until the wager is made. */
export function swept(o: DialOptions, r: Room): SVGTemplateResult {
  const stride = o.moving ? COARSE : 1;
  const values = o.rolls.all(stride).map(({ momentum }) => momentum);
  const { theory } = o.rolls;
  const at = theory && r.x.at(theory.best);
  const name = `theory’s best at this rate, ${fixed(theory?.best ?? 0, 2)}`;
  const before = at !== undefined && at > r.left + 190;
  return svg`<path class="gd-ahead-line" d=${curve(r, o.rolls, values, stride / 100 + 0.005)}></path>
    ${
      at === undefined
        ? ''
        : svg`<path class="gd-optimum-dash" d=${`M${round(at)} ${r.top - 8}V${r.axis}`}></path>${cross(at, r.axis, 6)}
          <text class="gd-optimum-text" x=${round(before ? at - 7 : at + 7)} y=${r.top + 4} text-anchor=${before ? 'end' : 'start'}>${o.width < 480 ? `theory, ${fixed(theory?.best ?? 0, 2)}` : name}</text>`
    }`;
}

/** Guess, theory and truth in a line. */
export function verdict(v: Seen): TemplateResult {
  const { guessMomentum: guess } = v.settings;
  const { rolls } = v.model;
  // While the start is dragged, a frame has no time for every value.
  if (v.local['moving'] === true) return html`<p class="verdict small">Let go, and every momentum runs from here.</p>`;
  const best = rolls.best();
  const { theory } = rolls;
  const range = (from: number, to: number): string =>
    from === to ? fixed(to, 2) : `${fixed(from, 2)} to ${fixed(to, 2)}`;
  return html`<p class="verdict small">
    ${guess === null ? '' : html`<span>your guess <b class="idea-guess">${fixed(guess, 2)}</b></span>`}
    ${theory ? html`<span>theory <b class="idea-optimum">${fixed(theory.best, 2)}</b>, ${rolls.at(theory.best).step ?? '—'} steps</span>` : ''}
    ${best ? html`<span>best in this race <b>${range(best.from, best.to)}</b>, ${best.steps} steps</span>` : html`<span>nobody arrives here</span>`}
    <button type="button" class="link" @click=${() => v.set({ guessMomentum: null, swept: false }, still)}>
      guess again
    </button>
  </p>`;
}
