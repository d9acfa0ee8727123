/** The picture: the graph with its numbers forwards and backwards, and time below it; or the race. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { boxes } from './boxes';
import { chips } from './chips';
import { nameOf } from './graphs';
import { hairpin } from './hairpin';
import { nowOf } from './now';
import { isShort } from './order';
import { verdict } from './order-panel';
import { roomOf, type Room } from './room';
import type { Seen } from './seen';
import { sheets } from './sheets';
import { guessMark } from './wager';
import { blame, dialSlopes, ports, wires } from './wires';

/** Where the flow is downwards: letters of a line that fits beside the input, and lines apart, px. */
const LETTERS = 24;
const APART = 16;

/** What became of the order so far, on a phone, where nothing else says it while the text is read. */
function outcome(v: Seen, room: Room): SVGTemplateResult {
  if (!v.model.yours || !room.upright) return svg``;
  const lines = verdict(v)
    .split(' ')
    .reduce<string[]>((all, word) => {
      const line = `${all.at(-1) ?? ''} ${word}`.trim();
      return all.length && line.length <= LETTERS ? [...all.slice(0, -1), line] : [...all, word];
    }, []);
  return svg`<g aria-hidden="true">${lines.map((line, i) => svg`<text class="gd-note" x="0" y=${12 + APART * i}>${line}</text>`)}</g>`;
}

/** Who was asked, in words, in place of the hairpin. */
function turns(v: Seen, room: Room): SVGTemplateResult {
  if (!v.model.yours || room.upright) return svg``;
  const { graph, order } = v.model;
  const { asked, state } = nowOf(v);
  const made = order.slice(0, asked);
  const names = made.map((node, i) => {
    const kind = isShort(v, state, node) && made.indexOf(node) === i ? 'gd-guess-text' : 'gd-label';
    const name = nameOf(graph, node).replace(/^the /, '');
    return svg`${i ? svg`<tspan class="gd-note"> › </tspan>` : ''}<tspan class=${kind}>${made.length > 7 ? '' : `${i + 1} `}${made.length > 9 ? (name[0] ?? '') : name}</tspan>`;
  });
  return svg`<text class="gd-note" x="2" y=${room.foot + 34}>${names.length ? svg`you asked ${names}` : ''}</text>`;
}

export function plot(v: Seen): TemplateResult {
  if (v.model.race) return sheets(v, v.model.race);
  const room = roomOf(v, v.model.graph);
  const { width, height } = room;
  return html`<svg
    width=${width}
    height=${height}
    viewBox=${`0 0 ${width} ${height}`}
    role="group"
    aria-label=${`The graph of ${v.model.graph.label}`}
  >
    <g data-spot="graph">
      ${wires(v, room)} ${blame(v, room)} ${boxes(v, room)} ${ports(v, room)} ${dialSlopes(v, room)} ${chips(v, room)}
      ${guessMark(v, room)}
    </g>
    ${hairpin(v, room)} ${turns(v, room)} ${outcome(v, room)}
  </svg>`;
}
