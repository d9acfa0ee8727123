/** Names that stand at things: each takes the first of its places where it touches nothing that is there already. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import type { Box } from '../../plot/scales';

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface Part {
  readonly text: string;
  readonly mark: 'gd-note' | 'gd-label' | 'gd-loss-text' | 'gd-parameter-text';
}

export interface Label {
  readonly parts: readonly Part[];
  /** Where it would best stand, then next best. */
  readonly spots: readonly Spot[];
}

interface Taken {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LETTER = { 'gd-note': 6.2, 'gd-label': 7, 'gd-loss-text': 7.2, 'gd-parameter-text': 7.2 } as const;

/** What a text takes up, about. */
export const widthOf = ({ text, mark }: Part): number => text.length * LETTER[mark];

/** What a round thing takes up. */
export const disc = (x: number, y: number, r: number): Taken => ({
  left: x - r,
  right: x + r,
  top: y - r,
  bottom: y + r,
});

function room(label: Label, { x, y, anchor }: Spot): Taken {
  const width = label.parts.reduce((sum, p) => sum + widthOf(p), 0);
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  return { left, right: left + width, top: y - 11, bottom: y + 4 };
}

const over = (a: Taken, b: Taken): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

const outside = (a: Taken, box: Box): number =>
  Math.max(0, box.left - a.left) +
  Math.max(0, a.right - box.right) +
  Math.max(0, box.top - a.top) +
  Math.max(0, a.bottom - box.bottom);

/** How bad a place is: a letter cut off is worse than one that lies on another. */
const CUT = 100;

function best(label: Label, taken: readonly Taken[], box: Box): Spot {
  const cost = (spot: Spot): number => {
    const r = room(label, spot);
    return CUT * outside(r, box) + taken.reduce((sum, t) => sum + over(r, t), 0);
  };
  const costs = label.spots.map(cost);
  return label.spots[costs.indexOf(Math.min(...costs))] ?? { x: 0, y: 0, anchor: 'start' };
}

export function labels(all: readonly Label[], things: readonly Taken[], box: Box): SVGTemplateResult[] {
  const taken = [...things];
  return all.map((label) => {
    const spot = best(label, taken, box);
    taken.push(room(label, spot));
    // One text, so that its parts follow each other as they are wide.
    return svg`<text class=${label.parts[0]?.mark ?? ''} x=${round(spot.x)} y=${round(spot.y)} text-anchor=${spot.anchor} aria-hidden="true">${label.parts.map((p, i) => (i === 0 ? p.text : svg`<tspan class=${p.mark}>${p.text}</tspan>`))}</text>`;
  });
}
