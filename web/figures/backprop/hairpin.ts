/** Time under the graph's own columns: out along the top, round the loss, home along the bottom. */
import { svg, type SVGTemplateResult } from 'lit';
import { ballFace, handle } from '../../parts/drag';
import { round } from '../../plot/curve';
import { nameOf } from './graphs';
import { nowOf } from './now';
import { placeOf, type Point, type Room } from './room';
import type { Seen } from './seen';

/** Half of the way from lane to lane, and between two boxes of one column, px. */
const LANE = 11;
const TWIN = 15;

/** Where the step of each number stands; step 0 at the inputs. */
export function stopsOf({ model }: Pick<Seen, 'model'>, room: Room): readonly Point[] {
  const { graph, order } = model;
  const middle = room.foot + 24;
  const across = (node: number): number => placeOf(graph, node, room).x;
  const nodes = Array.from({ length: graph.boxes.length + 1 }, (_, i) => graph.inputs.length + i);
  // Boxes of one column side by side, in the order of their turns.
  const aside = (node: number): number => {
    const column = nodes.filter((other) => across(other) === across(node));
    return (column.indexOf(node) - (column.length - 1) / 2) * TWIN;
  };
  const at = (node: number, y: number): Point => ({ x: across(node) + aside(node), y });
  return [
    { x: across(0), y: middle - LANE },
    ...nodes.map((node) => at(node, middle - LANE)),
    ...order.map((node) => at(node, middle + LANE)),
  ];
}

function nearest(stops: readonly Point[], x: number, y: number): number {
  const far = stops.map((stop) => Math.hypot(stop.x - x, 2 * (stop.y - y)));
  return far.indexOf(Math.min(...far));
}

export function hairpin(v: Seen, room: Room): SVGTemplateResult {
  const { forwards, steps, yours } = v.model;
  if (room.upright || yours) return svg``;
  const stops = stopsOf(v, room);
  const now = nowOf(v);
  const here = stops[v.step] ?? { x: 0, y: 0 };
  const turn = stops[forwards] ?? here;
  const start = stops[0] ?? here;
  const home = stops[steps] ?? here;
  const [top, low] = [turn.y, turn.y + 2 * LANE];
  const bend = `A${LANE} ${LANE} 0 0 1 ${round(turn.x)} ${low}`;
  const reached = v.step > forwards ? here.x : undefined;
  const dot = (stop: Point, k: number): SVGTemplateResult => {
    const kind = k <= v.step ? (k > forwards ? 'gd-gradient-dot' : 'gd-datum') : 'gd-refused-dot';
    return svg`<circle class=${kind} cx=${round(stop.x)} cy=${stop.y} r="4"></circle>`;
  };
  const press = (e: PointerEvent): void => {
    const area = (e.currentTarget as SVGElement).ownerSVGElement;
    const box = area?.getBoundingClientRect();
    if (box?.width) {
      const scale = v.width / box.width;
      v.go(nearest(stops, (e.clientX - box.left) * scale, (e.clientY - box.top) * scale));
    }
  };
  const name =
    now.node === undefined
      ? 'only the inputs'
      : `${nameOf(v.model.graph, now.node)}, ${now.backwards ? 'backwards' : 'forwards'}`;
  return svg`<g class="hairpin" data-spot="hairpin">
    <rect class="gd-press" x="0" y=${top - 12} width=${v.width} height=${low - top + 24} @pointerdown=${press}></rect>
    <path class="gd-solid-line" d=${`M${round(start.x)} ${top}H${round(turn.x)}${bend}`}></path>
    <path class="gd-ahead-line dashed" d=${`M${round(turn.x)} ${low}H${round(home.x)}`}></path>
    ${reached === undefined ? '' : svg`<path class="gd-gradient-line" d=${`M${round(turn.x)} ${low}H${round(reached)}`}></path>`}
    <text class="gd-note" x=${round(start.x + 12)} y=${top - 7}>forwards</text>
    <text class="gd-note" x=${round(Math.max(0, home.x - 22))} y=${low + 4.5} text-anchor="end">backwards</text>
    ${stops.map(dot)}
    ${handle({
      x: here.x,
      y: here.y,
      label: 'Whose turn it is',
      value: v.step,
      min: 0,
      max: steps,
      valueText: name,
      move: (x, y) => v.go(nearest(stops, x, y)),
      nudge: (dx, dy, scale) => v.go(v.step + Math.sign((dx || dy) * scale)),
      face: ballFace,
    })}
  </g>`;
}
