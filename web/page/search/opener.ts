/** Opens the search by its button or by `/`; its script is loaded then, since most readers never search. */

/** Heard by the search's own script. */
export const OPEN = 'downhill-search';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** @param script its address; undefined where it is in the page already */
export function offerSearch(button: HTMLButtonElement, script: string | undefined): void {
  let there = script === undefined;
  const open = (): void => {
    if (there) {
      document.dispatchEvent(new Event(OPEN));
      return;
    }
    const element = document.createElement('script');
    element.src = script!;
    element.addEventListener('load', () => {
      there = true;
      document.dispatchEvent(new Event(OPEN));
    });
    // Without a connection: another press tries again.
    element.addEventListener('error', () => element.remove());
    document.body.append(element);
  };
  button.hidden = false;
  button.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    // Also of fields within a figure, which the event does not show from outside.
    if (event.composedPath().some(isTyping)) return;
    event.preventDefault();
    open();
  });
}
