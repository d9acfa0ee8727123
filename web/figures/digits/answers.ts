/** The neurons between, the ten answers, and the verdict in words. */
import { svg, type SVGTemplateResult } from 'lit';
import { discPath, round } from '../../plot/curve';
import { fixed } from '../../plot/format';
import { clamp } from '../../plot/scales';
import { netOf } from '../neuron/net';
import { dialsNow, verdictNow, type Verdict } from './now';
import type { Room } from './room';
import type { Seen } from './seen';

/** Roads to an answer that are drawn: the strongest. */
const ROADS = 8;

/** How loud each neuron of a layer is, from 0 to 1: against the loudest of its layer where there is no upper end. */
export const loudness = (answers: ArrayLike<number>): number[] => {
  const top = Math.max(1, ...Array.from(answers));
  return Array.from(answers, (a) => clamp(a / top, 0, 1));
};

function neurons(room: Room, verdict: Verdict | undefined): SVGTemplateResult[] {
  return room.layers.map(({ at, radius }, l) => {
    const loud = verdict ? loudness(verdict.layers[l] ?? []) : [];
    const rings = at.map(([x, y]) => discPath(x, y, radius)).join('');
    const discs = at
      .map(([x, y], i) => {
        const r = radius * Math.sqrt(loud[i] ?? 0);
        return r > 0.3 ? discPath(x, y, r) : '';
      })
      .join('');
    return svg`<path class="gd-neuron-ring" d=${rings}></path><path class="gd-answer" d=${discs}></path>`;
  });
}

/** Rays from the pad to the first row, and from row to row: every square is weighed by every neuron. */
function fans(room: Room): string {
  const edges = [
    { x: room.pad.right, top: room.pad.top, bottom: room.pad.bottom },
    ...room.layers.map(({ at, radius }) => ({
      x: at[0]![0],
      top: at[0]![1] - radius,
      bottom: at[at.length - 1]![1] + radius,
    })),
  ];
  return edges
    .slice(1)
    .map((b, i) => {
      const a = edges[i]!;
      return `M${round(a.x)} ${round(a.top)}L${round(b.x)} ${round(b.top)}V${round(b.bottom)}L${round(a.x)} ${round(a.bottom)}Z`;
    })
    .join('');
}

/** What the last hidden neurons say for an answer: their weights times how loud they are, the strongest first. */
export function saying(
  v: Seen,
  verdict: Verdict,
  answer: number,
): { readonly neuron: number; readonly share: number }[] {
  const net = netOf(v.model.sizes);
  const dials = dialsNow(v)!;
  const heard = verdict.layers[verdict.layers.length - 2] ?? [];
  return Array.from(heard, (a, k) => ({ neuron: k, share: a * (dials[net.weight(net.hidden + answer, k)] ?? 0) })).sort(
    (a, b) => Math.abs(b.share) - Math.abs(a.share),
  );
}

function roads(v: Seen, room: Room, verdict: Verdict): SVGTemplateResult | string {
  const last = room.layers[room.layers.length - 1];
  if (!room.wide || verdict.blank || !last) return '';
  const to = (answer: number, kind: 'road' | 'road-faint', most: number): SVGTemplateResult[] => {
    const said = saying(v, verdict, answer).slice(0, most);
    const top = Math.max(1e-9, Math.abs(said[0]?.share ?? 0));
    return said
      .filter(({ share }) => Math.abs(share) > 0.08 * top)
      .map(({ neuron, share }) => {
        const [x, y] = last.at[neuron]!;
        const d = `M${round(x + last.radius + 1)} ${round(y)}L${round(room.mouth - 2)} ${round(room.rows[answer]!)}`;
        const wide = round(0.8 + (2.4 * Math.abs(share)) / top + (share < 0 ? 1.4 : 0));
        return svg`<path class=${`gd-${kind}`} stroke-width=${wide} d=${d}></path>
          ${share < 0 ? svg`<path class="gd-road-bed" stroke-width=${round(Math.max(0.8, wide - 1.8))} d=${d}></path>` : ''}`;
      });
  };
  return svg`<g aria-hidden="true">${to(verdict.second, 'road-faint', ROADS - 3)} ${to(verdict.best, 'road', ROADS)}</g>`;
}

function bars(room: Room, verdict: Verdict | undefined): SVGTemplateResult[] {
  const [from, to] = room.bars;
  return room.rows.map((y, digit) => {
    const chance = clamp(verdict?.chances[digit] ?? 0, 0, 1);
    const best = verdict !== undefined && !verdict.blank && digit === verdict.best;
    const told = best || (verdict !== undefined && chance >= 0.05);
    const width = round((to - from) * chance);
    return svg`<path class="gd-grid" d=${`M${round(from)} ${round(y)}H${round(to)}`}></path>
      <text class=${best ? 'gd-digit-best' : 'gd-digit'} x=${round(room.mouth + 8)} y=${round(y + (best ? 7 : 5))} text-anchor="middle">${digit}</text>
      ${width > 0 ? svg`<rect class=${best ? 'gd-answer' : 'gd-answer-other'} x=${round(from)} y=${round(y - 6)} width=${width} height="12"></rect>` : ''}
      ${told ? svg`<text class=${best ? 'gd-label' : 'gd-note'} x=${round(to + 6)} y=${round(y + 4.5)}>${fixed(chance, 2)}</text>` : ''}`;
  });
}

/** What it says, in words: of a blank page nothing, whatever the bars say. */
export function wordsOf(v: Seen, verdict: Verdict | undefined): string {
  if (!verdict) {
    const { examples, trouble } = v.model;
    if (trouble !== undefined) return trouble;
    if (examples.missing) return 'waiting for its digits';
    return `drawing its digits: ${examples.done} of ${examples.total}`;
  }
  if (verdict.blank) return 'a blank page: no verdict';
  const [first, second] = [verdict.chances[verdict.best] ?? 0, verdict.chances[verdict.second] ?? 0];
  const sure = first >= 0.99 ? ', and is sure' : second >= 0.1 ? `, and half sees a ${verdict.second}` : '';
  return `it reads a ${verdict.best}${sure}`;
}

export function answersPicture(v: Seen, room: Room): SVGTemplateResult {
  const verdict = verdictNow(v);
  return svg`<path class="gd-fan" d=${fans(room)}></path>
    ${verdict ? roads(v, room, verdict) : ''}
    <g aria-hidden="true" data-spot="rows">${neurons(room, verdict)}</g>
    <g aria-hidden="true" data-spot="answers">${bars(room, verdict)}</g>
    <text class="gd-verdict" x=${room.width} y=${room.words} text-anchor="end">${wordsOf(v, verdict)}</text>`;
}
