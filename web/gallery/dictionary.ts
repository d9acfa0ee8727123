/** The dictionary of colours with its contrasts, the scale of type, and the distances. */
import { html, svg, type TemplateResult } from 'lit';
import { contrast } from '../style/colour';
import { palette, sizes, spaces, surface, type Idea, type Theme } from '../style/tokens';

/** What tells an idea apart where colours do not. */
const cues: Readonly<Record<Idea, string>> = {
  parameter: 'solid line, round ball with a ring',
  gradient: 'dashed line, arrow',
  loss: 'solid curve above a faint fill',
  optimum: 'cross',
  guess: 'dotted line, hollow triangle',
};

const swatch = (colour: string): TemplateResult =>
  html`<svg width="24" height="24" aria-hidden="true">
    ${svg`<rect width="24" height="24" rx="4" fill=${colour}></rect>`}
  </svg>`;

function row(name: string, colour: string, cue: string, theme: Theme): TemplateResult {
  const on = (ground: 'paper' | 'card'): string => contrast(colour, surface[ground][theme]).toFixed(2);
  return html`<tr>
    <td>${swatch(colour)}</td>
    <th scope="row">${name}</th>
    <td><code>${colour}</code></td>
    <td>${on('paper')}</td>
    <td>${on('card')}</td>
    <td>${cue}</td>
  </tr>`;
}

/** Colours of one theme; contrasts are WCAG 2 ratios, of which text needs 4.5 and marks need 3. */
export function colourTable(theme: Theme): TemplateResult {
  return html`<table>
    <caption>
      Colours, ${theme}
    </caption>
    <thead>
      <tr>
        <td></td>
        ${['idea', 'value', 'on paper', 'on a card', 'second cue'].map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${Object.entries(palette).map(([name, pair]) => row(name, pair[theme], cues[name as Idea], theme))}
      ${(['ink', 'ink2'] as const).map((name) => row(name, surface[name][theme], 'text', theme))}
    </tbody>
  </table>`;
}

export function typeScale(): TemplateResult {
  return html`${Object.entries(sizes).map(
    ([name, rem]) => html`<p class=${`size-${name}`}>${name}, ${rem} rem: downhill in 3 steps</p>`,
  )}`;
}

export function distances(): TemplateResult {
  return html`<svg width="320" height=${spaces.length * 22} role="img" aria-label="Distances">
    ${spaces.map(
      (rem, i) =>
        svg`<rect class="distance" x="0" y=${i * 22 + 4} width=${rem * 16} height="14"></rect><text x=${rem * 16 + 8} y=${i * 22 + 16}>${rem} rem</text>`,
    )}
  </svg>`;
}
