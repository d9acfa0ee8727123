/** Numbers that a hand can turn: weights on their wires, biases at their boxes, inputs, and what is wanted. */
import { svg, type SVGTemplateResult } from 'lit';
import { handle } from '../../parts/drag';
import { brief } from '../../plot/format';
import { clamp, hundredths } from '../../plot/scales';
import { lossOf, wiresOf } from './graphs';
import { nowOf } from './now';
import { biasAt, chipAt, placeOf, sizeOf, type Point, type Room } from './room';
import { REACH, still, type Seen } from './seen';

/** Pixels to pull for one. */
const ONE = 60;
const KEY = 0.05;

interface Chip extends Point {
  readonly name: string;
  readonly value: number;
  readonly set: (value: number) => void;
  readonly kind?: 'input' | 'wanted';
  readonly hint?: string | undefined;
}

const replaced = (list: readonly number[], i: number, value: number): number[] =>
  list.map((old, k) => (k === i ? value : old));

function chip(v: Seen, o: Chip): SVGTemplateResult {
  const text = brief(o.value);
  const half = Math.max(19, text.length * 4 + 8);
  const turn = (value: number): void => {
    o.set(hundredths(clamp(value, -REACH, REACH)));
    if (!v.local['touched']) v.setLocal({ touched: true });
  };
  const plain = o.kind !== undefined;
  return handle({
    x: o.x,
    y: o.y,
    label: o.name,
    value: o.value,
    min: -REACH,
    max: REACH,
    valueText: text,
    move: (_, y) => turn(o.value + (o.y - y) / ONE),
    nudge: (dx, dy, scale) => turn(o.value + (dx || dy) * KEY * scale),
    kind: 'turned',
    hint: o.hint,
    hintAt: [half + 6, 4],
    face: plain
      ? svg`<text class="gd-label" y="4.5" text-anchor="middle">${o.kind === 'wanted' ? `wanted ${text}` : text}</text>
        <path class="gd-scrub-line" d=${`M${-half} 10H${half}`}></path>`
      : svg`<rect class="gd-parameter-ring" x=${-half} y="-11" width=${2 * half} height="22" rx="11"></rect>
        <text class="gd-parameter-text flat" y="4.5" text-anchor="middle">${text}</text>`,
  });
}

export function chips(v: Seen, room: Room): SVGTemplateResult[] {
  const { graph, dials, inputs, wanted } = v.model;
  const dial = (i: number, value: number): void => v.set({ dials: replaced(dials, i, value) }, still);
  const name = (i: number): string => graph.dials[i]?.join('') ?? '';
  const hint = v.local['touched'] ? undefined : 'drag me';
  // Beside a chip that has room for it, until its slope stands there.
  const named = v.settings.graph === 'network' && v.model.after(nowOf(v).asked).reached[3] !== 1;
  const weights = wiresOf(graph).flatMap((w, wire) =>
    w.dial < 0
      ? []
      : [
          {
            ...chipAt(graph, wire, room),
            name: `Weight ${name(w.dial)}`,
            value: dials[w.dial] ?? 0,
            set: (value: number) => dial(w.dial, value),
            hint: room.upright && w.dial === 3 && named ? hint : undefined,
          },
        ],
  );
  const biases = graph.boxes.flatMap(({ bias }, i) =>
    bias < 0
      ? []
      : [
          {
            ...biasAt(graph, graph.inputs.length + i, room),
            name: `Bias ${name(bias)}`,
            value: dials[bias] ?? 0,
            set: (value: number) => dial(bias, value),
            hint: bias === 4 && named && !room.upright ? hint : undefined,
          },
        ],
  );
  const given = graph.inputs.map((_, i) => {
    const { x, y } = placeOf(graph, i, room);
    const { width, height } = sizeOf(graph, i, room);
    const left = x > room.width / 2 + 1;
    return {
      ...(room.upright ? { x: x + (left ? -1 : 1) * (width / 2 + 24), y } : { x, y: y - height / 2 - 12 }),
      name: `Input ${graph.inputs[i]?.name}`,
      value: inputs[i] ?? 0,
      set: (value: number) => v.set({ inputs: replaced(inputs, i, value) }, still),
      kind: 'input' as const,
    };
  });
  const loss = lossOf(graph);
  const { x, y } = placeOf(graph, loss, room);
  const { width, height } = sizeOf(graph, loss, room);
  const target = {
    ...(room.upright ? { x: x - width / 2 - 52, y } : { x: Math.min(x, room.width - 46), y: y + height / 2 + 15 }),
    name: 'Wanted',
    value: wanted,
    set: (value: number) => v.set({ wanted: value }, still),
    kind: 'wanted' as const,
  };
  return [...weights, ...biases, ...given, target].map((o) => chip(v, o));
}
