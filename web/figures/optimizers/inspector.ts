/** The chosen racer's step, term by term; its last steps; and its dials. */
import { html, type TemplateResult } from 'lit';
import { arithmetic, waiting } from '../../parts/arithmetic';
import { hyperparameters } from '../../parts/hyperparameters';
import { segmented } from '../../parts/slider';
import type { Memory } from '../../parts/copy';
import { stepsTable } from '../../parts/steps-table';
import { brief, significant } from '../../plot/format';
import { sign } from './bib';
import type { Pace } from './field';
import { STRIDE, type Entry, type Race } from './race';
import { leaving } from './ranking';
import { stepsOfRacer } from './tables';

export interface InspectorOptions {
  readonly id: string;
  readonly race: Race;
  readonly entry: Entry;
  readonly step: number;
  readonly width: number;
  readonly coordinate: number;
  readonly setCoordinate: (i: number) => void;
  readonly tune: (name: string, option: string, value: number) => void;
  readonly untune: (name: string) => void;
  readonly memory: Memory;
}

/** Below this width a table leaves the slopes out. */
const NARROW = 340;

const AXES = ['x', 'y'] as const;

function step(o: InspectorOptions): TemplateResult {
  const { entry, race } = o;
  const { run } = entry;
  const k = Math.min(o.step, run.steps);
  if (k < 1)
    return waiting(
      entry.diverged && o.step > 0
        ? 'Its first step already leads out of all bounds: diverged.'
        : 'Take a step, and its arithmetic stands here.',
    );
  const past = o.step > run.steps;
  const how = entry.diverged ? `It ${leaving(entry, race)}; this is its last step within bounds.` : 'Its last step.';
  return html`<p class="quiet">Step ${k}, dial ${AXES[o.coordinate]}. ${past ? how : ''}</p>
    ${arithmetic(run.explain(k, o.coordinate), true, 'significant')}`;
}

function table({ entry, step: now, width, memory }: InspectorOptions): TemplateResult {
  return stepsTable({
    table: stepsOfRacer(entry),
    step: Math.min(now, entry.run.steps),
    // Copied are all of them.
    leaves: (name) => name.startsWith('gradients') || (width < NARROW && name.startsWith('slope')),
    text: (value) => significant(value, 3),
    memory,
  });
}

const PACES: Readonly<Record<Pace, (race: Race) => string>> = {
  slope: ({ ground }) =>
    `Its first step grows with the slope, so its rate is 1 / ${brief(ground.curvature)}, one over the largest curvature here.`,
  ground: ({ ground }) =>
    `Its first step does not depend on the slope’s size, so its rate is a length: ${brief(100 * STRIDE)} % of the map’s shorter side, ${brief(ground.side)}.`,
  own: () => 'It finds its own length, so its rate stays at 1.',
};

/** Where its dials stand and why. */
export function dials(o: InspectorOptions): TemplateResult {
  const { entry, race } = o;
  const { racer, values, rule } = entry;
  const changed = Object.keys(rule).some((name) => rule[name] !== values[name]);
  return html`<div class="dials">
    <p class="quiet">
      ${PACES[racer.pace](race)}
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
  const { racer } = o.entry;
  return html`<div class="inspector">
    <div class="inspected">
      <h3>${sign(racer)} ${racer.label} <span class="quiet">${racer.info.source}</span></h3>
      ${segmented({
        id: `${o.id}-dial`,
        label: 'dial',
        value: String(o.coordinate),
        options: AXES.map((label, i) => ({ value: String(i), label })),
        input: (i) => o.setCoordinate(Number(i)),
      })}
    </div>
    ${step(o)} ${table(o)}
  </div>`;
}
