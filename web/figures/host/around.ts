/** What is around a figure, as it is drawn: shadow roots and slots included. */

export function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** A computed value as a function in a list of transforms; nothing for `none`. */
const listed = (name: string, value: string): string =>
  value === 'none' || value === '' ? '' : `${name}(${value.split(' ').slice(0, 2).join()})`;

/**
 * By what everything around an element turns, mirrors and scales it; where to it moves it is left out.
 *
 * @returns undefined where that is nothing, or nothing that leads back: what is flat, or stands in space
 */
export function turnOf(element: Element): DOMMatrix | undefined {
  let all = new DOMMatrix();
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { rotate, scale, transform } = getComputedStyle(at);
    // About an axis of its own: into space.
    if (rotate.includes(' ')) return undefined;
    const own = [listed('rotate', rotate), listed('scale', scale), transform === 'none' ? '' : transform].join(' ');
    if (own.trim()) all = new DOMMatrix(own).multiply(all);
  }
  const { a, b, c, d } = all;
  const flat = new DOMMatrix([a, b, c, d, 0, 0]);
  return !all.is2D || flat.isIdentity || Math.abs(a * d - b * c) < 1e-6 ? undefined : flat;
}
