/** Wires, and the blame that goes back along them: dashed, beside its wire, with its number where it arrives. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { significant } from '../../plot/format';
import { arrow } from '../../plot/marks';
import { wiresOf } from './graphs';
import { nowOf, type Now } from './now';
import { biasAt, chipAt, lineOf, sideOf, type Line, type Point, type Room } from './room';
import type { Seen } from './seen';

/** Between a wire and the blame on it, px. */
const APART = 6;

const beside = ({ beside: n }: Line, { x, y }: Point, by: number): Point => ({ x: x + n.x * by, y: y + n.y * by });

export const wires = ({ model: { graph } }: Seen, room: Room): SVGTemplateResult[] =>
  wiresOf(graph).map((_, wire) => {
    const { a, b } = lineOf(graph, wire, room);
    return svg`<path class="gd-hairline" d=${`M${round(a.x)} ${round(a.y)}L${round(b.x)} ${round(b.y)}`}></path>`;
  });

/** Whether a share lies before a box that was asked without it. */
export const isLate = ({ state }: Now, wire: number, to: number): boolean =>
  (state.asked[to] ?? 0) > 0 && state.delivered[wire] !== state.taken[wire];

interface Lettering extends Point {
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Beside the arrow, outside. */
function letteringOf(v: Seen, wire: number, room: Room): Lettering {
  const { graph } = v.model;
  const line = lineOf(graph, wire, room);
  const side = sideOf(graph, wire, room);
  const chip = (wiresOf(graph)[wire]?.dial ?? -1) >= 0;
  const middle = { x: (line.a.x + line.b.x) / 2, y: (line.a.y + line.b.y) / 2 };
  if (room.upright) {
    const out = line.beside.x * side < 0 ? -1 : 1;
    return { x: middle.x + out * (chip ? 26 : 13), y: middle.y + 4, anchor: out < 0 ? 'end' : 'start' };
  }
  if (Math.abs(line.ahead.y) < 0.1) return { x: middle.x, y: line.a.y + APART + 17, anchor: 'middle' };
  const rising = line.ahead.y < 0;
  if (graph.bare) {
    const near = wiresOf(graph)[wire]?.from === 2;
    return {
      x: middle.x + (near ? -22 : 24),
      y: middle.y + (side < 0 ? -9 : near ? 19 : 34),
      anchor: near ? 'end' : 'start',
    };
  }
  return rising
    ? { x: line.a.x + 10, y: line.a.y + 24, anchor: 'start' }
    : { x: line.a.x - 2, y: line.a.y + 26, anchor: 'end' };
}

function share(v: Seen, now: Now, wire: number, room: Room): SVGTemplateResult {
  const { graph } = v.model;
  const w = wiresOf(graph)[wire];
  if (!w || w.from < graph.inputs.length) return svg``;
  const line = lineOf(graph, wire, room);
  const side = sideOf(graph, wire, room) * APART;
  const [from, to] = [beside(line, line.b, side), beside(line, line.a, side)];
  const arrived = now.state.arrived[wire] === 1;
  if (!arrived) {
    if (now.next !== w.to || now.share < 0.05) return svg``;
    const tip = { x: from.x + (to.x - from.x) * now.share, y: from.y + (to.y - from.y) * now.share };
    return svg`${arrow([from.x, from.y], [tip.x, tip.y], 'gradient')}`;
  }
  const fresh = now.backwards && now.node === w.to;
  const text = letteringOf(v, wire, room);
  const late = isLate(now, wire, w.from);
  return svg`<g class=${fresh ? 'fresh' : ''}>
    ${arrow([from.x, from.y], [to.x, to.y], 'gradient')}
    <text class=${fresh ? 'gd-gradient-large' : 'gd-gradient-text'} x=${round(text.x)} y=${round(text.y)} text-anchor=${text.anchor}>${significant(now.state.delivered[wire] ?? 0)}</text>
    ${late ? svg`<text class="gd-note" x=${round(text.x)} y=${round(text.y + (room.upright ? -17 : 16))} text-anchor=${text.anchor}>${room.upright ? 'too late' : 'came after it was asked'}</text>` : ''}
  </g>`;
}

export function blame(v: Seen, room: Room): SVGTemplateResult[] {
  const now = nowOf(v);
  return wiresOf(v.model.graph).map((_, wire) => share(v, now, wire, room));
}

/** Wires that lead out of a node. */
export const usesOf = (v: Seen, node: number): readonly number[] =>
  wiresOf(v.model.graph).flatMap(({ from }, wire) => (from === node ? [wire] : []));

/** Where a wire leaves its box: filled once its share has been taken in, a dashed hole until then. */
export function ports(v: Seen, room: Room): SVGTemplateResult[] {
  const { graph } = v.model;
  const now = nowOf(v);
  if (!v.model.yours && !now.backwards && v.step < v.model.forwards) return [];
  return wiresOf(graph).map((w, wire) => {
    const asked = (now.state.asked[w.from] ?? 0) > 0;
    const several = usesOf(v, w.from).length > 1;
    if (w.from < graph.inputs.length || !(several || (v.model.yours && asked))) return svg``;
    const there = asked ? now.state.arrived[wire] === 1 && !isLate(now, wire, w.from) : now.state.arrived[wire] === 1;
    const { a } = lineOf(graph, wire, room);
    const at = `translate(${round(a.x)} ${round(a.y)})`;
    return there
      ? svg`<circle class="gd-gradient-dot" transform=${at} r="6"></circle>`
      : svg`<circle class="gd-hole" transform=${at} r="6.5"></circle>`;
  });
}

/** What a wire's weight is to blame for, beside its chip; and a bias's. */
export function dialSlopes(v: Seen, room: Room): SVGTemplateResult[] {
  const { graph } = v.model;
  const { state, node, backwards } = nowOf(v);
  const number = (dial: number, { x, y }: Point, anchor: string, owner: number): SVGTemplateResult =>
    dial < 0 || state.reached[dial] !== 1
      ? svg``
      : svg`<text class=${backwards && node === owner ? 'gd-gradient-text fresh' : 'gd-gradient-text'} x=${round(x)} y=${round(y)} text-anchor=${anchor}>${significant(state.gradient[dial] ?? 0)}</text>`;
  if (graph.bare) return [];
  const weights = wiresOf(graph).map(({ dial, to }, wire) => {
    if (dial < 0) return svg``;
    const chip = chipAt(graph, wire, room);
    const { ahead } = lineOf(graph, wire, room);
    const first = to < graph.inputs.length + 2;
    if (room.upright) {
      const right = chip.x > room.width / 2;
      if (!first)
        return number(dial, { x: room.width / 2 + (right ? 6 : -6), y: chip.y - 14 }, right ? 'start' : 'end', to);
      if (Math.abs(ahead.x) > 0.1) return number(dial, { x: chip.x, y: chip.y + 25 }, 'middle', to);
      return number(dial, { x: chip.x + (right ? 26 : -26), y: chip.y + 4 }, right ? 'start' : 'end', to);
    }
    if (Math.abs(ahead.y) < 0.1) return number(dial, { x: chip.x, y: chip.y + 28 }, 'middle', to);
    if (first) return number(dial, { x: chip.x - 26, y: chip.y + (ahead.y > 0 ? 4 : -3) }, 'end', to);
    return number(dial, { x: chip.x + 24, y: chip.y + (ahead.y > 0 ? -8 : 18) }, 'start', to);
  });
  const biases = graph.boxes.map(({ bias }, i) => {
    const node = graph.inputs.length + i;
    const { x, y } = biasAt(graph, node, room);
    if (!room.upright) return number(bias, { x: x + 27, y: y + 5 }, 'start', node);
    return number(bias, { x, y: y + 27 }, 'middle', node);
  });
  return [...weights, ...biases];
}
