/** The arithmetic of a step with two dials: both components, one below the other. */
import { html, type TemplateResult } from 'lit';
import { arithmetic, waiting } from '../parts/arithmetic';
import type { Descent } from './descent';

/** Of the step that leaves here; of the last one, where the run has ended. */
export function nextStep(run: Descent, step: number, end: string | undefined): TemplateResult {
  if (run.steps === 0) return waiting(end ? `No step from here: ${end}.` : 'There is no step from here.');
  const into = Math.min(step + 1, run.steps);
  return html`<div class="stack">
    ${['x', 'y'].map(
      (name, i) =>
        html`<div class="of-dial"><span class="dial-name">${name}</span>${arithmetic(run.explain(into, i))}</div>`,
    )}
  </div>`;
}
