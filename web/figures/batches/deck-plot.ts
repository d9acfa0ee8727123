/** The deck: one tick for each example in this epoch's order, as tall as the line misses it; the batch is lit. */
import { svg, type SVGTemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { round } from '../../plot/curve';
import { tickOf } from './frame';
import { EXAMPLES } from './geyser';
import { ask } from './hands';
import type { Mapped } from './mapped';
import { FEW, MANY, type Seen } from './seen';

/** A miss as tall as the deck, in tens of minutes; less than in proportion, so that small ones can still be told apart. */
const TALLEST = 5;
const share = (miss: number): number => Math.min(1, (miss / TALLEST) ** 0.75);

/** Batch sizes that are one press away. */
export const SIZES = [1, FEW, MANY, EXAMPLES] as const;

function ticks({ frame, deck, place }: Mapped): { readonly dim: string; readonly lit: string } {
  const { left, bottom, top } = frame.deck;
  const wide = tickOf(frame);
  let [dim, lit] = ['', ''];
  deck.order.forEach((example, k) => {
    const tall = 2 + share(place.needles.misses[example] ?? 0) * (bottom - top - 6);
    const bar = `M${round(left + (k + 0.5) * wide)} ${bottom}v${round(-tall)}`;
    if (k >= deck.from && k < deck.to) lit += bar;
    else dim += bar;
  });
  return { dim, lit };
}

/** Between two of their names, and the least that a finger hits, in px. */
const GAP = 22;
const LEAST = 28;

function pressed(e: KeyboardEvent, press: () => void): void {
  if (e.key !== 'Enter' && e.key !== ' ') return;
  e.preventDefault();
  press();
}

const nameOf = (size: number): string => (size === EXAMPLES ? `all ${size}` : String(size));

/** Each size that is one press away, from the right. */
function sizes(v: Seen, y: number, right: number): SVGTemplateResult[] {
  let x = right;
  return [...SIZES].reverse().map((size) => {
    const text = nameOf(size);
    const wide = text.length * 6.8;
    const from = x - wide;
    x = from - GAP;
    const target = Math.max(LEAST, wide + 16);
    const now = size === v.settings.batch;
    const press = (): void => ask(v, size);
    return svg`<g class="text-button" role="button" tabindex="0" aria-pressed=${now ? 'true' : 'false'} aria-label=${`A batch of ${text}`}
      @click=${press} @keydown=${(e: KeyboardEvent) => pressed(e, press)}>
      <rect class="gd-press" x=${round(from + (wide - target) / 2)} y=${y - 18} width=${round(target)} height="26" rx="3"></rect>
      <text class=${now ? 'gd-label' : 'gd-note'} x=${round(from + wide / 2)} y=${y} text-anchor="middle" text-decoration=${now ? 'none' : 'underline'} aria-hidden="true">${text}</text>
    </g>`;
  });
}

/** What stands in the window: "epoch 1, a batch of 8". */
function words(m: Mapped): string {
  const { batch, order } = m.v.settings;
  const count = m.deck.to - m.deck.from;
  const last = count < batch ? `, the last ${count}` : '';
  const sorted = order === 'sorted' ? ', not shuffled' : '';
  return m.v.width < 430
    ? `epoch ${m.deck.epoch}: ${count} asked`
    : `epoch ${m.deck.epoch}, a batch of ${batch}${last}${sorted}`;
}

const face = svg`<rect class="gd-parameter-dot" x="-4.5" y="-11" width="9" height="22" rx="4.5"></rect>
  <path class="gd-deck-ribs" d="M-1.2 -5v10M1.4 -5v10"></path>`;

export function deckPlot(m: Mapped): SVGTemplateResult {
  const { v, frame, deck } = m;
  const { left, top, bottom } = frame.deck;
  const wide = tickOf(frame);
  const { dim, lit } = ticks(m);
  const [from, to] = [left + deck.from * wide, left + deck.to * wide];
  const y = top - 9;
  return svg`<g data-spot="deck">
    <text class="gd-label" x=${left} y=${y}>${words(m)}</text>
    ${sizes(v, y, frame.deck.right)}
    <path class="gd-deck-dim" d=${dim}></path>
    <rect class="gd-window" x=${round(from - 1)} y=${top - 2} width=${round(Math.max(3, to - from + 2))} height=${bottom - top + 4} rx="3"></rect>
    <path class="gd-deck-lit" d=${lit}></path>
    <g data-spot="edge">${handle({
      x: to + 1,
      y: (top + bottom) / 2,
      label: 'The edge of the batch: how many are asked',
      value: v.settings.batch,
      min: 1,
      max: EXAMPLES,
      valueText: `a batch of ${v.settings.batch}`,
      // From where this batch begins, also while the deck goes back to its start.
      move: (px) => ask(v, (px - 1 - from) / wide),
      nudge: (dx, dy, scale) => {
        const by = (dx || dy) * scale;
        ask(v, v.settings.batch + Math.sign(by) * Math.max(1, Math.abs(Math.round(by))));
      },
      face,
    })}</g>
  </g>`;
}
