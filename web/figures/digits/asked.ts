/** The line below the picture: what to put on the pad; or where the scribbles are looked at, the wager about them. */
import { html, type TemplateResult } from 'lit';
import { count } from '../../plot/format';
import { awaited, bring, bringHere, bringingNow, type offered, stop } from './bringing';
import { FOUR, type Settings } from './choices';
import { updateNow } from './now';
import { wipe } from './pen';
import { scribble, SCRIBBLES } from './scribbles';
import type { Seen } from './seen';
import { wager } from './wager';

const still = { keepTime: true } as const;

/** Puts something else on the pad. */
export function lay(v: Seen, change: Partial<Pick<Settings, 'ink' | 'digit'>>): void {
  v.setLocal({ drawing: false, glide: undefined, cursor: undefined });
  v.set({ ink: [], digit: null, meant: null, ...change }, still);
}

/** The next scribble: always another. */
function another(v: Seen): void {
  const seed = (v.local['scribble'] as number | undefined) ?? 0;
  v.setLocal({ scribble: (seed % SCRIBBLES) + 1 });
  const ink = scribble((seed % SCRIBBLES) + 1).map((stroke) => stroke.map((value) => Math.round(value * 10) / 10));
  lay(v, { ink });
}

/** An unseen digit, whichever comes next. */
function unseen(v: Seen): void {
  const count = v.model.examples.unseen?.data.count ?? 0;
  if (count) lay(v, { digit: ((v.settings.digit ?? -1) + 1) % count });
}

const pill = (label: string, press: () => void): TemplateResult =>
  html`<button type="button" class="pill" @click=${press}>${label}</button>`;

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** The digits that are chosen are still to be loaded: what that costs, and how far it is. */
function offer(v: Seen, piece: ReturnType<typeof offered>[number]): TemplateResult {
  bringHere(v);
  const coming = bringingNow(v);
  if (coming?.state === 'coming')
    return html`<p class="question" role="status">
      <progress max=${Math.max(1, coming.bytes)} value=${coming.arrived}></progress> ${megabytes(coming.arrived)} of
      ${megabytes(coming.bytes)} <button type="button" class="link" @click=${() => stop(v)}>cancel</button>
    </p>`;
  return html`<p class="question">
    ${coming?.text ?? 'These digits are not here yet.'}
    ${pill(`load ${count(piece.training)}, ${megabytes(piece.bytes)}`, () => bring(v, piece))}
    ${pill('back to generated', () => v.set({ data: 'generated' }, still))}
  </p>`;
}

export function asked(v: Seen): TemplateResult {
  const { training } = v.model;
  const piece = awaited(v);
  if (piece) return offer(v, piece);
  if (v.settings.panel === 'scribbles')
    return wager(v, html`${pill('blank page', () => wipe(v))} ${pill('a scribble', () => another(v))}`);
  const gone = training?.reason === 'diverged' && updateNow(v) >= training.reached;
  if (gone)
    return html`<p class="question" role="status">
      <b>Update ${training.reached + 1} has no numbers any more:</b> the steps are too long.
      ${pill(`try rate ${Number((v.settings.rate / 10).toPrecision(1))}`, () => v.set({ rate: Number((v.settings.rate / 10).toPrecision(1)) }))}
    </p>`;
  return html`<div class="put" role="group" aria-label="Put on the pad">
    ${pill('clear', () => wipe(v))} ${pill('the 4', () => lay(v, { ink: FOUR }))}
    ${pill(v.width < 400 ? 'unseen' : 'an unseen digit', () => unseen(v))} ${pill('a scribble', () => another(v))}
  </div>`;
}
