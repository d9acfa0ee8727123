/** The chosen racer's step, term by term; and its dials. */
import { html, type TemplateResult } from 'lit';
import { arithmetic, waiting } from '../../parts/arithmetic';
import { hyperparameters } from '../../parts/hyperparameters';
import { segmented } from '../../parts/slider';
import { brief } from '../../plot/format';
import { sign } from './bib';
import type { Pace } from './field';
import { leaving } from './leaving';
import { STRIDE, type Entry, type Race } from './race';
import { termLines } from './terms';

export interface InspectorOptions {
  readonly id: string;
  readonly race: Race;
  readonly entry: Entry;
  readonly step: number;
  readonly coordinate: number;
  readonly setCoordinate: (i: number) => void;
  /** Whether every line of a long arithmetic is shown. */
  readonly all: boolean;
  readonly showAll: () => void;
  readonly tune: (name: string, option: string, value: number) => void;
  readonly untune: (name: string) => void;
}

/** Up to so many lines, every number has its name above it. */
const SHORT = 3;

const AXES = ['x', 'y'] as const;

function step({ entry, race, coordinate, all, showAll, step: now }: InspectorOptions): TemplateResult {
  const { run } = entry;
  const k = Math.min(now, run.steps);
  if (k < 1)
    return waiting(
      entry.diverged && now > 0
        ? 'Its first step already leads out of all bounds: diverged.'
        : 'Take a step, and its arithmetic stands here.',
    );
  const how = entry.diverged ? `It ${leaving(entry, race)}; this is its last step within bounds.` : 'Its last step.';
  const explanation = run.explain(k, coordinate);
  const lines = explanation.terms.filter((t) => t.expression !== '').length;
  return html`${now > run.steps ? html`<p class="quiet small">${how}</p>` : ''}
  ${lines > SHORT ? termLines({ explanation, all, showAll }) : arithmetic(explanation, true, 'significant')}`;
}

const PACES: Readonly<Record<Pace, (race: Race) => string>> = {
  slope: ({ ground }) =>
    `Its step grows with the slope: rate 1 / ${brief(ground.curvature)}, one over the largest curvature.`,
  ground: ({ ground }) =>
    `Its first step is one rate long, whatever the slope: ${brief(100 * STRIDE)} % of the map’s side, ${brief(ground.side)}.`,
  own: () => 'It finds its own length, so its rate stays at 1.',
};

/** Where its dials stand and why. */
export function dials(o: InspectorOptions): TemplateResult {
  const { entry, race } = o;
  const { racer, values, rule } = entry;
  const changed = Object.keys(rule).some((name) => rule[name] !== values[name]);
  return html`<div class="dials" data-spot="dials">
    <p class="quiet small">
      ${sign(racer)} ${racer.label}. ${PACES[racer.pace](race)}
      ${
        changed
          ? html`<button type="button" class="link" @click=${() => o.untune(racer.name)}>put its dials back</button>`
          : ''
      }
    </p>
    ${hyperparameters({
      id: `${o.id}-${racer.name}`,
      parameters: racer.info.parameters,
      curvature: racer.info.gradientStep ? race.ground.curvature : undefined,
      values,
      rule,
      set: (option, value) => o.tune(racer.name, option, value),
    })}
  </div>`;
}

export function inspector(o: InspectorOptions): TemplateResult {
  const { racer, run } = o.entry;
  const k = Math.min(o.step, run.steps);
  return html`<div class="inspector" data-spot="step">
    <div class="inspected">
      <h3>${sign(racer)} ${racer.label} <span class="quiet">step ${k}, dial ${AXES[o.coordinate]}</span></h3>
      ${segmented({
        id: `${o.id}-dial`,
        label: 'dial',
        value: String(o.coordinate),
        options: AXES.map((label, i) => ({ value: String(i), label })),
        input: (i) => o.setCoordinate(Number(i)),
      })}
    </div>
    ${step(o)}
  </div>`;
}
