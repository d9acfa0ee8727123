/** Two runs side by side in words: one that was pinned, and the present one. */
import { html, type TemplateResult } from 'lit';
import { PINNED_DASH } from '../plot/ink';

export interface Compared {
  readonly step: number;
  /** What each is and how it fares; undefined while they are the same. */
  readonly both?: { readonly pinned: string; readonly now: string };
}

const SAME = 'This run is pinned. Change something, and both stay in view.';

/** The same as one sentence, to be spoken. */
export function comparedSentence({ step, both }: Compared): string {
  return both ? `At step ${step}, pinned: ${both.pinned}; now: ${both.now}.` : SAME;
}

/** A piece of either line in no idea's colour: what tells the two apart is dash and hollow ball. */
const sample = (pinned: boolean): TemplateResult =>
  html`<svg class="sample" width="30" height="12" viewBox="0 0 30 12" aria-hidden="true">
    <path class="gd-solid-line" stroke-dasharray=${pinned ? PINNED_DASH : ''} d="M1 6H24"></path>
    <circle class=${pinned ? 'gd-hollow-dot' : 'gd-knob'} cx="24" cy="6" r="4.5"></circle>
  </svg>`;

export function comparedLine({ both }: Compared): TemplateResult {
  const one = (name: string, text: string): TemplateResult =>
    html`<span>${sample(name === 'pinned')} <b>${name}</b> ${text}</span>`;
  return html`<p class="compared" part="compared">
    ${both ? html`${one('pinned', both.pinned)} ${one('now', both.now)}` : html`<span>${sample(true)} ${SAME}</span>`}
  </p>`;
}
