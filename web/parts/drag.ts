/** Pointer and key handling for handles, so that a handle itself is only a picture. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../plot/curve';

export interface HandleOptions {
  /** Pixels within the nearest `<svg>`. */
  readonly x: number;
  readonly y: number;
  /** For a screen reader: what it moves. */
  readonly label: string;
  /** Its value in words. */
  readonly valueText: string;
  /** The value along its main direction, and its bounds; required of every slider. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Pixels in the `<svg>` where the pointer wants it. */
  readonly move: (x: number, y: number) => void;
  /** Arrow keys: -1, 0 or 1 along each axis (y up); `fine` with Alt, `coarse` with Shift or Page keys. */
  readonly nudge: (dx: number, dy: number, scale: number) => void;
  /** Let go by the pointer. Keys have no such moment: each press is a small move of its own. */
  readonly done?: () => void;
  readonly face: SVGTemplateResult;
  readonly kind?: string;
  /** Shown next to it until it has been used once. */
  readonly hint?: string | undefined;
  /** Where the hint stands, from the handle's centre; default above it. */
  readonly hintAt?: readonly [number, number];
}

const KEYS: Readonly<Record<string, readonly [number, number, number]>> = {
  ArrowLeft: [-1, 0, 1],
  ArrowRight: [1, 0, 1],
  ArrowUp: [0, 1, 1],
  ArrowDown: [0, -1, 1],
  PageUp: [0, 1, 10],
  PageDown: [0, -1, 10],
};

/** Least difference, in px, that tells a matrix from a box. */
const OFF = 2;

/**
 * From the window's pixels to a drawing's own, however the page turns, mirrors or scales it.
 *
 * @returns undefined where the browser knows no such matrix, or one that contradicts where the drawing stands: some leave
 * out what style sheets do to the elements around it
 */
function inward(drawing: SVGSVGElement): DOMMatrix | undefined {
  const outward = drawing.getScreenCTM();
  const box = drawing.getBoundingClientRect();
  const { width, height } = drawing.viewBox.baseVal ?? box;
  if (!outward || !width || !height) return undefined;
  const corners = [0, width, 0, width].map((x, i) => new DOMPoint(x, i < 2 ? 0 : height).matrixTransform(outward));
  const off = (at: (p: DOMPoint) => number, low: number, high: number): boolean => {
    const [from, to] = [Math.min(...corners.map(at)), Math.max(...corners.map(at))];
    return Math.abs(from + to - low - high) > 2 * OFF || to - from > high - low + OFF;
  };
  const wrong = off((p) => p.x, box.left, box.right) || off((p) => p.y, box.top, box.bottom);
  return wrong ? undefined : outward.inverse();
}

/** Where an event happened, in pixels of the nearest `<svg>`, or of an element that is in none. */
export function toLocal(event: MouseEvent, element: Element): [number, number] {
  const drawing = element.closest('svg');
  // The browser's own way to an element's pixels, which it takes for what the pointer is on only.
  if (!drawing && event.target === element) return [event.offsetX, event.offsetY];
  const matrix = drawing && inward(drawing);
  if (matrix) {
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    return [x, y];
  }
  const box = (drawing ?? element).getBoundingClientRect();
  const view = drawing?.viewBox.baseVal;
  const scale = view && view.width > 0 && box.width > 0 ? view.width / box.width : 1;
  return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
}

/** Follows the pointer from here until it is let go, however far it strays. */
export function follow(
  event: PointerEvent,
  move: (x: number, y: number) => void,
  done: () => void = () => undefined,
): void {
  if (event.button !== 0) return;
  const target = event.currentTarget as Element & { setPointerCapture(id: number): void };
  event.preventDefault();
  target.setPointerCapture(event.pointerId);
  (target as Element & { focus?: (o: FocusOptions) => void }).focus?.({ preventScroll: true });
  const [x, y] = toLocal(event, target);
  move(x, y);
  const onMove = (e: Event): void => move(...toLocal(e as PointerEvent, target));
  const onEnd = (): void => {
    target.removeEventListener('pointermove', onMove);
    target.removeEventListener('pointerup', onEnd);
    target.removeEventListener('pointercancel', onEnd);
    done();
  };
  target.addEventListener('pointermove', onMove);
  target.addEventListener('pointerup', onEnd);
  target.addEventListener('pointercancel', onEnd);
}

/** Something in a plot that the reader can grab: a face, a 44 px target, and keys. */
export function handle(o: HandleOptions): SVGTemplateResult {
  const press = (e: PointerEvent): void => {
    // Keep the grip where the finger took hold, so that a handle never jumps when touched.
    const [px, py] = toLocal(e, e.currentTarget as Element);
    const [ox, oy] = [o.x - px, o.y - py];
    let first = true;
    follow(
      e,
      (x, y) => {
        if (first) first = false;
        else o.move(x + ox, y + oy);
      },
      o.done,
    );
  };
  const keys = (e: KeyboardEvent): void => {
    const key = KEYS[e.key];
    if (!key || e.ctrlKey || e.metaKey) return;
    e.preventDefault();
    o.nudge(key[0], key[1], key[2] * (e.shiftKey ? 10 : e.altKey ? 0.1 : 1));
  };
  return svg`<g
    class=${`handle ${o.kind ?? ''}`}
    role="slider"
    tabindex="0"
    aria-label=${o.label}
    aria-valuenow=${o.value}
    aria-valuemin=${o.min}
    aria-valuemax=${o.max}
    aria-valuetext=${o.valueText}
    transform=${`translate(${round(o.x)} ${round(o.y)})`}
    @pointerdown=${press}
    @keydown=${keys}
  >
    <circle class="grip" r="22"></circle>
    ${o.face}
    ${o.hint ? svg`<text class="gd-label hint" x=${o.hintAt?.[0] ?? 0} y=${o.hintAt?.[1] ?? -22} text-anchor=${o.hintAt ? 'start' : 'middle'} aria-hidden="true">${o.hint}</text>` : ''}
  </g>`;
}

/** The ball: a disc with a halo ring. */
export const ballFace: SVGTemplateResult = svg`<circle class="gd-halo" r="15"></circle><circle class="gd-ball" r="8.5"></circle>`;
