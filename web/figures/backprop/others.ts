/** Other graphs, and numbers under which something happens to blame. */
import { html, type TemplateResult } from 'lit';
import { segmented } from '../../parts/slider';
import { GRAPHS, graphs, type GraphName } from './graphs';
import type { Seen } from './seen';

type Values = Parameters<Seen['set']>[0];

/** The graph as it was drawn first. */
const own = { dials: [], inputs: [], wanted: null, guess: null } as const;

const turned = (graph: GraphName, dial: number, value: number): Values => ({
  ...own,
  graph,
  dials: graphs[graph].own.dials.map((old, i) => (i === dial ? value : old)),
});

export const examples: readonly { readonly label: string; readonly values: Values }[] = [
  { label: 'a flat squash', values: { ...own, graph: 'chain', dials: [3, 1] } },
  { label: 'a weight of 0', values: turned('network', 7, 0) },
  { label: 'a perfect answer', values: { ...own, graph: 'chain', inputs: [0.5], wanted: 0.5 } },
  { label: 'shares of opposite sign', values: turned('fork', 7, -0.9) },
];

export function others(v: Seen): TemplateResult {
  const press = (values: Values): void => {
    v.set(values);
    v.play(2);
  };
  return html`<div class="others" data-spot="graphs">
    ${segmented({
      id: `${v.id}-graph`,
      label: 'graph',
      value: v.settings.graph,
      options: GRAPHS.map((name) => ({ value: name, label: graphs[name].label })),
      input: (graph) => press({ ...own, graph }),
    })}
    <div class="presets" role="group" aria-label="Try">
      <span class="quiet">watch it</span>
      ${examples.map((e) => html`<button type="button" class="pill" @click=${() => press(e.values)}>${e.label}</button>`)}
    </div>
  </div>`;
}
