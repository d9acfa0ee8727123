/** The prediction: who wins where the ground is round, and who where it is a long ravine. */
import { html, type TemplateResult } from 'lit';
import { count } from '../../plot/format';
import { ASKED } from './asking';
import type { Racer } from './field';
import { STEPS, type Result } from './race';

const steps = (n: number): string => (n === 1 ? '1 step' : `${count(n)} steps`);

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;

/** Everybody who arrived at that step. */
export function arrivedAt(all: readonly Result[], step: number): Racer[] {
  return all.filter((r) => r.finish?.step === step).map((r) => r.racer);
}

function truthOf(all: readonly Result[]): string {
  const first = all[0]?.finish?.step;
  if (first === undefined) return `Nobody arrives within ${STEPS} steps.`;
  return `First: ${listed(arrivedAt(all, first).map((r) => r.label))} in ${steps(first)}.`;
}

function verdictOf(all: readonly Result[], guess: string): string {
  const result = all.find((r) => r.racer.name === guess);
  if (!result) return '';
  if (!result.finish) return `is not there after ${STEPS} steps`;
  const { step } = result.finish;
  const ahead = all.filter((r) => (r.finish?.step ?? Infinity) < step).length;
  return ahead === 0 ? 'is right' : `arrives after ${steps(step)}, as number ${ahead + 1}`;
}

export interface WinnerOptions {
  readonly id: string;
  readonly racers: readonly Racer[];
  readonly guesses: readonly string[];
  /** Undefined until the wager is made. */
  readonly answers: (() => readonly (readonly Result[])[]) | undefined;
  readonly guess: (i: number, name: string) => void;
  /** Takes the guesses back. */
  readonly forget: () => void;
}

/** Anybody of the field may be guessed, not only those whose names stand on the rails. */
function choosing(o: WinnerOptions): TemplateResult {
  return html`<p class="supposing">
    <span class="quiet">or one of the others:</span>
    ${ASKED.map((condition, i) => {
      const id = `${o.id}-guess-${i}`;
      const guess = o.guesses[i] ?? '';
      return html`<label for=${id}
        >at ${condition}
        <select id=${id} @change=${(e: Event) => o.guess(i, (e.target as HTMLSelectElement).value)}>
          <option value="" .selected=${!o.racers.some((r) => r.name === guess)}>choose</option>
          ${o.racers.map((r) => html`<option value=${r.name} .selected=${r.name === guess}>${r.label}</option>`)}
        </select></label
      >`;
    })}
  </p>`;
}

/** The guess beside the truth, for each of the two grounds. */
export function winnerPrediction(o: WinnerOptions): TemplateResult {
  const all = o.answers?.();
  if (!all) return html`<div class="choices-guessed">${choosing(o)}</div>`;
  return html`<div class="choices-guessed told small">
    ${ASKED.map((condition, i) => {
      const named = o.racers.find((r) => r.name === o.guesses[i]);
      const results = all[i] ?? [];
      return html`<p>
        <b>Condition ${condition}.</b> ${truthOf(results)}
        ${named ? html`<b class="idea-guess">${named.label}</b> ${verdictOf(results, named.name)}.` : ''}
        ${i === ASKED.length - 1 ? html`<button type="button" class="link" @click=${o.forget}>guess again</button>` : ''}
      </p>`;
    })}
  </div>`;
}
