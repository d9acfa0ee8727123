/** Many runs, a dot each where its loss stands at this update, a row for each width. */
import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { toLocal } from '../../parts/drag';
import { discPath, round } from '../../plot/curve';
import { count, significant } from '../../plot/format';
import { logAxis, type Axis } from '../../plot/scales';
import { spread } from '../../plot/spread';
import { highOf, HIGH, pickedOf, rowsOf, runsThere, type Row } from './rows';
import type { Seen } from './seen';
import { swarm, type Dot } from './swarm';

interface Room {
  readonly x: Axis;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly pitch: number;
  readonly size: number;
  readonly height: number;
}

const LOSSES = [8e-4, 1.5] as const;

function roomOf(width: number): Room {
  const narrow = width < 440;
  const [left, right, top] = [narrow ? 34 : 74, width - 4, narrow ? 20 : 24];
  const pitch = narrow ? 40 : 50;
  return {
    x: logAxis(LOSSES, [left + 6, right - 30]),
    left,
    right,
    top,
    pitch,
    size: narrow ? 4.4 : 6,
    height: top + 6 * pitch + 36,
  };
}

/** Within a row, dots from its foot upwards. */
const piles = (row: Row, r: Room): readonly Dot[] =>
  swarm(
    row.losses.map((loss) => r.x.at(loss)),
    r.size,
    Math.floor((r.pitch - 8) / r.size),
    [r.left + 4, r.right - 26],
  );

/** The dot that is nearest to a press. */
function nearest(dots: readonly Dot[], px: number, up: number, { size }: Room): Dot | undefined {
  let [best, least] = [undefined as Dot | undefined, Infinity];
  for (const d of dots) {
    const far = Math.hypot(d.x - px, (d.row + 0.5) * size - up);
    if (far < least) [best, least] = [d, far];
  }
  return best;
}

function line(v: Seen, row: Row, k: number, r: Room): SVGTemplateResult {
  const foot = r.top + (k + 1) * r.pitch - 6;
  const dots = piles(row, r);
  const chosen = v.settings.neurons === row.width;
  const choose = (run: number | undefined): void =>
    v.set({ neurons: row.width, ...(run === undefined ? {} : { run: run + 1 }) }, { keepTime: true });
  const press = (e: PointerEvent): void => {
    const [px, py] = toLocal(e, e.currentTarget as Element);
    choose(nearest(dots, px, foot - py, r)?.of);
  };
  const rank = v.settings.run === null ? -1 : row.ranked.indexOf(v.settings.run - 1);
  const keys = (e: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1 }[e.key];
    if (by === undefined || !row.ranked.length || e.ctrlKey || e.metaKey || e.altKey) return;
    e.preventDefault();
    const from = chosen ? rank : -1;
    choose(row.ranked[Math.min(row.ranked.length - 1, Math.max(0, from + by))]);
  };
  const picked = chosen ? pickedOf(row, v.settings) : [];
  const letters = spread(
    picked.map(({ run }) => ({ at: dots.find(({ of }) => of === run)?.x ?? 0, size: 11 })),
    r.left,
    r.right,
  );
  const at = new Map(dots.map((d) => [d.of, d]));
  const high = highOf(row);
  const wide = r.pitch > 45;
  return svg`<g class="row" role="slider" tabindex="0" aria-label=${`Runs of ${row.width} ${row.width === '1' ? 'neuron' : 'neurons'}, by loss`}
    aria-valuemin="0" aria-valuemax=${Math.max(0, row.ranked.length - 1)} aria-valuenow=${Math.max(0, rank)}
    aria-valuetext=${`${row.runs.length} runs after ${count(v.step)} updates, ${high} of them above ${HIGH}${chosen && rank >= 0 ? `; run ${v.settings.run ?? ''}, loss ${significant(row.losses[row.ranked[rank]!] ?? 0)}` : ''}`}
    @pointerdown=${press} @keydown=${keys}>
    <rect class=${chosen ? 'gd-row-chosen' : 'gd-press'} x="0" y=${round(foot - r.pitch + 6)} width=${r.right} height=${r.pitch}></rect>
    <path class="gd-grid" d=${`M${r.left} ${round(foot)}H${r.right}`}></path>
    <text class=${chosen ? 'gd-value' : 'gd-label'} x=${r.left - 12} y=${round(foot - (wide ? 18 : 8))} text-anchor="end">${row.width}</text>
    ${wide ? svg`<text class="gd-tick-text" x=${r.left - 12} y=${round(foot - 3)} text-anchor="end">${row.width === '1' ? 'neuron' : 'neurons'}</text>` : ''}
    <path class="gd-loss-mark" d=${dots.map((d) => discPath(d.x, foot - (d.row + 0.5) * r.size, r.size * 0.42)).join('')}></path>
    ${picked.map(({ letter, run }, i) => {
      const d = at.get(run);
      if (!d) return '';
      const y = foot - (d.row + 0.5) * r.size;
      return svg`<circle class="gd-pinned-loss-dot" cx=${round(d.x)} cy=${round(y)} r=${r.size * 0.75}></circle>
      <text class="gd-note-strong" x=${round(letters[i] ?? d.x)} y=${round(y - r.size * 0.75 - 3)} text-anchor="middle">${letter}</text>`;
    })}
    <text class="gd-tick-text" x=${r.right - 2} y=${round(foot - 5)} text-anchor="end">${row.runs.length ? `${high}` : ''}</text>
  </g>`;
}

export function endsPicture(v: Seen): TemplateResult {
  const { ends } = v.model;
  if (!ends) return html``;
  const rows = rowsOf(ends.runs.look(v), v.time);
  const r = roomOf(v.width);
  const foot = r.top + 6 * r.pitch;
  return html`<svg
    width=${v.width}
    height=${r.height}
    viewBox=${`0 0 ${v.width} ${r.height}`}
    role="group"
    aria-label=${`${runsThere(rows)}, by loss`}
  >
    <g data-spot="runs">
      <g aria-hidden="true">
        ${r.x.ticks.map(
          (t) => svg`<path class="gd-grid" d=${`M${round(t.at)} ${r.top}V${foot}`}></path>
          <text class="gd-tick-text" x=${round(t.at)} y=${foot + 16} text-anchor="middle">${t.text}</text>`,
        )}
        <text class="gd-axis-name" x="0" y="14">
          ${r.pitch > 45 ? `${runsThere(rows)} after ${count(v.step)} updates, a dot each` : `a dot a run, after ${count(v.step)} updates`}
        </text>
        <text class="gd-axis-name" x=${r.right - 2} y="14" text-anchor="end">above ${HIGH}</text>
        <text class="gd-axis-name" x=${r.right - 30} y=${foot + 31} text-anchor="end">loss</text>
      </g>
      ${rows.map((row, k) => line(v, row, k, r))}
    </g>
  </svg>`;
}
