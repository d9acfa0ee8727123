/** Who crossed the finish line when, in steps and in gradients; and who is on the field at all. */
import { html, type TemplateResult } from 'lit';
import { brief, count, exact, significant } from '../../plot/format';
import { sign } from './bib';
import type { Against } from './curves';
import { byArrival, resultOf, type Entry, type Race } from './race';

export interface RankingOptions {
  readonly race: Race;
  readonly against: Against;
  readonly step: number;
  readonly width: number;
  readonly picked: string;
  readonly lit: string | undefined;
  readonly choose: (name: string) => void;
  readonly light: (name: string | undefined) => void;
}

/** How it ended for one that left the map for good: up, or down where there is no bottom. */
export function leaving({ run }: Entry, { ground }: Race): string {
  const downhill = run.loss(run.steps) < ground.floor;
  return `${downhill ? 'ran away downhill' : 'diverged'} at step ${run.steps + 1}`;
}

/** Below this width there are no pieces of curves and fewer digits, and below the next only what is counted. */
const NARROW = 420;
const NARROWEST = 320;

const counts = ({ against, width }: RankingOptions): readonly Against[] =>
  width < NARROWEST ? [against] : ['steps', 'evaluations'];

function outcome(o: RankingOptions, e: Entry): TemplateResult {
  const { finish, run } = e;
  const columns = counts(o);
  if (!finish)
    return html`<td colspan=${columns.length} class="left">
      ${e.diverged ? leaving(e, o.race) : html`still at ${significant(run.loss(run.steps))}`}
    </td>`;
  const extra = finish.hessians ? html` <span class="quiet">+ ${count(finish.hessians)} H</span>` : '';
  return html`${columns.map((c) =>
    c === 'steps' ? html`<td>${count(finish.step)}</td>` : html`<td>${count(finish.gradients)}${extra}</td>`,
  )}`;
}

function row(o: RankingOptions, e: Entry): TemplateResult {
  const { racer, run } = e;
  const now = Math.min(o.step, run.steps);
  const gone = e.diverged && o.step > run.steps;
  const state = racer.name === o.picked ? 'now' : racer.name === o.lit ? 'lit' : '';
  return html`<tr class=${state} @pointerenter=${() => o.light(racer.name)} @pointerleave=${() => o.light(undefined)}>
    <th scope="row">
      <button
        type="button"
        class="name"
        aria-pressed=${racer.name === o.picked ? 'true' : 'false'}
        @click=${() => o.choose(racer.name)}
        @focus=${() => o.light(racer.name)}
        @blur=${() => o.light(undefined)}
      >
        ${sign(racer, o.width >= NARROW)} <span>${racer.label}</span>
      </button>
    </th>
    ${outcome(o, e)}
    <td title=${gone ? '' : exact(run.loss(now))}>
      ${gone ? 'out' : significant(run.loss(now), o.width < NARROW ? 2 : 3)}
    </td>
  </tr>`;
}

export function rankingTable(o: RankingOptions): TemplateResult {
  const by = byArrival(o.against);
  const order = [...o.race.entries].sort((a, b) => by(resultOf(a), resultOf(b)));
  const hessians = order.some((e) => (e.finish?.hessians ?? 0) > 0);
  return html`<div class="ranking">
    <table>
      <caption>
        First to a loss of ${brief(o.race.line, 2)},
        ${o.race.ground.minima.length ? 'a thousandth of the way left' : 'the lowest on the map'}. Press a name to open
        its step.
      </caption>
      <thead>
        <tr>
          <th scope="col">racer</th>
          ${counts(o).map((c) => html`<th scope="col" class=${c === o.against ? 'counted' : ''}>${c === 'steps' ? 'steps' : 'gradients'}</th>`)}
          <th scope="col">loss now</th>
        </tr>
      </thead>
      <tbody>
        ${order.map((e) => row(o, e))}
      </tbody>
    </table>
    ${hessians ? html`<p class="quiet small">H: matrices of second derivatives; with two dials each costs about two gradients.</p>` : ''}
  </div>`;
}

export interface FieldOptions {
  readonly race: Race;
  readonly set: (names: readonly string[]) => void;
}

/** Everybody there is, to send onto the field or home. One stays at least. */
export function fieldOf({ race, set }: FieldOptions): TemplateResult {
  const on = race.entries.map((e) => e.racer.name);
  const change = (name: string, checked: boolean): void => {
    const next = checked ? [...on, name] : on.filter((n) => n !== name);
    set(race.racers.map((r) => r.name).filter((n) => next.includes(n)));
  };
  return html`<fieldset class="field">
    <legend>on the field</legend>
    <div class="field-names">
      ${race.racers.map(
        (r) =>
          html`<label class="toggle"
            ><input
              type="checkbox"
              .checked=${on.includes(r.name)}
              ?disabled=${on.length === 1 && on[0] === r.name}
              @change=${(e: Event) => change(r.name, (e.target as HTMLInputElement).checked)}
            />${sign(r)}<span>${r.label}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}
