/**
 * What begins on a handle, a slider or a drawing that can be turned is the figure's: a page that turns its slides by
 * swipes, or follows drags, hears nothing of it. Everything else on a figure stays a swipe as anywhere on the page.
 */

const POINTER = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'];
/** Sent beside a pointer's own events, to where it went down. */
const BESIDE = ['touchstart', 'touchmove', 'touchend', 'touchcancel', 'mousedown', 'mousemove', 'mouseup'];

/** Controls that follow the pointer without anybody's script. */
const NATIVE = 'input:not([type=button], [type=checkbox], [type=radio]), textarea, select';

/** Stops what happens to a thing in the reader's grip at the edge of the figure's shadow. */
export function keepGrips(root: ShadowRoot): void {
  /** Pointers that went down on something which follows them: its events may be captured by what is around it. */
  const pointers = new Set<number>();
  /** Where a pointer that is followed went down last. */
  const places = new WeakSet<EventTarget>();

  /** Whoever takes hold of something here says so by preventing what the browser would do. */
  const grasp = (event: PointerEvent, target: Element): void => {
    const followed = event.defaultPrevented || target.closest(NATIVE) !== null;
    pointers[followed ? 'add' : 'delete'](event.pointerId);
    places[followed ? 'add' : 'delete'](target);
  };
  const held = (event: Event, target: Element): boolean => {
    // A mouse that only passes by.
    if (/move$/.test(event.type) && 'buttons' in event && event.buttons === 0) return false;
    return event instanceof PointerEvent ? pointers.has(event.pointerId) : places.has(target);
  };
  const keep = (event: Event): void => {
    const { target } = event;
    // What the page put into the figure's slots is the page's.
    if (!(target instanceof Element) || !root.contains(target)) return;
    if (event.type === 'pointerdown') grasp(event as PointerEvent, target);
    if (held(event, target)) event.stopPropagation();
  };
  for (const type of [...POINTER, ...BESIDE]) root.addEventListener(type, keep, { passive: true });
}
