/** What the table writes: the same seed at update 0, at 10 and now, so that one line turns into something like English. */
import { html, type TemplateResult } from 'lit';
import { slider } from '../../parts/slider';
import { brief, count } from '../../plot/format';
import { updateNow } from './now';
import { RARE } from './reading';
import { WIDE } from './room';
import type { Seen } from './seen';

const still = { keepTime: true } as const;
/** Width of a letter of the samples, px. */
const LETTER = 8.2;
/** What stands beside the samples, px. */
const CONTROLS = 166;
/** The updates beside the present one. */
const BEFORE = [0, 10] as const;

/** The present sample, and those before it that are not yet to come. */
export function samplesOf(v: Seen): { readonly update: number; readonly text: string }[] {
  const now = updateNow(v);
  const { seed, temperature } = v.settings;
  const room = v.width - 44 - (v.width < WIDE ? 0 : CONTROLS);
  const length = Math.max(12, Math.floor(room / LETTER));
  const updates = [...new Set([...BEFORE.filter((k) => k < now), now])];
  return updates.map((update) => ({ update, text: v.model.write(update, { length, seed, temperature }) }));
}

export function writes(v: Seen): TemplateResult {
  const { temperature, seed } = v.settings;
  const samples = samplesOf(v);
  return html`<div class="writes">
    <div class="samples" data-spot="samples" role="list" aria-label="What the table writes, by update">
      ${samples.map(
        ({ update, text }, i) =>
          html`<p role="listitem" class=${i === samples.length - 1 ? 'now' : ''}>
            <b>${count(update)}</b><span dir="auto">${text.replaceAll(RARE, '…')}</span>
          </p>`,
      )}
    </div>
    <div class="warmth" data-spot="temperature">
      ${slider({
        id: `${v.id}-temperature`,
        label: 'temperature',
        value: temperature,
        min: 0,
        max: 3,
        step: 0.05,
        text: (t) => brief(t),
        input: (t) => v.set({ temperature: t }, still),
      })}
      <button type="button" class="link" @click=${() => v.set({ seed: (seed + 1) % 10000 }, still)}>
        another seed
      </button>
    </div>
  </div>`;
}
