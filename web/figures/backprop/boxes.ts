/** Boxes with what they do and what they hold; pressed, they show their turn, or are asked. */
import { svg, type SVGTemplateResult } from 'lit';
import { round } from '../../plot/curve';
import { significant } from '../../plot/format';
import { boxAt, lossOf, nameOf, standOf } from './graphs';
import { nowOf, type Now } from './now';
import { isShort } from './order';
import { ask } from './asking';
import { isAbove, placeOf, sizeOf, type Room } from './room';
import type { Seen } from './seen';

/** A squash small enough for a box, with the place where it stands now. */
function curve(squash: 'sigmoid' | 'tanh', x: number, half: number, tall: number): SVGTemplateResult {
  const at = (z: number): number => (squash === 'tanh' ? Math.tanh(z) : 2 / (1 + Math.exp(-2 * z)) - 1);
  const points = Array.from({ length: 17 }, (_, i) => {
    const z = (i / 16) * 5 - 2.5;
    return `${round(x + (z / 2.5) * half)} ${round(-at(z) * tall)}`;
  });
  return svg`<path class="gd-solid-line" d=${`M${points.join('L')}`}></path>`;
}

/** A sum's sign; drawn, because the figure's typeface has no Greek. */
const adds = (x: number): SVGTemplateResult =>
  svg`<path class="gd-chosen-line" d=${`M${x + 5} -4V-6.5H${x - 5}L${x + 1.5} 0L${x - 5} 6.5H${x + 5}V4`}></path>`;

function sign(v: Seen, node: number): SVGTemplateResult {
  const { graph } = v.model;
  const box = boxAt(graph, node);
  const word = (text: string, kind = 'gd-label'): SVGTemplateResult =>
    svg`<text class=${kind} y="5" text-anchor="middle">${text}</text>`;
  if (node === lossOf(graph)) return word(graph.lossTag, 'gd-loss-text');
  if (!box) {
    const [letter = '', ...index] = graph.inputs[node]?.name ?? '';
    return svg`<text class="gd-label" y="5" text-anchor="middle">${letter}<tspan class="gd-index" dy="3">${index.join('')}</tspan></text>`;
  }
  if (box.squash === 'linear') return adds(0);
  if (!box.adds) return curve(box.squash, 0, 17, 9);
  return svg`${adds(-16)}${curve(box.squash, 14, 12, 8)}`;
}

/** What it holds, and its name where it has one. */
function value(v: Seen, now: Now, node: number, room: Room): SVGTemplateResult {
  const { graph } = v.model;
  const { height, width } = sizeOf(graph, node, room);
  if (node < graph.inputs.length) return svg``;
  const box = boxAt(graph, node);
  const text = now.known(node) ? significant(now.state.values[node] ?? 0) : '';
  const kind = node === lossOf(graph) ? 'gd-loss-text' : 'gd-label';
  // Once it was asked its number stands in the corner, and its name below the graph.
  const asked = v.model.yours && (now.state.asked[node] ?? 0) > 0;
  const tag = asked && !room.upright ? '' : box?.tag;
  const both = box?.adds === true && box.squash !== 'linear';
  const inner = standOf(graph, node).across > 0.6 ? -1 : 1;
  const word = (x: number, y: number, anchor: string, what: unknown): SVGTemplateResult =>
    svg`<text class="gd-note" x=${x} y=${y} text-anchor=${anchor}>${what}</text>`;
  const number = svg`<tspan class=${kind}>${text}</tspan>`;
  const named = tag ? svg`${tag} ${number}` : number;
  if (!room.upright) {
    if (!both) return word(0, -height / 2 - 7, 'middle', named);
    return word(width / 2 + 7, isAbove(graph, node) ? -6 : 16, 'start', tag ? svg`${number} ${tag}` : number);
  }
  const side = word(inner * (width / 2 + 7), 5, inner < 0 ? 'end' : 'start', both ? number : named);
  return both ? svg`${side}${word(-inner * (width / 2 + 32), -16, 'middle', tag)}` : side;
}

/** The number of its turn, once the reader has asked it. */
function badge(v: Seen, now: Now, node: number, room: Room): SVGTemplateResult {
  if (!v.model.yours) return svg``;
  const turns = v.model.order.slice(0, now.asked).flatMap((n, i) => (n === node ? [i + 1] : []));
  if (turns.length === 0) return svg``;
  const { width, height } = sizeOf(v.model.graph, node, room);
  const at = `translate(${-width / 2 + 1} ${-height / 2 + 1})`;
  return svg`<g transform=${at}><circle class=${isShort(v, now.state, node) ? 'gd-early' : 'gd-turn'} r="9.5"></circle>
    <text class="gd-racer-number" y="4" text-anchor="middle">${turns[turns.length - 1]}</text></g>`;
}

function press(v: Seen, node: number): void {
  const { model } = v;
  if (model.yours) ask(v, node);
  // Its turn: backwards where the time line has come that far, otherwise forwards.
  else if (v.step > model.forwards) v.go(model.forwards + model.order.indexOf(node) + 1);
  else v.go(node - model.graph.inputs.length + 1);
}

function said(v: Seen, now: Now, node: number): string {
  const name = nameOf(v.model.graph, node);
  const holds = now.known(node) ? `holds ${significant(now.state.values[node] ?? 0)}` : 'waits for its value';
  const asked = (now.state.asked[node] ?? 0) > 0;
  const blame = asked ? `, was sent ${significant(now.state.passed[node] ?? 0)}` : '';
  return `${name} ${holds}${blame}. ${v.model.yours ? (asked ? 'Ask it again' : 'Ask it') : 'Show its turn'}`;
}

export function boxes(v: Seen, room: Room): SVGTemplateResult[] {
  const { graph } = v.model;
  const now = nowOf(v);
  return Array.from({ length: lossOf(graph) + 1 }, (_, node) => {
    const { x, y } = placeOf(graph, node, room);
    const { width, height } = sizeOf(graph, node, room);
    const kind =
      node === now.node
        ? 'box-now'
        : node < graph.inputs.length
          ? 'box-input'
          : node === lossOf(graph)
            ? 'box-loss'
            : 'box';
    const face = svg`<rect class=${`gd-${kind}`} x=${-width / 2} y=${-height / 2} width=${width} height=${height} rx="7"></rect>`;
    const at = `translate(${round(x)} ${round(y)})`;
    // Beside the button, whose name is longer than what stands in it.
    const words = svg`<g class="numbers" transform=${at}>${sign(v, node)}${value(v, now, node, room)}${badge(v, now, node, room)}</g>`;
    if (node < graph.inputs.length) return svg`<g transform=${at}>${face}</g>${words}`;
    const key = (e: KeyboardEvent): void => {
      if (e.key !== 'Enter' && e.key !== ' ') return;
      e.preventDefault();
      press(v, node);
    };
    return svg`<g class="box" role="button" tabindex="0" aria-label=${said(v, now, node)} transform=${at}
      @click=${() => press(v, node)} @keydown=${key}>
      <rect class="gd-press" x=${-width / 2 - 4} y="-22" width=${width + 8} height="44"></rect>${face}</g>${words}`;
  });
}
