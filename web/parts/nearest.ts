/**
 * Handles that come near one another: of several, the one nearest to the pointer is taken hold of, and every drag is
 * relative, so that two of them under one thumb never swap.
 */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../plot/curve';
import { follow, handle, toLocal, type HandleOptions } from './drag';

export interface Hand extends HandleOptions {
  /** Unique within its drawing. */
  readonly label: string;
  /** Taken hold of, whether or not it is moved then. */
  readonly grab?: () => void;
}

/** Of two as near as each other, the favourite is taken. */
const FAVOUR = 1;

export function nearest(
  hands: readonly Pick<Hand, 'x' | 'y'>[],
  [px, py]: readonly [number, number],
  favourite = -1,
): number {
  const far = hands.map(({ x, y }, i) => Math.hypot(x - px, y - py) - (i === favourite ? FAVOUR : 0));
  return far.reduce((best, d, i) => (d < (far[best] ?? Infinity) ? i : best), 0);
}

function take(event: PointerEvent, hands: readonly Hand[], favourite: number): void {
  const target = event.currentTarget as Element;
  const at = toLocal(event, target);
  const hand = hands[nearest(hands, at, favourite)];
  if (!hand || event.button !== 0) return;
  const [ox, oy] = [hand.x - at[0], hand.y - at[1]];
  let first = true;
  follow(
    event,
    (x, y) => {
      if (first) first = false;
      else hand.move(x + ox, y + oy);
    },
    hand.done,
  );
  hand.grab?.();
  const faces = target.closest('svg')?.querySelectorAll<SVGElement>('.handle') ?? [];
  [...faces].find((f) => f.getAttribute('aria-label') === hand.label)?.focus({ preventScroll: true });
}

/**
 * Their handles, for keys and for those who hear, and over them what the pointer feels. The faces are drawn by whoever
 * asks: in this order they stay, or the one with the focus would become another.
 */
export function nearestOf(hands: readonly Hand[], favourite = -1): SVGTemplateResult {
  return svg`
    ${hands.map((h) => handle({ ...h, kind: `keyed ${h.kind ?? ''}` }))}
    <g class="hands">
      ${hands.map((h) => svg`<circle class="grip" cx=${round(h.x)} cy=${round(h.y)} r="22" @pointerdown=${(e: PointerEvent) => take(e, hands, favourite)}></circle>`)}
    </g>`;
}
