/** The gallery's page: every part in every state, light and dark side by side. Only `npm run dev` serves it. */
import { html, render, type TemplateResult } from 'lit';
import type { Theme } from '../style/tokens';
import { colourTable, distances, typeScale } from './dictionary';
import { entries } from './entries';
import './specimen';
import type { Entry, State } from './specimen';

const themes: readonly Theme[] = ['light', 'dark'];

const pair = (state: State, id: string, { title, wide }: Entry): TemplateResult => html`
  <h3>${state.name}</h3>
  <div class=${wide ? 'pair wide' : 'pair'}>
    ${themes.map(
      (theme) =>
        html`<div class=${`ground ${theme}`}>
          <gd-specimen
            id=${`${id}-${theme}`}
            title=${`${title}, ${state.name}, ${theme}`}
            .state=${state}
          ></gd-specimen>
        </div>`,
    )}
  </div>
`;

const section = (entry: Entry, i: number): TemplateResult => html`
  <section>
    <h2>${entry.title} ${entry.files.map((file) => html`<small>${file}</small> `)}</h2>
    ${entry.states.map((state, k) => pair(state, `part-${i}-${k}`, entry))}
  </section>
`;

const both = (draw: (theme: Theme) => TemplateResult): TemplateResult =>
  html`<div class="pair">${themes.map((theme) => html`<div class=${`ground ${theme}`}>${draw(theme)}</div>`)}</div>`;

render(
  html`
    <h1>Every part in every state</h1>
    <section>
      <h2>The dictionary of colours</h2>
      ${both(colourTable)}
    </section>
    <section>
      <h2>Type and distances</h2>
      ${both(() => html`${typeScale()} ${distances()}`)}
    </section>
    ${entries.map(section)}
  `,
  document.querySelector('main') ?? document.body,
);
