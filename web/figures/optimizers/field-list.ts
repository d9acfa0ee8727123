/** Who is on the field: the five of the text by one press each, and everybody there is. */
import { html, type TemplateResult } from 'lit';
import { sign } from './bib';
import { MAIN, type Racer } from './field';
import type { Race } from './race';

export interface FieldOptions {
  readonly race: Race;
  /** `joined` is who has just come. */
  readonly set: (names: readonly string[], joined?: string) => void;
  /** Opens the list of everybody. */
  readonly others: () => void;
}

function changed({ race, set }: FieldOptions): (name: string, on: boolean) => void {
  const field = race.entries.map((e) => e.racer.name);
  return (name, on) => {
    const next = on ? [...field, name] : field.filter((n) => n !== name);
    set(
      race.racers.map((r) => r.name).filter((n) => next.includes(n)),
      on ? name : undefined,
    );
  };
}

const dot = (racer: Racer, on: boolean): TemplateResult =>
  html`<svg class="sign-of" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    <circle
      class=${on ? `gd-racer-fill-${racer.colour}` : `hollow gd-racer-quiet-${racer.colour}`}
      cx="6"
      cy="6"
      r="4.75"
    ></circle>
  </svg>`;

/** The names of the text. One racer stays at least. */
export function chips(o: FieldOptions): TemplateResult {
  const on = o.race.entries.map((e) => e.racer.name);
  const change = changed(o);
  const main = o.race.racers.filter((r) => MAIN.some((name) => name === r.name));
  const order = [...main].sort((a, b) => MAIN.indexOf(a.name as 'adam') - MAIN.indexOf(b.name as 'adam'));
  return html`<div class="chips" role="group" aria-label="Who races" data-spot="racers">
    ${order.map((r) => {
      const racing = on.includes(r.name);
      const alone = racing && on.length === 1;
      return html`<button
        type="button"
        class="pill chip"
        aria-pressed=${racing ? 'true' : 'false'}
        aria-disabled=${alone ? 'true' : 'false'}
        title=${racing ? 'sends it home' : 'lets it join'}
        @click=${() => !alone && change(r.name, !racing)}
      >
        ${dot(r, racing)} ${r.short}
      </button>`;
    })}
    <button
      type="button"
      class="pill"
      aria-label=${`${o.race.racers.length - main.length} more racers`}
      @click=${o.others}
    >
      + ${o.race.racers.length - main.length}
    </button>
  </div>`;
}

/** Everybody there is, to send onto the field or home. */
export function fieldOf(o: FieldOptions): TemplateResult {
  const { race, set } = o;
  const on = race.entries.map((e) => e.racer.name);
  const change = changed(o);
  const all = race.racers.map((r) => r.name);
  return html`<fieldset class="field" data-spot="field">
    <legend>
      on the field
      ${
        on.length < all.length
          ? html`<button type="button" class="link" @click=${() => set(all)}>all ${all.length}</button>`
          : html`<button type="button" class="link" @click=${() => set([...MAIN])}>only the first five</button>`
      }
    </legend>
    <div class="field-names">
      ${race.racers.map(
        (r) =>
          html`<label class="toggle"
            ><input
              type="checkbox"
              .checked=${on.includes(r.name)}
              ?disabled=${on.length === 1 && on[0] === r.name}
              @change=${(e: Event) => change(r.name, (e.target as HTMLInputElement).checked)}
            />${sign(r)}<span>${r.short}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}
