/**
 * A figure's drawing, as it stands, as one SVG that needs nothing else: every colour and letter as the page
 * shows it, written beside the shapes; no class, script or reference to elsewhere.
 */

import { computed } from '../../style/colour';
import { turnOf } from './around';

/** Handed down from a shape to those within it. */
const inherited =
  'fill fill-opacity stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray paint-order font-family font-size font-style font-weight letter-spacing text-anchor dominant-baseline visibility image-rendering'.split(
    ' ',
  );
/** Each shape's own, with what it is unless said. */
const own = [
  ['opacity', '1'],
  ['vector-effect', 'none'],
] as const;
/** Means nothing outside the page, or is no business of a picture. */
const LIVE = /^(class|style|part|role|tabindex|on.*|(aria|data)-.*)$/;
/** What only a hand on the page needs. */
const HANDS = 'script, foreignObject, .hint, .gd-chosen, .grip, .gd-scrub-sign, .gd-scrub-line';
/** Paper around the drawing, in pixels: letters may reach beyond its edge. */
const MARGIN = 10;

export interface Told {
  readonly title: string;
  /** The picture in words. */
  readonly description: string;
}

/** A colour as every viewer of SVG knows it. */
function plain(value: string): string {
  if (/^rgba.*, 0\)$/.test(value)) return 'none';
  if (!value.startsWith('color(srgb')) return value;
  const [red, green, blue, opacity] = computed(value);
  return `rgba(${[red, green, blue].map(Math.round).join()},${opacity})`;
}

function make(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

/** A copy that looks the same without the page's style sheets; null for what is not shown. */
function resolved(shape: Element, above?: CSSStyleDeclaration): Element | null {
  const style = getComputedStyle(shape);
  if (style.display === 'none' || shape.matches(HANDS)) return null;
  const copy = shape.cloneNode() as Element;
  for (const { name, value } of [...copy.attributes])
    if (LIVE.test(name) || (/href$/.test(name) && !/^(#|data:image\/)/.test(value))) copy.removeAttribute(name);
  const write = (name: string, usual: string | undefined): void => {
    const value = style.getPropertyValue(name);
    if (value === usual || value === '') copy.removeAttribute(name);
    else copy.setAttribute(name, plain(value));
  };
  for (const name of inherited) write(name, above?.getPropertyValue(name));
  for (const [name, usual] of own) write(name, usual);
  if (shape instanceof SVGTextContentElement && !shape.childElementCount) {
    // A viewer without this typeface takes another, and gives it the same room.
    copy.setAttribute('textLength', shape.getComputedTextLength().toFixed(1));
    copy.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  }
  for (const child of shape.childNodes) {
    if (child instanceof Element) copy.append(resolved(child, style) ?? '');
    else if (child instanceof Text) copy.append(child.data);
  }
  return copy;
}

/** `var(--gd-card)` as the colour that it stands for on `element`. */
function paper(element: HTMLElement): string {
  element.style.backgroundColor = 'var(--gd-card)';
  const { backgroundColor } = getComputedStyle(element);
  element.style.backgroundColor = '';
  return plain(backgroundColor);
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels that an element takes up, whichever way it is turned. */
function sizeOf(element: Element): [number, number] {
  const { width, height } = getComputedStyle(element);
  const { currentCSSZoom: zoom = 1 } = element as { currentCSSZoom?: number };
  return [Number.parseFloat(width) * zoom, Number.parseFloat(height) * zoom];
}

const middleOf = ({ left, top, width, height }: DOMRect): [number, number] => [left + width / 2, top + height / 2];

/** Where everything within `box` stands in it, in its own pixels; the box itself has no place but its size. */
function placesIn(box: HTMLElement): (element: Element) => Place {
  const around = box.getBoundingClientRect();
  const turn = turnOf(box);
  if (!turn)
    return (element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left - around.left, y: top - around.top, width, height };
    };
  // However something is turned, its middle stays its middle.
  const [middleX, middleY] = middleOf(around);
  const [boxWidth, boxHeight] = sizeOf(box);
  const back = turn.inverse();
  return (element) => {
    const [x, y] = middleOf(element.getBoundingClientRect());
    const off = new DOMPoint(x - middleX, y - middleY).matrixTransform(back);
    const [width, height] = sizeOf(element);
    return { x: off.x + (boxWidth - width) / 2, y: off.y + (boxHeight - height) / 2, width, height };
  };
}

/** Everything that is drawn within `box`, each drawing in its place. */
export function standalone(box: HTMLElement, { title, description }: Told): string {
  const placeOf = placesIn(box);
  const { width, height } = placeOf(box);
  const [w, h] = [Math.ceil(width) + 2 * MARGIN, Math.ceil(height) + 2 * MARGIN];
  const root = make('svg', { width: w, height: h, viewBox: `${-MARGIN} ${-MARGIN} ${w} ${h}`, role: 'img' });
  root.append(
    make('title', {}, title),
    make('desc', {}, description),
    make('rect', { x: -MARGIN, y: -MARGIN, width: w, height: h, fill: paper(box) }),
  );
  for (const drawing of box.querySelectorAll('svg, canvas')) {
    const place = placeOf(drawing);
    if (!place.width || !place.height || drawing.parentElement?.closest('svg, button')) continue;
    const copy =
      drawing instanceof HTMLCanvasElement ? make('image', { href: drawing.toDataURL() }) : resolved(drawing);
    for (const [name, value] of Object.entries({ ...place, overflow: 'visible' }))
      copy?.setAttribute(name, String(value));
    root.append(copy ?? '');
  }
  return new XMLSerializer().serializeToString(root);
}
