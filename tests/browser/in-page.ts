/** What tests do inside a page, whichever browser it is in: functions of an element that need nothing around them. */

export function words(element: Element): string {
  return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Moves a native range input as a reader's key presses or drag would end: at this value. */
export function slideTo(range: Element, value: number): void {
  (range as HTMLInputElement).value = String(value);
  range.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  range.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}

/** Text that is not a number where a number should be, anywhere in a figure. */
export function nonsenseIn(figure: Element): string[] {
  // Without pictures, whose letters spell anything now and then.
  const markup = (figure.shadowRoot?.innerHTML ?? '').replace(/data:image[^"]*/g, '');
  return markup.match(/NaN|Infinity|undefined|\[object/g) ?? [];
}

/** The numbers of a figure's arithmetic, unrounded, as they stand from left to right. */
export function quantitiesIn(figure: Element): number[] {
  const quantities = figure.shadowRoot?.querySelectorAll('.arithmetic .quantity') ?? [];
  return [...quantities].map((quantity) => Number(quantity.getAttribute('title')));
}

/** How far down the window an element's middle is, in pixels. */
export function middle(element: Element): number {
  const { top, bottom } = element.getBoundingClientRect();
  return (top + bottom) / 2;
}

/** How many different colours a canvas shows; 1 when nothing was painted. */
export function coloursOn(canvas: Element): number {
  const { width, height } = canvas as HTMLCanvasElement;
  const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data;
  return new Set(new Uint32Array(pixels?.buffer ?? new ArrayBuffer(0))).size;
}

/** A button of a figure, by its label or its words, brought to where the mouse can reach it. */
export function buttonIn(figure: Element, label: string): Element {
  const buttons = [...(figure.shadowRoot?.querySelectorAll('button') ?? [])];
  const button = buttons.find((b) => b.getAttribute('aria-label') === label || b.textContent?.trim() === label);
  if (!button) throw new Error(`there is no button "${label}"`);
  button.scrollIntoView({ block: 'center', behavior: 'instant' });
  return button;
}
